"""How the score is made: formula, grades, weights, rates, and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.grade import why_no_grade
from audit.report.page.names import capital, listing, opening_number, readable, shorten
from audit.report.page.steps import Steps
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.result import AuditResult, RateLine
from audit.units import format_money, format_number, format_share, plural

INFLUENCES = 8
"""Rates in the table of what moves the score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The part of the appendix."""

    formula: tuple[str, ...]
    weights: Table
    grades: Table | None
    grade_note: str
    rates: Table | None
    rates_note: str
    influences: Table | None
    variations: Table | None
    variations_heading: str


def method(result: AuditResult, steps: Steps) -> Method:
    """Return the part for a result."""
    judged = sum(rate.judgement for rate in result.profile.rates)
    return Method(
        formula=_formula(result),
        weights=_weights(result),
        grades=_grades(result),
        grade_note=_grade_note(result),
        rates=_rates(result),
        rates_note=(
            f"{judged} of {plural(len(result.profile.rates), 'rate')} are our "
            "judgement or depart from their source; the others are as published. "
            f"Profile: {shorten(result.profile.name, 60)}."
        ),
        influences=_influences(result),
        variations=_variations(result, steps),
        variations_heading=_variations_heading(result),
    )


def _formula(result: AuditResult) -> tuple[str, ...]:
    scope = result.profile.reference_scope
    return (
        "Amount = visits × quantity × rate. Visits are those of a person who stays the "
        "course and is hired; quantities stand in the file; rates stand below.",
        "Points = 100 × weight of the side ÷ what the typical process of the scope "
        "takes on that side × (amount + what is felt on top).",
        f"Score = the sum of all points: {format_number(result.score, 2)}. "
        f"100 is the typical {scope} process, and lower is better.",
    )


def _weights(result: AuditResult) -> Table:
    profile = result.profile
    keys = {"candidate": "candidate", "employer": "employer", "time": "days"}
    rows = []
    for side, weight in profile.weights.items():
        reference = profile.reference.get(keys.get(side, side))
        unit = "days" if side == "time" else "minutes"
        typical = "–" if reference is None else f"{format_number(reference)} {unit}"
        price = "–"
        if reference:
            per = unit.removesuffix("s")
            price = f"{format_number(100 * weight / reference)} a {per}"
        rows.append(
            Row(
                cells=(
                    Cell(text=capital("calendar" if side == "time" else side)),
                    Cell(text=format_share(weight)),
                    Cell(text=typical),
                    Cell(text=price),
                )
            )
        )
    return Table(
        id="t-weights",
        caption="Weights of the sides, and what the typical process takes",
        columns=(
            Column(label="Side"),
            *number_columns("Weight", "Typical process", "Points"),
        ),
        rows=tuple(rows),
    )


def _grades(result: AuditResult) -> Table | None:
    if not result.grade_bounds:
        return None
    rows = []
    lower = None
    for letter, bound in result.grade_bounds.items():
        words = f"up to {format_number(bound, 1)}"
        if lower is not None:
            words = f"above {format_number(lower, 1)}, {words}"
        rows.append((letter, words))
        lower = bound
    if lower is not None:
        rows.append(("E", f"above {format_number(lower, 1)}"))
    return Table(
        id="t-grades",
        caption="Grades",
        columns=text_columns("Grade", "Score", "This process"),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=letter),
                    Cell(text=words),
                    Cell(text="◄ here" if letter == result.grade else ""),
                )
            )
            for letter, words in rows
        ),
    )


def _grade_note(result: AuditResult) -> str:
    if result.grade is not None:
        return (
            "A is better than the good reference process, C better than the typical "
            "one. Scores of different scopes do not compare."
        )
    if result.process.scope == "partial":
        return (
            "This file describes part of a process, so it has no grade: there is no "
            "typical part to compare with."
        )
    if result.process.scope is not None:
        return (
            f"The file gets no grade: {why_no_grade(result)}. A grade needs them of at "
            "least half of the steps. What is missing is not nought, so the score "
            "counts only what the file states."
        )
    return (
        "This file does not name its `scope`, so it has no grade. It was priced like "
        f"an {result.profile.reference_scope} process."
    )


def _rates(result: AuditResult) -> Table | None:
    if not result.profile.rates:
        return None
    currency = result.process.currency
    return Table(
        id="t-rates",
        caption="Rates, with the range that holds nine times in ten",
        columns=(
            Column(label="Kind"),
            *number_columns("Rate", "Range", "Felt", "Cash"),
            *text_columns("Grade"),
            Column(label="Rests on", wide=True),
        ),
        rows=tuple(_rate(rate, currency) for rate in result.profile.rates),
    )


def _rate(rate: RateLine, currency: str) -> Row:
    basis = ", ".join(rate.evidence)
    kind = "our judgement" if rate.judgement else "as published"
    words = f"{basis}: {kind}" if basis else capital(kind)
    if rate.note:
        words += f". {shorten(rate.note, 200)}"
    low, high = format_number(rate.low), format_number(rate.high)
    return Row(
        cells=(
            Cell(text=rate.label),
            Cell(text=f"{format_number(rate.rate)} {rate.unit}"),
            Cell(text="fixed" if low == high else f"{low}–{high}"),
            Cell(text=f"× {format_number(rate.felt)}" if rate.felt != 1 else "·"),
            Cell(text=format_money(rate.cost, currency) if rate.cost else "·"),
            Cell(text=rate.grade),
            Cell(text=words),
        )
    )


def _influences(result: AuditResult) -> Table | None:
    rates = sorted(
        result.sensitivity.rates, key=lambda item: (-item.variance_share, item.factor)
    )
    moving = [rate for rate in rates if rate.variance_share > 0][:INFLUENCES]
    if not moving:
        return None
    labels = {rate.factor: rate.label for rate in result.profile.rates}
    return Table(
        id="t-influences",
        caption="Rates that move the score most",
        columns=(
            Column(label="Rate of"),
            *number_columns("Score at its low", "Score at its high", "Of the spread"),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=labels.get(rate.factor, readable(rate.factor))),
                    Cell(text=format_number(rate.low_score, 1)),
                    Cell(text=format_number(rate.high_score, 1)),
                    Cell(
                        text=format_share(rate.variance_share),
                        share=min(1.0, rate.variance_share),
                    ),
                )
            )
            for rate in moving
        ),
    )


def _variations_heading(result: AuditResult) -> str:
    variations = result.sensitivity.weights
    if not variations:
        return ""
    top = set(result.sensitivity.top_steps)
    same = sum(set(variation.top_steps) == top for variation in variations)
    name = "step" if len(top) == 1 else f"{opening_number(len(top)).lower()} steps"
    grades = sorted({variation.grade for variation in variations if variation.grade})
    words = (
        f"The {name} with most friction stay the same in {same} of "
        f"{plural(len(variations), 'change')} of weights"
    )
    if grades:
        words += f"; the grade is {listing([*grades]).replace(' and ', ' or ')}"
    return words


def _variations(result: AuditResult, steps: Steps) -> Table | None:
    variations = result.sensitivity.weights
    if not variations:
        return None
    rows = []
    for variation in variations:
        numbers = [link.number for link in steps.links(variation.top_steps)]
        side = "calendar" if variation.side == "time" else variation.side
        sign = "+" if variation.change > 0 else "−"
        rows.append(
            Row(
                cells=(
                    Cell(
                        text=f"{capital(side)} {sign}"
                        f"{format_share(abs(variation.change))}"
                    ),
                    Cell(text=format_number(variation.score, 1)),
                    Cell(text=variation.grade or "–"),
                    Cell(text=", ".join(str(number) for number in numbers)),
                )
            )
        )
    return Table(
        id="t-variations",
        caption="The score under other weights; the other sides make room",
        columns=(
            Column(label="Weight changed"),
            *number_columns("Score"),
            *text_columns("Grade", "Top steps"),
        ),
        rows=tuple(rows),
    )
