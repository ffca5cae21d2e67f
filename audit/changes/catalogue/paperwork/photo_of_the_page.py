"""Photo of the page: accept a photograph in place of a scan or a fax.

What it is
Until papers can be signed on line, the signed page may be photographed and uploaded,
or sent by mail. A fax number can stay as one way among others.

When it fits
The candidate scans or faxes pages.

What it changes
Scanning and faxing go, and one upload comes for each step that did either. Ink and
printing stay.

What it takes
A mailbox or an upload page, and one sentence in the instructions. One to three weeks.

What to watch
It is a stopgap. Signing electronically answers the same friction and more, so the two
are never recommended together.

Source
PAP-25 and PAP-26 (staff time by fax and by mail), PAP-40 (what a faxed page costs),
PAP-30 (who has no computer at home).
"""

from __future__ import annotations

from audit.changes.base import (
    Answer,
    Costs,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.situation import Situation, amount, part, setting
from audit.model import Channel, Step
from audit.units import plural


def look(situation: Situation) -> Answer:
    """Find pages that are scanned or faxed."""
    sending = [step for step in situation.candidate_steps if _pages(step) > 0]
    if not sending:
        return NotHere(note="No step says that the candidate scans or faxes.")
    return Fits(
        parts=tuple(
            part(setting(step, **_keys(step)), steps=[step]) for step in sending
        ),
        why=f"{plural(sum(map(_pages, sending)), 'page')} scanned or faxed at "
        f"{situation.named(sending)}, as drawn.",
    )


def _pages(step: Step) -> float:
    return amount(step.quantities.scan_pages) + amount(step.quantities.fax_pages)


def _keys(step: Step) -> dict[str, object]:
    keys: dict[str, object] = {"uploads": 1}
    if amount(step.quantities.scan_pages) > 0:
        keys["scan"] = 0
    if amount(step.quantities.fax_pages) > 0:
        keys["fax"] = 0
    if step.channel is Channel.FAX:
        keys["channel"] = Channel.EMAIL.value
    return keys


INTERVENTION = Intervention(
    id="photo-of-the-page",
    name="Accept a photo in place of a scan or fax",
    family=Family.PAPERWORK,
    look=look,
    effects=(),
    costs=Costs(
        one_off=spread(100, 300, 1000), note="A mailbox, and new instructions."
    ),
    lead_weeks=spread(1, 2, 3),
    owner="Human resources",
    excludes=("electronic-signature",),
    guards=("accommodation",),
    checks=("fax", "print-scan-loop"),
    doc=__doc__,
)
