"""What a short call to those whom a screen nearly let through is taken to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNumber:
    """One number of the calls, with what it rests on."""

    value: float
    """A share, or minutes."""
    low: float
    high: float
    """90 % range of the value."""
    evidence: tuple[str, ...] = ()
    grade: str = "D"
    judgement: bool = True
    """The figure is ours or departs from its source; `note` says how."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMissRates:
    """The calls to near misses."""

    near: CallNumber
    """Share of those turned away who are called."""
    recognised: CallNumber
    """Share of the qualified whom a call passes on."""
    mistaken: CallNumber
    """Share of the others whom it passes on."""
    call: CallNumber
    """Minutes of one call."""
