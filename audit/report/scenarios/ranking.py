"""The ranking: before and all afters with their headline numbers, and who pays."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.headline import SURE
from audit.report.comparison.wording import relative
from audit.report.page.amounts import whole_share
from audit.report.page.costs import bears_effort
from audit.report.page.names import listing
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.report.scenarios.names import BEFORE
from audit.report.simulation.part_bars import Look, Part, PartBar, PartBars
from audit.result import AuditResult, Ranked, ScenariosResult
from audit.units import format_days, format_minutes, format_number, plural

SIDES = {
    "candidate": Part(word="candidate", look=Look.MAIN),
    "employer": Part(word="staff", look=Look.OTHER),
    "time": Part(word="calendar", look=Look.PLAIN),
}
"""Who bears points, and the part of a bar that shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The section."""

    answer: str
    lede: str
    table: Table
    who_pays: PartBars
    payers: Table


def ranking(result: ScenariosResult, names: tuple[str, ...]) -> Ranking:
    """Return the section for a result.

    Args:
        result: the before and its scenarios.
        names: of the scenarios, in the order given.
    """
    return Ranking(
        answer=answer(result, names),
        lede=lede(result, names),
        table=_table(result, names),
        who_pays=_who_pays(result, names),
        payers=_payers(result, names),
    )


def audit_of(place: Ranked, result: ScenariosResult) -> AuditResult:
    """Return the audit of a ranked process."""
    if place.comparison < 0:
        return result.before
    return result.comparisons[place.comparison].after


def name_of(place: Ranked, names: tuple[str, ...]) -> str:
    """Return the name of a ranked process."""
    return BEFORE if place.comparison < 0 else names[place.comparison]


def answer(result: ScenariosResult, names: tuple[str, ...]) -> str:
    """Return the sentence that says which is best and by how much."""
    first = [place for place in result.ranking if place.place == 1]
    count = plural(len(names), "scenario")
    if any(place.comparison < 0 for place in first):
        if len(first) == len(result.ranking):
            return f"None of {count} differs from the process as it is"
        return f"None of {count} has less friction than the process as it is"
    best = listing([f"“{name_of(place, names)}”" for place in first])
    score, before = audit_of(first[0], result).score, result.before.score
    less = whole_share((before - score) / before)
    one = len(first) == 1
    may = "may have" if one and first[0].share_best < SURE else "has" if one else "have"
    most = "the least friction" if len(names) > 1 or not one else "less friction"
    of = f" of {count}" if len(names) > 1 else ""
    return f"{best} {may} {most}{of}: {less} less than before"


def lede(result: ScenariosResult, names: tuple[str, ...]) -> str:
    """Return how often each process is the best of all, best first."""
    parts = [
        f"“{name_of(place, names)}” in "
        f"{'all' if place.share_best == 1 else whole_share(place.share_best)}"
        for place in result.ranking
        if place.share_best > 0
    ]
    return (
        "Over draws of rates and weights, the same for all, the one with the least "
        f"friction is {listing(parts)} of the draws."
    )


def _table(result: ScenariosResult, names: tuple[str, ...]) -> Table:
    return Table(
        id="t-ranking",
        caption="Best first; per hire. Best in: share of the draws with least friction",
        columns=(
            *number_columns("Place"),
            *text_columns("Process"),
            *number_columns("Score", "Change"),
            *text_columns("Grade"),
            *number_columns(
                "Days, P50", "Days, P90", "Candidate's time", "Staff time", "Best in"
            ),
        ),
        rows=tuple(_row(place, result, names) for place in result.ranking),
        heading=1,
    )


def _row(place: Ranked, result: ScenariosResult, names: tuple[str, ...]) -> Row:
    audit = audit_of(place, result)
    before = place.comparison < 0
    href = None if before else f"#scenario-{place.comparison + 1}"
    change = "·" if before else relative(result.before.score, audit.score)
    return Row(
        cells=(
            Cell(text=str(place.place)),
            Cell(text=name_of(place, names), href=href),
            Cell(text=format_number(audit.score, 1), strong=True),
            Cell(text=change),
            Cell(text=audit.grade or "–"),
            Cell(text=days_at(audit, audit.time.p50)),
            Cell(text=days_at(audit, audit.time.p90)),
            Cell(text=minutes_of(audit, "candidate")),
            Cell(text=minutes_of(audit, "employer")),
            Cell(text=whole_share(place.share_best), share=place.share_best),
        )
    )


def days_at(result: AuditResult, days: float | None) -> str:
    """Return days of a hire; a dash where the file states no wait."""
    if days is None or not result.time.waits_stated:
        return "–"
    return format_days(days)


def minutes_of(result: AuditResult, side: str) -> str:
    """Return the time of a side; a dash where the file states nothing it does."""
    minutes = result.sides[side].minutes
    if minutes is None or not bears_effort(result, side):
        return "–"
    return format_minutes(minutes)


def _who_pays(result: ScenariosResult, names: tuple[str, ...]) -> PartBars:
    bars = tuple(
        PartBar(
            label=name_of(place, names),
            values=tuple(audit.sides[side].points for side in SIDES),
            text=format_number(audit.score, 1),
        )
        for place in result.ranking
        for audit in (audit_of(place, result),)
    )
    return PartBars(
        parts=tuple(SIDES.values()),
        bars=bars,
        title="Who bears the friction",
        text="; ".join(f"{bar.label}: {_by_side(bar)} points" for bar in bars) + ".",
        caption=(
            "Points of one hire. What one side no longer does, another may have to: a "
            "shorter bar is better only if nobody pays for it elsewhere."
        ),
    )


def _by_side(bar: PartBar) -> str:
    return ", ".join(
        f"{part.word} {format_number(points, 1)}"
        for part, points in zip(SIDES.values(), bar.values, strict=True)
    )


def _payers(result: ScenariosResult, names: tuple[str, ...]) -> Table:
    return Table(
        id="t-payers",
        caption="Points by who bears them",
        columns=(
            Column(label="Process"),
            *number_columns("Candidate", "Staff", "Calendar", "All"),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=name_of(place, names)),
                    *(
                        Cell(text=format_number(audit.sides[side].points, 1))
                        for side in SIDES
                    ),
                    Cell(text=format_number(audit.score, 1), strong=True),
                )
            )
            for place in result.ranking
            for audit in (audit_of(place, result),)
        ),
    )
