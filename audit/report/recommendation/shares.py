"""What each recommended change buys of the gain, and what it costs."""

from __future__ import annotations

from audit.report.comparison.wording import signed_number
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.report.recommendation.decisions import SEVERE, ended
from audit.report.recommendation.figures import first_year, likely_money, taken_off
from audit.report.recommendation.headline import total
from audit.report.recommendation.proposals import Numbered, Proposals
from audit.result import ProposalLine, Recommendation

NO_EFFECT = "–"
"""Grade of a change that rests on no assumed effect: what it does is a decision."""


def shares(recommendation: Recommendation, proposals: Proposals) -> Table | None:
    """Return the table of the recommended changes, largest share first."""
    if not recommendation.chosen:
        return None
    currency = recommendation.currency
    score, days = (total(recommendation, name) for name in ("score", "days"))
    return Table(
        id="t-shares",
        caption=(
            "What each recommended change buys: its share of the whole gain "
            "(Shapley value)"
        ),
        columns=(
            Column(label="No."),
            Column(label="Change"),
            *number_columns("Points", "Days", "Cost in the first year"),
            Column(label=f"Ends, from severity {SEVERE}", wide=True),
            Column(label="Grade"),
        ),
        heading=1,
        rows=tuple(_row(one, proposals, currency) for one in proposals.chosen),
        total=Row(
            cells=(
                Cell(text=""),
                Cell(text="Together"),
                Cell(text=taken_off(score.before - score.after)),
                Cell(text=taken_off(days.before - days.after)),
                Cell(text=likely_money(recommendation.cost, currency)),
                Cell(text=""),
                Cell(text=""),
            )
        ),
    )


def _row(one: Numbered, proposals: Proposals, currency: str) -> Row:
    assert one.chosen is not None
    ends, eases = (
        ended(tuple(note for note in notes if note.severity >= SEVERE))
        for notes in (proposals.ends(one), proposals.eases(one))
    )
    return Row(
        cells=(
            Cell(text=one.code),
            Cell(text=one.name(), href=one.href),
            Cell(text=_share(one.chosen.points), strong=True),
            Cell(text=_share(one.chosen.days)),
            Cell(text=first_year(one.line, currency)),
            Cell(text=_mended(ends, eases)),
            Cell(text=grade(one.line)),
        )
    )


def _mended(ends: str, eases: str) -> str:
    """Return what it ends, then what it only takes away where the file shows it."""
    return (
        "; ".join(part for part in (ends, eases and f"in part {eases}") if part) or "·"
    )


def _share(gain: float) -> str:
    words = signed_number(-gain, 1)
    return "·" if words == "0" else words


def grade(line: ProposalLine) -> str:
    """Return the weakest grade of what a change is assumed to do."""
    return max((effect.grade for effect in line.effects), default=NO_EFFECT)
