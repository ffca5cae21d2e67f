"""Who is hired and who is lost: every number computed again from the result."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest

from audit.report.page.candidates import SHOWN, people
from audit.report.page.numbers import numbers
from audit.report.page.steps import Steps
from audit.report.page.tiles import tiles
from tests.report.stories import EVERY, STORIES, audited, numbers_in

LOSING = tuple(name for name in STORIES if audited(name).candidates.losses)


def test_the_heading_counts_people() -> None:
    """Of a hundred who apply: the hired, those turned away, those who leave."""
    result = audited("hospital")
    section = people(result, Steps(result.process))
    by = {
        who: fsum(x.share for x in result.candidates.losses if x.by == who)
        for who in ("employer", "candidate")
    }
    assert numbers_in(section.heading) == [
        100,
        round(100 * result.candidates.hired_share),
        round(100 * by["employer"]),
        round(100 * by["candidate"]),
    ]
    (applicants,) = numbers_in(section.lede)
    assert applicants == round(result.candidates.applicants_per_hire, 1)


@pytest.mark.parametrize("name", LOSING)
def test_everybody_who_applies_is_accounted_for(name: str) -> None:
    """Bars go down from all to the hired, and what they lose is all that is lost."""
    result = audited(name)
    survival = people(result, Steps(result.process)).survival
    assert survival is not None
    assert len(survival.bars) <= SHOWN + 1
    before = 1.0
    for bar in survival.bars:
        assert bar.remaining == pytest.approx(before - bar.left - bar.turned_away)
        before = bar.remaining
    assert before == pytest.approx(result.candidates.hired_share, abs=1e-9)
    lost = fsum(bar.left + bar.turned_away for bar in survival.bars)
    assert lost == pytest.approx(fsum(x.share for x in result.candidates.losses))
    for bar in survival.bars:
        (said,) = numbers_in(bar.text)
        assert said == pytest.approx(1000 * bar.remaining, abs=0.51)


@pytest.mark.parametrize("name", LOSING)
def test_the_table_sums_to_those_who_are_not_hired(name: str) -> None:
    """Leavers and those turned away, of a thousand, and the hired make a thousand."""
    result = audited(name)
    table = people(result, Steps(result.process)).losses
    assert table is not None
    assert table.total is not None
    left, away = (numbers_in(cell.text)[0] for cell in table.total.cells[2:])
    hired = 1000 * result.candidates.hired_share
    assert left + away + hired == pytest.approx(1000, abs=1.1)
    steps = {step.id for step in result.process.steps}
    losing = {loss.step for loss in result.candidates.losses if loss.share > 0}
    linked = [row.cells[0].href for row in table.rows if row.cells[0].href]
    assert len(linked) == len(losing & steps)


def test_screens_say_whom_they_lose() -> None:
    """The heading adds up what the table shows for each screen."""
    result = audited("keyword-screen")
    section = people(result, Steps(result.process))
    screens = result.candidates.screens
    assert section.screens is not None
    assert len(section.screens.rows) == len(screens)
    lost = fsum(screen.qualified_lost_per_hire for screen in screens)
    assert round(lost, 1) in numbers_in(section.screens_heading)
    for row, screen in zip(section.screens.rows, screens, strict=True):
        (said,) = numbers_in(row.cells[-1].text)
        assert said == round(screen.qualified_lost_per_hire, 2)


@pytest.mark.parametrize("name", EVERY)
def test_without_losses_nothing_is_drawn_or_claimed(name: str) -> None:
    """A file where nobody can leave has not shown that nobody does."""
    result = audited(name)
    empty = replace(result, candidates=replace(result.candidates, losses=()))
    section = people(empty, Steps(result.process))
    assert "not assessed" in section.heading
    assert section.survival is None
    assert section.losses is None
    assert section.cost == ""


@pytest.mark.parametrize("name", LOSING)
def test_who_only_turns_people_away_has_not_said_that_nobody_leaves(name: str) -> None:
    """Nought who leave, beside a simulation in which they do, is a false claim."""
    result = audited(name)
    losses = tuple(x for x in result.candidates.losses if x.by != "candidate")
    silent = replace(result, candidates=replace(result.candidates, losses=losses))
    tile = next(one for one in tiles(silent) if one.label == "People who leave")
    assert (tile.assessed, tile.value) == (False, "not assessed")
    assert "How many leave on their own is not assessed" in (
        people(silent, Steps(result.process)).lede
    )
    rows = [row.cells[0].text for row in numbers(silent).vector.rows]
    assert "Applicants who leave of their own accord" not in rows
    assert "Applicants per hire" in rows


@pytest.mark.parametrize("name", EVERY)
def test_the_lenses_are_labelled_and_all_there(name: str) -> None:
    """Three ways of looking, each with its own label, never mixed."""
    result = audited(name)
    table = people(result, Steps(result.process)).lenses
    assert [row.cells[0].text.split(":")[0].lower() for row in table.rows] == list(
        result.lenses
    )
    for row, lens in zip(table.rows, result.lenses.values(), strict=True):
        assert lens.label in row.cells[0].text
