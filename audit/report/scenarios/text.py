"""Several scenarios as plain text: the ranking, then each in a few lines."""

from __future__ import annotations

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.certainty import sure_in_short
from audit.report.comparison.credit import buyers, unbought
from audit.report.comparison.findings import gone_in_short
from audit.report.comparison.headline import answer as scenario_answer
from audit.report.comparison.setbacks import NOTHING, setbacks
from audit.report.comparison.unknown import unknown_counted
from audit.report.page.amounts import whole_share
from audit.report.page.cover import process_title
from audit.report.page.names import cleaned, shorten
from audit.report.scenarios.names import scenario_names
from audit.report.scenarios.ranking import (
    answer,
    audit_of,
    days_at,
    lede,
    minutes_of,
    name_of,
)
from audit.report.text import NARROWEST, WIDTH, aligned, fill
from audit.result import ComparisonResult, ScenariosResult
from audit.units import format_number

_NAME = 24
_SHOWN = 3


def render_scenarios_text(result: ScenariosResult, width: int = WIDTH) -> str:
    """Return several scenarios as text of at most `width` columns."""
    result, width = cleaned(result), max(width, NARROWEST)
    names = scenario_names(result)
    title = shorten(process_title(result.before.process), width)
    head = [title, "", fill(f"{answer(result, names)}.", width)]
    head.append(fill(lede(result, names), width))
    parts = ["\n".join(head), _ranking(result, names)]
    parts += [
        _scenario(names[place.comparison], result.comparisons[place.comparison], width)
        for place in result.ranking
        if place.comparison >= 0
    ]
    return "\n\n".join(parts) + "\n"


def _ranking(result: ScenariosResult, names: tuple[str, ...]) -> str:
    rows = [("", "score", "grade", "days", "candidate", "staff", "best in")]
    for place in result.ranking:
        audit = audit_of(place, result)
        rows.append(
            (
                shorten(f"{place.place}  {name_of(place, names)}", _NAME),
                format_number(audit.score, 1),
                audit.grade or "–",
                days_at(audit, audit.time.mean).removesuffix(" days"),
                minutes_of(audit, "candidate"),
                minutes_of(audit, "employer"),
                whole_share(place.share_best),
            )
        )
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    return "\n".join(aligned(row, widths).rstrip() for row in rows)


def _scenario(name: str, result: ComparisonResult, width: int) -> str:
    addresses = Addresses(result)
    lines = [fill(f"{name}: {scenario_answer(result)}.", width)]
    for warning in result.warnings:
        lines.append(
            fill(f"Read this first: {shorten(warning, 300)}", width, "  - ", "    ")
        )
    bought = [pointer.text for pointer in buyers(result, addresses)]
    lines.append("  What bought it")
    for text in bought or [unbought(result)]:
        lines.append(fill(text, width, "  - ", "    "))
    if gone := gone_in_short(result):
        lines.append(fill(gone, width, "  - ", "    "))
    worse = setbacks(result, addresses)
    lines.append("  What got worse" if worse else f"  {NOTHING}.")
    for pointer in worse[:_SHOWN]:
        lines.append(fill(pointer.text, width, "  - ", "    "))
    if len(worse) > _SHOWN:
        lines.append(f"    and {len(worse) - _SHOWN} more")
    if unknown := unknown_counted(result):
        lines.append(fill(f"{unknown}.", width, "  ", "  "))
    lines.append(fill(f"{sure_in_short(result)[0]}.", width, "  ", "  "))
    return "\n".join(lines)
