"""Which guard a change breaks: the process before beside the process after.

The rules are of three kinds. What a step holds: items of the law, and what the file
itself marks (`removable`, `justified`), stay, as far as the law lets them change.
Where it stands: nothing comes before its milestone, nothing before its disclosure.
And what the change has to bear in mind: an electronic signature its consent, a filter
its adverse impact. A rule that the process before breaks already is a finding about
it; only what a change makes worse is a breach.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from audit.analysis.graph import forward_graph, process_graph
from audit.changes.guard.content import (
    between_dates,
    cases_of,
    content_of,
    days_of,
    medium_of,
    waited,
)
from audit.changes.guard.jurisdiction import Aspect, Item, Jurisdiction, says
from audit.changes.guard.occasions import occasions
from audit.checks.bound import keeps_its_wait, may_never_change
from audit.checks.guards import GUARD_BY_ID
from audit.model import Process, Removable, Step, StepKind

if TYPE_CHECKING:
    import networkx as nx

_LESS = 1e-9
"""Share by which an amount has to fall before it counts as less."""
FILE = "the file"
"""Stands for the item where the file itself marks what is to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One guard that a change breaks."""

    item: str
    """Id of the item of the law, or `the file`."""
    guard: str
    """Id of its text; empty where the file itself marks the step."""
    step: str
    """Id of the step; empty where the change as a whole breaks it."""
    reason: str
    """What it would do, as a sentence."""


def breaches(
    before: Process, after: Process, law: Jurisdiction, minded: frozenset[str]
) -> tuple[Breach, ...]:
    """Return what a change would break.

    Args:
        before: the process as it is.
        after: the process with the change made.
        law: of the place.
        minded: ids of the guards that the change carries.
    """
    first, second = _Drawn(before), _Drawn(after)
    found: dict[Breach, None] = {}
    for step in before.steps:
        for breach in _of_step(step, first, second, law):
            found[breach] = None
    for step in after.steps:
        if step.id not in first.by_id:
            for breach in _of_new_step(step, second, law):
                found[breach] = None
    for occasion in occasions(before, after):
        guard = law.minded_when.get(occasion)
        if guard is not None and guard not in minded:
            title = GUARD_BY_ID[guard].title
            found[
                Breach(
                    item=occasion.value,
                    guard=guard,
                    step="",
                    reason=f"It would have to be made with this in mind: {title}.",
                )
            ] = None
    return tuple(found)


class _Drawn:
    """A process with the order of its steps, computed when asked."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.by_id = {step.id: step for step in process.steps}

    @cached_property
    def forward(self) -> nx.DiGraph[str]:
        return forward_graph(process_graph(self.process))

    def is_before(self, first: str, second: str) -> bool:
        return first in self.behind(second)

    def behind(self, step: str) -> frozenset[str]:
        """Return the steps that can come before one on some way forward."""
        import networkx as nx

        return frozenset(
            node for node in nx.ancestors(self.forward, step) if node in self.by_id
        )

    @cached_property
    def offers(self) -> tuple[str, ...]:
        """Steps that make the offer: where it can be declined, else those named so."""
        declinable = [
            step.id
            for step in self.process.steps
            if any(flow.to == "declined" for flow in step.flows)
        ]
        return tuple(
            declinable
            or (
                step.id
                for step in self.process.steps
                if step.kind is StepKind.NOTIFY and says(step, ("offer",))
            )
        )

    def after_offer(self, step: str) -> bool:
        return any(self.is_before(offer, step) for offer in self.offers)


def _of_step(
    step: Step, first: _Drawn, second: _Drawn, law: Jurisdiction
) -> Iterator[Breach]:
    held = [item for item in law.items if item.holds(step)]
    new = second.by_id.get(step.id)
    if new is None:
        yield from _of_removal(step, held)
        return
    if new is step and not any(item.not_before or item.before for item in held):
        return
    yield from _by_file(step, new)
    keeping = [item for item in held if item.keeps is not None]
    for item in held:
        alone = item.keeps is None and Aspect.CONTENT not in item.may_change
        if alone and (lost := _lost(step, new, content_of(step))):
            yield _breach(item, step, f"It would take away {lost}")
        if Aspect.MEDIUM not in item.may_change and medium_of(step) != medium_of(new):
            yield _breach(item, step, "It would change the medium")
        yield from _of_time(item, step, new)
        yield from _of_order(item, step, first, second)
    if keeping:
        least = _floor(keeping, content_of(step))
        if lost := _lost(step, new, least):
            yield _breach(keeping[0], step, f"It would take away {lost}")


def _of_removal(step: Step, held: list[Item]) -> Iterator[Breach]:
    for item in held:
        if Aspect.CONTENT not in item.may_change:
            yield _breach(item, step, "It would take the step out")
    if step.removable in {Removable.NEVER, Removable.MEDIUM_ONLY}:
        yield _by_mark(step, "It would take out", "may not be removed")
    elif step.justified is not None:
        yield _by_mark(step, "It would take out", f"is there for {step.justified}")


