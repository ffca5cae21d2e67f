"""Where friction sits: points by step, kind, phase and side, and money beside them."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest

from audit.ledger.factors import FACTORS
from audit.report.page.ledger import every_step
from audit.report.page.numbers import numbers
from audit.report.page.steps import Steps
from audit.report.page.table import Row, Table
from audit.report.page.where import (
    OTHER,
    SHOWN,
    group_of,
    half_sentence,
    points_cell,
    ranked,
    where,
)
from audit.result import AuditResult
from tests.report.stories import (
    EVERY,
    STORIES,
    audited,
    fewest_steps_with_half,
    numbers_in,
)


def value(row: Row | None, place: int) -> float:
    """Return the number in a cell; a dot is nought."""
    assert row is not None
    text = row.cells[place].text
    return 0.0 if text == "·" else numbers_in(text)[0]


def section(name: str) -> tuple[AuditResult, Table]:
    result = audited(name)
    return result, where(result, Steps(result.process)).heat


def test_every_priced_factor_has_a_heading() -> None:
    """A new factor cannot vanish into "Other" unnoticed."""
    assert [f.id for f in FACTORS if f.priced and group_of(f.id) == OTHER] == []


@pytest.mark.parametrize("story", STORIES)
def test_the_heat_table_sums_to_the_score(story: str) -> None:
    """Rows, columns and the corner hold the same points, to what rounding leaves."""
    result, heat = section(story)
    rounding = 0.05 * (len(heat.columns) + len(heat.rows))
    for row in (*heat.rows, heat.total):
        assert row is not None
        parts = fsum(value(row, place) for place in range(1, len(row.cells) - 1))
        assert parts == pytest.approx(value(row, -1), abs=rounding)
    for place in range(1, len(heat.columns)):
        column = fsum(value(row, place) for row in heat.rows)
        assert column == pytest.approx(value(heat.total, place), abs=rounding)
    assert value(heat.total, -1) == pytest.approx(result.score, abs=0.05)


@pytest.mark.parametrize("name", EVERY)
def test_heat_never_stands_without_its_number(name: str) -> None:
    """Meaning is never in the colour alone, and more heat is more points."""
    _, heat = section(name)
    steps = heat.rows[:SHOWN]
    cells = [cell for row in steps for cell in row.cells[1:-1]]
    assert all((cell.text == "·") == (cell.heat == 0) for cell in cells)
    hot = sorted((numbers_in(cell.text)[0], cell.heat) for cell in cells if cell.heat)
    assert [heat for _, heat in hot] == sorted(heat for _, heat in hot)


def test_the_sum_of_the_other_steps_outshines_none() -> None:
    """Darker means more of one step: thirty steps together have no heat."""
    for name in EVERY:
        result, heat = section(name)
        if len(ranked(result)) > SHOWN:
            *_, last = heat.rows
            assert "more step" in last.cells[0].text
            assert {cell.heat for cell in last.cells} == {0}
            break
    else:
        pytest.fail("no story has more steps than the table")


def test_points_written_as_nought_have_no_heat() -> None:
    """A nought that is tinted and a dot that is not would be two noughts."""
    result, _ = section("packet")
    few, some = points_cell(0.04, result), points_cell(0.2, result)
    assert (few.text, few.heat) == ("·", 0)
    assert some.text == "0.2"
    assert some.heat == 1


@pytest.mark.parametrize("story", STORIES)
def test_the_bars_fall_and_their_shares_rise(story: str) -> None:
    """The chart shows the largest steps and how much they hold together."""
    result = audited(story)
    bars = where(result, Steps(result.process)).bars
    assert 0 < len(bars) <= SHOWN
    points = [bar.points for bar in bars]
    assert points == sorted(points, reverse=True)
    assert bars[-1].cumulative == pytest.approx(sum(points) / result.score)
    half = fewest_steps_with_half(result)
    assert sum(bar.in_half for bar in bars) == min(half, len(bars))


def test_the_heading_says_how_few_hold_half() -> None:
    """One step, some steps, no step: each has its own sentence."""
    packet = audited("packet")
    one = replace(packet.process, steps=packet.process.steps[:1])
    assert half_sentence(packet).endswith("of 7 steps hold half of the friction")
    assert "The one step" in half_sentence(
        replace(packet, process=one, score=packet.process.steps[0].points)
    )
    assert half_sentence(audited("one silent step")).startswith("No step")


@pytest.mark.parametrize("story", STORIES)
def test_phases_hold_every_step_once(story: str) -> None:
    """Days and points by phase sum to those of the process."""
    result = audited(story)
    phases = where(result, Steps(result.process)).phases
    if phases is None:
        return
    points = fsum(value(row, 3) for row in phases.rows)
    assert points == pytest.approx(result.score, abs=0.06 * len(phases.rows))


@pytest.mark.parametrize("story", STORIES)
def test_sides_meet_in_points_and_money_stays_apart(story: str) -> None:
    """Points of the sides sum to the score; money sums to that of the design lens."""
    result = audited(story)
    shown = numbers(result)
    points = fsum(value(row, 2) for row in shown.sides.rows)
    assert points == pytest.approx(result.score, abs=0.2)
    money = fsum(value(row, 1) for row in shown.money.rows)
    assert money == pytest.approx(result.lenses["design"].money, abs=2.5)
    assert value(shown.money.total, 1) == pytest.approx(money, abs=2.5)
    assert not any("point" in c.label.lower() for c in shown.money.columns)


@pytest.mark.parametrize("name", EVERY)
def test_each_number_of_the_vector_is_shown_or_named_as_unsaid(name: str) -> None:
    """Nothing drops out between the table and the sentence below it."""
    result = audited(name)
    shown = numbers(result)
    rows = {row.cells[0].text for row in shown.vector.rows}
    listed = shown.unsaid.removesuffix(".").partition(": ")[2].replace(" and ", ", ")
    unsaid = {name.lower() for name in listed.split(", ") if name}
    for key, line in result.vector.items():
        if key.startswith("days_"):
            assert (line.label in rows) == (result.vector["days"].label in rows)
            continue
        assert (line.label in rows) != (line.label.lower() in unsaid), line.label


def test_a_file_that_lets_nobody_leave_has_not_counted_leavers() -> None:
    """Nought per cent would be praise for silence."""
    shown = numbers(audited("no wait"))
    assert "leave of their own accord" in shown.unsaid
    assert "calendar days" in shown.unsaid


@pytest.mark.parametrize("name", EVERY)
def test_every_step_has_its_row(name: str) -> None:
    """Links of map, findings and tables arrive; points sum to the score."""
    result = audited(name)
    shown = every_step(result, Steps(result.process))
    assert [row.id for row in shown.steps.rows] == [
        f"s-{step.number}" for step in result.process.steps
    ]
    column = [c.label for c in shown.steps.columns].index("Points")
    points = fsum(value(row, column) for row in shown.steps.rows)
    assert points == pytest.approx(result.score, abs=0.06 * len(shown.steps.rows))


@pytest.mark.parametrize("story", STORIES)
def test_the_whole_ledger_is_printed(story: str) -> None:
    """One row for each entry; its points sum to the score."""
    result = audited(story)
    ledger = every_step(result, Steps(result.process)).ledger
    assert ledger is not None
    assert len(ledger.rows) == len(result.ledger)
    column = [c.label for c in ledger.columns].index("Points")
    points = fsum(value(row, column) for row in ledger.rows)
    assert points == pytest.approx(result.score, abs=0.006 * len(ledger.rows))
