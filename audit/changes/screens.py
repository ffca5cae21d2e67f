"""A screen written anew, with other shares of those who pass."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from audit.analysis.screening import ScreenYield
from audit.changes.base import Effect
from audit.changes.situation import plain
from audit.model import Basis, Provenance, Quantity, Screen, ScreenMethod, Step

_SAMPLED = Provenance(
    basis=Basis.ESTIMATED, source="those turned away who were read again"
)
_DIGITS = 4
"""Of a share that people are to read and edit."""


def screen_passing(
    step: Step,
    kept_out: Effect,
    *,
    now: ScreenYield | None = None,
    let_in: float = 0.0,
    method: ScreenMethod | None = None,
) -> dict[str, Any]:
    """Return a step's screen as data of an overlay.

    Args:
        step: a step with a screen.
        kept_out: what the share of the qualified who are turned away is multiplied by.
        now: what it does today; where a sample of those turned away says so, the
            change starts from there.
        let_in: share of the others turned away who now come through.
        method: how it sifts afterwards; None for as before.
    """
    screen = step.screen
    assert screen is not None
    found: dict[str, Any] = {"method": (method or screen.method).value}
    if now is not None and now.audited is not None:
        screen = _as_sampled(screen, now)
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


def _as_sampled(screen: Screen, now: ScreenYield) -> Screen:
    """Return a screen with the shares that its sample leads to, where it has any."""
    if now.qualified_share is None:
        return screen
    shares = (now.qualified_share, now.passes_qualified, now.passes_unqualified)
    arriving, qualified, others = (
        None if share is None else Quantity.point(round(share, _DIGITS), _SAMPLED)
        for share in shares
    )
    return replace(
        screen,
        qualified_share=arriving,
        passes_qualified=qualified,
        passes_unqualified=others,
    )


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
