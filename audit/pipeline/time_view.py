"""Calendar time as the result carries it."""

from __future__ import annotations

import math

from audit.analysis import Analysis, FlowTime
from audit.ledger import Ledger
from audit.model import Law, Side
from audit.result import Histogram, Silence, TimeResult
from audit.units import MINUTES_PER_DAY

WORKING_MINUTES_PER_DAY = 480
"""Eight hours; the usual basis of flow efficiency in working time."""
_MOST_BINS = 48


def time_result(analysis: Analysis, ledger: Ledger) -> TimeResult:
    """Return the calendar time of a hire, with its law in bins."""
    law = ledger.flow_time
    timed = [s for s in analysis.process.steps if s.id in analysis.in_clock]
    waits = [step.wait.takes for step in timed if step.wait is not None]
    touch = sum(
        analysis.work_visits[step] * minutes
        for step, minutes in ledger.touch_minutes.items()
    )
    silence = analysis.longest_silence
    stated = bool(waits) and law.mean > 0
    # Touch time that most steps do not state would flatter the waiting.
    efficient = stated and _effort_known(analysis, ledger)
    return TimeResult(
        mean=law.mean,
        deviation=law.deviation,
        p50=law.p50 if stated else None,
        p90=law.p90 if stated else None,
        contributions=dict(law.contributions),
        histogram=histogram(law) if stated else None,
        outcomes=dict(ledger.outcome_days),
        touch_minutes=touch,
        flow_efficiency=touch / MINUTES_PER_DAY / law.mean if efficient else None,
        flow_efficiency_working=(
            touch / WORKING_MINUTES_PER_DAY / law.mean if efficient else None
        ),
        waits_stated=len(waits),
        waits_missing=sum(s.wait is None and s.every is None for s in timed),
        waits_with_range=sum(wait.law is not Law.POINT for wait in waits),
        longest_silence=(
            None if silence is None else Silence(days=silence[0], steps=silence[1])
        ),
        lattice_step=law.step if stated else None,
    )


def _effort_known(analysis: Analysis, ledger: Ledger) -> bool:
    """Return whether at least half of the people's timed steps state some effort."""
    process = analysis.process
    steps = [
        step.id
        for step in process.steps
        if step.id in analysis.in_clock
        and process.role(step.role).side is not Side.SYSTEM
    ]
    stated = sum(bool(ledger.visit_lines[step].effort) for step in steps)
    return bool(steps) and 2 * stated >= len(steps)


def histogram(law: FlowTime) -> Histogram:
    """Gather a law into at most 48 bins whose width is a power of two of a day."""
    span = (len(law.mass) - 1) * law.step
    width = law.step * 2.0 ** max(
        0, math.ceil(math.log2(max(span / law.step / _MOST_BINS, 1)))
    )
    cells = round(width / law.step)
    bins = [math.fsum(law.mass[k : k + cells]) for k in range(0, len(law.mass), cells)]
    first = next((k for k, share in enumerate(bins) if share > 1e-6), 0)
    last = max((k for k, share in enumerate(bins) if share > 1e-6), default=0)
    return Histogram(
        start=first * width, width=width, shares=tuple(bins[first : last + 1])
    )
