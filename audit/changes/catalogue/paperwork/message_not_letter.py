"""Message, not letter: mail that arrives the same minute.

What it is
What is sent by post is sent as a message with the same content. A letter stays for
those who ask, or where a law wants one.

When it fits
A step happens by post.

What it changes
The channel becomes e-mail; the days of the step are multiplied by 0.2 to 0.7.

What it takes
A template. One to three weeks.

What to watch
Not everybody reads mail; ask once how somebody wants to hear.

Source
PAP-24 and PAP-26 (staff time by post and by mail). The range is our judgement: a
letter takes two to five days each way.
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
from audit.changes.situation import Situation, part, setting
from audit.model import Channel
from audit.units import plural

DAYS = Effect(
    what="days of a step by post",
    low=0.2,
    likely=0.4,
    high=0.7,
    evidence=("PAP-24",),
    why="A letter takes two to five days each way.",
)


def look(situation: Situation) -> Answer:
    """Find letters."""
    posted = [step for step in situation.steps if step.channel is Channel.POST]
    if not posted:
        return NotHere(note="No step happens by post.")
    return Fits(
        parts=tuple(
            part(
                setting(step, channel=Channel.EMAIL.value),
                situation.scaled(step, wait=DAYS),
                steps=[step],
            )
            for step in posted
        ),
        why=f"{plural(len(posted), 'step')} by post: {situation.named(posted)}.",
    )


INTERVENTION = Intervention(
    id="message-not-letter",
    name="Send a message in place of a letter",
    family=Family.PAPERWORK,
    look=look,
    effects=(DAYS,),
    costs=Costs(one_off=spread(0, 200, 1000), note="Templates of the messages."),
    lead_weeks=spread(1, 2, 3),
    owner="Human resources",
    guards=("accommodation",),
    checks=("postal-mail",),
    doc=__doc__,
)
