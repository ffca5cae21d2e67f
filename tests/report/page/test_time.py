"""Calendar time, its parts, and people on the way, computed again from the result."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest

from audit.loaders import load_process_text
from audit.pipeline import audit_process
from audit.report.page.candidates import people
from audit.report.page.steps import Steps
from audit.report.page.time import time
from audit.result import ScreenLoss, Silence
from audit.units import format_days
from tests.report.stories import (
    EVERY,
    ROLES,
    SPARSE,
    STORIES,
    audited,
    numbers_in,
)

TIMED = [name for name in STORIES if audited(name).time.waits_stated]


@pytest.mark.parametrize("story", TIMED)
def test_the_rungs_of_the_ladder_sum_to_the_mean(story: str) -> None:
    """Waiting and work on the ladder are the waiting and work of a hire."""
    result = audited(story)
    ladder = time(result, Steps(result.process)).ladder
    assert ladder is not None
    assert fsum(rung.days for rung in ladder.rungs) == pytest.approx(result.time.mean)
    work = fsum(rung.minutes for rung in ladder.rungs)
    assert work == pytest.approx(result.time.touch_minutes, rel=0.35)


@pytest.mark.parametrize("story", TIMED)
def test_days_by_step_sum_to_the_mean(story: str) -> None:
    """The table of days leaves none out."""
    result = audited(story)
    table = time(result, Steps(result.process)).contributions
    assert table is not None
    shares = [numbers_in(row.cells[2].text)[0] for row in table.rows]
    assert fsum(shares) == pytest.approx(100, abs=0.06 * len(shares))


@pytest.mark.parametrize("story", TIMED)
def test_the_heading_says_days_and_how_much_is_waiting(story: str) -> None:
    """Both numbers are the result's."""
    result = audited(story)
    heading = time(result, Steps(result.process)).heading
    days, *waiting = numbers_in(heading)
    assert days == pytest.approx(result.time.mean, abs=0.5)
    if waiting:
        assert result.time.flow_efficiency is not None
        assert waiting[0] == pytest.approx(
            100 * (1 - result.time.flow_efficiency), abs=0.5
        )


@pytest.mark.parametrize("name", EVERY)
def test_no_wait_stated_means_no_time_shown(name: str) -> None:
    """Touch time alone is never passed off as calendar time."""
    result = audited(name)
    shown = time(result, Steps(result.process))
    assessed = result.time.waits_stated > 0
    assert ("not assessed" in shown.heading) != assessed
    assert (shown.ladder is not None) == assessed
    assert (shown.contributions is not None) == assessed


def test_percentiles_stand_above_the_law() -> None:
    """P50 and P90 of the chart are those of the result."""
    result = audited("hospital")
    law = time(result, Steps(result.process)).distribution
    assert law is not None
    assert (law.p50, law.p90) == (result.time.p50, result.time.p90)
    assert numbers_in(law.title) == [
        pytest.approx(law.p50, abs=0.5),
        pytest.approx(law.p90, abs=0.5),
    ]


def test_silence_is_told_assumed_absent_or_not_assessed() -> None:
    """Three different things: days, none, and unknown."""
    result = audited("hospital")
    steps = Steps(result.process)

    def told(silence: Silence | None) -> tuple[str, int]:
        changed = replace(result, time=replace(result.time, longest_silence=silence))
        shown = time(changed, steps)
        return shown.silence, len(shown.silence_steps)

    ids = tuple(step.id for step in result.process.steps[:2])
    words, links = told(Silence(days=14, steps=ids))
    assert "14 days" in words
    assert links == 2
    assert "never" in told(Silence(days=0, steps=()))[0]
    assert "not assessed" in told(None)[0]


@pytest.mark.parametrize("story", STORIES)
def test_everybody_who_applies_ends_somewhere(story: str) -> None:
    """Bars go down to the share hired; who leaves and who is turned away add up."""
    result = audited(story)
    shown = people(result, Steps(result.process)).survival
    if not result.candidates.losses:
        assert shown is None
        return
    assert shown is not None
    last = shown.bars[-1].remaining
    assert last == pytest.approx(result.candidates.hired_share, abs=1e-6)
    lost = fsum(bar.left + bar.turned_away for bar in shown.bars)
    assert lost + last == pytest.approx(1, abs=1e-6)
    before = 1.0
    for bar in shown.bars:
        now = bar.remaining + bar.left + bar.turned_away
        assert now == pytest.approx(before, abs=1e-9)
        before = bar.remaining


