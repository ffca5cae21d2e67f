"""The first screen: the answer, six numbers, what stands out, what to decide."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.pointers import Pointer
from audit.report.page.amounts import of_a_hundred, whole_share
from audit.report.page.names import shorten
from audit.report.simulation.certainty import how_sure
from audit.report.simulation.decisions import NONE, decisions
from audit.report.simulation.headline import answer, lede
from audit.report.simulation.leaving import losses_of
from audit.report.simulation.regular_jobs import slowest
from audit.report.simulation.spans import span, whole
from audit.report.simulation.waiting import largest, overlap
from audit.report.simulation.words import figure, line_of, mean_of
from audit.report.simulation.workload import fullest, loads
from audit.result.simulation import (
    SimulatedLine,
    SimulatedVariant,
    SimulationSettings,
)

SHOWN = 6
NOTHING = "Nobody queues, nobody leaves and nobody was hired in these runs."
NO_RUN = "Waits, people who leave and offers taken back need runs."
UNSURE = (
    "Not very: a quick look has no interval. It is certain of a formula, not of the "
    "world."
)
TILES = {
    "days_to_hire_p50": "Days to hire, P50",
    "days_to_hire_p90": "Days to hire, P90",
    "openings_filled": "Openings filled, of 100",
    "rescinded_per_100_hires": "Offers taken back, for 100 hires",
    "left_per_100_hires": "People who leave, for 100 hires",
    "utilisation": "Hours at work",
    "duty_wait_hours": "Other work waits",
    "hires": "Hires a year",
    "days_to_fill": "Days to fill an opening",
}
"""Labels by the key of a line, in order of preference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTile:
    """A number with its interval."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The section."""

    answer: str
    lede: str
    tiles: tuple[NumberTile, ...]
    findings: tuple[Pointer, ...]
    no_findings: str
    decisions: tuple[Pointer, ...]
    no_decisions: str
    sure: str


def summary(variant: SimulatedVariant, settings: SimulationSettings) -> Summary:
    """Return the section for a process."""
    return Summary(
        answer=answer(variant),
        lede=lede(variant),
        tiles=tiles(variant),
        findings=findings(variant),
        no_findings=NOTHING if variant.lines else NO_RUN,
        decisions=decisions(variant),
        no_decisions=NONE,
        sure=how_sure(variant, settings) or UNSURE,
    )


def tiles(variant: SimulatedVariant) -> tuple[NumberTile, ...]:
    """Return six numbers; those that no run gave make room for others."""
    raced = line_of(variant, "openings_filled")
    found = []
    for key, label in TILES.items():
        line = _tallest(variant, key)
        if line is None or line.number is None:
            continue
        if key == "rescinded_per_100_hires" and (raced is None or raced.number is None):
            continue
        found.append(_tile(label, line))
    return tuple(found[:SHOWN])


def _tallest(variant: SimulatedVariant, key: str) -> SimulatedLine | None:
    """Return a number of the whole, or of the role or job that has most of it."""
    known = [line for line in variant.lines if line.key == key and line.number]
    return max(known, key=mean_of, default=None)


def _tile(label: str, line: SimulatedLine) -> NumberTile:
    assert line.number is not None
    value, between = figure(line.number.mean, line.unit), span(line.number, line.unit)
    if line.key == "openings_filled":
        value = of_a_hundred(line.number.mean)
    elif line.key == "utilisation":
        value = whole_share(line.number.mean)
    elif line.unit not in {"days", "hours", "share"}:
        value = whole(line.number.mean)
    notes = (shorten(line.name, 40) if line.of else "", between)
    return NumberTile(label=label, value=value, note="; ".join(filter(None, notes)))


def findings(variant: SimulatedVariant) -> tuple[Pointer, ...]:
    """Return what stands out, each sentence with the section that proves it."""
    if not variant.lines:
        return ()
    found = (
        _full(variant),
        _cause(variant),
        _left(variant),
        _other_work(variant),
    )
    return tuple(pointer for pointer in found if pointer is not None)


def _full(variant: SimulatedVariant) -> Pointer | None:
    full = fullest(loads(variant))
    if full is None:
        return None
    asked, has = (figure(x, "hours") for x in (full.asked, full.capacity))
    return Pointer(
        text=f"{shorten(full.name, 60)} is asked for {asked} of the {has} it has a "
        f"week; {figure(full.duties, 'hours')} go to other work.",
        href="#workload",
    )


def _cause(variant: SimulatedVariant) -> Pointer | None:
    most = largest(variant)
    if most is None:
        return None
    words = f"{figure(mean_of(most), 'days')} of a hire pass waiting for {most.name}"
    queue = line_of(variant, "wait_days", "queue")
    if most.of != "queue" and queue is not None and queue.number is not None:
        words += f"; {figure(mean_of(queue), 'days')} for {queue.name}"
    together = overlap(variant)
    if together is not None:
        days = mean_of(line_of(variant, "days_to_hire"))
        words += (
            ". Each branch, and everybody who takes part, counts: all causes come to "
            f"{figure(together, 'days')}, and a hire takes {figure(days, 'days')}"
        )
    return Pointer(text=f"{words}.", href="#waits")


def _left(variant: SimulatedVariant) -> Pointer | None:
    losses = losses_of(variant)
    if not losses:
        return None
    most = max(losses, key=lambda loss: loss.total)
    return Pointer(
        text=f"Most people leave at “{shorten(most.name, 60)}”: "
        f"{whole(most.total)} for 100 hires.",
        href="#leaving",
    )


def _other_work(variant: SimulatedVariant) -> Pointer | None:
    slow = slowest(variant)
    if slow is None:
        return None
    return Pointer(
        text=f"A job of “{shorten(slow.name, 60)}” waits "
        f"{figure(mean_of(slow), slow.unit)} by the clock.",
        href="#duties",
    )
