"""Every step before and after: numbers, points and guesses of the result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.steps import counted, step_pairs
from audit.result import ComparisonResult, Guess, StepPair, Verdict
from tests.report.comparison.comparisons import EVERY, compared
from tests.report.stories import numbers_in


def rows(result: ComparisonResult) -> list[list[str]]:
    table = step_pairs(result, Addresses(result)).table
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("name", EVERY)
def test_every_step_of_both_processes_has_its_row(name: str) -> None:
    """Numbers of the new process once, of the old process once."""
    result = compared(name)
    shown = rows(result)
    new = [row[0] for row in shown if row[0].isdigit()]
    assert sorted(new, key=int) == [
        str(step.number) for step in result.after.process.steps
    ]
    old = [row[3] for row in shown if row[3].isdigit()]
    assert sorted(old, key=int) == [
        str(step.number) for step in result.before.process.steps
    ]


@pytest.mark.parametrize("name", EVERY)
def test_rows_can_be_linked_to_as_the_map_does(name: str) -> None:
    """A step of the new process by its number, a gone one by its old with a cross."""
    result = compared(name)
    table = step_pairs(result, Addresses(result)).table
    expected = {f"s-{step.number}" for step in result.after.process.steps}
    numbers = {step.id: step.number for step in result.before.process.steps}
    expected |= {
        f"s-x{numbers[pair.before]}"
        for pair in result.steps
        if pair.after is None and pair.before is not None
    }
    assert {row.id for row in table.rows} == expected
    gone = [row for row in table.rows if row.id and row.id.startswith("s-x")]
    assert all(row.cells[0].text == f"×{row.cells[3].text}" for row in gone)


@pytest.mark.parametrize("name", EVERY)
def test_points_are_those_of_the_pairs(name: str) -> None:
    """Before, after and change; a dash where there is no step."""
    result = compared(name)
    for row, pair in zip(rows(result), result.steps, strict=True):
        for text, points, there in (
            (row[4], pair.points_before, pair.before),
            (row[5], pair.points_after, pair.after),
        ):
            if there is None:
                assert text == "–"
            else:
                assert numbers_in(text) == [pytest.approx(points, abs=0.051)]


@pytest.mark.parametrize("name", EVERY)
def test_the_count_is_of_all_steps(name: str) -> None:
    """New, taken out, better, worse, changed and same are all pairs together."""
    result = compared(name)
    assert sum(numbers_in(counted(result))) == len(result.steps)


def test_a_renamed_step_says_what_it_was() -> None:
    """`was` in the file is shown, so that the match can be checked."""
    result = compared("example")
    first, *others = result.steps
    renamed = replace(first, matched_by="was", changed=("wait",))
    shown = rows(replace(result, steps=(renamed, *others)))
    name = result.before.process.steps[0].name
    assert shown[0][7] == f"was “{name}”; wait"


def test_guesses_are_offered_and_never_assumed() -> None:
    """The sentence says how to confirm, and both steps still stand alone."""
    result = compared("another way")
    guess = Guess(before="gone", after="b", likeness=0.614)
    section = step_pairs(replace(result, guesses=(guess,)), Addresses(result))
    (words,) = section.guesses
    assert "`was: gone`" in words
    assert "61 % alike" in words
    verdicts = {row.cells[-1].text for row in section.table.rows}
    assert {"new", "taken out"} <= verdicts


def test_a_step_that_the_outline_lacks_breaks_nothing() -> None:
    """A result from elsewhere may name a step that neither process holds."""
    result = compared("example")
    odd = StepPair(
        before="nowhere", after=None, matched_by="", points_before=1.0,
        points_after=0.0, changed=(), verdict=Verdict.REMOVED,
    )  # fmt: skip
    assert rows(replace(result, steps=(odd,)))[0][1] == ""
