"""Overload behind the silence: what looks like neglect is a full desk.

What it is
A role whose hours are full also does the steps in which candidates hear nothing or are
put aside at a glance.

Why it hurts
Leaders ask for more care and a training; both take hours from the same desk. The
silence grows.

How it is measured
Of the roles whose recruiting fills 85 % of their hours or more (see overloaded-role),
the hours of the fullest that does a step marked silent or a glance screen.

What usually helps
See to capacity first: take work out of the role's steps, or duties off its desk. Then
let a system send the messages. A scolding helps nobody.

Source
HAN-06 (queueing) and HAN-05 (open cases and speed, an experiment among judges).
"""

from __future__ import annotations

from dataclasses import replace

from audit.analysis import silent_days
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
from audit.checks.capacity.overloaded_role import (
    FULL,
    SEVERITY,
    fullest,
    loads,
    unknown_loads,
)
from audit.checks.facts import Facts
from audit.checks.wording import on_steps
from audit.model import ScreenMethod, Side, Step
from audit.units import format_days, format_share


def look(facts: Facts) -> Answer:
    """Find full roles that do silent or hasty steps."""
    hasty = {
        role.id: steps
        for role in facts.process.roles
        if role.side is Side.EMPLOYER and (steps := _hasty_or_silent(facts, role.id))
    }
    if not hasty:
        return NotApplicable(note="No role of the employer is silent or hasty.")
    full = [load for load in loads(facts) if load.per_cent >= FULL]
    found = [load for load in full if load.role.id in hasty]
    if not found:
        missing = unknown_loads(facts, *hasty)
        if missing:
            return Unknown(missing=missing)
        return Passed(note="The roles that do silent or hasty steps have the hours.")
    load = fullest(found)
    steps = tuple(
        replace(shown, amount=load.part(shown.step.id)) for shown in hasty[load.role.id]
    )
    full_by = (
        f"at {format_share(load.per_cent / 100)} of its hours"
        if load.left > 0
        else "without an hour that other duties leave"
    )
    return Fired(
        title=f"{load.role.name}, {full_by}, also does the silent or hasty work "
        f"{on_steps(steps)}",
        value=load.measure.value,
        unit=load.measure.unit,
        severity=load.measure.severity,
        steps=steps,
        numbers=load.numbers,
        decide=f"Give “{load.role.name}” the hours first, and let the system send the "
        "messages, instead of asking for more care.",
        missing=unknown_loads(facts, *hasty),
    )


def _hasty_or_silent(facts: Facts, role: str) -> tuple[Shown, ...]:
    """Return the steps; their part of the hours is not looked at yet."""
    shown = []
    for step in facts.steps:
        if step.role != role:
            continue
        days = silent_days(step) or 0.0
        if days > 0:
            note = f"{format_days(days)} without a word"
            shown.append(Shown(step=step, amount=0, note=note))
        elif _is_glance(step):
            shown.append(Shown(step=step, amount=0, note="a glance"))
    return tuple(shown)


def _is_glance(step: Step) -> bool:
    return step.screen is not None and step.screen.method is ScreenMethod.GLANCE


CHECK = Check(
    id="overload-behind-silence",
    code="F42",
    family=Family.CAPACITY,
    side=Bearer.BOTH,
    unit="% of the available hours",
    levels=((FULL, SEVERITY),),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
