"""Relief of recruiters: other duties go to somebody else.

What it is
Part of the other work of the role that recruits, such as policies, pay reviews and
orientation, goes to somebody else for good.

When it fits
Recruiting fills 85 % or more of the hours that other duties leave, and the file
states the other duties.

What it changes
Other duties are multiplied by two thirds. The queues of the role shrink as the
theorem says: with u the load, waits go as u / (1 - u). The result is taken with a
range of a quarter down and a half up, and never below a fifth of the wait.

What it takes
The hours, at their cost: people times weekly hours times 46 weeks times the share
freed. Four to twelve weeks.

What to watch
The hours have to come from somewhere. Work taken out of the process frees hours too
and costs less.

Source
HAN-06 (queueing, a theorem), HAN-11 (how many are beyond capacity), VAL-01 (cost of
an hour).
"""

from __future__ import annotations

from typing import Any

from audit.changes.base import (
    Already,
    Answer,
    Costs,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.situation import Situation, amount, part, plain
from audit.checks.capacity.overloaded_role import FULL, Load, fullest, loads
from audit.checks.working_time import yearly_hours
from audit.model import Duty, Quantity, Role, Step, WaitCause, other_work
from audit.units import format_share

KEPT = 2 / 3
"""Share of the other duties that stays with the role."""
LEAST_FACTOR = 0.2
FULLEST = 0.98
"""Load above which a queue has no mean; a role beyond it is counted at it."""
_QUEUES = frozenset({None, WaitCause.QUEUE})


def look(situation: Situation) -> Answer:
    """Find roles that are full and have other duties."""
    known = loads(situation.facts)
    full = [load for load in known if load.per_cent >= FULL and _standing(load.role)]
    full = [load for load in full if _queues(situation, load)]
    if not full:
        if known and all(load.per_cent < FULL for load in known):
            return Already(note="No role is full.")
        return NotHere(note="The file does not tell which role is full.")
    load = fullest(full)
    queues = _queues(situation, load)
    days = waiting(load)
    return Fits(
        parts=(
            part(
                {"roles": {load.role.id: _relieved(load.role)}},
                *(situation.scaled(step, wait=days) for step in queues),
                steps=queues,
            ),
        ),
        why=_why(load),
        costs=_costs(situation, load),
    )


def _standing(role: Role) -> float:
    """Return the share of the time on duties that hires do not bring."""
    other = other_work(role)
    return 0.0 if other is None else other.share


def _relieved(role: Role) -> dict[str, Any]:
    """Return the keys of a role with less other work, both ways to state it.

    Jobs that each hire adds stay: they are of the hiring itself.
    """
    keys: dict[str, Any] = {}
    if role.other_duties is not None:
        keys["other_duties"] = plain(_times(role.other_duties))
    if role.duties:
        keys["duties"] = {duty.id: _job(duty) for duty in role.duties}
    return keys


def _job(duty: Duty) -> dict[str, Any]:
    keys: dict[str, Any] = {"work": plain(duty.work, "min")}
    if duty.share is not None:
        keys["share"] = plain(_times(duty.share))
    if duty.per_hire is not None:
        keys["per_hire"] = plain(duty.per_hire)
    if duty.priority is not None:
        keys["priority"] = duty.priority.value
    return keys


def _why(load: Load) -> str:
    if load.left <= 0:
        return f"Other duties leave “{load.role.name}” no hour for recruiting."
    return (
        f"Recruiting fills {format_share(load.per_cent / 100)} of the hours that other "
        f"duties leave to “{load.role.name}”."
    )


def waiting(load: Load) -> Effect:
    """Return what the waits of a role are multiplied by when its load falls.

    Waits go as u / (1 - u) (Kingman 1961); the load u goes as one over the hours left.
    """
    now = min(load.per_cent / 100, FULLEST)
    more = load.left + _freed(load.role)
    if load.left > 0:
        then = now * load.left / more
    else:
        then = min(load.asked / more, FULLEST) if more > 0 else FULLEST
    factor = min(max((then / (1 - then)) / (now / (1 - now)), LEAST_FACTOR), 1.0)
    return Effect(
        what="days of waiting for the role",
        low=max(0.75 * factor, LEAST_FACTOR),
        likely=factor,
        high=min(1.5 * factor, 1.0),
        evidence=("HAN-06",),
        grade="A",
        why=f"The load falls from {format_share(now)} to {format_share(then)}.",
    )


def _queues(situation: Situation, load: Load) -> list[Step]:
    return [
        step
        for step in situation.staff_steps
        if step.role == load.role.id
        and step.wait is not None
        and step.wait.cause in _QUEUES
        and situation.can_scale(step, "wait")
    ]


def _times(duties: Quantity) -> Quantity:
    return Quantity(
        low=duties.low * KEPT,
        likely=duties.likely * KEPT,
        high=duties.high * KEPT,
        law=duties.law,
    )


def _costs(situation: Situation, load: Load) -> Costs:
    hours = _freed(load.role)
    stated = amount(load.role.hourly_cost)
    wage = stated or situation.facts.ledger.profile.employer_wage.per_hour
    likely = round(hours * wage, -2)
    return Costs(
        per_year=spread(0.5 * likely, likely, 1.25 * likely),
        note=f"{hours:,.0f} hours a year of somebody else, at their hourly cost.",
    )


def _freed(role: Role) -> float:
    """Return the hours a year that go to somebody else."""
    return (yearly_hours(role) or 0.0) * _standing(role) * (1 - KEPT)


INTERVENTION = Intervention(
    id="relieve-recruiters",
    name="Give other duties of the recruiting role to somebody else",
    family=Family.CAPACITY,
    look=look,
    effects=(
        Effect(
            what="days of waiting for the role (by its load)",
            low=LEAST_FACTOR,
            likely=0.5,
            high=1.0,
            evidence=("HAN-06",),
            grade="A",
        ),
    ),
    costs=Costs(note="The hours freed, at their hourly cost."),
    lead_weeks=spread(4, 8, 12),
    owner="Head of human resources",
    checks=("overloaded-role", "divided-attention", "overload-behind-silence"),
    doc=__doc__,
)
