"""Fewer accounts: a link in place of an account.

What it is
A link by mail opens the form at the right place. An account comes after the offer,
one for everything that follows.

When it fits
The candidate creates or uses two accounts or more.

What it changes
Accounts and logins are multiplied by 0 to 0.5, all but the last one.

What it takes
A setting of the applicant system, or a request to its maker. Two to eight weeks.

What to watch
Links expire; say how long, and send another on request.

Source
APL-14 and APL-12 (what a forced account costs a shop), PAP-43 (time of an account).
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
from audit.changes.situation import Situation, amount, part
from audit.units import plural

ACCOUNTS = Effect(
    what="accounts and logins",
    low=0.0,
    likely=0.2,
    high=0.5,
    evidence=("APL-14",),
    why="Some systems cannot do without.",
)


def look(situation: Situation) -> Answer:
    """Find accounts beyond the last one."""
    stated = [s for s in situation.candidate_steps if s.quantities.logins is not None]
    asking = [step for step in stated if amount(step.quantities.logins) > 0]
    total = sum(amount(step.quantities.logins) for step in asking)
    spared = [s for s in asking[:-1] if situation.can_scale(s, "logins")]
    if not stated:
        return NotHere(note="The file does not say whether accounts are needed.")
    if total < 2 or not spared:
        return Already(note=f"{plural(total, 'account')} in all.")
    return Fits(
        parts=tuple(
            part(situation.scaled(step, logins=ACCOUNTS), steps=[step])
            for step in spared
        ),
        why=f"{plural(total, 'account')} or logins as drawn, at "
        f"{situation.named(asking)}.",
    )


INTERVENTION = Intervention(
    id="fewer-accounts",
    name="Send a link in place of an account",
    family=Family.PAPERWORK,
    look=look,
    effects=(ACCOUNTS,),
    costs=Costs(
        one_off=spread(0, 1000, 5000), note="Settings of the applicant system."
    ),
    lead_weeks=spread(2, 4, 8),
    owner="IT, with human resources",
    checks=("portal-accounts",),
    doc=__doc__,
)
