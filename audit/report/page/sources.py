"""The evidence rows behind the numbers, with places to link to."""

from __future__ import annotations

from audit.report.page.names import shorten
from audit.report.page.table import Cell, Column, Row, Table, text_columns
from audit.result import AuditResult, EvidenceRow


class Sources:
    """The evidence of a result by id."""

    def __init__(self, result: AuditResult) -> None:
        self._rows = {row.id: row for row in result.evidence}
        self._places = {row.id: place for place, row in enumerate(result.evidence, 1)}

    def href(self, evidence_id: str) -> str | None:
        """Return the link to an evidence row, or None when the result has no such."""
        place = self._places.get(evidence_id)
        return None if place is None else f"#e-{place}"

    def grade(self, evidence_id: str) -> str:
        """Return the grade of the evidence, A to D; "" for an unknown id."""
        row = self._rows.get(evidence_id)
        return "" if row is None else row.grade

    def table(self) -> Table | None:
        """Return the table of sources; None when nothing was cited."""
        if not self._rows:
            return None
        return Table(
            id="t-sources",
            caption=(
                "Sources. A: official statistics, regulation or peer-reviewed. "
                "B: large study with a stated method. C: vendor claim or small sample. "
                "D: judgement."
            ),
            columns=(
                Column(label="Id"),
                Column(label="What it says", wide=True),
                Column(label="Source", wide=True),
                *text_columns("Grade", "How seen"),
            ),
            rows=tuple(self._row(row) for row in self._rows.values()),
        )

    def _row(self, row: EvidenceRow) -> Row:
        value = f": {row.value} {row.unit}".rstrip() if row.value else ""
        url = row.url if row.url.startswith(("https://", "http://")) else None
        return Row(
            id=f"e-{self._places[row.id]}",
            cells=(
                Cell(text=row.id),
                Cell(text=f"{shorten(row.claim, 140)}{value}"),
                Cell(text=shorten(row.source, 120), href=url),
                Cell(text=row.grade),
                Cell(text=row.verification),
            ),
        )
