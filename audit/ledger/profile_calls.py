"""The calls to near misses in a profile file."""

from __future__ import annotations

from audit.ledger.mapping import Mapping
from audit.ledger.near_misses import CallNumber
from audit.ledger.profile_numbers import SUPPORT, range_of, support_of

CALLS = {
    "near": "share",
    "recognised": "share",
    "mistaken": "share",
    "call": "minutes",
}
"""The numbers of the calls to near misses, and the key of each value."""


def stated_calls(top: Mapping) -> dict[str, CallNumber]:
    """Return the numbers that a profile file states of the calls, by their key."""
    section = top.section("near_miss_calls", needed=False)
    if section is None:
        return {}
    section.only(CALLS)
    return {
        key: number
        for key, unit in CALLS.items()
        if key in section and (number := _call_number(section, key, unit)) is not None
    }


def _call_number(section: Mapping, key: str, unit: str) -> CallNumber | None:
    one = section.section(key, scalar_as=unit)
    if one is None:
        return None
    one.only((unit, "low", "high", "spread", *SUPPORT))
    value = one.number(unit)
    low, high = range_of(one, value)
    if unit == "share" and max(value, high) > 1:
        one.wrong(
            "P013",
            f"{key} is {max(value, high):g}",
            unit if value > 1 else "high",
            hint="a share lies between 0 and 1: 0.1 is one in ten",
        )
    evidence, grade, judgement, note = support_of(one)
    return CallNumber(
        value=value,
        low=low,
        high=high,
        evidence=evidence,
        grade=grade,
        judgement=judgement,
        note=note,
    )
