"""The longest stretch without a word to the candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.model import Contact, Process, Side, Step, StepKind

if TYPE_CHECKING:
    import networkx as nx

_MEETINGS = {StepKind.INTERVIEW, StepKind.APPOINTMENT, StepKind.NOTIFY}


def silent_days(step: Step) -> float | None:
    """Return the mean days of a visit without a word; None when the file is silent too.

    `silent: true` is the whole wait; a step with contact and no word on silence counts
    as zero.
    """
    if step.silent is True:
        return step.wait.takes.mean if step.wait is not None else None
    if step.silent is False:
        return 0.0
    if step.silent is not None:
        return step.silent.mean
    return 0.0 if step.contact in {Contact.HUMAN, Contact.AUTO} else None


def longest_silence(
    process: Process, forward: nx.DiGraph[str]
) -> tuple[float, tuple[str, ...]] | None:
    """Return the days and steps of the longest silence on any way forward.

    Silence runs on from step to step until the candidate hears something: a step of the
    candidate's own, a meeting, a notice, or a step that is not silent.

    Returns:
        None when no step says whether it is silent.
    """
    import networkx as nx

    by_id = {step.id: step for step in process.steps}
    silent = {step: silent_days(by_id[step]) for step in by_id}
    if all(days is None for days in silent.values()):
        return None
    best: dict[str, tuple[float, tuple[str, ...]]] = {}
    longest: tuple[float, tuple[str, ...]] = (0.0, ())
    for node in nx.topological_sort(forward):
        arriving = max(
            (best[other] for other in forward.predecessors(node)),
            default=(0.0, ()),
            key=lambda run: run[0],
        )
        step = by_id.get(node)
        if step is None:
            best[node] = arriving
            continue
        days = silent[node] or 0.0
        # Someone who acts or is met has just heard something; the silence that the
        # same step leaves behind starts anew.
        before = (0.0, ()) if _is_contact(process, step) else arriving
        run = (before[0] + days, (*before[1], node)) if days > 0 else before
        longest = max(longest, run, key=lambda known: known[0])
        best[node] = run if days > 0 or _sees_nobody(process, step) else (0.0, ())
    return longest


def _is_contact(process: Process, step: Step) -> bool:
    """Return whether the candidate acts in a step or hears something in it."""
    with_candidate = any(
        process.role(person.role).side is Side.CANDIDATE for person in step.participants
    )
    return (
        process.role(step.role).side is Side.CANDIDATE
        or with_candidate
        or step.kind in _MEETINGS
        or step.contact in {Contact.HUMAN, Contact.AUTO}
    )


def _sees_nobody(process: Process, step: Step) -> bool:
    """Return whether a step neither breaks a silence nor adds to it."""
    return not _is_contact(process, step) and silent_days(step) is None
