"""Work that moved from one side to the other is called that, not saved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.comparison import align, shifts
from audit.result import Shift, SideTotal
from tests.comparison.audited_files import audited, process, steps_file


def moved(before: str, after: str) -> tuple[Shift, ...]:
    return shifts(
        audited(before), audited(after), align(process(before), process(after))
    )


def split(candidate: float, employer: float) -> str:
    return steps_file(
        f"id: form, role: candidate, work: {candidate} min",
        f"id: key, role: hr, work: {employer} min",
    )


def test_typing_moved_to_the_candidate_is_a_shift() -> None:
    """A portal that has candidates do the clerk's typing saves nobody's time."""
    (shift,) = moved(split(10, 30), split(35, 5))
    assert (shift.source, shift.target) == ("employer", "candidate")
    assert shift.minutes == pytest.approx(25)
    assert shift.steps == ("form",)


def test_work_taken_off_the_candidate_is_one_too() -> None:
    """Staff who fill the form in by phone do what the candidate did."""
    (shift,) = moved(split(35, 5), split(5, 20))
    assert (shift.source, shift.target) == ("candidate", "employer")
    assert shift.minutes == pytest.approx(15), "no more than the other takes on"
    assert shift.steps == ("key",)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (split(10, 30), split(5, 20)),
        (split(10, 30), split(15, 40)),
        (split(10, 30), split(10, 30)),
        (split(10, 30), split(10, 5)),
        (split(10, 30), split(15, 30)),
    ],
)
def test_what_is_saved_or_added_is_no_shift(before: str, after: str) -> None:
    """One side alone, or both the same way: nothing has changed hands."""
    assert moved(before, after) == ()


def test_round_off_moves_no_work_and_names_no_step() -> None:
    """The last digit of a sum is nobody's minute."""
    here = align(process(split(10, 30)), process(split(10, 30)))
    result = audited(split(10, 30))

    def off(side: str, factor: float) -> SideTotal:
        total = result.sides[side]
        assert total.minutes is not None
        return replace(total, minutes=total.minutes * factor)

    sides = {
        **result.sides,
        "candidate": off("candidate", 1 + 1e-14),
        "employer": off("employer", 1 - 1e-14),
    }
    assert shifts(result, replace(result, sides=sides), here) == ()

    form, key = audited(split(35, 5)).process.steps
    nearly = replace(form, candidate_minutes=form.candidate_minutes * (1 + 1e-14))
    moved_on = audited(split(35, 5))
    first = replace(result, process=replace(result.process, steps=(form, key)))
    second = replace(moved_on, process=replace(result.process, steps=(nearly, key)))
    (shift,) = shifts(first, second, here)
    assert shift.steps == ()


def test_all_work_of_a_side_can_move() -> None:
    """A candidate who has nothing left to do has been relieved, not left out."""
    after = steps_file("id: key, role: hr, work: 55 min")
    (shift,) = moved(split(10, 30), after)
    assert (shift.source, shift.target, shift.steps) == (
        "candidate",
        "employer",
        ("key",),
    )
    assert shift.minutes == pytest.approx(10)


def test_nothing_is_said_where_a_file_keeps_quiet() -> None:
    """Work that was never written down has not moved anywhere."""
    quiet = steps_file("id: form, role: candidate", "id: key, role: hr, work: 5 min")
    assert moved(quiet, split(35, 2)) == ()
    assert moved(split(35, 2), quiet) == ()


def test_the_steps_that_took_the_work_come_most_first() -> None:
    """New, renamed and kept steps count with what they took on; others do not."""
    before = steps_file(
        "id: apply, role: candidate, work: 10 min",
        "id: same, role: candidate, work: 4 min",
        "id: less, role: candidate, work: 9 min",
        "id: key, role: hr, work: 90 min",
    )
    after = steps_file(
        "id: new, role: candidate, work: 7 min",
        "id: enter, role: candidate, work: 40 min, was: apply",
        "id: same, role: candidate, work: 4 min",
        "id: less, role: candidate, work: 1 min",
        "id: key, role: hr, work: 10 min",
    )
    (shift,) = moved(before, after)
    assert shift.steps == ("enter", "new")
    assert shift.minutes == pytest.approx(29)
