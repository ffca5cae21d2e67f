"""Screens as plain text: their loss, what a sample tells of it, what calls bring.

Of several processes, their loss beside each other.
"""

from __future__ import annotations

from audit.report.page.names import shorten
from audit.report.simulation.beside.screens import (
    ALL,
    ALONE,
    NOT_STATED,
    name_of,
    screens_of,
    total_words,
)
from audit.report.simulation.beside.sides import Sides
from audit.report.simulation.screening import costliest
from audit.report.simulation.screening_words import (
    calls_sentence,
    lost_words,
    people,
    qualified_words,
    sample_sentence,
    share_interval,
    what_it_is,
)
from audit.report.simulation.tables import table
from audit.report.text import fill
from audit.result.screening import SimulatedScreen
from audit.units import format_number, format_share

_NAME = 40


def screens_text(screens: tuple[SimulatedScreen, ...], width: int) -> str:
    """Return what the screens do as text, most of it on the costliest."""
    if not screens:
        return ""
    lines = ["Qualified people turned away, by what the file states"]
    for screen in screens:
        words = (
            f"{shorten(screen.name)}: {lost_words(screen)} qualified of "
            f"{format_number(screen.turned_away)} turned away for each hire."
        )
        lines.append(fill(words, width, "  - ", "    "))
    worst = costliest(screens)
    lines += [
        *(
            fill(sentence, width, "  ", "  ")
            for sentence in (sample_sentence(worst), calls_sentence(worst))
        ),
        _plans(worst, width),
        _rereads(worst),
    ]
    return "\n".join(lines)


def screens_beside_text(sides: Sides, width: int) -> str:
    """Return what the screens of several processes do, those of a step together."""
    screens = screens_of(sides)
    if not screens:
        return ""
    rows = []
    for screen in screens.values():
        rows.append((shorten(name_of(screen), _NAME), "", ""))
        rows += [
            (f"  {shorten(name, _NAME)}", *_loss(screen.get(name))) for name in sides
        ]
    if len(screens) > 1:
        rows.append((ALL, "", ""))
        rows += [
            (f"  {shorten(name, _NAME)}", total_words(one), "")
            for name, one in sides.items()
        ]
    title = "Qualified people turned away for each hire, by what the files state"
    head = ("", "qualified (95 %)", "turned away")
    return f"{table(title, head, rows)}\n{fill(ALONE, width, '  ', '  ')}"


def _loss(screen: SimulatedScreen | None) -> tuple[str, str]:
    if screen is None:
        return NOT_STATED, ""
    return lost_words(screen), format_number(screen.turned_away)


def _plans(screen: SimulatedScreen, width: int) -> str:
    plans = "; ".join(
        f"{format_number(plan.read, 0)} for {plan.points} points (if none is "
        f"qualified, the share is below {format_share(plan.none_found_below)})"
        for plan in screen.plans
    )
    return fill(
        f"{shorten(screen.name)}, how many to read again: {plans}.", width, "  ", "  "
    )


def _rereads(screen: SimulatedScreen) -> str:
    rows = [
        (
            format_number(row.qualified, 0),
            format_share(row.share),
            share_interval(row.low, row.high),
            people(row.lost),
            qualified_words(row.lost_low, row.lost_high),
            what_it_is(row, screen),
        )
        for row in screen.rereads
    ]
    return table(
        f"{shorten(screen.name)}: qualified among "
        f"{format_number(screen.read, 0)} read again",
        ("", "share", "95 %", "lost per hire", "95 %", ""),
        rows,
    )
