"""The result as plain text: what `score` prints and a consultant pastes into a mail."""

from __future__ import annotations

import textwrap
from collections import Counter

from audit.report.commands import file_word
from audit.report.page.amounts import whole_share
from audit.report.page.grade import why_no_grade
from audit.report.page.names import clean, cleaned, shorten
from audit.report.page.summary import addressable, answer, lede, sure
from audit.report.page.tiles import tiles
from audit.result import AuditResult, Finding
from audit.units import format_number, plural

WIDTH = 78
NARROWEST = 60
"""Columns below which no line is broken further."""
_BAR = 20
_STEPS = 5
_FINDINGS = 12
_KEYS = 6
_PLACES = 4


def render_text(
    result: AuditResult, width: int = WIDTH, *, file: str | None = None
) -> str:
    """Return the audit of one process as text of at most `width` columns.

    Args:
        result: the audit.
        width: columns; the command to go on with stands whole on a line of its own.
        file: the path as the user gave it; the result's own name unless given.
    """
    name = file_word(file, result.input.file, "FILE")
    result, width = cleaned(result), max(width, NARROWEST)
    parts = [
        _head(result, width),
        _score(result, width),
        _numbers(result),
        _where(result, width),
        _findings(result, width),
        _sure(result, width),
        f"The whole report: hiring-audit report {name}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def render_text_many(results: list[AuditResult], names: list[str] | None = None) -> str:
    """Return many audits as one table, a line a file, in the order given.

    `names` are the files as the user gave them; without them the results' own stand.
    """
    names = names or [result.input.file for result in results]
    head = ("file", *_COLUMNS)
    rows = [
        (_tail(clean(name), 40), *_row(cleaned(result)))
        for name, result in zip(names, results, strict=True)
    ]
    widths = [max(len(row[k]) for row in (head, *rows)) for k in range(len(head))]
    lines = [aligned(row, widths) for row in (head, *rows)]
    lines.append("")
    lines.append(
        "100 is the typical process of its scope; lower is better. For each hire."
    )
    lines.append(
        "A dash: no grade without a scope or from too little, or not assessed: the "
        "file does not say."
    )
    return "\n".join(lines) + "\n"


_COLUMNS = (
    "score",
    "grade",
    "90 % interval",
    "days",
    "pages",
    "ink",
    "fax",
    "handoffs",
    "findings",
)
_LINES = ("days", "pages", "wet_signatures", "fax_steps", "handoffs")


def aligned(row: tuple[str, ...], widths: list[int]) -> str:
    """Return a row of a table: its first cell to the left, the others to the right."""
    cells = "  ".join(
        f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True)
    )
    return f"{row[0]:<{widths[0]}}  {cells}"


def _row(result: AuditResult) -> tuple[str, ...]:
    low, high = result.score_interval
    return (
        format_number(result.score, 0),
        result.grade or "-",
        f"{format_number(low, 0)} to {format_number(high, 0)}",
        *(_cell(result, line) for line in _LINES),
        str(len(result.findings)),
    )


def _cell(result: AuditResult, line: str) -> str:
    value = result.vector[line].expected
    return "-" if value is None else format_number(value, 1)


def _tail(path: str, limit: int) -> str:
    """Return a path, cut at its front: its end tells files apart."""
    return path if len(path) <= limit else "…" + path[1 - limit :]


def fill(text: str, width: int, first: str = "", others: str = "") -> str:
    """Break a text into lines; a per cent sign stays with its number."""
    kept = text.replace(" %", "\u00a0%")
    lines = textwrap.fill(
        kept, width, initial_indent=first, subsequent_indent=others,
        break_on_hyphens=False,
    )  # fmt: skip
    return lines.replace("\u00a0%", " %")


def _head(result: AuditResult, width: int) -> str:
    process = result.process
    title = process.title + (f" ({process.variant})" if process.variant else "")
    lines = [shorten(title, width), ""]
    lines.append(fill(f"{answer(result)}.", width))
    if words := lede(result):
        lines.append(fill(words, width))
    return "\n".join(lines)


