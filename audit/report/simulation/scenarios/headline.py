"""The sentence that answers for all scenarios: what is free, and what is fastest."""

from __future__ import annotations

from audit.report.page.names import capital, listing
from audit.report.simulation.scenarios.remedies import change_of
from audit.report.simulation.words import figure
from audit.result.difference import Verdict
from audit.result.simulation import SimulatedPair, SimulationScenarios
from audit.units import plural

QUICK = "Screening numbers of several scenarios, without a run"


def answer(result: SimulationScenarios, names: tuple[str, ...]) -> str:
    """Return which scenarios nobody pays for, and which one makes hires fastest."""
    if not result.before.lines:
        return QUICK
    free = [
        name
        for pair, name in zip(result.pairs, names, strict=True)
        if helps(pair) and not hurts(pair)
    ]
    parts = [_free(free, len(names))]
    if quickest := _fastest(result, names):
        parts.append(quickest)
    return capital("; ".join(parts))


def helps(pair: SimulatedPair) -> bool:
    """Say whether a headline number gets better by more than chance."""
    return any(one.headline and one.verdict is Verdict.BETTER for one in pair.changes)


def hurts(pair: SimulatedPair) -> bool:
    """Say whether somebody pays, or a headline number gets worse.

    The stated cost of the changes is told beside it: a simulation does not count it.
    """
    worse = any(one.headline and one.verdict is Verdict.WORSE for one in pair.changes)
    return worse or len(pair.paid_by) > int(pair.cost is not None)


def _free(free: list[str], count: int) -> str:
    if free:
        names = listing([f"“{name}”" for name in free])
        return f"nobody pays for {names} in what a simulation counts"
    if count == 1:
        return "the scenario helps nothing, or somebody pays for it"
    return f"each of {plural(count, 'scenario')} helps nothing, or somebody pays for it"


def _fastest(result: SimulationScenarios, names: tuple[str, ...]) -> str:
    faster = [
        (one.change.mean, name, one)
        for pair, name in zip(result.pairs, names, strict=True)
        if (one := change_of(pair, "days_to_hire")) and one.verdict is Verdict.BETTER
    ]
    if not faster:
        return ""
    _, name, one = min(faster, key=lambda found: found[0])
    now, was = (figure(x.mean, "days") for x in (one.after, one.before))
    return f"“{name}” is fastest: {now} to hire instead of {was}"


def lede(result: SimulationScenarios) -> str:
    """Return how the scenarios were compared, in a sentence or two."""
    if not result.before.lines:
        return (
            "Nothing was simulated: these are screening numbers, some per cent off. "
            "They show where to look."
        )
    return (
        "Each scenario met the same applicants on the same days as the process before, "
        "so that what differs is the process. What the changes themselves cost is told "
        "as the files state it, and is no part of the numbers."
    )
