"""Problems as one JSON document, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from audit.errors import Location, Problem, Severity

SCHEMA_VERSION = 1
MAX_TEXT = 500
"""Characters of a source line; a file on one line would come once for each problem."""


def render(problems: Sequence[Problem]) -> str:
    """Return the problems and how many there are; lines and columns count from 1."""
    severities = [problem.severity for problem in problems]
    document = {
        "schema_version": SCHEMA_VERSION,
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "problems": [_problem(problem) for problem in problems],
    }
    return json.dumps(document, indent=1) + "\n"


def _problem(problem: Problem) -> dict[str, object]:
    related = problem.related
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "label": problem.label,
        "hint": problem.hint,
        **_place(problem.location),
        "related": (
            None
            if related is None
            else {"label": problem.related_label, **_place(related)}
        ),
    }


def _place(place: Location) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_column": place.end_column,
        "text": place.text[:MAX_TEXT],
    }