@pytest.mark.parametrize("story", STORIES)
def test_the_heading_says_what_becomes_of_a_hundred(story: str) -> None:
    """Hired, turned away, gone: together everybody."""
    result = audited(story)
    heading = people(result, Steps(result.process)).heading
    if result.candidates.losses:
        hundred, *ends = numbers_in(heading)
        assert hundred == 100
        assert ends[0] == pytest.approx(100 * result.candidates.hired_share, abs=0.5)
        assert fsum(ends) == pytest.approx(100, abs=1.1)


@pytest.mark.parametrize("story", STORIES)
def test_the_table_of_losses_holds_them_all(story: str) -> None:
    """Of 1,000 who apply: the totals are those of the result."""
    result = audited(story)
    table = people(result, Steps(result.process)).losses
    if table is None:
        return
    assert table.total is not None
    left = fsum(x.share for x in result.candidates.losses if x.by == "candidate")
    away = fsum(x.share for x in result.candidates.losses if x.by != "candidate")
    shown = [numbers_in(cell.text)[0] for cell in table.total.cells[2:]]
    assert shown == [
        pytest.approx(1000 * left, abs=0.5),
        pytest.approx(1000 * away, abs=0.5),
    ]


def test_qualified_people_lost_are_counted_per_hire() -> None:
    """The sentence sums the screens of the table."""
    result = audited("keyword-screen")
    shown = people(result, Steps(result.process))
    assert shown.screens is not None
    lost = fsum(s.qualified_lost_per_hire for s in result.candidates.screens)
    assert numbers_in(shown.screens_heading)[0] == pytest.approx(lost, abs=0.05)
    assert len(shown.screens.rows) == len(result.candidates.screens)


def test_a_perfect_screen_loses_nobody() -> None:
    """Praise where it is due."""
    result = audited("keyword-screen")
    screens = tuple(_perfect(screen) for screen in result.candidates.screens)
    better = replace(result, candidates=replace(result.candidates, screens=screens))
    assert "almost no" in people(better, Steps(result.process)).screens_heading


def _perfect(screen: ScreenLoss) -> ScreenLoss:
    return replace(screen, qualified_lost=0.0, qualified_lost_per_hire=0.0)


@pytest.mark.parametrize("story", STORIES)
def test_the_cost_of_losing_people_is_the_gap_between_lenses(story: str) -> None:
    """What is spent on others is what all cost beyond the hire."""
    result = audited(story)
    words = people(result, Steps(result.process)).cost
    design, loaded = result.lenses["design"], result.lenses["loaded"]
    extra = loaded.employer_minutes - design.employer_minutes
    if result.candidates.losses and extra >= 0.5:
        assert f"{int(round(extra) // 60)} h" in words or extra < 60


@pytest.mark.parametrize("name", SPARSE)
def test_nobody_lost_is_said_as_unknown(name: str) -> None:
    """A file without endings but hired says nothing about who leaves."""
    shown = people(audited(name), Steps(audited(name).process))
    assert "not assessed" in shown.heading
    assert shown.losses is None


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            "{id: a, role: hr, wait: 2 days}, {id: b, role: hr, wait: 1 day}",
            "All 2 steps state a wait.",
        ),
        (
            "{id: a, role: hr, wait: 2 days}, {id: b, role: hr, every: 1 week}",
            "1 of 2 steps states a wait; 1 works in batches, and the wait follows "
            "(`every`).",
        ),
        (
            "{id: a, role: hr, wait: 2 days}, {id: b, role: hr}",
            "1 of 2 steps states a wait; 1 is not assessed: only the work counts on "
            "the clock.",
        ),
    ],
)
def test_every_step_is_counted_with_its_wait(steps: str, said: str) -> None:
    """All 39 steps of 40 leaves the reader looking for the one that is missing."""
    result = audit_process(load_process_text(f"process: A\n{ROLES}steps: [{steps}]\n"))
    assert time(result, Steps(result.process)).waits == said


def test_steps_outside_the_clock_are_counted_too() -> None:
    """The headline has 17 steps, so the waits are of 17 as well."""
    result = audited("portal")
    assert time(result, Steps(result.process)).waits == (
        "16 of 17 steps state a wait; 1 lies outside the clock."
    )


@pytest.mark.parametrize("story", STORIES)
def test_the_time_to_a_hire_is_the_one_of_the_heading(story: str) -> None:
    """45.6 days in a table below 45.7 looks like two means."""
    result = audited(story)
    table = time(result, Steps(result.process)).outcomes
    assert table is not None
    hired = next(row for row in table.rows if row.cells[0].text.lower() == "hired")
    assert hired.cells[2].text == format_days(result.time.mean)
