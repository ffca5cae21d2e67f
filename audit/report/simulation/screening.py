"""Qualified people whom screens turn away, how to know it, and what calls bring."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import shorten
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
    texts,
)
from audit.report.simulation.screening_words import (
    call_number,
    calls_sentence,
    lost_words,
    people,
    per_100,
    qualified_words,
    range_of,
    sample_sentence,
    share_interval,
    what_it_is,
)
from audit.result.screening import SimulatedScreen
from audit.units import format_minutes, format_number, format_share

LEDE = (
    "By what the file states; no run is needed. A screen never sees its own mistakes: "
    "somebody has to read some of those it turned away again."
)
UNSAID = (
    "No step says whom it screens out (key `screen`), so qualified people who are "
    "turned away are not assessed."
)
MOST = 3
"""Screens whose sample is laid out; those that lose most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What a sample of one screen would say."""

    heading: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The section."""

    heading: str
    lede: str
    table: Table | None
    notes: tuple[str, ...]
    plans: Table | None
    """How many to read again."""
    samples: tuple[Sample, ...]
    """What so many qualified among those read mean, a screen each."""
    calls: Table | None
    """What the calls are reckoned with."""


def screening(screens: tuple[SimulatedScreen, ...]) -> Screening:
    """Return the section for the screens that state their shares or have a sample."""
    if not screens:
        return Screening(
            heading="Screens",
            lede=UNSAID,
            table=None,
            notes=(),
            plans=None,
            samples=(),
            calls=None,
        )
    worst = costliest(screens)
    ranked = sorted(screens, key=lambda screen: -screen.qualified_lost)
    return Screening(
        heading=f"“{shorten(worst.name, 60)}” turns away "
        f"{people(worst.qualified_lost)} qualified people for each hire",
        lede=LEDE,
        table=_table(screens),
        notes=(
            *(sample_sentence(screen) for screen in screens),
            *(calls_sentence(screen) for screen in screens),
        ),
        plans=_plans(screens),
        samples=tuple(
            _sample(screen, place) for place, screen in enumerate(ranked[:MOST])
        ),
        calls=_calls(worst),
    )


def costliest(screens: tuple[SimulatedScreen, ...]) -> SimulatedScreen:
    """Return the screen that loses most qualified people."""
    return max(screens, key=lambda screen: screen.qualified_lost)


def _table(screens: tuple[SimulatedScreen, ...]) -> Table:
    return Table(
        id="t-screen-loss",
        caption="For each hire of today",
        columns=(
            *text_columns("Screen"),
            *number_columns(
                "Turned away",
                "Of them qualified",
                "Calls",
                "They pass on",
                "They take",
                "Hires more, for 100",
                "For each of those",
            ),
        ),
        rows=tuple(
            Row(
                cells=texts(
                    shorten(screen.name),
                    format_number(screen.turned_away),
                    lost_words(screen),
                    *_called(screen),
                )
            )
            for screen in screens
        ),
    )


def _called(screen: SimulatedScreen) -> tuple[str, ...]:
    """Return what calls take and bring; dashes where none are reckoned."""
    if not screen.calls:
        return ("–",) * 5
    gained = screen.hires_gained
    return (
        people(screen.calls),
        people(screen.passed_on),
        format_minutes(screen.call_minutes),
        per_100(gained),
        format_minutes(screen.call_minutes / gained) if gained > 0 else "–",
    )


def _plans(screens: tuple[SimulatedScreen, ...]) -> Table:
    return Table(
        id="t-screen-plans",
        caption="How many of those turned away to read again, to know the share of "
        "qualified people among them",
        columns=(
            *text_columns("Screen", "Within"),
            *number_columns("Read again", "If none is qualified, the share is below"),
        ),
        rows=tuple(
            Row(
                cells=texts(
                    shorten(screen.name),
                    f"{plan.points} points",
                    format_number(plan.read, 0),
                    format_share(plan.none_found_below),
                )
            )
            for screen in screens
            for plan in screen.plans
        ),
    )


def _sample(screen: SimulatedScreen, place: int) -> Sample:
    table = Table(
        id=f"t-screen-reread-{place + 1}",
        caption="What it means to find so many qualified among "
        f"{format_number(screen.read, 0)} read again; 95 % intervals",
        columns=(
            *text_columns("Qualified", "Note"),
            *number_columns(
                "Share", "Interval", "Lost for each hire", "Interval, people"
            ),
        ),
        rows=tuple(
            Row(
                cells=texts(
                    format_number(row.qualified, 0),
                    what_it_is(row, screen),
                    format_share(row.share),
                    share_interval(row.low, row.high),
                    people(row.lost),
                    qualified_words(row.lost_low, row.lost_high),
                )
            )
            for row in screen.rereads
        ),
    )
    return Sample(heading=shorten(screen.name), table=table)


def _calls(screen: SimulatedScreen) -> Table:
    return Table(
        id="t-call-numbers",
        caption="What the calls are reckoned with; a profile replaces each number, and "
        "the command explain prints each source",
        columns=(
            *text_columns("Number"),
            *number_columns("Value", "Range"),
            *text_columns("Grade", "Sources"),
            Column(label="How it follows", wide=True),
        ),
        rows=tuple(
            Row(
                cells=(
                    *texts(
                        _CALL_WORDS[number.key],
                        call_number(number, number.value),
                        range_of(number),
                        number.grade,
                        ", ".join(number.evidence) or "own figure",
                    ),
                    Cell(text=number.note),
                )
            )
            for number in screen.call_numbers
        ),
    )


_CALL_WORDS = {
    "near": "Called, of those turned away",
    "recognised": "Passed on, of the qualified called",
    "mistaken": "Passed on, of the others called",
    "call": "Length of a call",
}
