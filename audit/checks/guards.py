"""What the law asks to be kept, whatever is changed: a checklist, not legal advice.

The texts are for the United States. Each names the evidence rows that it rests on;
where it rests on none it says so. A guard speaks up with a finding when the check lists
it, or when a step that shows the finding names it in `mandate:`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One thing to keep."""

    id: str
    title: str
    text: str
    evidence: tuple[str, ...]
    mandates: tuple[str, ...] = ()
    """Words of a `mandate:` that mean this guard, in lower case."""


GUARDS: tuple[Guard, ...] = (
    Guard(
        id="I-9",
        title="Form I-9 and the examination of documents",
        text="Keep Form I-9 and the examination of the documents, which the candidate "
        "chooses. It is due within three business days of the first day of work. It "
        "may be signed and kept electronically with an audit trail, and examined "
        "remotely under the alternative procedure of 2023.",
        evidence=("LEG-02", "LEG-03", "LEG-04", "LEG-05"),
        mandates=("i-9", "i9", "work authorization", "work authorisation"),
    ),
    Guard(
        id="W-4",
        title="Tax forms",
        text="Keep Form W-4, and the state's withholding form where there is one. An "
        "electronic form is allowed if a hard copy can be given to the tax authority.",
        evidence=("LEG-06",),
        mandates=("w-4", "w4", "tax", "withholding"),
    ),
    Guard(
        id="FCRA",
        title="Background checks",
        text="Keep the disclosure of a background check on a page of its own, with a "
        "written permission. Before turning somebody down because of the report: a "
        "copy of it with the summary of rights, and a reasonable wait (five business "
        "days is the usual guidance); then the final notice.",
        evidence=("LEG-07", "LEG-08"),
        mandates=("fcra", "background check", "consumer report"),
    ),
    Guard(
        id="EEO",
        title="Self-identification",
        text="Keep equal-opportunity self-identification voluntary, apart from the "
        "people who decide, and never filled in for the candidate. Keep the records "
        "of the selection.",
        evidence=("LEG-11",),
        mandates=("eeo", "eeoc", "self-identification", "self identification"),
    ),
    Guard(
        id="ADA",
        title="Medical questions",
        text="Ask no question about health or disability, and have no medical "
        "examination, before a conditional offer. Afterwards the offer may depend on "
        "it, if every new employee is examined and the record is kept apart.",
        evidence=("LEG-10",),
        mandates=("ada", "medical", "drug", "immunisation", "immunization"),
    ),
    Guard(
        id="licence",
        title="Licences and exclusion lists",
        text="Keep the check of a licence at its source, and of exclusion lists, where "
        "the job asks for them. The rules differ by sector and state; have counsel "
        "confirm them.",
        evidence=(),
        mandates=("licence", "license", "licensure", "credential", "oig", "exclusion"),
    ),
    Guard(
        id="E-SIGN",
        title="Electronic signatures",
        text="A signature may not be refused only because it is electronic. Get the "
        "candidate's consent to electronic records, keep them, and offer paper to "
        "those who want it. Notarised papers follow rules of their own, by state.",
        evidence=("LEG-01",),
        mandates=("e-sign", "ueta"),
    ),
    Guard(
        id="accommodation",
        title="Another way in",
        text="Keep a way that is not digital, and say how to ask for an accommodation: "
        "one US household in five has no desktop or laptop computer.",
        evidence=("PAP-30",),
        mandates=("accommodation", "accessibility", "section 508"),
    ),
    Guard(
        id="new-hire report",
        title="Report of new hires",
        text="Keep the report of each new hire to the state within 20 days; some "
        "states ask for it sooner.",
        evidence=("LEG-09",),
        mandates=("new-hire report", "new hire report", "prwora"),
    ),
    Guard(
        id="adverse impact",
        title="Selection rules",
        text="Check every change of a filter or test for adverse impact on protected "
        "groups, and keep the records of the selection.",
        evidence=("LEG-11",),
        mandates=("adverse impact", "ugesp"),
    ),
    Guard(
        id="offer",
        title="Offers",
        text="Withdrawing an offer can create claims in some states. Confirm that the "
        "position is open before offering it, and have counsel read the words of a "
        "conditional offer.",
        evidence=("LEG-12",),
    ),
)

GUARD_BY_ID: dict[str, Guard] = {guard.id: guard for guard in GUARDS}


@cache
def guards_of_mandate(mandate: str) -> tuple[Guard, ...]:
    """Return the guards that the words of a `mandate:` mean.

    >>> [guard.id for guard in guards_of_mandate("Form I-9, W-4")]
    ['I-9', 'W-4']
    """
    words = mandate.lower()
    return tuple(
        guard
        for guard in GUARDS
        if any(
            re.search(rf"(?<![\w-]){re.escape(known)}(?![\w-])", words)
            for known in guard.mandates
        )
    )
