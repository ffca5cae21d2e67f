"""Print-scan loop against a deadline: paper errands while the clock runs.

What it is
Pages that have to be printed, signed and sent back by a date, so that a missing printer
or a bounced scan can cost the job.

Why it hurts
The loop and the deadline are each a nuisance; together they end hires. An offer runs
out while the scan is on its way, and neither side wanted that.

How it is measured
The shortest deadline of a step through which pages go in the loop, in calendar days.
Severity 3 up to 7 days, 4 up to 3 days, 5 up to 1 day; more than 7 days pass. The
bounds are our judgement.

What usually helps
Take signatures electronically. Until then, count the deadline from the day on which the
candidate can sign, and let one message extend it.

What the law asks
Some deadlines are the law's own, the I-9 within three business days among them; then
the way of signing is what can change.

Source
PAP-30 (computers in households) and LEG-03 (the deadline of Form I-9).
"""

from __future__ import annotations

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
from audit.checks.paperwork.print_scan_loop import looping, unsaid
from audit.units import format_days

LONG = 7
SHORT = 3
VERY_SHORT = 1


def look(facts: Facts) -> Answer:
    """Find deadlines on the steps of the loop."""
    loop = looping(facts)
    if not loop:
        missing = unsaid(facts)
        if missing:
            return Unknown(missing=missing)
        return NotApplicable(note="Nothing is printed, signed and sent back.")
    shown = [
        Shown(
            step=one.step,
            amount=one.step.deadline.mean,
            note=f"{one.note}, within {format_days(one.step.deadline.mean)}",
            numbers=(one.step.deadline,),
        )
        for one in loop
        if one.step.deadline is not None
    ]
    if not shown:
        return NotApplicable(note="The file names no deadline on the loop.")
    days = min(one.amount for one in shown)
    if days > LONG:
        return Passed(note=f"The loop has {format_days(days)} at least.")
    return Fired(
        title=f"Pages to print, sign and send back within {format_days(days)}",
        value=days,
        steps=tuple(one for one in shown if one.amount <= LONG),
        severity=5 if days <= VERY_SHORT else 4 if days <= SHORT else 3,
        decide=f"Take signatures electronically where the deadline is "
        f"{format_days(days)}, or count it from the day the candidate can sign.",
        keeping="Take the signatures electronically, so that the deadline of the law "
        "can be met without a printer.",
    )


CHECK = Check(
    id="print-scan-against-deadline",
    code="F20",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="days for the loop",
    levels=((0, 3),),
    factors=("print_job", "print_page", "scan_job", "scan_page", "fax_job", "fax_page"),
    excuse=Excuse.MEDIUM,
    guards=("I-9", "E-SIGN"),
    own_severity=True,
    look=look,
    doc=__doc__,
)
