"""State the pay: a range in the advert.

What it is
The advert says what the job pays, from and to.

When it fits
A step says that the pay is not told, or it is told only with the offer.

What it changes
The pay is told at the advert. The share who decline the offer is multiplied by 0.7 to
1.

What it takes
A decision. One to four weeks.

What to watch
People who are there already will read it too.

Source
TIM-20 (how many offers are accepted). The range is our judgement; some states ask for
the range by law.
"""

from __future__ import annotations

from audit.changes.base import (
    FREE,
    Already,
    Answer,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.leaving import leaving_ways
from audit.changes.situation import Situation, part, setting

DECLINING = Effect(
    what="share who decline the offer",
    low=0.7,
    likely=0.85,
    high=1.0,
    evidence=("TIM-20",),
    why="16 % of offers are declined; pay is one of the reasons.",
)


def look(situation: Situation) -> Answer:
    """Find an advert without the pay."""
    hidden = [step for step in situation.steps if step.pay_disclosed is False]
    told = [step for step in situation.steps if step.pay_disclosed]
    if not hidden:
        if told:
            return Already(note=f"The pay is told at “{told[0].name}”.")
        return NotHere(note="The file does not say where the pay is told.")
    advert = hidden[0]
    declining = {
        step.id: dict.fromkeys(ways, DECLINING.factor)
        for step in told
        if (ways := leaving_ways(situation, step))
    }
    fewer = {"scale_shares": declining} if declining else {}
    touched = [advert, *(step for step in told if step.id in declining)]
    return Fits(
        parts=(part(setting(advert, pay_disclosed=True), fewer, steps=touched),),
        why=f"“{advert.name}” does not say what the job pays.",
    )


INTERVENTION = Intervention(
    id="state-the-pay",
    name="State the pay in the advert",
    family=Family.TRUST,
    look=look,
    effects=(DECLINING,),
    costs=FREE,
    lead_weeks=spread(1, 2, 4),
    owner="Head of human resources",
    checks=("hidden-pay",),
    doc=__doc__,
)
