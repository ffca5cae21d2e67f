"""Tables of a simulation: who is loaded, what waits for what, who leaves where."""

from __future__ import annotations

from collections.abc import Sequence

from audit.report.page.names import shorten
from audit.report.simulation.leaving import REASONS, losses_of, reasons_of
from audit.report.simulation.waiting import overlap
from audit.report.simulation.words import (
    figure,
    line_of,
    lines_in,
    mean_of,
    with_interval,
)
from audit.report.simulation.workload import if_nobody_left
from audit.report.text import aligned
from audit.result.simulation import SimulatedLine, SimulatedVariant
from audit.units import format_number, format_share

_NAME = 34
_MOST = 6
"""Rows of a table that could be long."""


def table(title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return rows under their heads and a title; nothing where there are none."""
    if not rows:
        return ""
    widths = [max(len(row[k]) for row in (head, *rows)) for k in range(len(head))]
    body = ["  " + aligned(row, widths).rstrip() for row in (head, *rows)]
    return "\n".join([title, *body] if title else body)


def workload(variant: SimulatedVariant, title: str = "Workload") -> str:
    """Return what is asked of each role with a queue, against what it has."""
    rows = []
    for role in variant.roles:
        cells = [shorten(role.name, _NAME), format_number(role.hours_per_week, 0)]
        for key in ("asked_hours", "utilisation", "overload_hours", "hours_per_hire"):
            line = line_of(variant, key, role.id)
            known = line is not None and line.number is not None
            cells.append(figure(mean_of(line), line.unit) if line and known else "-")
        rows.append(tuple(cells))
    head = ("", "has", "is asked", "at work", "over", "for each hire")
    return table(f"{title} (hours a week; below zero is to spare)", head, rows)


def asked(variant: SimulatedVariant, title: str = "Asked for") -> str:
    """Return what the file asks of each role if nobody leaves, without a run."""
    hours = if_nobody_left(variant)
    rows = [
        (
            shorten(role.name, _NAME),
            *(format_number(one[place], 1) for one in hours.values()),
        )
        for place, role in enumerate(variant.roles)
    ]
    head = ("", *(word.lower() for word in hours))
    return table(f"{title}, if nobody leaves (hours a week)", head, rows)


def waits(variant: SimulatedVariant) -> str:
    """Return what the days of a hire are spent on, most first."""
    rows = [
        (shorten(line.name, 2 * _NAME), with_interval(line.number, line.unit))
        for line in _most(lines_in(variant, "waits"))
        if mean_of(line) > 0
    ]
    title = "What the days of a hire wait for"
    if overlap(variant) is not None:
        title += " (each branch, and each who takes part, counts)"
    return table(title, ("", "days"), rows)


def queues(variant: SimulatedVariant) -> str:
    """Return the steps before which candidates wait longest for people."""
    rows = [
        (shorten(line.name, _NAME), with_interval(line.number, line.unit))
        for line in _most(lines_in(variant, "steps"))[:_MOST]
    ]
    return table("Where people wait for people", ("", "open hours in the queue"), rows)


def _most(lines: list[SimulatedLine]) -> list[SimulatedLine]:
    return sorted(lines, key=lambda line: -mean_of(line))


def leaving(variant: SimulatedVariant) -> str:
    """Return the steps at which most people leave, by reason."""
    total: dict[str, list[float]] = {}
    names: dict[str, str] = {}
    reasons = reasons_of(losses_of(variant)) or tuple(REASONS)
    for place, key in enumerate(reasons):
        for line in variant.lines:
            if line.key == key and line.number is not None:
                none = [0.0] * len(reasons)
                total.setdefault(line.of, none)[place] = mean_of(line)
                names[line.of] = line.name
    ordered = sorted(total, key=lambda of: (-sum(total[of]), of))[:_MOST]
    rows = [
        (shorten(names[of], _NAME), *(figure(n, "people") for n in total[of]))
        for of in ordered
        if sum(total[of]) > 0
    ]
    head = ("", *(REASONS[reason].word for reason in reasons))
    return table("Who leaves where (people for 100 hires)", head, rows)


def openings(variant: SimulatedVariant) -> str:
    """Return how long the work on an opening waits, before anybody applies."""
    return _jobs(variant, "openings", "Before anybody applies")


def duties(variant: SimulatedVariant) -> str:
    """Return how long a job of their other work waits."""
    return _jobs(variant, "duties", "What else they do")


def _jobs(variant: SimulatedVariant, group: str, title: str) -> str:
    rows = [
        (shorten(line.name, 2 * _NAME), with_interval(line.number, line.unit))
        for line in lines_in(variant, group)
    ]
    return table(title, ("", "a job waits, by the clock"), rows)


def quick(variant: SimulatedVariant, title: str = "Quick look") -> str:
    """Return screening numbers of the roles, labelled as such."""
    rows = [
        (
            shorten(look.name, _NAME),
            format_share(look.utilisation),
            "without end"
            if look.wait_hours is None
            else figure(look.wait_hours, "hours"),
            format_share(look.leaving),
        )
        for look in variant.quick_look
    ]
    head = ("", "at work", "a job waits, open hours", "leave in the queue")
    about = "Erlang-A: for screening only, some per cent off; no run"
    return table(f"{title} ({about})", head, rows)
