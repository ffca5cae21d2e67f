"""What a grade needs: silence about a side is no praise, and costs no grade twice."""

from __future__ import annotations

import pytest

from audit.analysis import Analysis
from audit.ledger import Ledger, load_profile, price
from audit.ledger.sensitivity import sensitivity
from audit.model import Scope, Step
from audit.result import GradeGap
from tests.builders import process, step

WHOLE = (
    step("fill", role="candidate", work=20, wait=1),
    step("enter", role="hr", work=10, wait=2),
)


def priced(*steps: Step, scope: Scope = Scope.ONBOARDING) -> Ledger:
    return price(Analysis(process(*steps, scope=scope)), load_profile())


def test_a_file_that_says_next_to_nothing_has_no_grade() -> None:
    """Two silent steps are 96 % less than typical only because nobody looked."""
    ledger = priced(step("fill", role="candidate"), step("enter", role="hr"))
    assert ledger.score > 0
    assert ledger.grade is None
    assert ledger.gaps == (
        GradeGap(side="candidate", stated=0, steps=1),
        GradeGap(side="employer", stated=0, steps=1),
        GradeGap(side="time", stated=0, steps=2),
    )
    assert {one.grade for one in sensitivity(ledger).weights} == {None}


def test_a_file_that_states_every_side_is_graded() -> None:
    """A short file is graded like a long one when it says what it says."""
    ledger = priced(*WHOLE)
    assert ledger.gaps == ()
    assert ledger.grade is not None


@pytest.mark.parametrize(
    ("steps", "side"),
    [
        ((step("fill", role="candidate", wait=1), WHOLE[1]), "candidate"),
        ((WHOLE[0], step("enter", role="hr", wait=2)), "employer"),
        ((*WHOLE, step("c", wait=None), step("d"), step("e")), "time"),
    ],
)
def test_each_side_has_to_be_stated(steps: tuple[Step, ...], side: str) -> None:
    """A file silent about one side only would still be praised for that silence."""
    ledger = priced(*steps)
    assert side in {gap.side for gap in ledger.gaps}
    assert ledger.grade is None


def test_nought_is_stated_and_half_is_enough() -> None:
    """`0` says that there is none; one silent step of two does not undo the other."""
    free = step("fill", role="candidate", work=0, wait=0)
    assert priced(free, WHOLE[1]).grade is not None
    assert priced(*WHOLE, step("c", role="hr"), step("d", "ats")).gaps == ()


def test_a_side_without_a_step_has_nothing_to_state() -> None:
    """A candidate who does nothing, and a firm that keeps its hours, are no gap."""
    ledger = priced(WHOLE[1], step("check", role="firm", wait=2))
    assert ledger.gaps == ()
