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
times weekly hours (those of its calendar, or 40, unless stated), times 46 weeks, less
what other duties take: the jobs under `duties` where the role states them, those that
each hire adds included, else the share `other_duties`. Handoffs are not counted. It
fires from 85 % on; where other duties leave no hour at all, the hours that lack are the
measure. Where other duties are not stated, none are taken off, so the figure is a lower
bound. The level, the weeks and the hours are our judgement; the queue is a theorem.

What usually helps
Take work out of the process first: fewer applications to read twice, less paper, fewer
rounds. Then find hours: somebody else for the other duties, or for the peak.

Source
HAN-06 (queueing) and HAN-11 (how many in human resources say they are beyond capacity).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
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
from audit.checks.working_time import (
    other_hours,
    stated_numbers,
    yearly_hours,
)
from audit.model import Quantity, Role, Side, other_work
from audit.units import format_share

FULL = 85
LACKING = "hours a year that nobody has"
"""Unit of the measure where other duties leave no hour to take a share of."""
SEVERITY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How full the working time of a role is."""

    role: Role
    left: float
    """Hours a year that its other work leaves; below 0 where it asks for more."""
    hours: dict[str, float]
    """Step id -> hours a year."""
    numbers: tuple[Quantity, ...]
    """What the capacity rests on."""

    @property
    def asked(self) -> float:
        """Hours a year of recruiting."""
        return math.fsum(self.hours.values())

    @property
    def per_cent(self) -> float:
        """Recruiting over the hours left; infinite where none are."""
        return 100 * self.asked / self.left if self.left > 0 else math.inf

    def part(self, step: str) -> float:
        """The part of a step in the measure, 0 for one that takes no hours."""
        hours = self.hours.get(step, 0.0)
        return 100 * hours / self.left if self.left > 0 else hours

    @property
    def measure(self) -> Fullness:
        """What a finding measures."""
        if self.left > 0:
            return Fullness(value=self.per_cent)
        return Fullness(value=self.asked - self.left, unit=LACKING, severity=SEVERITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fullness:
    """The measure of a full role; unit and severity where they are not the check's."""

    value: float
    unit: str | None = None
    severity: int | None = None


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
        most = fullest(known)
        return Passed(
            note=f"The fullest role, {most.role.name}, is at "
            f"{format_share(most.per_cent / 100)}."
        )
    most = fullest(full)
    others = f", and {len(full) - 1} more" if len(full) > 1 else ""
    return Fired(
        title=f"{most.role.name}{others}: recruiting {_met(most)}",
        value=most.measure.value,
        unit=most.measure.unit,
        severity=most.measure.severity,
        steps=tuple(
            Shown(
                step=step,
                amount=load.part(step.id),
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


def _met(load: Load) -> str:
    """Return what recruiting meets, as the rest of a sentence about it."""
    if load.left > 0:
        return (
            f"fills {format_share(load.per_cent / 100)} of the hours that other duties "
            "leave"
        )
    return f"asks for {rounded(load.asked)} hours a year, and other duties leave none"


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
        all_hours = yearly_hours(role)
        if not hours or not all_hours:
            continue
        found.append(
            Load(
                role=role,
                left=all_hours - (other_hours(role, facts.process) or 0.0),
                hours=hours,
                numbers=stated_numbers(role, facts.process),
            )
        )
    return tuple(found)


def fullest(known: Iterable[Load]) -> Load:
    """Return the load that leaves least room; of those without any, the largest."""
    return max(known, key=lambda load: (load.per_cent, load.measure.value))


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
        elif other_work(role) is None:
            missing.append(Missing(key=f"roles.{role.id}.other_duties"))
    return tuple(missing)


CHECK = Check(
    id="overloaded-role",
    code="F42",
    family=Family.CAPACITY,
    side=Bearer.EMPLOYER,
    unit="% of the available hours",
    levels=((FULL, SEVERITY),),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
