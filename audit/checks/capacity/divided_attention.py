"""Divided attention: recruiting beside another job.

What it is
Roles that do several steps of the process while other duties take half of their time or
more.

Why it hurts
The other duty has a deadline and the candidate has none, so the candidate waits. Judges
who worked on more open cases at once took longer for each. Every hire then makes the
other work late as well.

How it is measured
The largest `other_duties` among roles of the employer with at least 2 steps on the way
to a hire. It fires from 50 % on; the levels are our judgement.

What usually helps
Fixed hours for recruiting in the week; one person for whom it is the main work; the
steps with the most minutes moved to whoever has them.

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
from audit.model import Role, Step
from audit.units import format_share

HALF = 50
SEVERAL = 2


def look(facts: Facts) -> Answer:
    """Find the roles that recruit beside another job."""
    busy = [(role, steps) for role, steps in _steps_by_role(facts) if steps]
    several = [(role, steps) for role, steps in busy if len(steps) >= SEVERAL]
    if not several:
        return NotApplicable(note="No role of the employer does two steps.")
    divided = [
        (role, steps, 100 * role.other_duties.mean)
        for role, steps in several
        if role.other_duties is not None and 100 * role.other_duties.mean >= HALF
    ]
    missing = tuple(
        Missing(key=f"roles.{role.id}.other_duties")
        for role, _ in several
        if role.other_duties is None
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
                amount=taken / len(those),
                note=f"{one.name}, {format_share(taken / 100)} other duties",
            )
            for one, those, taken in divided
            for step in those
        ),
        numbers=tuple(
            one.other_duties for one, _, _ in divided if one.other_duties is not None
        ),
        decide=f"Set fixed hours for recruiting for “{role.name}”, or give its steps "
        "to a role that has them.",
        missing=missing,
    )


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
