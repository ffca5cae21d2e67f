"""A simulation as a chapter of the reports: there when asked for, and whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from audit.pipeline import Scenario, audit_process, compare, compare_scenarios
from audit.report import render_comparison_html, render_html, render_scenarios_html
from audit.report.simulation.words import CHANCE, figure, line_of, mean_of
from audit.result.difference import Verdict
from audit.result.simulation import SimulationScenarios
from tests.report.markup import HOSTILE_NAMES, Outline, words_of
from tests.report.simulation.houses import (
    REMEDIES,
    after,
    before,
    paired,
    remedied,
    simulated,
)

SECTIONS = ("queues", "workload", "waits", "leaving", "race", "duties", "simulated")


def one(*, runs: bool = True) -> str:
    """The report of one process."""
    result = audit_process(before("overloaded-hr"))
    return render_html(result, None, simulated("overloaded-hr") if runs else None)


def pair(found: SimulationScenarios | None = None, *, runs: bool = True) -> str:
    """The report of a before and one after."""
    result = compare(before("overloaded-hr"), after("electronic-and-lock"))
    return render_comparison_html(result, (found or paired()) if runs else None)


def several(*, runs: bool = True) -> str:
    """The report of all remedies."""
    result = compare_scenarios(
        before("overloaded-hr"), [Scenario(process=after(name)) for name in REMEDIES]
    )
    return render_scenarios_html(result, remedied() if runs else None)


REPORTS: dict[str, Callable[..., str]] = {
    "one": one,
    "pair": pair,
    "several": several,
}
reports = pytest.mark.parametrize("report", REPORTS)


@cache
def page(report: str) -> str:
    return REPORTS[report]()


@reports
def test_the_chapter_is_whole(report: str) -> None:
    """Workload, waits, who leaves, the race, the regular job, and how it was done."""
    ids = Outline(page(report)).values("id")
    assert [name for name in ids if name in SECTIONS] == list(SECTIONS)
    assert "#queues" in Outline(page(report)).values("href")


@reports
def test_without_runs_there_is_no_chapter(report: str) -> None:
    """Nobody waits for a simulation that was not asked for, or reads half of one."""
    ids = Outline(REPORTS[report](runs=False)).values("id")
    assert not set(SECTIONS) & set(ids)


@reports
def test_every_id_is_one_place_and_every_link_has_one(report: str) -> None:
    """Two parts of one page never share a name."""
    outline = Outline(page(report))
    ids = outline.values("id")
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    inner = {href[1:] for href in outline.values("href") if href.startswith("#")}
    assert inner <= set(ids)


def test_the_first_screen_of_a_comparison_points_to_it() -> None:
    """Who reads the first screen alone learns that runs were made, and what of them."""
    summary = page("pair").split('<section id="summary"')[1].split("</section>")[0]
    assert "Simulated: " in words_of(summary)
    assert 'href="#queues"' in summary


def test_its_numbers_are_those_of_the_result() -> None:
    """Before and after of each headline number stand on the page."""
    words = words_of(page("pair")).replace("\u00a0", " ")
    for change in paired().pairs[0].changes:
        if change.headline:
            assert figure(change.before.mean, change.unit) in words
            assert figure(change.after.mean, change.unit) in words
    days = mean_of(line_of(simulated("overloaded-hr").process, "days_to_hire"))
    assert f"A hire takes {figure(days, 'days')}" in words_of(page("one"))


def test_what_may_be_chance_is_said_in_words() -> None:
    """A difference that runs cannot tell from nought is called so."""
    found = paired()
    unsure = replace(
        found.pairs[0],
        changes=tuple(
            replace(change, distinguishable=False, verdict=Verdict.UNCHANGED)
            for change in found.pairs[0].changes
        ),
    )
    words = words_of(pair(replace(found, pairs=(unsure,))))
    assert CHANCE in words
    assert "all 6 headline numbers may be chance" in words


def test_what_is_alike_is_the_same_and_no_matter_of_chance() -> None:
    """Before and after that give one number in every pair of runs do not differ."""
    found = paired()
    alike = replace(
        found.pairs[0],
        changes=tuple(
            replace(
                change,
                after=change.before,
                change=replace(change.change, mean=0.0, low=0.0, high=0.0),
                distinguishable=False,
                verdict=Verdict.UNCHANGED,
            )
            for change in found.pairs[0].changes
        ),
    )
    words = words_of(pair(replace(found, pairs=(alike,))))
    assert "all 6 headline numbers the same" in words
    assert CHANCE not in words.split("People and queues")[-1].split("How it was")[0]


def test_hostile_names_come_out_inert() -> None:
    """Names of the simulated files are text, as all others on the page."""
    found = paired()
    before_, after_ = (
        replace(
            one,
            title=HOSTILE_NAMES[0],
            lines=tuple(
                replace(line, name=HOSTILE_NAMES[0] if line.of else "")
                for line in one.lines
            ),
            assumptions=HOSTILE_NAMES,
        )
        for one in (found.before, found.pairs[0].after)
    )
    spoiled = replace(
        found, before=before_, pairs=(replace(found.pairs[0], after=after_),)
    )
    plain, tags = Outline(pair()).tags, Outline(pair(spoiled)).tags
    for tag in ("script", "img", "iframe", "svg", "style", "a"):
        assert tags[tag] == plain[tag], tag
