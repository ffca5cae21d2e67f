"""What is good already, what does not fit here, and what no score can decide."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import shorten
from audit.report.page.table import Cell, Column, Row, Table
from audit.report.recommendation.decisions import mended
from audit.report.recommendation.figures import points
from audit.report.recommendation.proposals import Proposals
from audit.result import NotProposedLine, Recommendation
from audit.units import plural


@dataclass(frozen=True, slots=True, kw_only=True)
class ToWeigh:
    """A change that ends a grave finding and costs friction."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The changes that are not among the recommended ones, and why."""

    to_weigh: tuple[ToWeigh, ...]
    good_heading: str
    good: Table | None
    elsewhere_heading: str
    elsewhere: Table | None


def kept(recommendation: Recommendation, proposals: Proposals) -> Kept:
    """Return the lists for a recommendation."""
    good, elsewhere = recommendation.already_good, recommendation.not_applicable
    return Kept(
        to_weigh=tuple(
            ToWeigh(
                text=(
                    f"{one.code} “{one.name(60)}” {mended(proposals, one)}, and costs "
                    f"{points(-one.line.gains['score'])}."
                ),
                href=one.href,
            )
            for one in (proposals[change] for change in recommendation.to_weigh)
        ),
        good_heading=(
            f"Already good: {plural(len(good), 'thing')} that we would propose, and "
            "that the process has"
        ),
        good=_table("t-good", "What the process does already", "What we saw", good),
        elsewhere_heading=(
            f"{plural(len(elsewhere), 'change')} with nothing to do here, as far as "
            "the file says"
        ),
        elsewhere=_table("t-elsewhere", "Changes that do not fit", "Why", elsewhere),
    )


def _table(
    table_id: str, caption: str, label: str, lines: tuple[NotProposedLine, ...]
) -> Table | None:
    if not lines:
        return None
    return Table(
        id=table_id,
        caption=caption,
        columns=(Column(label="Change"), Column(label=label, wide=True)),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=shorten(line.name, 70)),
                    Cell(text=shorten(line.note, 300)),
                )
            )
            for line in lines
        ),
    )
