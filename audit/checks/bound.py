"""What a file binds a process to keep: a step, the whole of it, or its days.

`justified` and `mandate` say why a step is there, `removable` what of it may change.
A step that is bound keeps what it asks. One that may never change keeps everything, its
days included. The others keep their days where these are a date that the rule itself
sets: an advert that the law wants open for three weeks is not read sooner, while a
queue before a mandated form is nobody's law.
"""

from __future__ import annotations

from audit.model import Removable, Step, WaitCause

SET_DATES = frozenset({WaitCause.CLOSING, WaitCause.NOTICE})
"""Waits that last until a date which somebody has set."""


def is_bound(step: Step) -> bool:
    """Say whether a step is there for a reason, so that what it asks stays."""
    if step.removable is Removable.FREELY:
        return False
    return (
        step.removable is not None
        or step.mandate is not None
        or step.justified is not None
    )


def may_never_change(step: Step) -> bool:
    """Say whether everything about a step stays as it is."""
    return step.removable is Removable.NEVER


def keeps_its_wait(step: Step) -> bool:
    """Say whether the wait of a step may not become shorter."""
    if may_never_change(step):
        return True
    dated = step.wait is not None and step.wait.cause in SET_DATES
    return dated and is_bound(step)


def keeps_its_days(step: Step) -> bool:
    """Say whether no day of a step can be saved: neither its wait nor its batches."""
    return may_never_change(step) or (keeps_its_wait(step) and step.every is None)
