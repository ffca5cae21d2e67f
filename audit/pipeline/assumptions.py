"""What an audit took for granted, and how its numbers came to be known."""

from __future__ import annotations

from collections.abc import Iterator

from audit.analysis import Analysis
from audit.checks.information.unmeasured_numbers import basis_of, stated_numbers
from audit.ledger import Ledger
from audit.model import Basis, Law, Process, Side
from audit.units import plural


def basis_shares(process: Process) -> dict[str, float]:
    """Return the share of the stated numbers by basis, strongest basis first."""
    counts = dict.fromkeys(Basis, 0)
    for step in process.steps:
        for number in stated_numbers(step):
            counts[basis_of(number, step)] += 1
    total = sum(counts.values())
    return {basis.value: n / total for basis, n in counts.items() if n and total}


def assumptions(analysis: Analysis, ledger: Ledger) -> tuple[str, ...]:
    """Return what was taken for granted, as sentences with their numbers."""
    return (*ledger.assumptions, *_about_time(analysis), *_about_people(analysis))


def _about_time(analysis: Analysis) -> Iterator[str]:
    process = analysis.process
    timed = [s for s in process.steps if s.id in analysis.in_clock]
    waits = [s.wait.takes for s in timed if s.wait is not None]
    fixed = sum(wait.law is Law.POINT for wait in waits)
    if fixed:
        yield (
            f"{plural(fixed, 'wait')} of {len(waits)} given as a single number: taken "
            "as fixed, so the true spread of the calendar time is wider than shown."
        )
    missing = [s for s in timed if s.wait is None and s.every is None]
    if missing:
        yield (
            f"{plural(len(missing), 'step')} of {len(timed)} without a wait: their "
            "waiting is not assessed; only their own work passes on the clock."
        )
    bounds = sum(wait.lower_bound for wait in waits)
    if bounds:
        yield (
            f"{plural(bounds, 'wait')} given as \u201cat least\u201d: the lower bound "
            "was counted, so the true time is longer."
        )
    outside = len(process.steps) - len(timed)
    if outside:
        yield (
            f"{plural(outside, 'step')} outside the clock "
            f"(from {process.clock.start} to {process.clock.stop}): shown, not timed."
        )
    if process.clock.days == "business":
        yield (
            "Plain days in the file are business days; each was counted as 7/5 "
            "calendar days."
        )
    if process.demand is not None:
        yield (
            "Waits are those that the file states. It also says who applies and who "
            "works: how busy people make the waits longer, and who leaves meanwhile, "
            "is for a simulation (`--simulate`)."
        )


def _about_people(analysis: Analysis) -> Iterator[str]:
    process = analysis.process
    some = [s for s in process.steps if s.applies_to is not None]
    if some:
        yield (
            f"{plural(len(some), 'step')} for some people only: those who do not need "
            "it go on by its forward flows."
        )
    outside = [
        s for s in process.steps if process.role(s.role).side is Side.THIRD_PARTY
    ]
    if outside:
        yield (
            f"{plural(len(outside), 'step')} of outsiders who are neither employer nor "
            "vendor: shown, not priced."
        )
