"""The best set of changes for each amount of money, for the score and for the days."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.amounts import amount
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.report.recommendation.headline import total
from audit.report.recommendation.proposals import Proposals
from audit.result import FrontPoint, Recommendation
from audit.units import format_number

NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A set of changes as a point: money of the first year, and what is left."""

    cost: float
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CostFront:
    """A curve of cost against what is left, and the recommended set beside it."""

    places: tuple[Place, ...]
    """Cheapest first; each leaves less than the one before."""
    now: Place
    """The process as it is."""
    now_text: str
    chosen: Place | None
    chosen_text: str
    bounds: tuple[tuple[str, float], ...]
    """Grades and the points up to which they reach."""
    axis: str
    currency: str
    title: str
    text: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Fronts:
    """Both curves."""

    heading: str
    caption: str
    score: CostFront | None
    days: CostFront | None


def fronts(
    recommendation: Recommendation,
    proposals: Proposals,
    bounds: tuple[tuple[str, float], ...],
) -> Fronts | None:
    """Return the curves; None where money buys nothing.

    Args:
        recommendation: holds the points of the curves.
        proposals: their numbers.
        bounds: grades and the points up to which they reach; empty without grades.
    """
    score = _front(recommendation, proposals, "score", bounds)
    days = _front(recommendation, proposals, "days", ())
    if score is None and days is None:
        return None
    proven = all(
        point.proven
        for point in (*recommendation.score_front, *recommendation.days_front)
    )
    best = "the best set" if proven else "the best set found"
    return Fronts(
        heading="What more money would buy",
        caption=(
            f"Each dot is {best} of changes for a budget. The line is what a budget "
            "leaves at most: between two dots another set may leave less. The "
            "recommended set may lie beside the line, because each of its changes has "
            "to buy a point, and some are there for findings that no score shows."
        ),
        score=score,
        days=days,
    )


def _front(
    recommendation: Recommendation,
    proposals: Proposals,
    metric: str,
    bounds: tuple[tuple[str, float], ...],
) -> CostFront | None:
    points = {"score": recommendation.score_front, "days": recommendation.days_front}
    found = points[metric]
    if len(found) < 2:
        return None
    unit = "points" if metric == "score" else "days"
    currency, line = recommendation.currency, total(recommendation, metric)
    chosen = bool(recommendation.chosen)
    first, last = found[0], found[-1]
    return CostFront(
        places=tuple(Place(cost=point.cost, value=point.value) for point in found),
        now=Place(cost=0.0, value=line.before),
        now_text=f"now: {format_number(line.before, 1)}",
        chosen=Place(cost=recommendation.cost.likely, value=line.after)
        if chosen
        else None,
        chosen_text=f"recommended: {format_number(line.after, 1)}" if chosen else "",
        bounds=bounds,
        axis="Points left" if metric == "score" else "Days left",
        currency=currency,
        title=(
            f"{format_number(first.value, 1)} {unit} for "
            f"{amount(first.cost, 'money', currency)}, "
            f"{format_number(last.value, 1)} for "
            f"{amount(last.cost, 'money', currency)}"
        ),
        text="; ".join(
            f"{amount(point.cost, 'money', currency)}: "
            f"{format_number(point.value, 1)} {unit}"
            for point in found
        )
        + ".",
        table=_table(metric, unit, found, proposals, currency),
    )


def _table(
    metric: str,
    unit: str,
    found: tuple[FrontPoint, ...],
    proposals: Proposals,
    currency: str,
) -> Table:
    left = "fewest points" if metric == "score" else "fewest days"
    return Table(
        id=f"t-front-{metric}",
        caption=f"The set with the {left} for each amount of money",
        columns=(
            *number_columns("First year", f"{unit.capitalize()} left"),
            Column(label="Changes", wide=True),
        ),
        heading=-1,
        rows=tuple(
            Row(
                cells=(
                    Cell(text=amount(point.cost, "money", currency)),
                    Cell(text=format_number(point.value, 1), strong=True),
                    Cell(text=proposals.codes(point.changes) or NOTHING),
                )
            )
            for point in found
        ),
    )
