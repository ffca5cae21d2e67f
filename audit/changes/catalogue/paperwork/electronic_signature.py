"""Electronic signature: sign on line in place of ink.

What it is
Papers are read, filled in and signed on a screen, in one place and one sitting.
Nobody prints, scans, faxes or files a page.

When it fits
The candidate signs in ink, or prints, scans or faxes.

What it changes
Signatures in ink become electronic. Printing, scanning and faxing go, and with them
the steps that are nothing else; so does filing by hand. A login comes. The days of a
signing step are multiplied by 0.4 to 0.9.

What it takes
A signing service of a small size for a year, and setting up the forms. Four to ten
weeks. Human resources with whoever runs the computers.

What to watch
The pages are as many as before: the minutes that they take stay. People without a
computer need a way that is not digital.

Source
PAP-28 (days that collecting ink adds), PAP-27 and PAP-25 (staff time by electronic
signature and by fax), LEG-01 (an electronic signature counts). The range of days is
our judgement: 3.1 days of a round of about five.
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
    Part,
    spread,
)
from audit.changes.situation import Situation, amount, part, plain, setting
from audit.model import Channel, Step, StepKind
from audit.units import plural

DAYS = Effect(
    what="days of a signing step",
    low=0.4,
    likely=0.6,
    high=0.9,
    evidence=("PAP-28",),
    why="3.1 days are published for a round of ink; a round takes about five.",
)
_MACHINES = ("print", "scan", "fax")


def look(situation: Situation) -> Answer:
    """Find ink and the machines it needs."""
    signing = [step for step in situation.candidate_steps if _by_hand(step)]
    if not signing:
        signed = any(
            amount(step.quantities.electronic_signatures) > 0
            for step in situation.candidate_steps
        )
        if signed:
            return Already(note="What is signed is signed electronically.")
        return NotHere(note="No step says that the candidate signs in ink or prints.")
    gone = {step.id for step in signing if _only_machine(situation, step)}
    parts = [
        _taken_out(step) if step.id in gone else _on_line(situation, step)
        for step in signing
    ]
    if any(amount(step.quantities.wet_signatures) > 0 for step in signing):
        parts += [
            part(setting(step, file=0), steps=[step])
            for step in situation.staff_steps
            if amount(step.quantities.file) > 0
        ]
    ink = sum(amount(step.quantities.wet_signatures) for step in signing)
    return Fits(
        parts=tuple(parts),
        why=f"{plural(ink, 'signature')} in ink as drawn; printed, scanned or faxed at "
        f"{situation.named(signing)}.",
    )


def _by_hand(step: Step) -> bool:
    q = step.quantities
    counted = (q.wet_signatures, q.print_pages, q.scan_pages, q.fax_pages)
    return any(amount(one) > 0 for one in counted)


def _only_machine(situation: Situation, step: Step) -> bool:
    """Say whether a step is nothing but scanning or faxing what was signed before."""
    q = step.quantities
    asks = (q.pages_read, q.pages_fill, q.fields, q.documents, q.wet_signatures)
    return (
        amount(q.scan_pages) + amount(q.fax_pages) > 0
        and step.kind in {None, StepKind.WORK}
        and not any(amount(one) > 0 for one in asks)
        and step.mandate is None
        and step.justified is None
        and len(situation.onward(step)) == 1
        and len(step.flows) == 1
    )


def _taken_out(step: Step) -> Part:
    return Part(deeds={"remove": [step.id]}, steps=(step.id,))


def _on_line(situation: Situation, step: Step) -> Part:
    q = step.quantities
    keys: dict[str, object] = {}
    if amount(q.wet_signatures) > 0:
        assert q.wet_signatures is not None
        electronic = q.wet_signatures
        if amount(q.electronic_signatures) > 0:
            total = amount(q.wet_signatures) + amount(q.electronic_signatures)
            signatures: dict[str, object] = {"electronic": total}
        else:
            signatures = {"electronic": plain(electronic)}
        if q.notarised_signatures is not None and amount(q.notarised_signatures) > 0:
            signatures["notarised"] = plain(q.notarised_signatures)
        keys["signatures"] = signatures
        if amount(q.logins) == 0:
            keys["logins"] = 1
    for key in _MACHINES:
        if amount(getattr(q, f"{key}_pages")) > 0:
            keys[key] = 0
    if amount(q.scan_pages) > 0 and amount(q.uploads) > 0:
        keys["uploads"] = 0
    if step.channel in {None, Channel.PAPER, Channel.FAX, Channel.POST}:
        keys["channel"] = Channel.PORTAL.value
    if step.mobile is False:
        keys["mobile"] = True
    days = situation.scaled(step, wait=DAYS) if "signatures" in keys else {}
    return part(setting(step, **keys), days, steps=[step])


INTERVENTION = Intervention(
    id="electronic-signature",
    name="Sign electronically",
    family=Family.PAPERWORK,
    look=look,
    effects=(DAYS,),
    costs=Costs(
        one_off=spread(2000, 4000, 8000),
        per_year=spread(1200, 2400, 4800),
        note="Set-up of the forms, and a signing service of a small size.",
    ),
    lead_weeks=spread(4, 6, 10),
    owner="Human resources, with IT",
    excludes=("photo-of-the-page",),
    guards=("E-SIGN", "accommodation"),
    checks=("wet-signatures", "print-scan-loop", "fax", "print-scan-against-deadline"),
    doc=__doc__,
)
