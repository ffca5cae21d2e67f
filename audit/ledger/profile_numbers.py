"""Numbers of a profile file: their range, and what supports them."""

from __future__ import annotations

from audit.ledger.evidence import GRADES, all_evidence, has_evidence
from audit.ledger.mapping import Mapping
from audit.loaders.problem_text import did_you_mean, shown

SUPPORT = ("evidence", "grade", "judgement", "note")
"""Keys that say what a number rests on."""


def range_of(section: Mapping, amount: float) -> tuple[float, float]:
    """Return the 90 % range of a rate: `low` and `high`, or `spread` up and down."""
    if "spread" in section:
        spread = section.number("spread", above_zero=True)
        for key in ("low", "high"):
            if key in section:
                section.wrong(
                    "P007",
                    f"'spread' and '{key}' both give the range",
                    key,
                    hint="keep spread, or low and high",
                    key=True,
                )
        if 0 < spread < 1:
            section.wrong(
                "P007",
                f"spread is {spread:g}",
                "spread",
                hint="a factor up and down: 2 is from half to twice the rate",
            )
        return (amount / spread, amount * spread) if spread > 0 else (amount, amount)
    low = section.number("low", amount, above_zero=amount > 0)
    high = section.number("high", amount)
    if not section.failed and not low <= amount <= high:
        section.wrong(
            "P007",
            f"the range {low:g} to {high:g} does not hold the rate {amount:g}",
            "low" if "low" in section else "high",
            hint="low is at most the rate, high at least",
        )
    return low, high


def support_of(section: Mapping) -> tuple[tuple[str, ...], str, bool, str]:
    """Return evidence, grade, judgement and note of a number.

    A number without evidence is the profile's own: judgement, graded D.
    """
    evidence = section.texts("evidence")
    for place, row in enumerate(evidence):
        if not has_evidence(row):
            known = [each.id for each in all_evidence()]
            section.wrong(
                "P008",
                f"there is no evidence row '{shown(row)}'",
                "evidence",
                place=place,
                hint=did_you_mean(row, known) or "leave evidence out for own figures",
            )
    grade = section.text("grade") or "D"
    if grade not in GRADES:
        section.wrong(
            "P009",
            f"there is no grade '{shown(grade)}'",
            "grade",
            hint="A official or peer-reviewed, B large study, C weaker, D own figure",
        )
    return (
        evidence,
        grade,
        section.flag("judgement", default=not evidence),
        section.text("note"),
    )
