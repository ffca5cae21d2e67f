"""The references are the archetypes, run through the engine."""

from __future__ import annotations

import re

import pytest

from audit.ledger import evidence_row, load_profile
from audit.model import Scope
from tests.update_references import (
    ARCHETYPES,
    PROFILE,
    SCOPES,
    archetype,
    computed_reference,
    with_references,
)


@pytest.mark.parametrize("scope", SCOPES)
def test_typical_scores_100(scope: Scope) -> None:
    """100 points are the typical process of the scope, computed and not asserted."""
    typical = archetype("typical", scope, load_profile())
    assert typical.score == pytest.approx(100, abs=1e-6)
    assert typical.grade == "C"


@pytest.mark.parametrize("scope", SCOPES)
def test_good_scores_the_bound_of_grade_a(scope: Scope) -> None:
    """The best grade begins where the good process of the scope is."""
    profile = load_profile()
    good = archetype("good", scope, profile)
    assert good.score == pytest.approx(profile.reference(scope).good, abs=1e-6)
    assert good.grade == "A"


@pytest.mark.parametrize("scope", SCOPES)
def test_typical_scores_100_under_any_weights(scope: Scope) -> None:
    """Each side of the typical process is 100 on its own: weights cannot favour it."""
    profile = load_profile()
    typical = archetype("typical", scope, profile)
    for side, weight in profile.weights.as_dict().items():
        assert typical.sides[side].points / weight == pytest.approx(100, abs=1e-6)


def test_shipped_references_are_current() -> None:
    """Rewriting the references changes nothing beyond rounding."""
    profile = load_profile()
    for scope in SCOPES:
        shipped, computed = profile.reference(scope), computed_reference(scope, profile)
        assert shipped.as_dict() == pytest.approx(computed.as_dict(), rel=1e-9)


def test_rewriting_touches_the_references_alone() -> None:
    """The command that updates the profile keeps every other line of it."""
    text = PROFILE.read_text(encoding="utf-8")
    assert with_references(text, load_profile().references) == text


def test_typical_takes_as_long_as_published() -> None:
    """The typical hire takes the 42 days of SHRM, its middle the 23 of Glassdoor."""
    typical = archetype("typical", Scope.END_TO_END, load_profile())
    assert typical.flow_time.mean == pytest.approx(42, abs=1)
    assert evidence_row("TIM-11").value == "42 (36-42)"
    days = typical.flow_time.contributions
    between = ("screen", "phone", "interview", "panel", "offer_approval", "offer")
    assert sum(days[step] for step in between) == pytest.approx(22.9, abs=0.1)
    assert evidence_row("TIM-01").value.startswith("22.9")


def test_archetypes_name_rows_that_exist() -> None:
    """Every row that an archetype or its page names can be opened."""
    named = set()
    for file in sorted(ARCHETYPES.iterdir()):
        named |= set(re.findall(r"\b[A-Z]{2,3}-\d\d\b", file.read_text("utf-8")))
    assert len(named) > 20
    for row in sorted(named):
        evidence_row(row)
