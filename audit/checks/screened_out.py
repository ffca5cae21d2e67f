"""Qualified people whom a screen turns away, as a finding shows them."""

from __future__ import annotations

from collections.abc import Iterable

from audit.analysis.exact_interval import exact_interval
from audit.analysis.screening import ScreenYield
from audit.checks.base import Shown
from audit.checks.facts import Facts
from audit.model import Basis, Provenance, Quantity, Step
from audit.units import format_share


def lost_at(facts: Facts, step: Step) -> Shown:
    """Return qualified people lost for each hire at a step whose screen is known."""
    screen = facts.screens[step.id]
    return Shown(
        step=step,
        amount=facts.per_hire(step.id) * screen.qualified_lost,
        note=_note(screen),
        numbers=_numbers(step, screen),
    )


def sample_words(screen: ScreenYield) -> str:
    """Return what a sample of those turned away found; empty where there is none."""
    if screen.audited is None:
        return ""
    read, found = screen.audited.read, screen.audited.qualified
    low, high = exact_interval(found, read)
    words = (
        f"{found} of {read} turned away and read again were qualified: "
        f"{format_share(found / read)} (95 % interval {format_share(low)} to "
        f"{format_share(high)})"
    )
    if screen.stated is not None and not low <= screen.stated <= high:
        words += (
            f"; the file's other shares say {format_share(screen.stated)}, which the "
            "sample rules out"
        )
    return words


def by_samples(facts: Facts, steps: Iterable[Step]) -> str:
    """Return what the samples of some screens found, to end a sentence with."""
    told = [words for s in steps if (words := sample_words(facts.screens[s.id]))]
    return f"; {'; '.join(told)}" if told else ""


def _note(screen: ScreenYield) -> str:
    if screen.audited is None and screen.passes_qualified is not None:
        return (
            f"{format_share(1 - screen.passes_qualified)} of the qualified do not pass"
        )
    return sample_words(screen)


def _numbers(step: Step, screen: ScreenYield) -> tuple[Quantity, ...]:
    """Return what the loss rests on: the sample alone where there is one."""
    if screen.audited is not None:
        sample = Provenance(basis=Basis.MEASURED, n=screen.audited.read)
        share = screen.audited.qualified / screen.audited.read
        return (Quantity.point(share, provenance=sample),)
    if step.screen is None:
        return ()
    rates = (step.screen.qualified_share, step.screen.passes_qualified)
    return tuple(rate for rate in rates if rate is not None)
