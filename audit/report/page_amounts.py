"""Amounts of the result in words; what the file does not say stays unsaid."""

from __future__ import annotations

from audit.units import (
    format_days,
    format_minutes,
    format_money,
    format_number,
    format_share,
    plural,
)

NOT_ASSESSED = "not assessed"

_SINGULAR = {
    "pages": "page",
    "signatures": "signature",
    "steps": "step",
    "handoffs": "handoff",
    "approvals": "approval",
    "fields": "field",
    "rounds": "round",
    "items": "item",
    "documents": "document",
    "people": "person",
    "interviews": "interview",
    "questions": "question",
    "calls": "call",
    "roles": "role",
    "places": "place",
    "accounts": "account",
    "switches": "switch",
}


def amount(value: float | None, unit: str, currency: str = "USD") -> str:
    """Return a value with its unit: "42 pages", "2 h 24 min", "25 %".

    Args:
        value: None means that the file does not say.
        unit: a unit of the result: days, min, share, money, or a plural noun.
        currency: of amounts of money.
    """
    if value is None:
        return NOT_ASSESSED
    match unit:
        case "days" | "day":
            return format_days(value)
        case "min" | "minutes":
            return format_minutes(value)
        case "hours":
            return format_minutes(value * 60)
        case "share":
            return format_share(value)
        case "money":
            return format_money(value, currency)
        case "points":
            return plural(value, "point")
        case "":
            return format_number(value)
        case _ if unit in _SINGULAR:
            return plural(value, _SINGULAR[unit], unit)
        case _:
            return f"{format_number(value)} {unit}"


def of_a_hundred(share: float) -> str:
    """Return a share as people: "45", "0.5", "under 0.1"."""
    people = share * 100
    if 0 < people < 0.05:
        return "under 0.1"
    return format_number(people, 0 if people >= 9.95 else 1)
