"""The what-if box: changes as switches over numbers that were computed beforehand.

The page has no engine. For every set of changes it holds the words that Python wrote.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from audit.report.page.amounts import amount
from audit.report.recommendation.proposals import Numbered, Proposals
from audit.report.recommendation.what_if_data import column
from audit.result import Recommendation
from audit.units import format_number, plural

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """A change that can be switched on and off."""

    bit: int
    code: str
    name: str
    relations: str
    on: bool
    """At the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One number of the box: now, and with the changes that are on at the start."""

    label: str
    now: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfBox:
    """The box."""

    lede: str
    switches: tuple[Switch, ...]
    readings: tuple[Reading, ...]
    said: str
    """The numbers at the start, as a sentence."""
    left_out: str
    start: str
    """The set at the start, as the address of the page writes it."""
    data: str
    """JSON for the script: needs, excludes and columns."""


def what_if_box(
    recommendation: Recommendation,
    proposals: Proposals,
    bounds: tuple[tuple[str, float], ...],
) -> WhatIfBox | None:
    """Return the box; None where there is nothing to switch.

    Args:
        recommendation: holds the numbers of every set.
        proposals: their numbers on the page.
        bounds: grades and the points up to which they reach; empty without grades.
    """
    table = recommendation.what_if
    if not table.changes:
        return None
    ones = tuple(proposals[change] for change in table.changes)
    start = _start(ones, frozenset(table.sets))
    columns = _columns(recommendation, bounds)
    written = {
        chosen: tuple(
            write(dict(zip(table.metrics, values, strict=True))) for _, write in columns
        )
        for chosen, values in zip(table.sets, table.values, strict=True)
    }
    readings = tuple(
        Reading(label=label, now=written[0][place], then=written[start][place])
        for place, (label, _) in enumerate(columns)
    )
    return WhatIfBox(
        lede=(
            "Switch changes on and off. The numbers were worked out beforehand for "
            f"all {format_number(len(table.sets))} sets that can be made, with the "
            "same engine as the rest of this page. The address of the page keeps the "
            "choice, so a link to it shows the same."
        ),
        switches=tuple(
            Switch(
                bit=bit,
                code=one.code,
                name=one.name(),
                relations=_relations(one, proposals),
                on=bool(start >> bit & 1),
            )
            for bit, one in sorted(enumerate(ones), key=lambda pair: pair[1].number)
        ),
        readings=readings,
        said=said(start.bit_count(), len(ones), readings),
        left_out=_left_out(proposals, frozenset(table.changes)),
        start=f"{start:x}",
        data=_data(ones, table.changes, written, len(columns)),
    )


def _start(ones: tuple[Numbered, ...], sets: frozenset[int]) -> int:
    """Return the recommended changes that have a switch; none where that is no set."""
    chosen = sum(1 << bit for bit, one in enumerate(ones) if one.chosen is not None)
    return chosen if chosen in sets else 0


def _columns(
    recommendation: Recommendation, bounds: tuple[tuple[str, float], ...]
) -> tuple[tuple[str, Callable[[dict[str, float]], str]], ...]:
    """Return what the box shows: a label, and how the numbers of a set are written."""
    currency = recommendation.currency

    def score(values: dict[str, float]) -> str:
        number = format_number(values["score"], 1)
        return (
            f"{number}, grade {grade_at(values['score'], bounds)}" if bounds else number
        )

    def written(metric: str, unit: str) -> Callable[[dict[str, float]], str]:
        return lambda values: amount(values[metric], unit, currency)

    columns = (
        ("Friction score", score),
        ("Days to hire, on average", written("days", "days")),
        ("Candidate's time", written("candidate_minutes", "minutes")),
        ("Staff time", written("employer_minutes", "minutes")),
        ("Cost in the first year", written("cost", "money")),
    )
    return tuple((label, _unbroken(write)) for label, write in columns)


def _unbroken(
    write: Callable[[dict[str, float]], str],
) -> Callable[[dict[str, float]], str]:
    """Keep a number on the line of its unit; a line may end behind a comma."""
    return lambda values: (
        write(values).replace(" ", NO_BREAK).replace(f",{NO_BREAK}", ", ")
    )


def grade_at(score: float, bounds: tuple[tuple[str, float], ...]) -> str:
    """Return the grade of a score.

    >>> grade_at(103.0, (("A", 50.0), ("B", 71.0), ("C", 100.0), ("D", 140.0)))
    'D'
    """
    return next((letter for letter, bound in bounds if score <= bound), "E")


def said(on: int, of: int, readings: tuple[Reading, ...]) -> str:
    """Return what is announced when a switch is used."""
    numbers = "; ".join(f"{part.label}: {part.then}" for part in readings)
    return f"{on} of {of} changes on. {numbers}."


def _relations(one: Numbered, proposals: Proposals) -> str:
    parts = []
    if one.line.needs:
        parts.append(f"needs {proposals.codes(one.line.needs)}")
    if one.line.excludes:
        parts.append(f"instead of {proposals.codes(one.line.excludes)}")
    return ", ".join(parts)


def _left_out(proposals: Proposals, shown: frozenset[str]) -> str:
    rest = [one.line.id for one in proposals.all if one.line.id not in shown]
    if not rest:
        return ""
    verb = "has" if len(rest) == 1 else "have"
    return f"{plural(len(rest), 'change')} ({proposals.codes(rest)}) {verb} no switch."


def _data(
    ones: tuple[Numbered, ...],
    changes: tuple[str, ...],
    written: dict[int, tuple[str, ...]],
    width: int,
) -> str:
    """Return the table for the script; nothing in it can end the element it lies in."""
    bits = {change: 1 << bit for bit, change in enumerate(changes)}
    data = {
        "needs": [sum(bits[need] for need in one.line.needs) for one in ones],
        "excludes": [
            sum(bits.get(other, 0) for other in one.line.excludes) for one in ones
        ],
        "columns": [
            column({chosen: row[place] for chosen, row in written.items()}, len(ones))
            for place in range(width)
        ],
    }
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return plain.replace("<", "\\u003c")