def _by_file(step: Step, new: Step) -> Iterator[Breach]:
    """Yield what breaks the marks of the file: `removable` and `justified`."""
    never = may_never_change(step)
    if never and medium_of(step) != medium_of(new):
        yield _by_mark(step, "It would change the medium of", "may not be changed")
    if never or (step.justified is not None and step.removable is None):
        if lost := _lost(step, new, content_of(step)):
            mark = "may not be changed" if never else f"is there for {step.justified}"
            yield _by_mark(step, f"It would take {lost} from", mark)
    elif step.removable is Removable.MEDIUM_ONLY and _asks_lost(step, new):
        yield _by_mark(step, "It would ask less in", "may change in its medium only")
    yield from _days_by_file(step, new)


def _days_by_file(step: Step, new: Step) -> Iterator[Breach]:
    """Yield what shortens days, or spares cases, that the marks of the file keep."""
    never = may_never_change(step)
    if keeps_its_wait(step) and _is_less(waited(new), waited(step)):
        mark = "may not be changed" if never else "has a date that a rule sets"
        yield _by_mark(step, "It would shorten the wait at", mark)
    if never and _is_less(between_dates(new), between_dates(step)):
        yield _by_mark(step, "It would change the dates of", "may not be changed")
    if never and _is_less(cases_of(new), cases_of(step)):
        yield _by_mark(step, "It would spare some cases", "may not be changed")


def _is_less(now: float, before: float) -> bool:
    return now < before * (1 - _LESS)


def _of_time(item: Item, step: Step, new: Step) -> Iterator[Breach]:
    days, now = days_of(step), days_of(new)
    if days is None:
        return
    now = now or 0.0
    if Aspect.TIME not in item.may_change and now < days * (1 - _LESS):
        yield _breach(item, step, "It would shorten the time that is kept")
    elif now < min(days, item.least_wait) * (1 - _LESS):
        yield _breach(
            item, step, f"It would leave less than {item.least_wait:g} days of waiting"
        )


def _of_order(
    item: Item, step: Step, first: _Drawn, second: _Drawn
) -> Iterator[Breach]:
    if (
        item.not_before is not None
        and first.after_offer(step.id)
        and not second.after_offer(step.id)
    ):
        yield _breach(item, step, f"It would come before the {item.not_before.value}")
    if item.before:
        for other in first.process.steps:
            if (
                other.id != step.id
                and other.id in second.by_id
                and says(other, item.before)
                and not item.holds(other)
                and first.is_before(step.id, other.id)
                and not second.is_before(step.id, other.id)
            ):
                yield _breach(item, step, f"“{other.name}” would no longer wait for it")
    if Aspect.ORDER not in item.may_change:
        common = first.by_id.keys() & second.by_id.keys()
        if first.behind(step.id) & common != second.behind(step.id) & common:
            yield _breach(item, step, "It would stand at another place")


def _of_new_step(step: Step, second: _Drawn, law: Jurisdiction) -> Iterator[Breach]:
    for item in law.items:
        if (
            item.not_before is not None
            and item.holds(step)
            and second.offers
            and step.id not in second.offers
            and not second.after_offer(step.id)
        ):
            yield _breach(
                item, step, f"It would come before the {item.not_before.value}"
            )


def _floor(items: list[Item], stated: Mapping[str, float]) -> dict[str, float]:
    """Return the least content of a step that holds several items among others."""
    least: dict[str, float] = {}
    for item in items:
        for kind, amount in (item.keeps or {}).items():
            least[kind] = least.get(kind, 0.0) + amount
    return {
        kind: min(amount, stated[kind])
        for kind, amount in least.items()
        if kind in stated
    }


def _lost(step: Step, new: Step, least: Mapping[str, float]) -> str:
    """Return what a step would lose of the least that it has to keep, in words."""
    now = content_of(new)
    kinds = [
        kind for kind, amount in least.items()
        if now.get(kind, 0.0) < amount * (1 - _LESS)
    ]  # fmt: skip
    return ", ".join([*kinds, *_asks_lost(step, new)])


def _asks_lost(step: Step, new: Step) -> list[str]:
    asked = set(new.asks or ())
    return [item for item in step.asks or () if item not in asked]


def _breach(item: Item, step: Step, what: str) -> Breach:
    return Breach(
        item=item.id,
        guard=item.guard,
        step=step.id,
        reason=f"{what}, at “{step.name}” ({item.id}).",
    )


def _by_mark(step: Step, what: str, mark: str) -> Breach:
    return Breach(
        item=FILE,
        guard="",
        step=step.id,
        reason=f"{what} “{step.name}”, which by the file {mark}.",
    )
