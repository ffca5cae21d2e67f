"""Fax: pages sent over a machine that hardly anybody owns.

What it is
Pages that have to be faxed, by the candidate or by staff.

Why it hurts
A candidate who has never owned a fax has to find a shop that does, pay by the page, and
hope that all pages arrived. Inside hospitals fax is still everyday, which is why nobody
there notices.

How it is measured
Pages faxed, times the visits of a person who is hired. A step whose channel is fax
counts with its pages, or with one page where it states none.

What usually helps
Take an upload or a photo of the page. A fax number can stay as one way among others.

What the law asks
A way that is not digital stays open; a fax number can be one.

Source
PAP-31 (fax among hospitals) and PAP-25 (minutes of staff for a faxed page, a vendor).
No figure on how many candidates can fax was found.
"""

from __future__ import annotations

import math

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
from audit.model import Channel, Quantity, Step

ONE_PAGE = Quantity.point(1)


def look(facts: Facts) -> Answer:
    """Add up the pages faxed."""
    shown = [one for s in facts.people_steps if (one := _faxed(facts, s)) is not None]
    missing = unstated(facts, _way_back, key="channel", concerned=facts.paper_forms)
    if not shown:
        if missing:
            return Unknown(missing=missing)
        if not facts.forms:
            return NotApplicable(note="No step of the candidate sends anything back.")
        return Passed(note="Nothing is faxed.")
    total = math.fsum(one.amount for one in shown)
    return Fired(
        title=f"{counted(total, 'page')} by fax per hire, {on_steps(shown)}",
        value=total,
        steps=tuple(shown),
        decide="Accept an upload or a photo in place of every fax.",
        missing=missing,
    )


def _faxed(facts: Facts, step: Step) -> Shown | None:
    q = step.quantities
    pages = [q.fax_pages] if q.fax_pages is not None else []
    if not pages and step.channel is Channel.FAX:
        pages = [x for x in (q.pages_read, q.pages_fill) if x is not None]
        pages = pages or [ONE_PAGE]
    each = math.fsum(x.mean for x in pages)
    if each <= 0 or facts.visits[step.id] <= EVER:
        return None
    return Shown(
        step=step,
        amount=facts.visits[step.id] * each,
        note=counted(each, "page"),
        numbers=tuple(x for x in pages if x is not ONE_PAGE),
    )


def _way_back(step: Step) -> object | None:
    """Return what the file says about how a form travels."""
    q = step.quantities
    said = (step.channel, q.fax_pages, q.scan_pages, q.uploads)
    return next((x for x in said if x is not None), None)


CHECK = Check(
    id="fax",
    code="F13",
    family=Family.PAPERWORK,
    side=Bearer.BOTH,
    unit="pages by fax per hire",
    levels=((0, 4),),
    factors=("fax_job", "fax_page"),
    excuse=Excuse.MEDIUM,
    guards=("accommodation",),
    look=look,
    doc=__doc__,
)
