"""Comparisons as CSV: a line for each number and after, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from audit.exports.inert import inert
from audit.result import ComparisonResult

_COLUMNS = (
    "before_file",
    "after_file",
    "key",
    "group",
    "label",
    "unit",
    "before",
    "after",
    "change",
    "verdict",
)


def comparison_csv(comparisons: tuple[ComparisonResult, ...]) -> str:
    """Return one header line and a line for each number, numbers unrounded.

    Empty cells are what a file does not say.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for comparison in comparisons:
        files = (comparison.before.input.file, comparison.after.input.file)
        for line in comparison.lines:
            numbers = (line.before, line.after, line.change)
            writer.writerow(
                [
                    *map(inert, files),
                    line.key,
                    line.group,
                    inert(line.label),
                    inert(line.unit),
                    *("" if number is None else number for number in numbers),
                    line.verdict.value,
                ]
            )
    return out.getvalue()
