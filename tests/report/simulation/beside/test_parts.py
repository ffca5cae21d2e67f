"""Each part of a simulation with the processes beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from audit.report.scenarios.names import BEFORE
from audit.report.simulation.beside.leaving import leaving_beside
from audit.report.simulation.beside.other_work import other_work_beside
from audit.report.simulation.beside.page import RUN_SECTIONS, beside
from audit.report.simulation.beside.race import race_beside
from audit.report.simulation.beside.sides import AFTER, Part, Sides, course, sides_of
from audit.report.simulation.beside.waits import waits_beside
from audit.report.simulation.beside.workload import workload_beside
from audit.report.simulation.certainty import how_sure
from audit.report.simulation.spans import told
from audit.report.simulation.words import figure, line_of, mean_of
from audit.result.simulation import SimulatedVariant
from tests.report.simulation.houses import paired, remedied, remedies_looked_at

Make = Callable[[Sides], Part]
PAIR = sides_of(paired())
MANY = sides_of(remedied())
TABLED: dict[str, tuple[Make, str]] = {
    "waits": (waits_beside, "wait_days"),
    "other work": (other_work_beside, "duty_wait_hours"),
}


def silent(variant: SimulatedVariant, *keys: str) -> SimulatedVariant:
    """Return a process that lacks some numbers."""
    kept = tuple(line for line in variant.lines if line.key not in keys)
    return replace(variant, lines=kept)


def test_one_after_is_called_after_and_several_by_their_names() -> None:
    """A reader of a pair needs no name; a reader of five does."""
    assert list(PAIR) == [BEFORE, AFTER]
    assert next(iter(MANY)) == BEFORE
    assert len(MANY) == 5
    assert AFTER not in MANY


def test_a_pair_is_told_before_and_after_and_more_as_a_range() -> None:
    """The words hold the means of the result."""
    days = [
        figure(mean_of(line_of(one, "days_to_hire")), "days") for one in PAIR.values()
    ]
    assert course(PAIR, "days_to_hire") == f"{days[0]} before, {days[1]} after"
    means = {n: mean_of(line_of(one, "days_to_hire")) for n, one in MANY.items()}
    fast, slow = (pick(means, key=lambda n: means[n]) for pick in (min, max))
    least, most = (f"{figure(means[n], 'days')} ({n})" for n in (fast, slow))
    assert course(MANY, "days_to_hire") == f"{least} to {most}"


def test_a_number_that_no_run_gave_is_not_nought() -> None:
    """Missing before, missing everywhere: both are said."""
    one = {BEFORE: silent(PAIR[BEFORE], "days_to_hire"), AFTER: PAIR[AFTER]}
    assert course(one, "days_to_hire").startswith("no run gave it before, ")
    none = {name: silent(one, "days_to_hire") for name, one in PAIR.items()}
    assert course(none, "days_to_hire") == "no run gave it"


@pytest.mark.parametrize("part", TABLED)
@pytest.mark.parametrize("sides", [PAIR, MANY], ids=["pair", "many"])
def test_every_cell_is_a_number_of_the_result(part: str, sides: Sides) -> None:
    """A column for each process, a row for each cause or job.

    The numbers of a pair stand with their intervals.
    """
    make, key = TABLED[part]
    table = make(sides).table
    assert table is not None
    assert [column.label for column in table.columns[1:]] == list(sides)
    told_all = {
        told(line.number, line.unit)
        if sides is PAIR
        else figure(mean_of(line), line.unit)
        for one in sides.values()
        for line in one.lines
        if line.key == key
    } | {"–"}
    for row in table.rows:
        assert {cell.text for cell in row.cells[1:]} <= told_all


@pytest.mark.parametrize("sides", [PAIR, MANY], ids=["pair", "many"])
def test_each_part_is_drawn_and_told_in_numbers(sides: Sides) -> None:
    """Waits, people who leave and offers: a chart for the eye, a table for the rest."""
    for make in (waits_beside, leaving_beside, race_beside):
        part = make(sides)
        assert part.bars is not None
        assert part.table is not None
        assert {bar.label for bar in part.bars.bars} == set(sides)


def test_a_process_without_openings_has_no_bar_in_the_race() -> None:
    """Nobody races there: no bar says that none of its openings is filled."""
    one = {BEFORE: PAIR[BEFORE], AFTER: silent(PAIR[AFTER], "openings_filled")}
    bars = race_beside(one).bars
    assert bars is not None
    assert {bar.label for bar in bars.bars} == {BEFORE}


def test_each_bar_of_the_waits_has_its_twin() -> None:
    """Cause by cause, before stands over after."""
    bars = waits_beside(PAIR).bars
    assert bars is not None
    assert [bar.label for bar in bars.bars] == [BEFORE, AFTER] * (len(bars.bars) // 2)
    for first, second in zip(bars.bars[::2], bars.bars[1::2], strict=True):
        assert first.group == second.group


def test_people_who_leave_add_up_step_by_step() -> None:
    """The table's total of the before is the headline number, but for tiny steps."""
    table = leaving_beside(PAIR).table
    assert table is not None
    total = sum(float(row.cells[1].text.split(",")[0]) for row in table.rows)
    left = mean_of(line_of(PAIR[BEFORE], "left_per_100_hires"))
    assert total == pytest.approx(left, abs=0.5 * len(table.rows))


