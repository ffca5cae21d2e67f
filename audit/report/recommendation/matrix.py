"""Effort against impact: what each change costs, and what it takes off."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.amounts import amount
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.report.recommendation.figures import NOT_KNOWN, taken_off
from audit.report.recommendation.proposals import Numbered, Proposals
from audit.result import Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One change in the matrix."""

    label: str
    cost: float
    """Money of the first year."""
    points: float
    """What it takes off the score."""
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The chart and the list beside it."""

    marks: tuple[Mark, ...]
    currency: str
    title: str
    text: str
    caption: str
    list: Table


def matrix(recommendation: Recommendation, proposals: Proposals) -> Matrix | None:
    """Return the matrix of all proposals; None when there is none."""
    if not proposals.all:
        return None
    marks = tuple(
        Mark(
            label=one.code,
            cost=_cost(one, proposals),
            points=impact(one),
            chosen=one.chosen is not None,
        )
        for one in proposals.all
        if _is_priced(one, proposals)
    )
    currency = recommendation.currency
    return Matrix(
        marks=marks,
        currency=currency,
        title="Effort against impact: what costs little and takes off much",
        text="; ".join(
            f"{mark.label}: {amount(mark.cost, 'money', currency)}, "
            f"{taken_off(mark.points)} points"
            for mark in marks
        )
        + ".",
        caption=(
            "Filled: recommended, at its share of the gain. Hollow: not recommended, "
            "made alone with what it needs. Top left is where to begin: little money, "
            "much taken off. The dashed lines only halve the scales."
        ),
        list=_list(proposals, currency),
    )


def impact(one: Numbered) -> float:
    """Return the points that a change takes off: its share, or its gain alone."""
    return one.line.gains["score"] if one.chosen is None else one.chosen.points


def _needed(one: Numbered, proposals: Proposals) -> tuple[Numbered, ...]:
    """Return the changes whose cost counts with it, itself among them."""
    if one.chosen is not None:
        return (one,)
    return (one, *(proposals[need] for need in one.line.needs))


def _is_priced(one: Numbered, proposals: Proposals) -> bool:
    return all(part.line.cost is not None for part in _needed(one, proposals))


def _cost(one: Numbered, proposals: Proposals) -> float:
    return sum(part.line.first_year.likely for part in _needed(one, proposals))


def _list(proposals: Proposals, currency: str) -> Table:
    return Table(
        id="t-matrix",
        caption="All changes that fit here",
        columns=(
            Column(label="No."),
            Column(label="Change"),
            *number_columns("Points", "Cost"),
            Column(label="In the set"),
        ),
        heading=1,
        rows=tuple(
            Row(
                cells=(
                    Cell(text=one.code),
                    Cell(text=one.name(60), href=one.href),
                    Cell(text=taken_off(impact(one))),
                    Cell(
                        text=amount(_cost(one, proposals), "money", currency)
                        if _is_priced(one, proposals)
                        else NOT_KNOWN
                    ),
                    Cell(text="no" if one.chosen is None else "yes"),
                )
            )
            for one in proposals.all
        ),
    )
