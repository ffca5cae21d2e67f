"""Problems one to a line, as editors and `grep` like them."""

from __future__ import annotations

from collections.abc import Sequence

from audit.errors import Problem, Severity
from audit.exports.problems_paint import Paint, painted
from audit.loaders.problem_text import inert


def render(problems: Sequence[Problem], *, colour: bool) -> str:
    """Return `file:line:column: severity[code] message (hint)` for each problem."""
    return "".join(_line(problem, colour) for problem in problems)


def _line(problem: Problem, colour: bool) -> str:
    place = problem.location
    tone = Paint.ERROR if problem.severity is Severity.ERROR else Paint.WARNING
    kind = painted(f"{problem.severity.value}[{problem.code}]", tone, colour=colour)
    where = f"{inert(place.file)}:{place.line}:{place.column}"
    hint = f" ({inert(problem.hint)})" if problem.hint else ""
    return f"{where}: {kind} {inert(problem.message)}{hint}\n"
