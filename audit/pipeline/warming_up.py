"""How long the runs of a plan warm up: what it says, or what the course of runs asks.

The plan's days are the least, so that different files are looked at in the same way.
Where the mean course over the first runs takes longer to settle, its days are taken,
for all variants of a comparison the longest of all. A course that never settles would
not after any time: the plan's days stay, and the reader is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audit.errors import SimulationStopped
from audit.pipeline.run_plan import RunPlan
from audit.result.simulation import WarmUp
from audit.simulation import Scenario, Workers
from audit.simulation.assembly import Assembled
from audit.simulation.warm_up import PILOT_RUNS, warm_up_days


def warmed_up(
    plan: RunPlan, scenarios: Sequence[Scenario], workers: Workers | None = None
) -> RunPlan:
    """Return the plan with the days that its runs warm up, and why so many.

    Args:
        plan: says how many days at the least, or how many.
        scenarios: variants that are measured in the same days.
        workers: who makes the first runs; all cores of this machine unless given.

    Raises:
        SimulationError: a scenario has no answer.
        SimulationStopped: an interrupt.
    """
    if plan.warm_up is WarmUp.ASKED:
        return plan
    runs = min(PILOT_RUNS, plan.runs or PILOT_RUNS)
    try:
        found = [warm_up_days(one, runs, plan.seed, workers) for one in scenarios]
    except KeyboardInterrupt as stopped:
        raise SimulationStopped from stopped
    settled = [days for days in found if days is not None]
    needed = max(settled, default=0.0)
    if len(settled) < len(found):
        why, after = WarmUp.UNSETTLED, None
    else:
        why, after = (
            WarmUp.RUNS if needed > plan.warm_up_days else WarmUp.LEAST,
            needed,
        )
    return replace(
        plan,
        warm_up_days=max(plan.warm_up_days, needed),
        warm_up=why,
        settled_after=after,
    )


def in_window(made: Assembled, plan: RunPlan) -> Assembled:
    """Return a scenario with the window of a plan."""
    return replace(made, scenario=replace(made.scenario, window=plan.window))
