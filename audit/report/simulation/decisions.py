"""What leadership is asked: make room, lock the position, answer sooner, read again."""

from __future__ import annotations

from audit.report.comparison.pointers import Pointer
from audit.report.page.amounts import whole_share
from audit.report.page.names import shorten
from audit.report.simulation.leaving import losses_of
from audit.report.simulation.screening import costliest
from audit.report.simulation.spans import whole
from audit.report.simulation.words import FULL, figure, line_of, mean_of
from audit.report.simulation.workload import fullest, loads
from audit.result.simulation import SimulatedVariant
from audit.units import format_number

SHOWN = 3
NAME = 60
NONE = "Nothing in these numbers asks for a decision."


def decisions(variant: SimulatedVariant) -> tuple[Pointer, ...]:
    """Return at most three things to decide, most pressing first."""
    asked = (
        _room(variant),
        _lock(variant),
        _answer(variant),
        _read_again(variant),
    )
    return tuple(pointer for pointer in asked if pointer is not None)[:SHOWN]


def _room(variant: SimulatedVariant) -> Pointer | None:
    """Return the role whose load makes queues, and the hours that would end them."""
    full = fullest(loads(variant))
    if full is None or full.share <= FULL:
        return None
    less = figure(full.asked - FULL * full.capacity, "hours")
    return Pointer(
        text=f"Give {shorten(full.name, NAME)} room: {less} a week less to do would "
        f"bring it to {whole_share(FULL)} of its hours, where queues begin to shorten.",
        href="#workload",
    )


def _lock(variant: SimulatedVariant) -> Pointer | None:
    back = line_of(variant, "rescinded_per_100_hires")
    if mean_of(back) <= 0:
        return None
    return Pointer(
        text="Reserve the position when the offer is made: "
        f"{whole(mean_of(back))} offers are taken back for 100 hires, because somebody "
        "else took it.",
        href="#race",
    )


def _answer(variant: SimulatedVariant) -> Pointer | None:
    losses = losses_of(variant)
    if not losses:
        return None
    most = max(losses, key=lambda loss: loss.total)
    every = mean_of(line_of(variant, "left_per_100_hires"))
    return Pointer(
        text=f"Shorten “{shorten(most.name, NAME)}” first: {whole(most.total)} of the "
        f"{whole(every)} who leave for 100 hires leave there.",
        href="#leaving",
    )


def _read_again(variant: SimulatedVariant) -> Pointer | None:
    if not variant.screens:
        return None
    worst = costliest(variant.screens)
    if worst.qualified_lost <= 0:
        return None
    return Pointer(
        text=f"Read {format_number(worst.to_read, 0)} of those whom "
        f"“{shorten(worst.name, NAME)}” turned away again: by the file "
        f"{format_number(worst.qualified_lost)} of them are qualified for each hire.",
        href="#screens",
    )
