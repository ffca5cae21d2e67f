"""Page load: more pages than a new hire can be expected to read and fill in.

What it is
The pages that the candidate reads and fills in on the way to being hired, all steps
together.

Why it hurts
Reading and filling take the candidate's evenings: an ordinary page takes between one
and two minutes to read and about five to fill in. The longer the packet, the more is
returned incomplete, and the longer it lies before somebody dares to begin.

How it is measured
Pages to read plus pages to fill in, of every step of the candidate, times the visits of
a person who is hired. The levels are our judgement.

What usually helps
Make one form of many and ask each item once. Put policies to read aside from what has
to be returned. Leave out the pages that nobody uses.

What the law asks
The forms that the law asks for stay, and so does the page of its own for a background
check. They may be delivered in another way.

Source
PAP-03 (official time to fill in a form) and PAP-17 (reading speed).
"""

from __future__ import annotations

from audit.checks.base import Answer, Bearer, Check, Family, Fired
from audit.checks.facts import Facts
from audit.checks.tally import tally
from audit.checks.wording import counted, on_steps
from audit.model import Quantity, Step

MANY = 15


def look(facts: Facts) -> Answer:
    """Add up the pages of the candidate's steps."""
    found = tally(
        facts,
        _pages,
        key="pages",
        noun="page",
        steps=facts.candidate_steps,
        concerned=facts.forms,
    )
    pages = counted(found.total, "page")
    if found.total < MANY:
        return found.absent(
            passed=f"{pages} per hire, fewer than {MANY}.",
            not_applicable="No step asks the candidate to read or fill in anything.",
        )
    return Fired(
        title=f"{pages} for the candidate per hire, {on_steps(found.shown)}",
        value=found.total,
        steps=found.shown,
        decide=f"Cut the {pages} to those that the hire needs, in one form that asks "
        "each item once.",
        keeping=f"Put the {pages} into as few electronic forms as possible, ask each "
        "item once, and keep every mandated item.",
        missing=found.missing,
    )


def _pages(step: Step) -> Quantity | None:
    read, fill = step.quantities.pages_read, step.quantities.pages_fill
    if read is None or fill is None:
        return read or fill
    return Quantity(
        low=read.low + fill.low,
        likely=read.mean + fill.mean,
        high=read.high + fill.high,
        provenance=read.provenance or fill.provenance,
    )


CHECK = Check(
    id="page-load",
    code="F07",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="pages per hire",
    levels=((MANY, 2), (25, 3), (40, 4)),
    factors=("page_read", "page_fill"),
    guards=("I-9", "FCRA"),
    look=look,
    doc=__doc__,
)
