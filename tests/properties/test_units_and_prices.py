"""The axioms on units, prices, grades and certificates."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analysis import Analysis
from audit.ledger import Ledger, grade_bounds, grade_of, load_profile, price
from audit.ledger.certificates import box_certificate, dominates
from audit.ledger.uncertainty import (
    drawn_unit_points,
    paired_draws,
    quantity_vector,
)
from audit.loaders import load_process_text
from audit.model import Scope
from tests.properties.strategies import Drafts, built, drafts

FILE = """
process: Units
scope: onboarding
roles: {{candidate: {{side: candidate}}, hr: {{side: employer}}}}
steps:
  - {{id: a, role: candidate, pages: 3, work: {work}, trip: {trip}, wait: {wait}}}
  - {{id: b, role: hr, work: {work}, wait: 2 days, next: {{a: {back}, hired: rest}}}}
"""


def ledger(nodes: Drafts) -> Ledger:
    return price(Analysis(built(nodes)), load_profile(), accuracy=0.02)


def score_of(**words: str) -> float:
    process = load_process_text(FILE.format(**words))
    return price(Analysis(process), load_profile()).score


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 200))
def test_a13_units_mean_nothing(hours: int, days: int, per_mille: int) -> None:
    """A13: hours or minutes, weeks or days, shares or percent: one score."""
    one = score_of(
        work=f"{hours} h",
        trip=f"{hours * 60} minutes",
        wait=f"{days * 7} days",
        back=f"{per_mille / 10}%",
    )
    other = score_of(
        work=f"{hours * 60} min",
        trip=f"{hours} hours",
        wait=f"{days} weeks",
        back=f"{per_mille / 1000}",
    )
    assert math.isclose(one, other, rel_tol=1e-9)


@settings(max_examples=100, deadline=None)
@given(drafts(), st.sampled_from(["candidate", "employer", "time"]))
def test_a13_dearer_prices_scale_their_side(nodes: Drafts, side: str) -> None:
    """A13: a reference half as large doubles the points of its side, no other."""
    profile = load_profile()
    field = "days" if side == "time" else side
    references = tuple(
        replace(reference, **{field: getattr(reference, field) / 2})
        for reference in profile.references
    )
    analysis = Analysis(built(nodes))
    before = price(analysis, profile, accuracy=0.02).sides
    after = price(analysis, replace(profile, references=references), accuracy=0.02)
    for name, total in after.sides.items():
        factor = 2 if name == side else 1
        assert math.isclose(total.points, factor * before[name].points, abs_tol=1e-9)


@settings(max_examples=200, deadline=None)
@given(st.floats(1, 99), st.floats(0, 500), st.floats(0, 500))
def test_a11_grades_follow_the_score(good: float, one: float, other: float) -> None:
    """A11: a lower score never has a worse grade; the good process has an A."""
    better, worse = sorted((one, other))
    assert grade_of(better, good) <= grade_of(worse, good)
    assert grade_of(good, good) == "A"
    assert grade_of(100.0, good) == "C"


def test_a11_the_bounds_are_quantiles_of_one_curve() -> None:
    """A11: B ends where a quarter of the curve's mass does, D opposite to it."""
    bounds = grade_bounds(40.0)
    sigma = math.log(100 / 40) / 1.2815515655446004
    assert bounds["A"] == 40.0
    assert bounds["B"] == pytest.approx(100 * math.exp(-0.67449 * sigma), abs=1e-3)
    assert bounds["C"] == 100.0
    assert bounds["D"] == pytest.approx(100**2 / bounds["B"])


@settings(max_examples=100, deadline=None)
@given(drafts(), drafts())
def test_a12_certificates_hold_for_every_draw(one: Drafts, other: Drafts) -> None:
    """A12: what a certificate promises, no draw of rates and weights breaks."""
    worse, better = ledger(one).quantities, ledger(other).quantities
    prices = drawn_unit_points(load_profile(), Scope.ONBOARDING, 200, 7)
    gains = prices @ (quantity_vector(worse) - quantity_vector(better))
    if dominates(better, worse):
        assert gains.min() >= -1e-9
    box = box_certificate(worse, better, prices.min(axis=0), prices.max(axis=0))
    assert gains.min() >= box.least_gain - 1e-9


def test_a12_a_process_without_its_paper_is_better_in_every_draw() -> None:
    """A12: less of everything and more of nothing: better with certainty."""
    profile, scope = load_profile(), Scope.ONBOARDING
    worse = load_process_text(
        FILE.format(work="1 h", trip="60 min", wait="9 days", back="20%")
    )
    better = load_process_text(
        FILE.format(work="1 h", trip="0 min", wait="2 days", back="10%")
    )
    before = price(Analysis(worse), profile).quantities
    after = price(Analysis(better), profile).quantities
    assert dominates(after, before)
    drawn = paired_draws(before, after, profile, scope)
    assert drawn.share_better == 1.0
    assert np.isfinite(drawn.gain).all()
