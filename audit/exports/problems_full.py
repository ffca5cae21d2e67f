"""Problems as a compiler shows them: the line, a caret, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from audit.errors import Location, Problem, Severity
from audit.exports.problems_paint import Paint, painted, width
from audit.loaders.problem_text import inert

MAX_COLUMNS = 100
"""A longer source line is cut around the caret."""


def render(problems: Sequence[Problem], *, colour: bool) -> str:
    """Return every problem in a few lines, then a count."""
    if not problems:
        return ""
    blocks = [_block(problem, colour) for problem in problems]
    return "\n".join([*blocks, _count(problems, colour)])


def _block(problem: Problem, colour: bool) -> str:
    tone = Paint.ERROR if problem.severity is Severity.ERROR else Paint.WARNING
    place = problem.location
    margin = max(len(str(p.line)) for p in (place, problem.related or place))
    title = painted(f"{problem.severity.value}[{problem.code}]", tone, colour=colour)
    title += painted(f": {inert(problem.message)}", Paint.BOLD, colour=colour)
    arrow = painted("-->", Paint.FRAME, colour=colour)
    bar = painted("|", Paint.FRAME, colour=colour)
    lines = [
        title,
        f"{' ' * margin}{arrow} {inert(place.file)}:{place.line}:{place.column}",
        f"{' ' * margin} {bar}",
    ]
    excerpts = [(place, "^", problem.label, tone)]
    if problem.related is not None:
        excerpts.append((problem.related, "-", problem.related_label, Paint.FRAME))
        if problem.related.file == place.file:
            excerpts.sort(key=lambda excerpt: (excerpt[0].line, excerpt[0].column))
    for where, sign, label, paint in excerpts:
        if where.file != place.file:
            turn = painted(":::", Paint.FRAME, colour=colour)
            there = f"{inert(where.file)}:{where.line}:{where.column}"
            lines.append(f"{' ' * margin}{turn} {there}")
        number = painted(f"{where.line:>{margin}}", Paint.FRAME, colour=colour)
        text, start, length = _excerpt(where)
        marks = painted(
            f"{sign * length} {inert(label)}".rstrip(), paint, colour=colour
        )
        lines.append(f"{number} {bar} {text}".rstrip())
        lines.append(f"{' ' * margin} {bar} {' ' * start}{marks}")
    if problem.hint:
        equals = painted("=", Paint.FRAME, colour=colour)
        word = painted("help:", Paint.HELP, colour=colour)
        lines.append(f"{' ' * margin} {bar}")
        lines.append(f"{' ' * margin} {equals} {word} {inert(problem.hint)}")
    return "\n".join(lines) + "\n"


def _excerpt(place: Location) -> tuple[str, int, int]:
    """Return the source line, where its marks begin, and how many there are."""
    first, last = place.column - 1, max(place.end_column - 1, place.column)
    # What lies further off can never be shown, and a line may be a whole file long.
    before = inert(place.text[max(first - MAX_COLUMNS, 0) : first])
    inside = inert(place.text[first : min(last, first + MAX_COLUMNS)])
    after = inert(place.text[last : last + MAX_COLUMNS])
    if width(before) + width(inside) + width(after) > MAX_COLUMNS:
        inside = _cut(inside, MAX_COLUMNS // 2)
        if len(before) > MAX_COLUMNS // 4:
            before = "…" + before[-MAX_COLUMNS // 4 :]
        after = _cut(after, MAX_COLUMNS // 4)
    return before + inside + after, width(before), max(width(inside), 1)


def _cut(text: str, columns: int) -> str:
    return text if len(text) <= columns else text[: columns - 1] + "…"


def _count(problems: Sequence[Problem], colour: bool) -> str:
    """Say how many problems there are, where, and how to read more."""
    by_severity = Counter(problem.severity for problem in problems)
    words = [
        f"{by_severity[severity]} {severity.value}{'s'[: by_severity[severity] != 1]}"
        for severity in Severity
        if by_severity[severity]
    ]
    files = list(dict.fromkeys(inert(problem.location.file) for problem in problems))
    where = files[0] if len(files) == 1 else f"{len(files)} files"
    tone = Paint.ERROR if by_severity[Severity.ERROR] else Paint.WARNING
    count = painted(" and ".join(words), tone, colour=colour)
    worst = next((p for p in problems if p.severity is Severity.ERROR), problems[0])
    return f"{count} in {where}. More: hiring-audit explain {worst.code}\n"
