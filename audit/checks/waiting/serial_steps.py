"""Serial steps: one after the other what could run side by side.

What it is
Checks, tests and desk work of different people, each waiting for the one before without
needing anything from it.

Why it hurts
Every one adds its whole wait to the calendar. Side by side only the longest counts, and
nobody works more.

How it is measured
Runs of consecutive steps of different roles, of kind check, test or work, each with a
wait of at least 1 day, each the only way on from the last; of the cases at most 10 %
may end at a step, else the order is a filter. Two steps of desk work, steps that ask
for the same data, of which two are mandated, or that mark the notice of the candidate,
are left in order. Value: the days of the run less its longest wait, times its visits.
The bounds and levels are our judgement.

What usually helps
Start all of them on the same day, and go on when the last is done.

What the law asks
Medical examinations stay after the conditional offer; the disclosure of a background
check stays before the check.

Source
TIM-10 and TIM-09 (days that a background check and a drug test add) and TIM-23.
"""

from __future__ import annotations

import math

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Excuse,
    Family,
    Fired,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER, unstated
from audit.model import Flow, FlowKind, Step, StepKind
from audit.units import format_days

LEAST_WAIT = 1
MOST_ENDING = 10
KINDS = frozenset({StepKind.CHECK, StepKind.TEST, StepKind.WORK})


def look(facts: Facts) -> Answer:
    """Find runs of steps that could begin together."""
    long = _long(facts)
    pairs = _pairs(facts, long)
    runs = serial_runs(facts)
    unclear = [s for s in long if s.id in pairs or s.id in pairs.values()]
    missing = unstated(facts, lambda step: step.kind, key="kind", concerned=unclear)
    if not runs:
        if missing:
            return Unknown(missing=missing)
        if not pairs:
            return NotApplicable(note="No two long waits follow each other directly.")
        return Passed(note="No steps in a row could begin together.")
    saved = math.fsum(_saved(facts, run) for run in runs)
    return Fired(
        title=f"{format_days(saved)} per hire that steps in a row would save side by "
        "side",
        value=saved,
        steps=tuple(
            Shown(
                step=step,
                amount=_saved(facts, run) / len(run),
                note=_note(step),
                numbers=(step.wait.takes,) if step.wait is not None else (),
            )
            for run in runs
            for step in run
        ),
        decide="Start "
        + "; ".join(" and ".join(f"“{step.name}”" for step in run) for run in runs)
        + f" on the same day, which saves {format_days(saved)}.",
        missing=missing,
    )


def serial_runs(facts: Facts) -> list[list[Step]]:
    """Return the runs of steps that could begin together, each in its order."""
    long = _long(facts)
    return _runs(facts, [s for s in long if s.kind in KINDS], _pairs(facts, long))


def _long(facts: Facts) -> list[Step]:
    """Return the steps on the way to a hire that wait long enough to matter."""
    return [
        s
        for s in facts.steps
        if s.wait is not None
        and s.wait.takes.mean >= LEAST_WAIT
        and facts.visits[s.id] > EVER
    ]


def _pairs(facts: Facts, long: list[Step]) -> dict[str, str]:
    """Return the long waits that follow another directly, by the id of that other."""
    waiting = {s.id for s in long}
    pairs: dict[str, str] = {}
    for step in long:
        after = _only_next(facts, step)
        if after in waiting and _is_only_before(facts, step.id, after):
            pairs[step.id] = after
    return pairs


def _note(step: Step) -> str:
    return f"waits {format_days(step.wait.takes.mean)}" if step.wait else ""


def _only_next(facts: Facts, step: Step) -> str:
    """Return the one node that nearly all cases go to; empty when there is none."""
    shares = facts.analysis.shares[step.id]
    onwards: dict[str, float] = {}
    for flow, share in zip(step.flows, shares, strict=True):
        if share > 0 and _goes_on(facts, flow):
            onwards[flow.to] = onwards.get(flow.to, 0.0) + share
    if len(onwards) != 1:
        return ""
    ((to, share),) = onwards.items()
    return to if 100 * share >= 100 - MOST_ENDING - EVER else ""


def _goes_on(facts: Facts, flow: Flow) -> bool:
    return flow.kind is FlowKind.FLOW and flow.to in facts.analysis.nodes


def _is_only_before(facts: Facts, step_id: str, after: str) -> bool:
    return list(facts.analysis.forward.predecessors(after)) == [step_id]


def _runs(facts: Facts, steps: list[Step], pairs: dict[str, str]) -> list[list[Step]]:
    """Return runs of at least two steps, each apart from all before it."""
    free = {step.id for step in steps}
    runs: list[list[Step]] = []
    taken: set[str] = set()
    for step in steps:
        run = [step]
        while step.id not in taken and pairs.get(run[-1].id) in free:
            following = facts.by_id[pairs[run[-1].id]]
            if following.id in taken or not all(_apart(one, following) for one in run):
                break
            run.append(following)
        if len(run) > 1:
            taken.update(one.id for one in run)
            runs.append(run)
    return runs


def _apart(first: Step, second: Step) -> bool:
    """Return whether two steps need nothing of each other, as far as the file says."""
    return (
        first.role != second.role
        and not set(first.asks or ()) & set(second.asks or ())
        and not (first.kind is second.kind is StepKind.WORK)
        and not (first.mandate and second.mandate)
        and not (first.commits or second.commits)
    )


def _saved(facts: Facts, run: list[Step]) -> float:
    waits = [step.wait.takes.mean for step in run if step.wait is not None]
    visits = min(facts.analysis.visits[step.id] for step in run)
    return visits * (math.fsum(waits) - max(waits))


CHECK = Check(
    id="serial-steps",
    code="F38",
    family=Family.WAITING,
    side=Bearer.BOTH,
    unit="days per hire",
    levels=((0, 2), (3, 3), (10, 4)),
    factors=(),
    excuse=Excuse.NOTHING,
    guards=("ADA", "FCRA"),
    look=look,
    doc=__doc__,
)
