"""Who pays for a change: roles that give more hours, jobs that wait, candidates, money.

Told are changes that are more than chance, and more than a trifle of what was there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.comparison.benefits.payback import sum_of_costs
from audit.model import Change
from audit.result import ChangeCost
from audit.result.difference import Verdict
from audit.result.simulation import SimulatedChange, SimulatedLine, SimulatedVariant
from audit.units import (
    format_days,
    format_money,
    format_money_range,
    format_number,
)

_TRIFLE = 0.05
"""Share of the number before, below which nobody is said to pay."""
_LEAST_HOURS = 1.0
"""Hours of work a week, or of waiting, below which the same holds."""
_LEAST_MONEY = 0.005


def paid_by(
    before: SimulatedVariant,
    after: SimulatedVariant,
    changes: Sequence[SimulatedChange],
    cost: ChangeCost | None = None,
) -> tuple[str, ...]:
    """Return who pays, as sentences with their numbers.

    Args:
        before: What runs of the before found.
        after: What those of the after did.
        changes: What became of the numbers that both have.
        cost: What the file states of the cost of the changes.
    """
    had = {line.of for line in before.lines if line.key == "asked_hours"}
    return (
        *_new_roles(after.lines, had),
        *(words for one in changes if (words := _sentence(one)) and matters(one)),
        *_fees(before, after),
        *_stated(cost, after.currency),
    )


def cost_of(changes: Sequence[Change]) -> ChangeCost | None:
    """Return what changes cost together; None where the file states nothing of it."""
    one_off = sum_of_costs(change.one_off for change in changes)
    per_year = sum_of_costs(change.per_year for change in changes)
    if one_off is None and per_year is None:
        return None
    return ChangeCost(one_off=one_off, per_year=per_year)


def money_of(cost: ChangeCost, currency: str) -> str:
    """Return a stated cost in words: "$5,000 to $9,000 once and $3,900 a year"."""
    parts = ((cost.one_off, "once"), (cost.per_year, "a year"))
    return " and ".join(
        f"{format_money_range(spread.low, spread.high, currency)} {when}"
        for spread, when in parts
        if spread is not None
    )


def more_fees(before: SimulatedVariant, after: SimulatedVariant) -> float:
    """Return by how much fees for a hire rise; 0 where it is less than half a cent."""
    more = after.fee_per_hire - before.fee_per_hire
    return 0.0 if abs(more) < _LEAST_MONEY else more


def matters(one: SimulatedChange) -> bool:
    """Return whether a change is more than chance, and more than a trifle."""
    size = abs(one.change.mean)
    if one.unit == "hours" and size < _LEAST_HOURS:
        return False
    return one.distinguishable and size > _TRIFLE * abs(one.before.mean)


def _new_roles(lines: Sequence[SimulatedLine], had: set[str]) -> Iterator[str]:
    for line in lines:
        if line.key == "asked_hours" and line.of not in had and line.number:
            hours = line.number.mean
            yield f"{line.name} is new to it and gives {_hours(hours)} a week."


def _sentence(one: SimulatedChange) -> str:
    more = one.change.mean > 0
    was, now = one.before.mean, one.after.mean
    match one.key:
        case "asked_hours" if more:
            return (
                f"{one.name} is asked for {_hours(now)} a week instead of "
                f"{_hours(was)}."
            )
        case "duty_wait_hours" if more:
            return (
                f"Other work waits: a job of {one.name}, {_hours(now)} instead of "
                f"{_hours(was)}."
            )
        case "opening_wait_hours" if more:
            return (
                f"Openings wait before anybody applies: a job of {one.name}, "
                f"{_hours(now)} instead of {_hours(was)}."
            )
        case "days_to_hire" if more:
            return (
                f"Candidates wait: a hire takes {format_days(now)} instead of "
                f"{format_days(was)}."
            )
        case "left_per_100_hires" if more:
            return (
                f"Candidates leave: {_count(now)} leave for 100 hires instead of "
                f"{_count(was)}."
            )
        case "rescinded_per_100_hires" if more:
            return (
                f"Candidates lose offers: {_count(now)} are taken back for 100 hires "
                f"instead of {_count(was)}."
            )
        case "openings_filled" if one.verdict is Verdict.WORSE:
            return (
                f"Departments wait: {_count(100 * now)} of 100 openings are filled "
                f"instead of {_count(100 * was)}."
            )
    return ""


def _fees(before: SimulatedVariant, after: SimulatedVariant) -> Iterator[str]:
    more = more_fees(before, after)
    if more <= 0:
        return
    words = f"The employer pays {format_money(more, after.currency)} more for each hire"
    hires = next((one.number for one in after.lines if one.key == "hires"), None)
    if hires is not None:
        a_year = format_money(more * hires.mean, after.currency)
        words += f", {a_year} a year"
    yield f"{words}."


def _stated(cost: ChangeCost | None, currency: str) -> Iterator[str]:
    if cost is not None:
        yield f"The changes cost {money_of(cost, currency)}, as the file states."


def _hours(hours: float) -> str:
    return f"{format_number(hours, 0 if hours >= 9.95 else 1)} h"


def _count(number: float) -> str:
    return format_number(number, 0 if number >= 9.95 else 1)