def test_steps_of_one_name_keep_their_own_people() -> None:
    """Two interviews are two rows, each with its id; none takes the other's place."""
    lines = tuple(
        replace(line, name="Talk") if line.key.startswith("left_") else line
        for line in PAIR[BEFORE].lines
    )
    alike = {BEFORE: replace(PAIR[BEFORE], lines=lines), AFTER: PAIR[AFTER]}
    first, second = (leaving_beside(sides).table for sides in (PAIR, alike))
    assert first is not None
    assert second is not None
    assert [row.cells[1:] for row in first.rows] == [r.cells[1:] for r in second.rows]


def test_the_lock_ends_the_race() -> None:
    """The heading says what became of the offers."""
    assert race_beside(PAIR).heading.endswith("before, 0 after")


def test_what_nobody_states_is_said() -> None:
    """No openings, nobody who leaves, no other work: words in place of numbers."""
    bare = {name: replace(one, lines=(), roles=()) for name, one in PAIR.items()}
    assert race_beside(bare).heading == "Nobody races for an opening"
    assert leaving_beside(bare).table is None
    assert "not assessed" in other_work_beside(bare).lede
    assert waits_beside(bare).table is None
    assert workload_beside(bare).bars is None


def test_a_quick_look_has_the_workload_alone() -> None:
    """What needs runs is left out, not filled with noughts."""
    assert [one.id for one in beside(sides_of(remedies_looked_at()))] == ["workload"]
    assert [one.id for one in beside(PAIR)][1:] == [id for id, _ in RUN_SECTIONS]


@pytest.mark.parametrize("sides", [PAIR, MANY], ids=["pair", "several"])
def test_each_cause_that_is_shown_is_explained(sides: Sides) -> None:
    """“Outside” says nothing by itself; a word that is not shown is not explained."""
    part = waits_beside(sides)
    assert part.table is not None
    shown = {row.cells[0].text for row in part.table.rows}
    ends = part.lede.split("may add up to more than the days.")[1]
    for word in ("Batch", "Candidate", "Outside", "Position"):
        assert (f"{word.lower()} is waiting for" in ends.lower()) == (word in shown)


def test_a_range_is_explained_where_there_are_no_brackets() -> None:
    """Tiles show a range beside a number; the words do not speak of brackets."""
    found = remedied()
    words = how_sure(found.before, found.settings)
    assert "A range beside a number is the 95 % interval of its mean." in words
    assert "bracket" not in words
