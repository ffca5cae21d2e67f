"""Channel switches: from portal to mail to paper to phone and back.

What it is
Times that the candidate's next step runs over another channel than the last.

Why it hurts
Every change means to find one's place again: another login, another format, another
person who does not know what was said before. What gets lost gets lost here.

How it is measured
Consecutive steps of the candidate with different `channel`, as often as a person who is
hired passes from one to the other; steps of others are looked through. The levels are
our judgement.

What usually helps
Keep one channel from the application to the first day, and say in that channel what
comes next.

Source
CX-17 (two minutes for each change, our assumption). No study of candidates was found.
"""

from __future__ import annotations

import math
from collections import defaultdict

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
from audit.checks.wording import counted, on_steps
from audit.model import Step, WaitCause

MANY = 2


def look(facts: Facts) -> Answer:
    """Add up the changes of channel."""
    steps = [s for s in facts.candidate_steps if facts.visits[s.id] > EVER]
    if len(steps) < 2:
        return NotApplicable(note="The candidate has fewer than two steps.")
    total = math.fsum(facts.analysis.channel_switches.values())
    missing = unstated(
        facts,
        lambda step: step.channel,
        key="channel",
        concerned=(s for s in steps if not _is_elsewhere(s)),
    )
    if total < MANY - EVER:
        if missing:
            return Unknown(missing=missing)
        return Passed(note=f"{counted(total, 'change')} of channel per hire.")
    shown = _shown(facts)
    return Fired(
        title=f"{counted(total, 'change')} of channel per hire, {on_steps(shown)}",
        value=total,
        steps=shown,
        decide=f"Keep the candidate in one channel instead of changing it "
        f"{counted(total, 'time')}.",
        missing=missing,
    )


def _shown(facts: Facts) -> tuple[Shown, ...]:
    """Return the steps that receive the candidate over another channel."""
    times: dict[str, float] = defaultdict(float)
    before: dict[str, list[str]] = defaultdict(list)
    for (giver, taker), n in facts.analysis.channel_switches.items():
        channel = facts.by_id[giver].channel
        if n > EVER and channel is not None:
            times[taker] += n
            before[taker].append(_word(channel.value))
    return tuple(
        Shown(
            step=step,
            amount=times[step.id],
            note=f"from {' or '.join(dict.fromkeys(before[step.id]))} "
            f"to {_word(step.channel.value)}",
        )
        for step in facts.candidate_steps
        if step.id in times and step.channel is not None
    )


def _is_elsewhere(step: Step) -> bool:
    """Return whether the candidate resigns, or works elsewhere, in a step."""
    notice = step.wait is not None and step.wait.cause is WaitCause.NOTICE
    return bool(step.commits) or notice


def _word(channel: str) -> str:
    return channel.replace("_", " ")


CHECK = Check(
    id="channel-switches",
    code="F22",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="changes per hire",
    levels=((MANY, 2), (3, 3), (6, 4)),
    factors=("channel_switch",),
    excuse=Excuse.MEDIUM,
    look=look,
    doc=__doc__,
)
