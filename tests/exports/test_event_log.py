"""Event logs for those who mine processes: CSV and XES."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET

import pandas as pd

from audit.exports.event_log_csv import event_log_csv
from audit.exports.event_log_xes import event_log_xes
from audit.exports.moments import moment

XES = "{http://www.xes-standard.org/}"


def log(step: str = "screen", role: str = "hr", outcome: str = "hired") -> pd.DataFrame:
    rows = [
        (1, step, role, 1, 0.0, 0.5, 0.5, outcome),
        (0, "apply", "", 1, 0.25, 0.25, 1.0, "rejected"),
        (1, "offer", role, 2, 0.5, 0.5, 7.5, outcome),
    ]
    columns = ["case", "step", "role", "visit", "ready", "begun", "done", "outcome"]
    return pd.DataFrame(rows, columns=columns)


def test_days_become_moments_from_a_monday() -> None:
    """The clock of a run starts on a Monday at midnight, and so does the calendar."""
    assert moment(0.0) == "2001-01-01T00:00:00"
    assert moment(7.5) == "2001-01-08T12:00:00"
    assert moment(1 / 3) == "2001-01-01T08:00:00"


def test_csv_has_a_line_for_each_visit() -> None:
    """In the order of the log, with the moments of each."""
    rows = list(csv.DictReader(io.StringIO(event_log_csv(log()))))
    assert [row["step"] for row in rows] == ["screen", "apply", "offer"]
    assert rows[2] == {
        "case": "1",
        "step": "offer",
        "role": "hr",
        "visit": "2",
        "ready": "2001-01-01T12:00:00",
        "begun": "2001-01-01T12:00:00",
        "done": "2001-01-08T12:00:00",
        "outcome": "hired",
    }


def test_a_spreadsheet_runs_nothing() -> None:
    """A name that begins like a formula is text."""
    rows = list(
        csv.DictReader(io.StringIO(event_log_csv(log('=HYPERLINK("x")', "@a", "+1"))))
    )
    assert rows[0]["step"] == '\'=HYPERLINK("x")'
    assert rows[0]["role"] == "'@a"
    assert rows[0]["outcome"] == "'+1"


def test_xes_has_a_trace_for_each_case() -> None:
    """Cases by number, events by time; what takes no time starts before it ends."""
    root = ET.fromstring(event_log_xes(log()))
    traces = root.findall(f"{XES}trace")
    told = [
        [
            (attributes["concept:name"], attributes["lifecycle:transition"])
            for event in trace.findall(f"{XES}event")
            for attributes in [{part.get("key"): part.get("value") for part in event}]
        ]
        for trace in traces
    ]
    assert told == [
        [("apply", "start"), ("apply", "complete")],
        [
            ("screen", "start"),
            ("screen", "complete"),
            ("offer", "start"),
            ("offer", "complete"),
        ],
    ]


def test_xes_tells_how_each_case_ended() -> None:
    """So that hires, rejections and people who left can be told apart."""
    root = ET.fromstring(event_log_xes(log()))
    ends = [
        part.get("value")
        for trace in root.findall(f"{XES}trace")
        for part in trace.findall(f"{XES}string")
        if part.get("key") == "outcome"
    ]
    assert ends == ["rejected", "hired"]


def test_xes_names_the_role_where_there_is_one() -> None:
    """A step without a queue belongs to no resource."""
    text = event_log_xes(log())
    assert text.count('key="org:role"') == 4
    assert 'value="2001-01-08T12:00:00+00:00"' in text


def test_hostile_names_stay_names() -> None:
    """Markup, quotes and control characters of a name break no XML."""
    name = 'a"<b>&\x00\x1b]]>\ufffe\u202e'
    root = ET.fromstring(event_log_xes(log(name)))
    values = {
        part.get("value")
        for part in root.iter(f"{XES}string")
        if part.get("key") == "concept:name"
    }
    assert 'a"<b>&  ]]> \u202e' in values
