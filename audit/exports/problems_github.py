"""Problems as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Sequence

from audit.errors import Problem
from audit.loaders.problem_text import inert


def render(problems: Sequence[Problem]) -> str:
    """Return one workflow command for each problem."""
    return "".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    place = problem.location
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": problem.code,
    }
    written = ",".join(
        f"{name}={_property(inert(to))}" for name, to in properties.items()
    )
    words = [problem.message, *([problem.hint] if problem.hint else [])]
    message = _data("\n".join(inert(line) for line in words))
    return f"::{problem.severity.value} {written}::{message}\n"


def _data(text: str) -> str:
    """Escape a message as the runner unescapes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
