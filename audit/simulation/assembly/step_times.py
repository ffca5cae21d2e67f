"""What time a step takes: work of its role in working hours, and delay by the clock.

The delay is `delay`, or follows from `wait`: a wait for the queue is made by the run
itself; of any other wait it is what the work and half a batch leave. A role without a
queue takes the times of the file whole, as the exact engine does.
"""

from __future__ import annotations

from audit.model import Side, Step, WaitCause
from audit.simulation.assembly.laws_of import law_of, less, shifted
from audit.simulation.laws import DurationLaw, point
from audit.simulation.scenario import Batch, DelayCause
from audit.units import MINUTES_PER_HOUR

_PER_MINUTE = 1 / MINUTES_PER_HOUR
_OF_CANDIDATES = frozenset({WaitCause.CANDIDATE, WaitCause.NOTICE})


def work_of(step: Step, own_minutes: float) -> DurationLaw | None:
    """Return the law of the hours that one visit takes of the step's own role.

    Args:
        step: with its stated work, which may be a range.
        own_minutes: the same with the paperwork listed, on average.
    """
    stated = step.quantities.work
    if stated is None:
        return point(own_minutes * _PER_MINUTE) if own_minutes > 0 else None
    return law_of(shifted(stated, max(0.0, own_minutes - stated.mean)), _PER_MINUTE)


def delay_of(step: Step, work: DurationLaw | None, pooled: bool) -> DurationLaw | None:
    """Return the law of the days that pass beside queue and work.

    Args:
        step: the step.
        work: hours of its own role.
        pooled: whether it waits for people who may be busy.
    """
    if step.delay is not None:
        return law_of(step.delay)
    if step.wait is None or (pooled and makes_its_wait(step)):
        return None
    half_batch = step.every.mean / 2 if step.every else 0.0
    work_days = work.mean / 24 if work and pooled else 0.0
    return law_of(less(step.wait.takes, work_days + half_batch))


def holds_its_work(step: Step) -> bool:
    """Say whether the stated time of a step without a queue has the work in it."""
    return step.delay is None and (step.wait is not None or step.every is not None)


def makes_its_wait(step: Step) -> bool:
    """Say whether the wait of a step with a queue is left to the run."""
    return (
        step.delay is None
        and step.wait is not None
        and step.wait.cause is WaitCause.QUEUE
    )


def cause_of(step: Step, side: Side) -> DelayCause:
    """Return whom the delay waits for."""
    stated = step.wait.cause if step.wait else None
    if stated in _OF_CANDIDATES or (side is Side.CANDIDATE and stated is None):
        return DelayCause.CANDIDATE
    return DelayCause.OUTSIDE


def batch_of(step: Step) -> Batch | None:
    """Return the moments at which a step begins."""
    if step.every is None or step.every.mean <= 0:
        return None
    return Batch(
        every_days=step.every.mean,
        offset_days=step.first.mean if step.first else 0.0,
    )
