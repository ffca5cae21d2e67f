"""What the law asks to be kept, and what is not proposed because of it."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import NOTE, shorten
from audit.report.page.steps import Steps
from audit.report.page.table import Cell, Column, Row, Table
from audit.report.recommendation.proposals import Proposals
from audit.result import GuardNote, Recommendation
from audit.units import plural

STEPS = 12
"""Step numbers named in a row; the rest is counted."""
LINES = 40
"""Withheld parts that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The part on the law."""

    heading: str
    notice: str
    guards: Table | None
    withheld: Table | None
    more: str


def law(recommendation: Recommendation, proposals: Proposals, steps: Steps) -> Law:
    """Return the part for a recommendation."""
    more = len(recommendation.withheld) - LINES
    where = shorten(recommendation.jurisdiction, 60)
    return Law(
        heading=f"What the law asks to be kept ({where})",
        notice=shorten(recommendation.notice, NOTE),
        guards=_guards(proposals),
        withheld=_withheld(recommendation, steps),
        more=f"{plural(more, 'more part')} left out for the like." if more > 0 else "",
    )


def _guards(proposals: Proposals) -> Table | None:
    if not proposals.guards:
        return None
    return Table(
        id="t-law",
        caption="To keep in mind: a checklist, not advice",
        columns=(
            Column(label="What it is about"),
            Column(label="What to keep", wide=True),
            Column(label="Changes"),
        ),
        rows=tuple(
            Row(
                id=proposals.guard_row(guard),
                cells=(
                    Cell(text=shorten(guard.title)),
                    Cell(text=shorten(guard.text, NOTE)),
                    Cell(text=proposals.codes(_touching(guard, proposals))),
                ),
            )
            for guard in proposals.guards
        ),
    )


def _touching(guard: GuardNote, proposals: Proposals) -> list[str]:
    """Return the ids of the changes that a guard is about."""
    return [
        one.line.id
        for one in proposals.all
        if guard.id in {known.id for known in one.line.guards}
    ]


def _withheld(recommendation: Recommendation, steps: Steps) -> Table | None:
    if not recommendation.withheld:
        return None
    return Table(
        id="t-withheld",
        caption="Not proposed, because it would break what is to be kept",
        columns=(
            Column(label="Change"),
            Column(label="Where"),
            Column(label="What it would break", wide=True),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=shorten(line.name, 70)),
                    Cell(text=_places(line.steps, steps)),
                    Cell(text=_reason(line.guard, line.reason)),
                )
            )
            for line in recommendation.withheld[:LINES]
        ),
    )


def _reason(guard: str, reason: str) -> str:
    return shorten(f"{guard}: {reason}" if guard else reason, 300)


def _places(names: tuple[str, ...], steps: Steps) -> str:
    numbers = sorted(link.number for link in steps.links(names))
    if not numbers:
        return "the process as a whole"
    words = ", ".join(str(number) for number in numbers[:STEPS])
    if len(numbers) > STEPS:
        words += f" and {len(numbers) - STEPS} more"
    return f"step{'' if len(numbers) == 1 else 's'} {words}"
