"""Results as CSV: a line a file, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from audit.exports.inert import inert
from audit.result import AuditResult


def summary_csv(results: list[AuditResult], files: list[str] | None = None) -> str:
    """Return one header line and a line for each result, numbers unrounded.

    `files` are the names as the user gave them; without them the result's own stand.

    Empty cells are what a file does not say. Text that a spreadsheet would run as a
    formula is given a leading apostrophe.
    """
    lines = list(dict.fromkeys(line for r in results for line in r.vector))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [
            "file",
            "title",
            "variant",
            "scope",
            "score",
            "grade",
            "score_low",
            "score_high",
            *(f"points_{side}" for side in ("candidate", "employer", "time")),
            *lines,
            "findings",
            "coverage",
        ]
    )
    names = files or [result.input.file for result in results]
    for name, result in zip(names, results, strict=True):
        process = result.process
        writer.writerow(
            [
                inert(name),
                inert(process.title),
                inert(process.variant or ""),
                process.scope or "",
                result.score,
                result.grade or "",
                *result.score_interval,
                *(result.sides[s].points for s in ("candidate", "employer", "time")),
                *(_expected(result, line) for line in lines),
                len(result.findings),
                result.coverage,
            ]
        )
    return out.getvalue()


def _expected(result: AuditResult, line: str) -> float | str:
    value = result.vector[line].expected if line in result.vector else None
    return "" if value is None else value
