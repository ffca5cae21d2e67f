"""A screen written anew, with other shares of those who pass."""

from __future__ import annotations

from typing import Any

from audit.changes.base import Effect
from audit.changes.situation import plain
from audit.model import Quantity, ScreenMethod, Step


def screen_passing(
    step: Step,
    kept_out: Effect,
    *,
    let_in: float = 0.0,
    method: ScreenMethod | None = None,
) -> dict[str, Any]:
    """Return a step's screen as data of an overlay.

    Args:
        step: a step with a screen.
        kept_out: what the share of the qualified who are turned away is multiplied by.
        let_in: share of the others turned away who now come through.
        method: how it sifts afterwards; None for as before.
    """
    screen = step.screen
    assert screen is not None
    found: dict[str, Any] = {"method": (method or screen.method).value}
    if screen.qualified_share is not None:
        found["qualified_share"] = plain(screen.qualified_share)
    if screen.passes_qualified is not None:
        found["passes_qualified"] = _passing(screen.passes_qualified, kept_out)
    if screen.passes_unqualified is not None:
        passing = screen.passes_unqualified.mean
        found["passes_unqualified"] = {
            "value": passing + (1 - passing) * let_in,
            "basis": "assumed",
            "source": kept_out.source,
        }
    return found


def _passing(passing: Quantity, kept_out: Effect) -> dict[str, Any]:
    """Return the share who pass when fewer are turned away."""
    turned = 1 - passing.mean
    return {
        "low": 1 - turned * kept_out.high,
        "likely": 1 - turned * kept_out.likely,
        "high": 1 - turned * kept_out.low,
        "basis": "assumed",
        "source": kept_out.source,
    }
