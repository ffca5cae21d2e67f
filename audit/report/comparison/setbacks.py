"""What got worse, a line each: findings, work, numbers, changes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, zip_longest
from math import inf

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.credit import adders
from audit.report.comparison.pointers import Pointer
from audit.report.comparison.seen import (
    finding_got_worse,
    is_seen,
    line_got_worse,
    points_seen,
)
from audit.report.comparison.wording import ARROW, SIDES, signed
from audit.report.page.amounts import amount
from audit.report.page.names import capital, shorten
from audit.result import (
    ComparisonResult,
    DifferenceLine,
    FindingChange,
    Shift,
    StepPair,
    Verdict,
)

NOTHING = "Nothing that we can measure got worse"


ONCE = "_designed"
"""Ends the key of a number that counts each step once."""

_COUNTED = frozenset({"score", "vector", "time", "people"})
"""Groups whose lines may stand on the first screen; the others repeat them."""


def setbacks(result: ComparisonResult, addresses: Addresses) -> tuple[Pointer, ...]:
    """Return everything that got worse, a line each, the kinds taking turns.

    Taking turns lets the first screen show one of each kind, where there are many.
    """
    kinds: tuple[Iterable[Pointer], ...] = (
        adders(result, addresses),
        _finding_pointers(result),
        shifts(result, addresses),
        _line_pointers(result),
    )
    turns = chain.from_iterable(zip_longest(*kinds))
    return tuple(pointer for pointer in turns if pointer is not None)


def _finding_pointers(result: ComparisonResult) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(
            text=f"{'New' if change.verdict is Verdict.ADDED else 'Worse'}: "
            f"{shorten(change.title_after or change.name, 120)}",
            href=f"#f-{change.check}",
        )
        for change in worse_findings(result)
    )


def worse_findings(result: ComparisonResult) -> tuple[FindingChange, ...]:
    """Return findings that are new or weigh more, gravest first."""
    found = [f for f in result.findings if finding_got_worse(f)]
    return tuple(sorted(found, key=lambda f: (-(f.severity_after or 0), f.code)))


def twins(result: ComparisonResult) -> int:
    """Return how many numbers got worse in a second count that stands for itself."""
    return sum(map(line_got_worse, result.lines)) - len(worse_lines(result))


def worse_lines(result: ComparisonResult) -> tuple[DifferenceLine, ...]:
    """Return numbers that got worse, in the order of the table.

    What is counted in two ways, for each hire and each step once, stands here once.
    """
    found = [line for line in result.lines if line_got_worse(line)]
    keys = {line.key for line in found}
    return tuple(
        line for line in found if line.key.removesuffix(ONCE) not in keys - {line.key}
    )


def worse_steps(result: ComparisonResult) -> tuple[StepPair, ...]:
    """Return steps that hold more friction, those with most more first."""
    found = [
        pair
        for pair in result.steps
        if pair.verdict is Verdict.WORSE
        and points_seen(pair.points_before, pair.points_after)
    ]
    return tuple(sorted(found, key=lambda pair: pair.points_before - pair.points_after))


def _line_pointers(result: ComparisonResult) -> tuple[Pointer, ...]:
    lines = [line for line in worse_lines(result) if line.group in _COUNTED]
    currency = result.after.process.currency
    return tuple(
        Pointer(
            text=f"{line.label}: {_turned(line, currency)}",
            href="#numbers",
        )
        for line in sorted(lines, key=lambda line: -_rise(line))
    )


def _turned(line: DifferenceLine, currency: str) -> str:
    """Return both values; the change where rounding makes them look the same."""
    values = [amount(x, line.unit, currency) for x in (line.before, line.after)]
    if values[0] == values[1]:
        return signed(line.change, line.unit, currency)
    return f" {ARROW} ".join(values)


def _rise(line: DifferenceLine) -> float:
    if line.change is None:
        return 0.0
    return abs(line.change / line.before) if line.before else inf


def shifts(result: ComparisonResult, addresses: Addresses) -> tuple[Pointer, ...]:
    """Return what one side works more while the other works less, a line each."""
    return tuple(
        Pointer(text=_shift(shift, result, addresses), href="#worse")
        for shift in result.shifts
        if is_seen(shift.minutes, "minutes")
    )


def _shift(shift: Shift, result: ComparisonResult, addresses: Addresses) -> str:
    """Return how much more and how much less; not that the one came from the other.

    One change can add work here while another saves some there, and minutes do not tell
    whether any of it moved.
    """
    more, less = (
        amount(abs(_growth(side, result)), "minutes")
        for side in (shift.target, shift.source)
    )
    where = addresses.steps_in_words(shift.steps)
    told = f" (more in {where})" if where else ""
    does = "work" if shift.target == "employer" else "works"
    did = "work" if shift.source == "employer" else "works"
    return (
        f"{capital(SIDES.get(shift.target, shift.target))} {does} {more} more for each "
        f"hire{told}, while {SIDES.get(shift.source, shift.source)} {did} {less} less"
    )


def _growth(side: str, result: ComparisonResult) -> float:
    """Return the minutes per hire that a side works more."""
    before, after = result.before.sides[side], result.after.sides[side]
    return (after.minutes or 0.0) - (before.minutes or 0.0)
