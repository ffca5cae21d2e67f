"""Sensitive data too early: asked of everybody, needed from one.

What it is
Social security numbers, dates of birth, health, pay and criminal history and the like,
asked of applicants of whom most are never hired.

Why it hurts
A number asked before there is a reason looks like a trap, and people with something to
lose stop there. What was collected can leak, and what was known can be claimed to have
decided.

How it is measured
How many people give such data for each one hired: the share of the applicants who reach
the step over the share who are hired. It fires from 2 people on; the levels are our
judgement. Which items count is listed in the check; names of items are compared without
their case.

What usually helps
Ask at the step that uses it: tax and bank numbers after the offer is accepted, consent
to a background check when there is one to run.

What the law asks
No medical question before a conditional offer. Equal-opportunity questions are
voluntary and kept from those who decide. States limit questions on pay and criminal
history; have counsel list yours.

Source
LEG-10 (medical questions) and LEG-11 (records of selection).
"""

from __future__ import annotations

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
from audit.model import Step

MANY = 2

SENSITIVE = frozenset(
    {
        "account_number",
        "age",
        "arrest_record",
        "bank",
        "bank_account",
        "birth_date",
        "birthdate",
        "birthday",
        "children",
        "citizenship",
        "convictions",
        "credit_history",
        "criminal_history",
        "criminal_record",
        "current_salary",
        "date_of_birth",
        "disability",
        "dob",
        "ethnicity",
        "family_status",
        "gender",
        "genetic_information",
        "health",
        "health_history",
        "marital_status",
        "medical",
        "medical_history",
        "medical_record",
        "national_id",
        "nationality",
        "passport",
        "passport_number",
        "pay_history",
        "photo",
        "pregnancy",
        "race",
        "religion",
        "salary_history",
        "sex",
        "social_security",
        "social_security_number",
        "ssn",
        "vaccination",
        "veteran_status",
    }
)


def look(facts: Facts) -> Answer:
    """Find sensitive items asked of people most of whom are not hired."""
    if facts.onboarding:
        return NotApplicable(note="Everybody in this process has accepted an offer.")
    asking = [s for s in facts.steps if _items(s) and facts.visits[s.id] > EVER]
    early = [s for s in facts.forms if _per_hire(facts, s) >= MANY]
    missing = unstated(facts, lambda step: step.asks, key="asks", concerned=early)
    shown = tuple(
        Shown(
            step=step,
            amount=_per_hire(facts, step),
            note=", ".join(item.replace("_", " ") for item in _items(step)),
        )
        for step in asking
        if _per_hire(facts, step) >= MANY
    )
    if shown:
        most = max(one.amount for one in shown)
        return Fired(
            title=f"Sensitive data of {counted(most, 'person', 'people')} for each one "
            f"hired, {on_steps(shown)}",
            value=most,
            steps=shown,
            decide="Ask for sensitive data only at the step that uses it, after the "
            "offer.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not facts.analysis.losses:
        # With nobody leaving, early and late look the same.
        return Unknown(missing=(Missing(key="next"),))
    if not asking and not facts.forms:
        return NotApplicable(note="No step asks the candidate for data.")
    return Passed(note="Sensitive data is asked of those who are nearly hired.")


def _items(step: Step) -> list[str]:
    asked = (
        item.lower().replace(" ", "_").replace("-", "_") for item in step.asks or ()
    )
    return sorted({item for item in asked if item in SENSITIVE})


def _per_hire(facts: Facts, step: Step) -> float:
    return facts.analysis.reach[step.id] / facts.analysis.hired_share


CHECK = Check(
    id="early-sensitive-data",
    code="F30",
    family=Family.TRUST,
    side=Bearer.CANDIDATE,
    unit="people per hire",
    levels=((MANY, 3), (20, 4)),
    excuse=Excuse.NOTHING,
    guards=("ADA", "EEO"),
    look=look,
    doc=__doc__,
)
