"""When each recommended change is made, and who carries it."""

from __future__ import annotations

from audit.report.page.names import shorten
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.report.recommendation.figures import weeks
from audit.report.recommendation.proposals import Proposals
from audit.result import Recommendation
from audit.units import format_number


def roadmap(recommendation: Recommendation, proposals: Proposals) -> Table | None:
    """Return the changes in the order in which they are begun."""
    if not recommendation.chosen:
        return None
    last = max(line.end_week for line in recommendation.chosen) or 1.0
    rows = []
    for line in recommendation.chosen:
        one = proposals[line.change]
        needs = [need for need in one.line.needs if proposals[need].chosen is not None]
        rows.append(
            Row(
                cells=(
                    Cell(text=format_number(line.start_week)),
                    Cell(text=format_number(line.end_week), share=line.end_week / last),
                    Cell(text=f"{one.code}\u2002{one.name()}", href=one.href),
                    Cell(text=shorten(line.owner, 60)),
                    Cell(text=weeks(one.line.lead_weeks)),
                    Cell(text=proposals.codes(needs) or "·"),
                )
            )
        )
    return Table(
        id="t-roadmap",
        caption=(
            "Roadmap, in weeks from the decision. Whoever carries several changes "
            "makes one after the other"
        ),
        columns=(
            *number_columns("Begins in week", "First case in week"),
            Column(label="Change"),
            Column(label="Carried by"),
            Column(label="Takes"),
            Column(label="Waits for"),
        ),
        heading=2,
        rows=tuple(rows),
    )
