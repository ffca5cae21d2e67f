"""Divided attention: recruiting beside another job.

What it is
Roles that do several steps of the process while other duties take half of their time or
more.

Why it hurts
The other duty has a deadline and the candidate has none, so the candidate waits. Judges
who worked on more open cases at once took longer for each. Every hire then makes the
other work late as well.

How it is measured
The largest share of the time that other duties take, among roles of the employer with
at least 2 steps on the way to a hire: the jobs under `duties` where the role states
them, those that each hire adds included, else `other_duties`. It fires from 50 % on;
the levels are our judgement.

What usually helps
Fix hours for recruiting in the week, and make it the main work of one person. Move the
steps with the most minutes to whoever has them.

Source
HAN-05 (open cases and speed, an experiment among judges) and HAN-06 (queueing).
"""

from __future__ import annotations

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
from audit.checks.wording import counted
from audit.checks.working_time import (
    other_hours,
    share_numbers,
    yearly_hours,
)
from audit.model import Process, Role, Step, other_work
from audit.units import format_share

HALF = 50
SEVERAL = 2


def look(facts: Facts) -> Answer:
    """Find the roles that recruit beside another job."""
    busy = [(role, steps) for role, steps in _steps_by_role(facts) if steps]
    several = [(role, steps) for role, steps in busy if len(steps) >= SEVERAL]
    if not several:
        return NotApplicable(note="No role of the employer does two steps.")
    shares = {role.id: _share(role, facts.process) for role, _ in several}
    divided = [
        (role, steps, 100 * share)
        for role, steps in several
        if (share := shares[role.id]) is not None and 100 * share >= HALF
    ]
    missing = tuple(
        Missing(key=_unsaid(role)) for role, _ in several if shares[role.id] is None
    )
    if not divided:
        if missing:
            return Unknown(missing=missing)
        return Passed(note="No role gives half of its time to other duties.")
    role, steps, share = max(divided, key=lambda found: found[2])
    more = f", and {counted(len(divided) - 1, 'role')} more" if divided[1:] else ""
    return Fired(
        title=f"{role.name} does {counted(len(steps), 'step')} beside other duties "
        f"that take {format_share(share / 100)} of the time{more}",
        value=share,
        steps=tuple(
            Shown(
                step=step,
                amount=taken,
                note=f"{one.name}, {format_share(taken / 100)} other duties",
            )
            for one, those, taken in divided
            for step in those
        ),
        numbers=tuple(
            number
            for one, _, _ in divided
            for number in share_numbers(one, facts.process)
        ),
        decide=f"Set fixed hours for recruiting for “{role.name}”, or give its steps "
        "to a role that has them.",
        missing=missing,
    )


def _share(role: Role, process: Process) -> float | None:
    """Return the share of the time on other duties; None where it is not known.

    Half of the time by itself is enough to know, whatever jobs the hires add to it.
    """
    other, hours = other_work(role), other_hours(role, process)
    if other is None:
        return None
    if not other.hours_per_hire:
        return other.share
    all_hours = yearly_hours(role)
    if hours is None or not all_hours:
        return other.share if 100 * other.share >= HALF else None
    return hours / all_hours


def _unsaid(role: Role) -> str:
    """Return the key that keeps the share from being known."""
    if other_work(role) is None:
        return f"roles.{role.id}.other_duties"
    return "hires_per_year" if role.people is not None else f"roles.{role.id}.people"


def _steps_by_role(facts: Facts) -> list[tuple[Role, list[Step]]]:
    found: dict[str, list[Step]] = {}
    for step in facts.employer_steps:
        if facts.visits[step.id] > EVER:
            found.setdefault(step.role, []).append(step)
    return [(facts.roles[role], steps) for role, steps in found.items()]


CHECK = Check(
    id="divided-attention",
    code="F42",
    family=Family.CAPACITY,
    side=Bearer.EMPLOYER,
    unit="% of the time on other duties",
    levels=((HALF, 2), (75, 3)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
