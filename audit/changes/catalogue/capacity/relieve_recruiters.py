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
from audit.checks.capacity.overloaded_role import (
    FULL,
    HOURS_PER_WEEK,
    WEEKS,
    Load,
    loads,
)
from audit.model import Quantity, Step, WaitCause
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
    full = [
        load
        for load in known
        if load.per_cent >= FULL and amount(load.role.other_duties) > 0
    ]
    full = [load for load in full if _queues(situation, load)]
    if not full:
        if known and all(load.per_cent < FULL for load in known):
            return Already(note="No role is full.")
        return NotHere(note="The file does not tell which role is full.")
    load = max(full, key=lambda one: one.per_cent)
    queues = _queues(situation, load)
    duties = load.role.other_duties
    assert duties is not None
    days = waiting(load)
    return Fits(
        parts=(
            part(
                {"roles": {load.role.id: {"other_duties": plain(_times(duties))}}},
                *(situation.scaled(step, wait=days) for step in queues),
                steps=queues,
            ),
        ),
        why=f"Recruiting fills {format_share(load.per_cent / 100)} of the hours that "
        f"other duties leave to “{load.role.name}”.",
        costs=_costs(situation, load),
    )


def waiting(load: Load) -> Effect:
    """Return what the waits of a role are multiplied by when its load falls.

    Waits go as u / (1 - u) (Kingman 1961); the load u goes as one over the free share.
    """
    free = 1 - amount(load.role.other_duties)
    freed = 1 - amount(load.role.other_duties) * KEPT
    now = min(load.per_cent / 100, FULLEST)
    then = now * free / freed
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
    role = load.role
    weekly = amount(role.hours_per_week) or HOURS_PER_WEEK
    share = amount(role.other_duties) * (1 - KEPT)
    hours = amount(role.people) * weekly * WEEKS * share
    stated = amount(role.hourly_cost)
    wage = stated or situation.facts.ledger.profile.employer_wage.per_hour
    likely = round(hours * wage, -2)
    return Costs(
        per_year=spread(0.5 * likely, likely, 1.25 * likely),
        note=f"{hours:,.0f} hours a year of somebody else, at their hourly cost.",
    )


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
