"""Out-of-pocket costs: what candidates pay to be hired.

What it is
Money that the candidate spends on the way: a medical, a licence copy, fingerprints, a
uniform, parking.

Why it hurts
It is due before the first salary. Those who have none to spare say that they found
something else.

How it is measured
`cost` of every step of the candidate, times the visits of a person who is hired, in the
currency of the file. The levels are our judgement.

What usually helps
Pay it directly, by account with the laboratory or the authority, or refund it with the
first salary.

Source
CHK-04 (federal fee for a record of one's own) and CHK-01 (notary fees).
"""

from __future__ import annotations

from audit.checks.base import Answer, Bearer, Check, Excuse, Family, Fired
from audit.checks.facts import Facts
from audit.checks.tally import tally
from audit.checks.wording import on_steps
from audit.model import Step, StepKind
from audit.units import format_money

ERRANDS = frozenset({StepKind.APPOINTMENT, StepKind.TEST, StepKind.CHECK})


def look(facts: Facts) -> Answer:
    """Add up what the candidate pays."""
    found = tally(
        facts,
        lambda step: step.quantities.cost,
        key="cost",
        noun=facts.process.currency,
        steps=facts.candidate_steps,
        concerned=(s for s in facts.candidate_steps if _may_cost(s)),
    )
    currency = facts.process.currency
    if not found.total:
        return found.absent(
            passed="The candidate pays for nothing.",
            not_applicable="No step sends the candidate on an errand that may cost.",
        )
    money = format_money(found.total, currency)
    return Fired(
        title=f"{money} out of the candidate's pocket per hire, "
        f"{on_steps(found.shown)}",
        value=found.total,
        unit=f"{currency} per hire",
        steps=found.shown,
        decide=f"Pay the {money} for the candidate, or refund it with the first "
        "salary.",
        missing=found.missing,
    )


def _may_cost(step: Step) -> bool:
    q = step.quantities
    errand = (q.trip, q.notarised_signatures, q.third_party_documents)
    return step.kind in ERRANDS or any(x is not None and x.mean > 0 for x in errand)


CHECK = Check(
    id="out-of-pocket-costs",
    code="F16",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="money per hire",
    levels=((0, 2), (50, 3), (200, 4)),
    factors=(),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
