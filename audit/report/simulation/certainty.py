"""How sure a simulation is: how many runs, why no more, and of what it is certain."""

from __future__ import annotations

from audit.report.page.amounts import whole_share
from audit.report.page.names import listing, shorten
from audit.report.simulation.words import label_of
from audit.result.simulation import (
    SimulatedVariant,
    SimulationScenarios,
    SimulationSettings,
    Stopping,
    WarmUp,
)
from audit.units import format_number, plural

_WHY = {
    Stopping.PRECISE: "as many as it took for each headline number to be within "
    "5 % of its mean",
    Stopping.CAP: "the most allowed; some headline number is less precise than 5 % "
    "of its mean",
    Stopping.ASKED: "as many as asked for",
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
        f"{_made(variant, variant.stopping)}, each of "
        f"{plural(settings.measured_days / 365, 'year')}, seed {settings.seed}. "
        f"Before that, {warm_up(settings)}. A range beside a "
        f"number is the {whole_share(settings.confidence)} interval of its mean. It "
        "holds for this model of the process, not for the world."
    )


def how_sure_of_all(result: SimulationScenarios) -> str:
    """Return the same of several processes, and which of them an interrupt cut short.

    Nothing without a run.
    """
    words = how_sure(result.before, result.settings)
    return words if _is_pair(result) else " ".join((words, stopped_any(result))).strip()


def stopped(variant: SimulatedVariant) -> str:
    """Return after how many runs an interrupt ended, as a sentence; else nothing."""
    if variant.stopping is not Stopping.INTERRUPTED:
        return ""
    return f"{_made(variant, variant.stopping)}."


def stopped_any(result: SimulationScenarios) -> str:
    """Return which processes an interrupt cut short, in sentences; else nothing."""
    if _is_pair(result):
        return stopped(result.before)
    sentences = [
        f"“{shorten(label_of(pair.after))}”: {stopped(pair.after).lower()}"
        for pair in result.pairs
        if pair.after.stopping is Stopping.INTERRUPTED
    ]
    if result.left_out:
        names = listing([f"“{shorten(name)}”" for name in result.left_out])
        sentences.append(f"Stopped before the runs of {names}: nothing is said there.")
    return " ".join(sentences)


def _is_pair(result: SimulationScenarios) -> bool:
    """Return whether one after was asked for; its runs are those of the before."""
    return len(result.pairs) + len(result.left_out) == 1


def _made(variant: SimulatedVariant, why: Stopping) -> str:
    if why is Stopping.INTERRUPTED:
        return (
            f"Stopped after {format_number(variant.runs)} of "
            f"{plural(variant.planned_runs, 'run')}"
        )
    return f"{plural(variant.runs, 'run')} ({_WHY[why]})"
