"""How sure a simulation is: how many runs, why no more, and of what it is certain."""

from __future__ import annotations

from audit.report.page.amounts import whole_share
from audit.result.simulation import SimulatedVariant, SimulationSettings, Stopping
from audit.units import plural

_WHY = {
    Stopping.PRECISE: "as many as it took for each headline number to be within "
    "5 % of its mean",
    Stopping.CAP: "the most allowed; some headline number is less precise than 5 % "
    "of its mean",
    Stopping.ASKED: "as many as asked for",
    Stopping.INTERRUPTED: "all that were done when it was stopped",
}


def how_sure(variant: SimulatedVariant, settings: SimulationSettings) -> str:
    """Return the sentences that follow "How sure we are"; nothing without a run."""
    if variant.stopping is None:
        return ""
    return (
        f"{plural(variant.runs, 'run')} ({_WHY[variant.stopping]}), each of "
        f"{plural(settings.measured_days / 365, 'year')} after "
        f"{plural(settings.warm_up_days, 'day')} to warm up, seed "
        f"{settings.seed}. In brackets: {whole_share(settings.confidence)} intervals "
        "of the mean. They hold for this model of the process, not for the world."
    )
