"""Kinds of change that a law wants to see made with something in mind."""

from __future__ import annotations

from collections.abc import Iterator

from audit.changes.guard.content import medium_of
from audit.changes.guard.jurisdiction import Occasion
from audit.model import Channel, Process, Quantity, Side, Step, StepKind

_BY_HAND = frozenset({Channel.PAPER, Channel.FAX, Channel.POST, Channel.IN_PERSON})
_DIGITAL = frozenset({Channel.PORTAL, Channel.SYSTEM})
_CHOOSING = frozenset({StepKind.INTERVIEW, StepKind.TEST})
RESCINDED = "rescinded"


def occasions(before: Process, after: Process) -> Iterator[Occasion]:
    """Yield the kinds of change that lie between two processes, each once."""
    old = {step.id: step for step in before.steps}
    new = {step.id: step for step in after.steps}
    pairs = [(step, new.get(step_id)) for step_id, step in old.items()]
    added = [step for step_id, step in new.items() if step_id not in old]
    changed = [(one, other) for one, other in pairs if one is not other]
    if not changed and not added:
        return
    if _electronic(after) > _electronic(before):
        yield Occasion.ELECTRONIC_SIGNATURES
    candidates = {r.id for r in before.roles if r.side is Side.CANDIDATE}
    if any(one.role in candidates and _digitised(one, two) for one, two in changed):
        yield Occasion.DIGITAL_ONLY
    if any(_chooses(one) and _chosen_anew(one, two) for one, two in changed) or any(
        map(_chooses, added)
    ):
        yield Occasion.SELECTION
    if any(_promises(one) != _promises(two) for one, two in changed if two) or any(
        two is None and any(_promises(one)) for one, two in changed
    ):
        yield Occasion.OFFER


def _electronic(process: Process) -> float:
    return sum(
        step.quantities.electronic_signatures.mean
        for step in process.steps
        if step.quantities.electronic_signatures is not None
    )


def _digitised(step: Step, new: Step | None) -> bool:
    """Say whether a step that could be done by hand now cannot."""
    by_hand = step.channel in _BY_HAND or any(
        _some(pages)
        for pages in (step.quantities.print_pages, step.quantities.fax_pages)
    )
    if not by_hand:
        return False
    return new is None or (
        medium_of(step) != medium_of(new) and new.channel in _DIGITAL
    )


def _chooses(step: Step) -> bool:
    return step.screen is not None or step.kind in _CHOOSING


def _chosen_anew(step: Step, new: Step | None) -> bool:
    return new is None or step.screen != new.screen or step.kind is not new.kind


def _promises(step: Step) -> tuple[object, ...]:
    """Return what a step says about offer, position and notice."""
    rescinded = [flow.share for flow in step.flows if flow.to == RESCINDED]
    return (
        step.position,
        step.contingency,
        step.commits,
        *(None if share is None else share.mean for share in rescinded),
    )


def _some(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.mean > 0
