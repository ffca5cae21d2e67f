"""Overloaded role: more work than the hours that are there for it.

What it is
Roles whose recruiting work, for all applicants of a year, fills nearly all the hours
that their other duties leave.

Why it hurts
Queues do not grow evenly: at 85 % of the time a case waits nearly six times as long as
it takes, at 95 % nineteen times. What looks like slowness or silence is then the load,
and no appeal to anybody's care helps.

How it is measured
Hires a year, times the minutes of the role for all applicants of one hire, over people,
times weekly hours (40 unless stated), times 46 weeks, times the share that other duties
leave. Handoffs are not counted. It fires from 85 % on. Where other duties are not
stated, none are taken off, so the figure is a lower bound. The level, the weeks and the
hours are our judgement; the queue is a theorem.

What usually helps
Take work out of the process first: fewer applications to read twice, less paper, fewer
rounds. Then hours: somebody else for the other duties, or for the peak.

Source
HAN-06 (queueing) and HAN-11 (how many in human resources say they are beyond capacity).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Excuse,
    Family,
    Fired,
    Missing,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER
from audit.checks.wording import rounded
from audit.model import Quantity, Role, Side
from audit.units import format_share

FULL = 85
WEEKS = 46
HOURS_PER_WEEK = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How full the working time of a role is."""

    role: Role
    per_cent: float
    hours: dict[str, float]
    """Step id -> hours a year."""
    numbers: tuple[Quantity, ...]
    """What the capacity rests on."""


def look(facts: Facts) -> Answer:
    """Compare the work of each role with its hours."""
    if not facts.employer_steps:
        return NotApplicable(note="The employer does no step.")
    known = loads(facts)
    full = [load for load in known if load.per_cent >= FULL]
    missing = unknown_loads(facts)
    if not full:
        if missing:
            return Unknown(missing=missing)
        if not known:
            return NotApplicable(note="No role of the employer gives time.")
        most = max(known, key=lambda load: load.per_cent)
        return Passed(
            note=f"The fullest role, {most.role.name}, is at "
            f"{format_share(most.per_cent / 100)}."
        )
    most = max(full, key=lambda load: load.per_cent)
    others = f", and {len(full) - 1} more" if len(full) > 1 else ""
    return Fired(
        title=f"{most.role.name}{others}: recruiting fills "
        f"{format_share(most.per_cent / 100)} of the hours that other duties leave",
        value=most.per_cent,
        steps=tuple(
            Shown(
                step=step,
                amount=load.hours[step.id],
                note=f"{rounded(load.hours[step.id])} hours a year, {load.role.name}",
            )
            for load in full
            for step in facts.steps
            if load.hours.get(step.id, 0.0) > EVER
        ),
        numbers=tuple(number for load in full for number in load.numbers),
        decide=f"Take work out of the steps of “{most.role.name}” before asking it to "
        "be faster, and free it from other duties where that is not enough.",
        missing=missing,
    )


def loads(facts: Facts) -> tuple[Load, ...]:
    """Return the load of each role of the employer that states its people."""
    hires = facts.process.hires_per_year
    if hires is None:
        return ()
    found = []
    for role in facts.process.roles:
        if role.side is not Side.EMPLOYER or role.people is None:
            continue
        hours = {
            step: hires.mean * facts.loaded_visits(facts.by_id[step]) * minutes / 60
            for step, minutes in facts.role_minutes[role.id].items()
            if minutes > 0
        }
        weekly = role.hours_per_week.mean if role.hours_per_week else HOURS_PER_WEEK
        free = 1 - (role.other_duties.mean if role.other_duties else 0.0)
        available = role.people.mean * weekly * WEEKS * free
        if not hours or available <= 0:
            continue
        stated = (hires, role.people, role.hours_per_week, role.other_duties)
        found.append(
            Load(
                role=role,
                per_cent=100 * math.fsum(hours.values()) / available,
                hours=hours,
                numbers=tuple(number for number in stated if number is not None),
            )
        )
    return tuple(found)


def unknown_loads(facts: Facts, *roles: str) -> tuple[Missing, ...]:
    """Return what keeps a load from being known, or from being known to be low.

    For each role the first key that lacks; `roles` names those asked for, none for all.
    """
    if facts.process.hires_per_year is None:
        return (Missing(key="hires_per_year"),)
    full = {load.role.id for load in loads(facts) if load.per_cent >= FULL}
    missing: list[Missing] = []
    for role in facts.process.roles:
        if role.side is not Side.EMPLOYER or role.id in full:
            continue
        if roles and role.id not in roles:
            continue
        minutes = facts.role_minutes[role.id]
        if not any(minutes.values()):
            missing.extend(
                Missing(key="work", step=step)
                for step in minutes
                if facts.by_id[step].quantities.work is None
            )
        elif role.people is None:
            missing.append(Missing(key=f"roles.{role.id}.people"))
        elif role.other_duties is None:
            missing.append(Missing(key=f"roles.{role.id}.other_duties"))
    return tuple(missing)


CHECK = Check(
    id="overloaded-role",
    code="F42",
    family=Family.CAPACITY,
    side=Bearer.EMPLOYER,
    unit="% of the available hours",
    levels=((FULL, 4),),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