def _score(result: AuditResult, width: int) -> str:
    low, high = result.score_interval
    grade = f"grade {result.grade}" if result.grade else "no grade"
    line = (
        f"Friction score  {format_number(result.score, 0)}, {grade} "
        f"(90 % interval {format_number(low, 0)} to {format_number(high, 0)})"
    )
    scope = result.profile.reference_scope
    if result.grade:
        note = f"100 is a typical {scope} process; lower is better."
    else:
        note = f"No grade, because {why_no_grade(result)}."
    return "\n".join([line, textwrap.indent(fill(note, width - 16), " " * 16)])


def _numbers(result: AuditResult) -> str:
    shown = tiles(result)
    label = max(len(tile.label) for tile in shown)
    value = max(len(tile.value) for tile in shown)
    return "\n".join(
        f"{tile.label:<{label}}  {tile.value:<{value}}  {tile.note}".rstrip()
        for tile in shown
    )


def _where(result: AuditResult, width: int) -> str:
    steps = sorted(result.process.steps, key=lambda s: (-s.points, s.number))
    steps = [step for step in steps if step.points > 0][:_STEPS]
    if not steps:
        return ""
    most = steps[0].points
    name = width - _BAR - 20
    lines = ["Where it sits (points)"]
    for step in steps:
        bar = "█" * max(1, round(_BAR * step.points / most))
        lines.append(
            f"  {step.number:>3}  {shorten(step.name, name):<{name}}"
            f"{step.points:>7,.1f}  {bar}"
        )
    held = sum(step.points for step in steps) / result.score
    more = sum(step.points > 0 for step in result.process.steps) - len(steps)
    if more:
        lines.append(
            f"       {plural(len(steps), 'step')} with {whole_share(held)} of the "
            f"friction; {more} more with the rest"
        )
    return "\n".join(lines)


def _findings(result: AuditResult, width: int) -> str:
    shown = addressable(result)
    if not result.findings:
        return "No check found friction in what the file states."
    numbers = {step.id: step.number for step in result.process.steps}
    lines = ["Findings (severity, number; severity 5 can end a hire alone)"]
    for finding in shown[:_FINDINGS]:
        lines.append(
            fill(
                f"{finding.title} {_places(finding, numbers)}".rstrip(),
                width,
                f"  {finding.severity}  {finding.code}  ",
                " " * 10,
            )
        )
    if len(shown) > _FINDINGS:
        lines.append(f"          and {len(shown) - _FINDINGS} more")
    kept = len(result.findings) - len(shown)
    if kept:
        words = f"{kept} kept for a reason (law, safety, assessment, policy)"
        lines.append(" " * 10 + words)
    return "\n".join(lines)


def _places(finding: Finding, numbers: dict[str, int]) -> str:
    """Return the steps that show a finding, and their lines in the file."""
    steps = sorted({numbers[s.id] for s in finding.steps if s.id in numbers})
    lines = sorted({step.line for step in finding.steps if step.line is not None})
    parts = [_listed("step", steps), _listed("line", lines)]
    words = "; ".join(part for part in parts if part)
    return f"({words})" if words else ""


def _listed(noun: str, numbers: list[int]) -> str:
    if not numbers:
        return ""
    words = ", ".join(str(number) for number in numbers[:_PLACES])
    more = ", …" if len(numbers) > _PLACES else ""
    return f"{noun if len(numbers) == 1 else noun + 's'} {words}{more}"


def _sure(result: AuditResult, width: int) -> str:
    lines = [fill(f"How sure we are: {'. '.join(sure(result))}.", width)]
    if result.not_assessed:
        keys = Counter(note.missing for note in result.not_assessed)
        often = [key for key, _ in keys.most_common(_KEYS)]
        words = (
            f"Not assessed: {plural(len(result.not_assessed), 'question')} that the "
            f"file leaves open; most often it does not say: {', '.join(often)}."
        )
        lines.append(fill(words, width))
    return "\n".join(lines)
