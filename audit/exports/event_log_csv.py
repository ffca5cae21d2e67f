"""The event log of a run as CSV: a line for each visit of a step."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from audit.exports.event_rows import EventRow, event_rows
from audit.exports.inert import inert
from audit.exports.moments import moment

if TYPE_CHECKING:
    import pandas as pd


def event_log_csv(log: pd.DataFrame) -> str:
    """Return one header line and a line for each visit, in the order of the log.

    Args:
        log: columns case, step, role, visit, outcome, and ready, begun and done in
            days.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(EventRow._fields)
    for row in event_rows(log):
        moments = (moment(day) for day in (row.ready, row.begun, row.done))
        writer.writerow(
            [
                row.case,
                inert(row.step),
                inert(row.role),
                row.visit,
                *moments,
                inert(row.outcome),
            ]
        )
    return out.getvalue()
