"""What the after is worth in a year, and what the changes cost."""

from __future__ import annotations

from dataclasses import dataclass

from audit.result.spread import Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitLine:
    """One benefit of a year."""

    key: str
    label: str
    kind: str
    """cashable: money no longer spent; capacity: hours free for other work; not
    monetary: counted, never priced."""
    per_hire: float
    """In `unit`; positive is saved."""
    unit: str
    """minutes, days, money or a plural noun."""
    per_year: float | None
    """None when the file does not say how many are hired."""
    money_per_year: Spread | None
    """None for what has no price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefits:
    """The benefits case: hours, days and money of a year, and what the changes cost."""

    hires_per_year: float | None
    currency: str
    lines: tuple[BenefitLine, ...]
    cashable: Spread | None
    """Money of a year; None when nothing can be said."""
    capacity: Spread | None
    """Worth of the hours freed in a year at their hourly cost."""
    vacancy: Spread | None
    """Days of open positions saved times the client's own cost of such a day; None
    when the file does not state it: there is no default."""
    one_off: Spread | None
    """Sum over the changes that state it; None when none does."""
    per_year_cost: Spread | None
    costs_unstated: tuple[str, ...]
    """Ids of changes that state no cost: the case is that much too good."""
    payback_months: tuple[float | None, float | None] | None
    """Soonest and latest; None in it means never. None: no cost is stated."""
    payback_cashable_months: tuple[float | None, float | None] | None
    """The same counting only money that is no longer spent."""
