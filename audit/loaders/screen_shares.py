"""Screens whose own numbers and the shares of their `next` both say who passes."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from itertools import product

from audit.loaders.defaults import origin
from audit.loaders.document import Document
from audit.loaders.file_format import ProcessMap
from audit.loaders.levels import written_steps
from audit.loaders.problem_text import shown
from audit.model import Flow, FlowKind, Leaver, Process, Quantity, Step, walk_steps
from audit.units import format_share

_HALF_A_PER_CENT = 0.005
"""How far a share may be off that was stated in whole per cents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passing:
    """A share that passes, and how far its numbers let it lie on either side."""

    low: float
    mean: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decided:
    """Where a screen sends those whom it decides on, by plain shares."""

    passed: tuple[Flow, ...]
    turned_away: tuple[Flow, ...]
    share: float
    """Of those arriving; the others leave by themselves, or come again."""


def check_screen_shares(
    written: ProcessMap, process: Process, document: Document
) -> None:
    """Warn of a screen that passes another share than its `next` sends on.

    Hires follow the shares of `next`, and the qualified people lost follow the screen.
    Only a screen that says how many of those arriving are qualified is looked at; for
    later ones that follows from the flows.
    """
    places = {step.id: (step, path) for step, path in written_steps(written)}
    by_employer, by_candidate = (
        {outcome.id for outcome in process.outcomes if outcome.by is leaver}
        for leaver in (Leaver.EMPLOYER, Leaver.CANDIDATE)
    )
    for step in walk_steps(process.nodes):
        sifted = _by_screen(step)
        decided = _decided(step, by_employer, by_candidate)
        if sifted is None or decided is None:
            continue
        sent_on = _by_flows(decided)
        if sent_on.low <= sifted.high and sifted.low <= sent_on.high:
            continue
        own, path = places[step.id]
        document.add(
            "W119",
            f"the screen of '{shown(step.id)}' passes {format_share(sifted.mean)} of "
            f"those arriving, and its 'next' {format_share(sent_on.mean)}"
            + ("" if decided.share > 1 - 1e-9 else " of those it decides on"),
            (*path, "next"),
            key=True,
            label="hires follow these shares",
            hint=_hint(decided),
            related=(*origin(own, path, "screen", document), "passes_qualified"),
            related_label="qualified people lost follow this",
        )


def _by_screen(step: Step) -> _Passing | None:
    """Return the share that passes by the numbers of a screen that states all three."""
    screen = step.screen
    if screen is None or screen.qualified_share is None:
        return None
    if screen.passes_qualified is None or screen.passes_unqualified is None:
        return None
    stated = (
        screen.qualified_share, screen.passes_qualified, screen.passes_unqualified,
    )  # fmt: skip
    # The share is linear in each of the three, so its extremes lie at their ends.
    corners = [_share(*ends) for ends in product(*(_ends(one) for one in stated))]
    mean = _share(*(one.mean for one in stated))
    return _Passing(low=min(corners), mean=mean, high=max(corners))


def _share(qualified: float, passes: float, others_pass: float) -> float:
    return qualified * passes + (1 - qualified) * others_pass


def _ends(stated: Quantity) -> tuple[float, float]:
    return (
        max(0.0, stated.low - _HALF_A_PER_CENT),
        min(1.0, stated.high + _HALF_A_PER_CENT),
    )


def _decided(
    step: Step, by_employer: Set[str], by_candidate: Set[str]
) -> _Decided | None:
    """Return whom a step's plain shares pass and turn away; None without rejections."""
    if any(flow.share is None for flow in step.flows):
        return None
    flows = [
        flow
        for flow in step.flows
        if flow.kind is FlowKind.FLOW and flow.to not in by_candidate
    ]
    turned_away = tuple(flow for flow in flows if flow.to in by_employer)
    passed = tuple(flow for flow in flows if flow.to not in by_employer)
    share = _sum(passed) + _sum(turned_away)
    if not passed or not turned_away or share <= 0:
        return None
    return _Decided(passed=passed, turned_away=turned_away, share=share)


def _by_flows(decided: _Decided) -> _Passing:
    mean = _sum(decided.passed) / decided.share
    spread = sum(
        flow.share.high - flow.share.low
        for flow in decided.turned_away
        if flow.share is not None
    )
    off = (_HALF_A_PER_CENT + spread / 2) / decided.share
    return _Passing(low=mean - off, mean=mean, high=mean + off)


def _sum(flows: tuple[Flow, ...]) -> float:
    return sum(flow.share.mean for flow in flows if flow.share is not None)


def _hint(decided: _Decided) -> str:
    together = "make the two agree"
    if decided.share < 1 - 1e-9:
        return together
    if len(decided.passed) > 1 or len(decided.turned_away) > 1:
        return together
    to, away = decided.passed[0].to, decided.turned_away[0].to
    return f"write next: {{{shown(to)}: pass, {shown(away)}: fail}}, or {together}"
