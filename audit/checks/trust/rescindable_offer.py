"""Rescindable offer: an offer that the employer can still take back.

What it is
Ways from an offer to its withdrawal: the position was filled, a check came back late, a
budget was cut. Worst after the candidate has given notice elsewhere.

Why it hurts
The candidate may have resigned, moved or turned down others, and ends with no job. The
story is told in town for years. In some states it can be claimed for.

How it is measured
Offers rescinded for every 100 hires, by the file's own shares: endings in `rescinded`,
and every ending by the employer that can come after a step marked `commits`. Severity
4, and 5 where any of it can come after that step.

What usually helps
Lock the position when the offer is made. Resolve every condition before the candidate
gives notice. Keep one list of open positions that all recruiters share.

What the law asks
Conditional offers are lawful; say the conditions in writing and keep to them.

Source
LEG-12 (advice on rescinded offers) and CX-16 (no figure on how often it happens was
found, so the file's own count is all there is).
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
    Passed,
    Shown,
)
from audit.checks.facts import Ending, Facts
from audit.checks.tally import EVER
from audit.checks.wording import counted, on_steps, rounded
from audit.model import Quantity, Step

RESCINDED = "rescinded"


def look(facts: Facts) -> Answer:
    """Find the ways from an offer to its withdrawal."""
    late = after_commitment(facts)
    undone = [
        ending
        for ending in facts.endings
        if ending.share > EVER
        and (ending.outcome.id == RESCINDED or ending.step.id in late)
    ]
    if not undone:
        return Passed(note="The file draws no way from an offer to its withdrawal.")
    shares: dict[str, float] = {}
    for ending in undone:
        shares[ending.step.id] = shares.get(ending.step.id, 0.0) + ending.share
    per_hundred = {
        step: 100 * share / facts.analysis.hired_share for step, share in shares.items()
    }
    total = math.fsum(per_hundred.values())
    worst = math.fsum(n for step, n in per_hundred.items() if step in late)
    part = "all" if worst >= total - EVER else rounded(worst)
    after = f", {part} of them after notice is given" if worst else ""
    steps = tuple(
        Shown(
            step=step,
            amount=per_hundred[step.id],
            note=_note(step, step.id in late, undone),
            numbers=_shares_of(step, undone),
        )
        for step in facts.steps
        if step.id in per_hundred
    )
    return Fired(
        title=f"{counted(total, 'offer')} rescinded per 100 hires{after}, "
        f"{on_steps(steps)}",
        value=total,
        steps=steps,
        severity=5 if worst else 4,
        decide="Lock the position when the offer is made, and resolve every condition "
        "before the candidate gives notice.",
    )


def after_commitment(facts: Facts) -> frozenset[str]:
    """Return the steps that can come after the candidate has given notice."""
    late: frozenset[str] = frozenset()
    for step in facts.steps:
        if step.commits:
            late |= facts.after(step.id)
    return late


def _note(step: Step, is_late: bool, undone: list[Ending]) -> str:
    outcomes = {ending.outcome.id for ending in undone if ending.step.id == step.id}
    reasons = dict.fromkeys(
        flow.reason for flow in step.flows if flow.to in outcomes and flow.reason
    )
    words = [*reasons, *(["after notice is given"] if is_late else [])]
    return ", ".join(words)


def _shares_of(step: Step, undone: list[Ending]) -> tuple[Quantity, ...]:
    outcomes = {ending.outcome.id for ending in undone if ending.step.id == step.id}
    return tuple(
        flow.share
        for flow in step.flows
        if flow.to in outcomes and flow.share is not None
    )


CHECK = Check(
    id="rescindable-offer",
    code="F28",
    family=Family.TRUST,
    side=Bearer.CANDIDATE,
    unit="rescinded offers per 100 hires",
    levels=((0, 4),),
    excuse=Excuse.NOTHING,
    guards=("offer", "FCRA"),
    own_severity=True,
    look=look,
    doc=__doc__,
)
