"""How sure a finding is follows from where its numbers come from."""

from __future__ import annotations

import pytest

from audit.checks.base import Fired, Shown, confidence
from audit.model import Basis, Provenance, Quantity
from tests.builders import step


def test_the_weakest_number_decides() -> None:
    """A guess beside a count leaves a guess."""
    assert _confidence((9, Basis.MEASURED), (9, Basis.ESTIMATED)) == "low"
    assert _confidence((9, Basis.MEASURED), (9, Basis.REPORTED)) == "medium"
    assert _confidence((9, Basis.MEASURED), (9, Basis.PUBLISHED)) == "high"


def test_less_than_a_tenth_of_the_measure_does_not_decide() -> None:
    """A guess about a side issue does not spoil a count of the main thing."""
    assert _confidence((95, Basis.MEASURED), (5, Basis.ASSUMED)) == "high"
    assert _confidence((80, Basis.MEASURED), (20, Basis.ASSUMED)) == "low"


@pytest.mark.parametrize(
    ("of_step", "expected"),
    [
        (Basis.UNSTATED, "medium"),
        (Basis.MEASURED, "high"),
        (Basis.ASSUMED, "low"),
    ],
)
def test_the_drawing_counts_as_reported(of_step: Basis, expected: str) -> None:
    """Who does what in which order was told by somebody."""
    shown = Shown(step=step("a", provenance=Provenance(basis=of_step)), amount=1)
    fired = Fired(title="", value=1, steps=(shown,), decide="")
    assert confidence(fired) == expected


def test_a_number_without_an_origin_takes_that_of_its_step() -> None:
    """`evidence:` on a step speaks for its numbers."""
    measured = step("a", provenance=Provenance(basis=Basis.MEASURED))
    number = Quantity.point(3, Provenance(source="packet v7"))
    shown = Shown(step=measured, amount=3, numbers=(number,))
    fired = Fired(title="", value=3, steps=(shown,), decide="")
    assert confidence(fired) == "high"


def _confidence(*numbers: tuple[float, Basis]) -> str:
    shown = tuple(
        Shown(
            step=step(f"s{place}"),
            amount=amount,
            numbers=(Quantity.point(amount, Provenance(basis=basis)),),
        )
        for place, (amount, basis) in enumerate(numbers)
    )
    return confidence(Fired(title="", value=1, steps=shown, decide="")).value
