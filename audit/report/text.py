"""The result as plain text: what `score` prints and a consultant pastes into a mail."""

from __future__ import annotations

import textwrap
from collections import Counter

from audit.report.page_names import cleaned, shorten
from audit.report.page_summary import addressable, answer, lede, sure
from audit.report.page_tiles import tiles
from audit.result import AuditResult, Finding
from audit.units import format_number, format_share, plural

WIDTH = 78
_BAR = 20
_STEPS = 5
_FINDINGS = 10
_KEYS = 6


def render_text(result: AuditResult, width: int = WIDTH) -> str:
    """Return the audit of one process as text of at most `width` columns."""
    result = cleaned(result)
    parts = [
        _head(result, width),
        _score(result, width),
        _numbers(result),
        _where(result, width),
        _findings(result, width),
        _sure(result, width),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def render_text_many(results: list[AuditResult]) -> str:
    """Return many audits as one table, a line a file, worst last as they come."""
    head = ("score", "grade", "90 % interval", "days", "pages", "ink", "handoffs")
    rows = [_row(cleaned(result)) for result in results]
    names = [
        shorten(f"{r.process.title} {r.process.variant or ''}".strip(), 36)
        for r in map(cleaned, results)
    ]
    widths = [max(len(row[k]) for row in (head, *rows)) for k in range(len(head))]
    first = max(len(name) for name in ("process", *names))
    lines = [_aligned("process", first, head, widths)]
    lines += [
        _aligned(name, first, row, widths)
        for name, row in zip(names, rows, strict=True)
    ]
    lines.append("")
    lines.append("100 is the typical process of its scope; lower is better.")
    lines.append("A dash is not assessed: the file does not say.")
    return "\n".join(lines) + "\n"


def _aligned(name: str, first: int, row: tuple[str, ...], widths: list[int]) -> str:
    cells = "  ".join(
        f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True)
    )
    return f"{name:<{first}}  {cells}"


def _row(result: AuditResult) -> tuple[str, ...]:
    low, high = result.score_interval
    return (
        format_number(result.score, 0),
        result.grade or "-",
        f"{format_number(low, 0)} to {format_number(high, 0)}",
        *(
            _cell(result, line)
            for line in ("days", "pages", "wet_signatures", "handoffs")
        ),
    )


def _cell(result: AuditResult, line: str) -> str:
    value = result.vector[line].expected
    return "-" if value is None else format_number(value, 1)


def _head(result: AuditResult, width: int) -> str:
    process = result.process
    title = process.title + (f" ({process.variant})" if process.variant else "")
    lines = [shorten(title, width), ""]
    lines.append(textwrap.fill(f"{answer(result)}.", width))
    if words := lede(result):
        lines.append(textwrap.fill(words, width))
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
    elif result.process.scope == "partial":
        note = "No grade, because the file describes part of a process."
    else:
        note = "No grade, because the file does not name its scope."
    return "\n".join([line, textwrap.indent(textwrap.fill(note, width - 16), " " * 16)])


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
            f"{format_number(step.points, 1):>7}  {bar}"
        )
    held = sum(step.points for step in steps) / result.score
    more = sum(step.points > 0 for step in result.process.steps) - len(steps)
    if more:
        lines.append(
            f"       {plural(len(steps), 'step')} with {format_share(held)} of the "
            f"friction; {more} more with the rest"
        )
    return "\n".join(lines)


def _findings(result: AuditResult, width: int) -> str:
    shown = addressable(result)
    if not result.findings:
        return "No check found friction in what the file states."
    lines = ["Findings (severity 5 can end a hire alone)"]
    for finding in shown[:_FINDINGS]:
        lines.append(
            textwrap.fill(
                f"{finding.title}{_places(finding)}",
                width,
                initial_indent=f"  {finding.severity}  {finding.code}  ",
                subsequent_indent=" " * 10,
            )
        )
    if len(shown) > _FINDINGS:
        lines.append(f"       and {len(shown) - _FINDINGS} more")
    kept = len(result.findings) - len(shown)
    if kept:
        lines.append(
            f"       {kept} kept for a reason (law, safety, assessment, policy)"
        )
    return "\n".join(lines)


def _places(finding: Finding) -> str:
    lines = sorted({step.line for step in finding.steps if step.line is not None})
    if not lines:
        return ""
    words = "line" if len(lines) == 1 else "lines"
    listed = ", ".join(str(line) for line in lines[:4])
    more = ", …" if len(lines) > 4 else ""
    return f" ({words} {listed}{more})"


def _sure(result: AuditResult, width: int) -> str:
    lines = [textwrap.fill(f"How sure we are: {'. '.join(sure(result))}.", width)]
    if result.not_assessed:
        keys = Counter(note.missing for note in result.not_assessed)
        often = [key for key, _ in keys.most_common(_KEYS)]
        words = (
            f"Not assessed: {plural(len(result.not_assessed), 'question')} that the "
            f"file leaves open; most often it does not say: {', '.join(often)}."
        )
        lines.append(textwrap.fill(words, width))
    return "\n".join(lines)
