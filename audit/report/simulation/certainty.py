"""How sure a simulation is: how many runs, why no more, and of what it is certain."""

from __future__ import annotations

from audit.report.page.amounts import whole_share
from audit.result.simulation import (
    SimulatedVariant,
    SimulationSettings,
    Stopping,
    WarmUp,
)
from audit.units import plural

_WHY = {
    Stopping.PRECISE: "as many as it took for each headline number to be within "
    "5 % of its mean",
    Stopping.CAP: "the most allowed; some headline number is less precise than 5 % "
    "of its mean",
    Stopping.ASKED: "as many as asked for",
    Stopping.INTERRUPTED: "all that were done when it was stopped",
}


def warm_up(settings: SimulationSettings) -> str:
    """Return how long the runs warm up, and why so long."""
    days = f"{plural(settings.warm_up_days, 'day')} to warm up"
    match settings.warm_up:
        case WarmUp.ASKED:
            return f"{days}, as asked for"
        case WarmUp.RUNS:
            return f"{days}, as many as the course of the first runs took to settle"
        case WarmUp.UNSETTLED:
            return (
                f"{days}; the course of the first runs never settled, so no warm-up "
                "would be long enough and the numbers are those of the time measured"
            )
        case WarmUp.LEAST if settings.settled_after is None:
            return days
        case WarmUp.LEAST:
            allowed = plural(settings.settled_after, "day")
            return f"{days}; the course of the first runs would have allowed {allowed}"


def how_sure(variant: SimulatedVariant, settings: SimulationSettings) -> str:
    """Return the sentences that follow "How sure we are"; nothing without a run."""
    if variant.stopping is None:
        return ""
    return (
        f"{plural(variant.runs, 'run')} ({_WHY[variant.stopping]}), each of "
        f"{plural(settings.measured_days / 365, 'year')}, seed {settings.seed}. "
        f"Before that, {warm_up(settings)}. In brackets: "
        f"{whole_share(settings.confidence)} intervals of the mean. They hold for "
        "this model of the process, not for the world."
    )
