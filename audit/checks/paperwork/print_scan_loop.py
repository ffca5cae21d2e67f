"""Print-sign-scan loop: pages printed, signed, and scanned or faxed back.

What it is
A form that reaches the candidate on a screen or in the post, has to be on paper for the
signature, and on a screen or a fax again to be returned.

Why it hurts
Many own neither printer nor scanner: one US household in five has no desktop or laptop
computer. For them each round is an errand. The rest spend their time feeding pages, and
whatever comes back crooked starts again.

How it is measured
Pages scanned or faxed by the candidate, or, where more, pages printed on a way that
leads to scanning or faxing; times the visits of a person who is hired. A form that
comes by mail or portal and is signed in ink counts with its pages, or with one page for
each signature. The levels are our judgement.

What usually helps
Electronic signatures end the loop at once. Until then, put a tablet on the desk, have
forms signed at the first visit, and accept a photo of the page.

What the law asks
A paper route stays open for those who want it.

Source
PAP-30 (computers in households), PAP-26 and PAP-27 (minutes of staff for a signed page
by mail and by electronic signature, a vendor).
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace

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
from audit.checks.tally import EVER, unstated
from audit.checks.wording import counted, on_steps
from audit.model import Channel, Quantity, Step

ON_SCREEN = frozenset({Channel.PORTAL, Channel.EMAIL})


def look(facts: Facts) -> Answer:
    """Add up the pages that go through the loop."""
    loop = looping(facts)
    missing = unsaid(facts)
    if not loop:
        if missing:
            return Unknown(missing=missing)
        if not facts.paper_forms:
            return NotApplicable(note="No step of the candidate could need a printer.")
        return Passed(note="Nothing is printed, signed and sent back.")
    total = math.fsum(one.amount for one in loop)
    return Fired(
        title=f"{counted(total, 'page')} printed, signed, and scanned or faxed back "
        f"per hire, {on_steps(loop)}",
        value=total,
        steps=loop,
        decide="Accept electronic signatures and uploads, so that nothing has to be "
        "printed, scanned or faxed.",
        missing=missing,
    )


def looping(facts: Facts) -> tuple[Shown, ...]:
    """Return the steps through which pages go in a loop, with their pages per hire.

    A page printed at one step and sent back at another goes round once: the larger of
    the two sums counts, and the steps of the other are shown with nothing.
    """
    steps = [s for s in facts.candidate_steps if facts.visits[s.id] > EVER]
    back = {s.id: one for s in steps if (one := _returned(facts, s)) is not None}
    printed = {
        s.id: one
        for s in steps
        if (one := _printed(facts, s)) is not None and _leads_back(facts, s, back)
    }
    sent = math.fsum(one.amount for one in back.values())
    on_paper = math.fsum(one.amount for one in printed.values())
    more, less = (printed, back) if on_paper > sent else (back, printed)
    loop = {**{key: replace(one, amount=0.0) for key, one in less.items()}, **more}
    for step in steps:
        if step.id not in loop and step.channel in ON_SCREEN:
            one = _signed_off_screen(facts, step)
            if one is not None:
                loop[step.id] = one
    return tuple(loop[step.id] for step in steps if step.id in loop)


def unsaid(facts: Facts) -> tuple[Missing, ...]:
    """Return the forms that may be signed in ink and do not say if they are printed."""
    return unstated(
        facts,
        _handling,
        key="print",
        concerned=(s for s in facts.paper_forms if _may_need_ink(s)),
    )


def _handling(step: Step) -> Quantity | None:
    q = step.quantities
    stated = (q.print_pages, q.scan_pages, q.fax_pages)
    return next((x for x in stated if x is not None), None)


def _may_need_ink(step: Step) -> bool:
    ink = step.quantities.wet_signatures
    return ink is None or ink.mean > 0


def _returned(facts: Facts, step: Step) -> Shown | None:
    q = step.quantities
    sent = [x for x in (q.scan_pages, q.fax_pages) if x is not None and x.mean > 0]
    return _shown(facts, step, sent, "sent back")


def _printed(facts: Facts, step: Step) -> Shown | None:
    pages = step.quantities.print_pages
    return _shown(facts, step, [pages] if pages and pages.mean else [], "printed")


def _signed_off_screen(facts: Facts, step: Step) -> Shown | None:
    ink = step.quantities.wet_signatures
    if ink is None or ink.mean <= 0:
        return None
    q = step.quantities
    pages = [x for x in (q.pages_read, q.pages_fill) if x is not None and x.mean > 0]
    return _shown(facts, step, pages or [ink], "signed in ink off a screen")


def _shown(facts: Facts, step: Step, pages: list[Quantity], what: str) -> Shown | None:
    if not pages:
        return None
    each = math.fsum(x.mean for x in pages)
    return Shown(
        step=step,
        amount=facts.visits[step.id] * each,
        note=f"{counted(each, 'page')} {what}",
        numbers=tuple(pages),
    )


def _leads_back(facts: Facts, step: Step, back: Collection[str]) -> bool:
    return any(other == step.id or facts.is_before(step.id, other) for other in back)


CHECK = Check(
    id="print-scan-loop",
    code="F12",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="pages per hire",
    levels=((0, 3), (10, 4)),
    factors=("print_job", "print_page", "scan_job", "scan_page"),
    excuse=Excuse.MEDIUM,
    guards=("E-SIGN", "accommodation"),
    look=look,
    doc=__doc__,
)
