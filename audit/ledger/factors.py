"""What the ledger counts: one factor per kind of friction, with its unit and its words.

A factor is counted in a process file, priced by a rate of the profile and shown in the
ledger. Its side is the side of the role that does the step, except for those that name
one here.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from audit.errors import RequestError

CANDIDATE = "candidate"
EMPLOYER = "employer"
TIME = "time"
THIRD_PARTY = "third_party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One kind of friction that the ledger counts."""

    id: str
    label: str
    unit: str
    """Amount per thing counted: min/page, days/day."""
    counts: str
    """What one visit to a step counts, as a sentence, with the key of the file."""
    side: str | None = None
    """The one side that can bear it; None is the side of whoever does the step."""
    priced: bool = True
    """Whether a profile has to give a rate for it."""


FACTORS: tuple[Factor, ...] = (
    Factor(
        id="page_read",
        label="Pages to read",
        unit="min/page",
        counts="Pages to read and handle (`pages`, or `pages: {read: …}`).",
    ),
    Factor(
        id="page_fill",
        label="Pages to fill in",
        unit="min/page",
        counts="Pages to fill in (`pages: {fill: …}`), where `fields` does not say "
        "how many answers they ask for. With `fields` the answers are charged instead, "
        "never both.",
    ),
    Factor(
        id="field",
        label="Answers to give",
        unit="min/field",
        counts="Answers to give for the first time: `fields` less those asked before. "
        "Where only `asks` is written, each item is one answer.",
    ),
    Factor(
        id="repeated_field",
        label="Answers given before",
        unit="min/field",
        counts="Answers that the candidate has given before: `repeated_fields`, and "
        "items of `asks` that an earlier step asked for too.",
        side=CANDIDATE,
    ),
    Factor(
        id="document",
        label="Documents to find",
        unit="min/document",
        counts="Things to find and supply (`documents`), copies and originals alike.",
    ),
    Factor(
        id="wet_signature",
        label="Signatures in ink",
        unit="min/signature",
        counts="Signatures in ink (`signatures: {wet: …}`).",
    ),
    Factor(
        id="electronic_signature",
        label="Electronic signatures",
        unit="min/signature",
        counts="Electronic signatures (`signatures: {electronic: …}`).",
    ),
    Factor(
        id="notarised_signature",
        label="Notarised signatures",
        unit="min/signature",
        counts="Signatures before a notary (`signatures: {notarised: …}`), the way "
        "there included.",
    ),
    Factor(
        id="print_job",
        label="Getting to a printer",
        unit="min/job",
        counts="One for each visit to a step that prints (`print`).",
    ),
    Factor(
        id="print_page",
        label="Pages printed",
        unit="min/page",
        counts="Pages to print (`print`).",
    ),
    Factor(
        id="scan_job",
        label="Getting to a scanner",
        unit="min/job",
        counts="One for each visit to a step that scans (`scan`).",
    ),
    Factor(
        id="scan_page",
        label="Pages scanned",
        unit="min/page",
        counts="Pages to scan (`scan`).",
    ),
    Factor(
        id="fax_job",
        label="Getting to a fax",
        unit="min/job",
        counts="One for each visit to a step that faxes (`fax`).",
    ),
    Factor(
        id="fax_page",
        label="Pages faxed",
        unit="min/page",
        counts="Pages to fax (`fax`).",
    ),
    Factor(
        id="upload",
        label="Files uploaded",
        unit="min/file",
        counts="Files to upload (`uploads`).",
    ),
    Factor(
        id="login",
        label="Accounts and logins",
        unit="min/login",
        counts="Accounts to create or log in to (`logins`).",
    ),
    Factor(
        id="call",
        label="Phone calls",
        unit="min/call",
        counts="Phone calls to make (`calls`).",
    ),
    Factor(
        id="trip_minute",
        label="Travel and waiting on the spot",
        unit="min/min",
        counts="Minutes of travel and of waiting on the spot (`trip`).",
    ),
    Factor(
        id="candidate_minute",
        label="Timed work of the candidate",
        unit="min/min",
        counts="Minutes of the candidate beside the paperwork listed (`work`, and "
        "`with: {candidate: …}`).",
        side=CANDIDATE,
    ),
    Factor(
        id="channel_switch",
        label="Changes of channel",
        unit="min/switch",
        counts="Times that the candidate's next step runs over another `channel`; "
        "counted at the step that receives the candidate.",
        side=CANDIDATE,
    ),
    Factor(
        id="employer_minute",
        label="Timed work of staff",
        unit="min/min",
        counts="Minutes of staff and vendors beside the paperwork listed (`work`, and "
        "`with:`).",
        side=EMPLOYER,
    ),
    Factor(
        id="handoff",
        label="Handoffs",
        unit="min/handoff",
        counts="Times that the case passes from one role to another; counted at the "
        "step that gives. Handing to or from a system is none.",
        side=EMPLOYER,
    ),
    Factor(
        id="rekey_field",
        label="Fields keyed again",
        unit="min/field",
        counts="Fields keyed in again by hand (`rekey`).",
    ),
    Factor(
        id="check_page",
        label="Pages checked",
        unit="min/page",
        counts="Pages checked (`check`).",
    ),
    Factor(
        id="file_page",
        label="Pages filed",
        unit="min/page",
        counts="Pages put on file (`file`).",
    ),
    Factor(
        id="wait_day",
        label="Calendar time",
        unit="days/day",
        counts="Days that the step adds to the mean calendar time (`wait`). Where "
        "branches run side by side, only the days on the longest branch count.",
        side=TIME,
    ),
    Factor(
        id="third_party_minute",
        label="Timed work of outsiders",
        unit="min/min",
        counts="Minutes of people who are neither candidate, staff nor vendor, a "
        "referee for instance. Shown, not priced.",
        side=THIRD_PARTY,
        priced=False,
    ),
    Factor(
        id="cost",
        label="Out-of-pocket cost",
        unit="money",
        counts="Money that whoever does the step pays out of pocket (`cost`). Counted "
        "in money only, never in points.",
        priced=False,
    ),
    Factor(
        id="fee",
        label="Fees to outsiders",
        unit="money",
        counts="Money that the employer pays an outsider (`fee`). Counted in money "
        "only, never in points.",
        side=EMPLOYER,
        priced=False,
    ),
)
"""Every factor, in the order of the report."""

FACTOR_BY_ID: dict[str, Factor] = {factor.id: factor for factor in FACTORS}

PRICED: tuple[str, ...] = tuple(factor.id for factor in FACTORS if factor.priced)
"""Ids that a profile has to price."""


def factor(factor_id: str) -> Factor:
    """Return the factor with this id.

    Raises:
        RequestError: no factor has it.
    """
    if factor_id not in FACTOR_BY_ID:
        near = get_close_matches(factor_id, FACTOR_BY_ID, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise RequestError(f"no factor {factor_id!r}{hint}")
    return FACTOR_BY_ID[factor_id]
