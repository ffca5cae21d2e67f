"""Problems as SARIF 2.1.0, which code scanning and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from audit.errors import Location, Problem
from audit.loaders.problem_codes import problem_codes
from audit.version import __version__

MAX_SNIPPET = 500
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)


def render(problems: Sequence[Problem]) -> str:
    """Return a SARIF log of one run; it describes each code that it uses."""
    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "hiring-audit",
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes) for problem in problems],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1) + "\n"


def _rule(code: str) -> dict[str, object]:
    rule: dict[str, object] = {"id": code}
    known = next((page for page in problem_codes() if page.code == code), None)
    if known is not None:
        rule["shortDescription"] = {"text": known.title}
        rule["fullDescription"] = {"text": known.meaning}
        rule["help"] = {"text": known.remedy}
    return rule


def _result(problem: Problem, codes: list[str]) -> dict[str, object]:
    words = [problem.message, *([problem.hint] if problem.hint else [])]
    result: dict[str, object] = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity.value,
        "message": {"text": "; ".join(words)},
        "locations": [{"physicalLocation": _place(problem.location)}],
    }
    if problem.related is not None:
        result["relatedLocations"] = [
            {
                "physicalLocation": _place(problem.related),
                "message": {"text": problem.related_label},
            }
        ]
    return result


def _place(place: Location) -> dict[str, object]:
    first = place.column - 1
    last = min(place.end_column - 1, first + MAX_SNIPPET)
    region: dict[str, object] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.end_column,
        "snippet": {"text": place.text[first:last]},
    }
    uri = quote(place.file.replace("\\", "/"), safe="/")
    return {"artifactLocation": {"uri": uri}, "region": region}
