"""What leadership is asked: make these changes, measure this, supply that."""

from __future__ import annotations

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.benefits import lacks_vacancy
from audit.report.comparison.credit import attribution
from audit.report.comparison.headline import direction, is_sure
from audit.report.comparison.pointers import Pointer
from audit.report.comparison.wording import NEW, money_range
from audit.report.page.amounts import whole_share
from audit.report.page.names import listing, shorten
from audit.result import ChangeLine, ComparisonResult, Spread, StepOutline, Verdict
from audit.units import format_number

SHOWN = 3
"""Changes that a decision names."""
NAMES = 150
"""Characters of all their names together."""
ENOUGH = 0.8
"""Share of the gain that the named changes should hold together."""

_KNOWN = frozenset({"measured", "published", "reported"})
"""Bases of numbers that somebody has seen."""
_SIDES = {
    "points_candidate": "the candidate's work",
    "points_employer": "the work of staff",
    "points_time": "the waits",
}
"""Number that is not known where one file keeps quiet -> what it keeps quiet about."""


def decisions(result: ComparisonResult, addresses: Addresses) -> tuple[Pointer, ...]:
    """Return what to decide, most weighty first: make, weigh, measure, supply."""
    if result.same:
        return ()
    uneven = _write_down(result)
    asked = (
        uneven or _make(result, addresses),
        None if uneven else _weigh(result, addresses),
        _measure(result, addresses),
        _supply(result, addresses),
    )
    return tuple(pointer for pointer in asked if pointer is not None)


def _write_down(result: ComparisonResult) -> Pointer | None:
    """Return what to state before anything can be decided; None where both files do.

    Where only one file says what a side does, its points are partly what was written
    down, and nobody should keep or change a process for that.
    """
    silent = [
        _SIDES[line.key]
        for line in result.lines
        if line.key in _SIDES and line.verdict is Verdict.UNKNOWN
    ]
    if not silent:
        return None
    return Pointer(
        text=(
            f"Write {listing(silent)} down in both files before you choose: only one "
            "of them says it, so the difference in points is partly what was written."
        ),
        href="#worse",
    )


def _make(result: ComparisonResult, addresses: Addresses) -> Pointer | None:
    """Return the few changes with most of the gain, and what is known of the cost."""
    if direction(result) > 0:
        return Pointer(text=_keep(result), href="#bought")
    if direction(result) == 0:
        return None
    score = attribution(result.credit, "score")
    if score is None:
        return Pointer(text="Make the changes together.", href="#bought")
    gains = [share for share in score.shares if share.gain > 0]
    total = sum(share.gain for share in gains)
    named, held = [], 0.0
    for share in gains[:SHOWN]:
        named.append(share.change)
        held += share.gain
        if held >= ENOUGH * total:
            break
    limit = NAMES // len(named)
    names = listing([f"“{addresses.change_name(name, limit)}”" for name in named])
    if not is_sure(result):
        return Pointer(
            text=f"Try {names} with a few hires first: the gain is not sure.",
            href="#sure",
        )
    words = f"Make {names}"
    if len(gains) > 1:
        verb = "they hold" if len(named) > 1 else "it holds"
        part = "all" if len(named) == len(gains) else whole_share(held / total)
        words += f": {verb} {part} of what is gained"
    changes = [c for name in named if (c := addresses.change(name)) is not None]
    if costs := _costs(changes, result.after.process.currency):
        words += f". {costs}"
    return Pointer(text=f"{words}.", href="#bought")


def _keep(result: ComparisonResult) -> str:
    points = format_number(result.after.score - result.before.score, 1)
    return f"Keep the old process for now: the new one adds {points} points."


def _costs(changes: list[ChangeLine], currency: str) -> str:
    stated = [change.cost for change in changes if change.cost is not None]
    parts = []
    for spreads, when in (
        ([cost.one_off for cost in stated if cost.one_off], "once"),
        ([cost.per_year for cost in stated if cost.per_year], "a year"),
    ):
        if spreads:
            parts.append(f"{money_range(_sum(spreads), currency)} {when}")
    if not parts:
        return ""
    silent = len(changes) - len(stated)
    words = f"Cost: {listing(parts)}"
    return f"{words}; not stated for {silent} of {len(changes)}" if silent else words


def _sum(spreads: list[Spread]) -> Spread:
    return Spread(
        low=sum(spread.low for spread in spreads),
        likely=sum(spread.likely for spread in spreads),
        high=sum(spread.high for spread in spreads),
    )


def _weigh(result: ComparisonResult, addresses: Addresses) -> Pointer | None:
    """Return the change that adds most friction; it may be there for a good reason."""
    score = attribution(result.credit, "score")
    if score is None or score.shares[-1].gain > -0.5:
        return None
    worst = min(score.shares, key=lambda share: share.gain)
    points = format_number(-worst.gain, 1)
    name = addresses.change_name(worst.change, 60)
    href = f"#{addresses.change_id(worst.change) or 'bought'}"
    return Pointer(
        text=f"Weigh “{name}” against what it is for: it adds {points} points.",
        href=href,
    )


def _measure(result: ComparisonResult, addresses: Addresses) -> Pointer | None:
    """Return the step whose unseen numbers weigh most in what is left."""
    unseen = [
        step
        for step in result.after.process.steps
        if step.basis not in _KNOWN and step.points > 0
    ]
    if not unseen or not result.after.score:
        return None
    step = max(unseen, key=lambda step: (step.points, -step.number))
    share = whole_share(step.points / result.after.score)
    return Pointer(
        text=(
            f"Measure step {step.number} “{shorten(step.name, 60)}” first: it holds "
            f"{share} of the friction of {NEW}, and {_basis(step)}."
        ),
        href=f"#s-{step.number}",
    )


def _basis(step: StepOutline) -> str:
    if step.basis == "not stated":
        return "the file does not say where its numbers come from"
    return f"its numbers are {step.basis}"


def _supply(result: ComparisonResult, addresses: Addresses) -> Pointer | None:
    """Return the first thing that only the client knows and the case lacks."""
    benefits = result.benefits
    if benefits.hires_per_year is None:
        text = (
            "Say how many are hired a year: without it nothing can be said of a year."
        )
    elif benefits.costs_unstated:
        names = addresses.change_names(benefits.costs_unstated, shown=2)
        cost = "costs" if len(benefits.costs_unstated) == 1 else "cost"
        text = f"Say what {names} {cost}: without it the case looks too good."
    elif lacks_vacancy(result):
        text = "Say what a day of an empty post costs you: there is no default for it."
    else:
        return None
    return Pointer(text=text, href="#benefits")
