"""Portal accounts: accounts to create and log in to before anything can be said.

What it is
Accounts that the candidate has to create, or log in to, with their passwords and their
confirmation mails.

Why it hurts
An account comes before any reason to trust the employer, and every employer wants its
own. Of shoppers who left a shop on line, one in four names the forced account. Those
who have no steady mailbox or computer are kept out altogether.

How it is measured
Logins of every step of the candidate, times the visits of a person who is hired. It
fires when at least half of the hires need one. The levels are our judgement.

What usually helps
Send a link by mail that opens the form at the right place. Ask for one account for
everything that follows, and only after the offer.

Source
APL-12 and APL-14 (shopping, by analogy: no clean study of applications was found).
"""

from __future__ import annotations

from audit.checks.base import Answer, Bearer, Check, Excuse, Family, Fired
from audit.checks.facts import Facts
from audit.checks.tally import tally
from audit.checks.wording import counted, on_steps
from audit.model import Channel

LEAST = 0.5


def look(facts: Facts) -> Answer:
    """Add up the logins of the candidate's steps."""
    found = tally(
        facts,
        lambda step: step.quantities.logins,
        key="logins",
        noun="login",
        steps=facts.candidate_steps,
        concerned=(s for s in facts.forms if s.channel in {None, Channel.PORTAL}),
    )
    if found.total < LEAST:
        return found.absent(
            passed="Hires hardly ever need an account.",
            not_applicable="No step of the candidate runs over a portal.",
        )
    accounts = counted(found.total, "account")
    return Fired(
        title=f"{accounts} to create or log in to per hire, {on_steps(found.shown)}",
        value=found.total,
        steps=found.shown,
        decide="Let candidates begin without an account, by a link in a mail, and "
        "keep one account at most for all that follows.",
        missing=found.missing,
    )


CHECK = Check(
    id="portal-accounts",
    code="F10",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="accounts per hire",
    levels=((LEAST, 2), (2, 3), (4, 4)),
    factors=("login",),
    excuse=Excuse.MEDIUM,
    look=look,
    doc=__doc__,
)
