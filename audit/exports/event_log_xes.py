"""The event log of a run as XES (IEEE 1849-2016), which process mining tools read.

Each visit of a step gives two events: its start and its completion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from audit.exports.event_rows import EventRow, event_rows
from audit.exports.moments import moment

if TYPE_CHECKING:
    import pandas as pd

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">
 <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
 <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
 <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
 <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
"""
_NOT_XML = dict.fromkeys([*range(0x20), 0x7F, 0xFFFE, 0xFFFF], " ")
"""Characters that no XML file may hold, and that no name needs."""


def event_log_xes(log: pd.DataFrame) -> str:
    """Return the log as XES, a trace for each case, its events by time.

    Args:
        log: columns case, step, role, visit, outcome, and ready, begun and done in
            days.
    """
    traces: dict[int, list[EventRow]] = {}
    for row in event_rows(log):
        traces.setdefault(row.case, []).append(row)
    parts = [_HEAD]
    for case in sorted(traces):
        # At one moment a step that takes no time starts before it completes.
        events = sorted(
            (day, place, turn, state, row.step, row.role)
            for place, row in enumerate(traces[case])
            for turn, (day, state) in enumerate(
                ((row.begun, "start"), (row.done, "complete"))
            )
        )
        parts.append(f" <trace>\n  {_string('concept:name', str(case))}\n")
        parts.append(f"  {_string('outcome', traces[case][0].outcome)}\n")
        parts += [
            _event(day, state, step, role) for day, _, _, state, step, role in events
        ]
        parts.append(" </trace>\n")
    parts.append("</log>\n")
    return "".join(parts)


def _event(day: float, state: str, step: str, role: str) -> str:
    lines = [
        _string("concept:name", step),
        f'<date key="time:timestamp" value="{moment(day)}+00:00"/>',
        _string("lifecycle:transition", state),
    ]
    if role:
        lines.append(_string("org:role", role))
    inside = "".join(f"   {line}\n" for line in lines)
    return f"  <event>\n{inside}  </event>\n"


def _string(key: str, value: str) -> str:
    return f'<string key="{key}" value={quoteattr(value.translate(_NOT_XML))}/>'
