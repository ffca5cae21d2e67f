"""Grades: bounds from the good reference, and no grade without a scope."""

from __future__ import annotations

import math

import pytest

from audit.analysis import Analysis
from audit.ledger import grade_bounds, grade_of, load_profile, price
from audit.model import Scope
from tests.builders import process, step


def test_bounds_are_those_of_the_design() -> None:
    """B is 100 exp(-0.67449 s) with s = ln(100/g)/1.28155, D its mirror image."""
    bounds = grade_bounds(40)
    sigma = math.log(100 / 40) / 1.28155
    assert bounds["A"] == 40
    assert bounds["B"] == pytest.approx(100 * math.exp(-0.67449 * sigma), rel=1e-5)
    assert bounds["C"] == 100
    assert bounds["D"] == pytest.approx(100**2 / bounds["B"])


def test_bounds_rise() -> None:
    """A11: grades are in order, whatever the good reference."""
    for good in (1, 10, 40, 53.5, 90, 99):
        values = list(grade_bounds(good).values())
        assert values == sorted(values)


def test_a_bound_belongs_to_the_better_grade() -> None:
    """Exactly typical is C, and rounding does not make it D."""
    bounds = grade_bounds(40)
    for letter, bound in bounds.items():
        assert grade_of(bound, 40) == letter
        assert grade_of(bound * (1 + 1e-14), 40) == letter
        assert grade_of(bound + 0.01, 40) != letter
    assert grade_of(0, 40) == "A"
    assert grade_of(1e9, 40) == "E"


@pytest.mark.parametrize("scope", [None, Scope.PARTIAL])
def test_no_grade_without_a_whole_process(scope: Scope | None) -> None:
    """A part, or a file without a scope, is priced and said so, but not graded."""
    ledger = price(Analysis(process(step("a", wait=3), scope=scope)), load_profile())
    assert ledger.grade is None
    assert ledger.score > 0
    assert ledger.reference.scope is Scope.END_TO_END
    assert any("no grade" in sentence for sentence in ledger.assumptions)
