"""How much of a process is simulated, and by which rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from audit.result.simulation import SimulationSettings, WarmUp
from audit.simulation import Precision, Window

RunProgress = Callable[[int, int], None]
"""Called with the runs done and the runs planned so far."""

RULES = (
    "Queues: work of a higher priority goes first, then whoever has waited longest; "
    "what was begun is finished. Whoever has finished a job is free for those who wait "
    "before the candidate just served moves on.",
    "Clock: it starts for a candidate with the application, for an opening when it is "
    "first posted.",
    "Days to hire: from the application to the end of the last step, of those hired; "
    "days to fill: from the posting until its last position is taken.",
    "What is posted in the measured time counts, with all who apply for it; where "
    "nothing is posted, who applies in that time. Waits in parallel branches each "
    "count.",
)
_DAYS_PER_YEAR = 365.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlan:
    """How much to simulate."""

    years: float = 2.0
    """Measured time of each run."""
    runs: int | None = None
    """None: as many as the headline numbers need, from 30 to the most allowed."""
    most_runs: int = 300
    seed: int = 0
    confidence: float = 0.95
    warm_up_days: float = 182.0
    """The least, unless it was asked for; see `audit.pipeline.warming_up`."""
    warm_up: WarmUp = WarmUp.LEAST
    settled_after: float | None = None
    """Days that the course of the first runs asked for, where it was looked at."""
    cool_down_days: float = 182.0

    @property
    def window(self) -> Window:
        """What part of a run is measured."""
        return Window(
            warm_up=self.warm_up_days,
            measured=self.years * _DAYS_PER_YEAR,
            cool_down=self.cool_down_days,
        )

    @property
    def precision(self) -> Precision:
        """When a study has run enough."""
        if self.runs is not None:
            return exactly(self.runs, self.confidence)
        return Precision(confidence=self.confidence, most_runs=self.most_runs)

    @property
    def settings(self) -> SimulationSettings:
        """What a result says about how its runs were made."""
        return SimulationSettings(
            seed=self.seed,
            confidence=self.confidence,
            warm_up_days=self.warm_up_days,
            warm_up=self.warm_up,
            settled_after=self.settled_after,
            measured_days=self.years * _DAYS_PER_YEAR,
            cool_down_days=self.cool_down_days,
            rules=RULES,
        )


def exactly(runs: int, confidence: float) -> Precision:
    """Return the precision of a study that makes this many runs, whatever they say."""
    return Precision(confidence=confidence, least_runs=runs, most_runs=runs)
