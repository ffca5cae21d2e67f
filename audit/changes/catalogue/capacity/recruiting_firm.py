"""Recruiting firm: an outsider finds and chooses the candidates.

What it is
Search and first choice go to a firm that is paid for each hire. It is one of three
usual remedies.

When it fits
A recruiting role does steps of choosing.

What it changes
Decisions and first interviews of the recruiting role go to the firm; their days are
multiplied by 0.5 to 1. Each change of hands to and from the firm is a handoff.

What it takes
A fee of 15 to 25 % of a year's pay for each hire: of the median pay, 7,400 to 12,400
dollars. Three to eight weeks.

What to watch
Papers, signatures, checks and silence after the offer stay as they are. Knowledge of
who could be hired stays with the firm.

Source
VAL-06 (median hourly wage, for the fee). The share of a year's pay and the range of
days are our judgement.
"""

from __future__ import annotations

from audit.changes.base import (
    Answer,
    Costs,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.roles import recruiting_role
from audit.changes.situation import Situation, amount, part, setting
from audit.model import Side, Step, StepKind
from audit.units import plural

DAYS = Effect(
    what="days of search and first choice",
    low=0.5,
    likely=0.8,
    high=1.0,
    why="A firm begins with people it knows.",
)
FEE = spread(7400, 9900, 12400)
"""Money for one hire: 15, 20 and 25 % of 2,080 hours at the median wage."""
_CHOOSING = frozenset({StepKind.DECISION, StepKind.INTERVIEW})


def look(situation: Situation) -> Answer:
    """Find steps of choosing that a firm could do."""
    recruiting = recruiting_role(situation.facts)
    moved = [
        step
        for step in situation.staff_steps
        if recruiting is not None and _moves(step, recruiting.id)
    ]
    if recruiting is None or not moved:
        return NotHere(note="No step of choosing is done by the recruiting role.")
    firm = "recruiting_firm"
    while firm in {*situation.facts.roles, *situation.facts.analysis.nodes}:
        firm += "_"
    return Fits(
        parts=(
            part(
                {
                    "roles": {
                        firm: {"name": "Recruiting firm", "side": Side.VENDOR.value}
                    }
                },
                *(setting(step, role=firm) for step in moved),
                *(situation.scaled(step, wait=DAYS) for step in moved),
                steps=moved,
            ),
        ),
        why=f"A firm would take over {plural(len(moved), 'step')} of "
        f"“{recruiting.name}”.",
        costs=_costs(situation),
    )


def _moves(step: Step, role: str) -> bool:
    return (
        step.role == role
        and step.kind in _CHOOSING
        and step.mandate is None
        and step.justified is None
    )


def _costs(situation: Situation) -> Costs:
    hires = amount(situation.process.hires_per_year)
    if not hires:
        return Costs(
            per_year=FEE,
            note="The fee for one hire; the file does not say how many there are.",
        )
    return Costs(
        per_year=spread(FEE.low * hires, FEE.likely * hires, FEE.high * hires),
        note=f"A fee for each of {plural(hires, 'hire')} a year.",
    )


INTERVENTION = Intervention(
    id="recruiting-firm",
    name="Pay a recruiting firm",
    family=Family.CAPACITY,
    look=look,
    effects=(DAYS,),
    costs=Costs(per_year=FEE, note="A fee for each hire."),
    lead_weeks=spread(3, 5, 8),
    owner="Head of human resources",
    excludes=("train-recruiters", "department-recruits", "one-contact"),
    guards=("adverse impact",),
    doc=__doc__,
)
