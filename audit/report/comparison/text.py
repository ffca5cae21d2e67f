"""A comparison as plain text: what `compare` prints and a consultant mails."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from audit.report.commands import file_word
from audit.report.comparison.addresses import Addresses
from audit.report.comparison.benefits import payback
from audit.report.comparison.certainty import sure_in_short
from audit.report.comparison.credit import attribution, unbought
from audit.report.comparison.decisions import decisions
from audit.report.comparison.findings import gone_in_short
from audit.report.comparison.headline import answer, lede
from audit.report.comparison.page import comparison_cover
from audit.report.comparison.setbacks import NOTHING, setbacks
from audit.report.comparison.tiles import ChangeTile, tiles
from audit.report.comparison.unknown import unknown_counted
from audit.report.comparison.wording import ARROW, signed_number
from audit.report.page.names import cleaned, shorten
from audit.report.text import NARROWEST, WIDTH, fill
from audit.result import AuditResult, ComparisonResult
from audit.units import format_number, plural

_BAR = 20
_CHANGES = 8
_WORSE = 8


def render_comparison_text(
    result: ComparisonResult, width: int = WIDTH, *, files: Sequence[str] | None = None
) -> str:
    """Return a comparison as text of at most `width` columns.

    Args:
        result: the comparison.
        width: columns; the command to go on with stands whole on a line of its own.
        files: the two paths as the user gave them; the result's names unless given.
    """
    more = _more(result, files)
    result, width = cleaned(result), max(width, NARROWEST)
    addresses = Addresses(result)
    parts = [
        _warnings(result, width),
        _head(result, width),
        _score(result, width),
        numbers_before_and_after(tiles(result)),
        _bought(result, addresses, width),
        fill(gone_in_short(result), width),
        _worse(result, addresses, width),
        _decisions(result, addresses, width),
        fill(f"How sure we are: {'. '.join(sure_in_short(result))}.", width),
        "" if result.same else fill(payback(result.benefits), width),
        more,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _warnings(result: ComparisonResult, width: int) -> str:
    if not result.warnings:
        return ""
    lines = ["Read this first"]
    for line in result.warnings:
        lines.append(fill(shorten(line, 400), width, "  - ", "    "))
    return "\n".join(lines)


def _head(result: ComparisonResult, width: int) -> str:
    title = shorten(comparison_cover(result.before, result.after).title, width)
    words = [fill(f"{answer(result)}.", width), fill(lede(result), width)]
    return "\n".join([title, "", *words])


def _score(result: ComparisonResult, width: int) -> str:
    before, after = result.before, result.after
    numbers = (
        f"{format_number(before.score, 0)} {ARROW} {format_number(after.score, 0)}"
    )
    grades = grades_in_words(before.grade, after.grade)
    line = fill(
        f"Friction score  {numbers}, {grades} (90 % intervals "
        f"{_interval(before)} and {_interval(after)})",
        width,
        others=" " * 16,
    )
    if after.grade is None:
        return line
    scope = after.profile.reference_scope
    note = f"100 is a typical {scope} process; lower is better."
    return "\n".join([line, textwrap.indent(fill(note, width - 16), " " * 16)])


def grades_in_words(before: str | None, after: str | None) -> str:
    """Return the grades before and after; one that stays is said once.

    >>> grades_in_words("C", "C"), grades_in_words(None, None)
    ('grade C', 'no grade')
    """
    if before is None and after is None:
        return "no grade"
    if before == after:
        return f"grade {after}"
    return f"grade {before or 'none'} {ARROW} {after or 'none'}"


def _interval(result: AuditResult) -> str:
    low, high = result.score_interval
    return f"{format_number(low, 0)} to {format_number(high, 0)}"


def numbers_before_and_after(shown: tuple[ChangeTile, ...]) -> str:
    """Return the tiles as a table: what, before, after, change, verdict."""
    rows = [("", "before", "after", "change", "")]
    rows += [
        (tile.label, tile.before, tile.after, tile.change, tile.verdict)
        for tile in shown
        if tile.assessed
    ]
    silent = [tile for tile in shown if not tile.assessed]
    first = max(len(tile.label) for tile in shown)
    wide = [max(len(row[k]) for row in rows) for k in range(1, 4)]
    lines = [
        f"{label:<{first}}  {before:>{wide[0]}}  {after:>{wide[1]}}"
        f"  {change:>{wide[2]}}  {verdict}".rstrip()
        for label, before, after, change, verdict in rows
    ]
    lines += [f"{tile.label:<{first}}  {tile.after}: {tile.note}" for tile in silent]
    return "\n".join(lines)


def _bought(result: ComparisonResult, addresses: Addresses, width: int) -> str:
    score = attribution(result.credit, "score")
    if score is None:
        return "" if result.same else fill(unbought(result), width)
    most = max(abs(share.gain) for share in score.shares) or 1.0
    name = width - _BAR - 14
    lines = ["What each change does (points; minus is less friction)"]
    for share in score.shares[:_CHANGES]:
        mark = "█" if share.gain >= 0 else "░"
        bar = mark * max(1, round(_BAR * abs(share.gain) / most))
        lines.append(
            f"  {shorten(addresses.change_name(share.change), name):<{name}}"
            f"{signed_number(-share.gain, 1):>8}  {bar}"
        )
    rest = score.shares[_CHANGES:]
    if rest:
        points = signed_number(-sum(share.gain for share in rest), 1)
        lines.append(f"  and {plural(len(rest), 'more change')}: {points}")
    return "\n".join(lines)


def _worse(result: ComparisonResult, addresses: Addresses, width: int) -> str:
    worse = setbacks(result, addresses)
    unknown = unknown_counted(result)
    if not worse:
        lines = [f"{NOTHING}."]
    else:
        lines = ["What got worse"]
        lines += [fill(line.text, width, "  - ", "    ") for line in worse[:_WORSE]]
        if len(worse) > _WORSE:
            lines.append(f"    and {len(worse) - _WORSE} more")
    if unknown:
        lines.append(fill(f"{unknown}.", width))
    return "\n".join(lines)


def _decisions(result: ComparisonResult, addresses: Addresses, width: int) -> str:
    asked = decisions(result, addresses)
    if not asked:
        return ""
    lines = ["To decide"]
    lines += [
        fill(pointer.text, width, f"  {place}. ", "     ")
        for place, pointer in enumerate(asked, start=1)
    ]
    return "\n".join(lines)


def _more(result: ComparisonResult, files: Sequence[str] | None) -> str:
    """Return how to get the page; what was read from a pipe has no name to give."""
    names = [
        file_word(given, audit.input.file, else_)
        for given, audit, else_ in zip(
            files or (None, None),
            (result.before, result.after),
            ("BEFORE", "AFTER"),
            strict=True,
        )
    ]
    return f"The whole report: hiring-audit report {' '.join(names)}"
