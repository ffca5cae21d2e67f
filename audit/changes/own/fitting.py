"""A change of the user's own looks at a process: which steps it is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from audit.changes.base import Answer, Fits, NotHere, Part
from audit.changes.own.format import EACH, WhenMap
from audit.changes.situation import Situation
from audit.model import Step
from audit.units import plural

_NOTHING = re.compile(r"0+(?:\.0+)?\s*[\w %]*|false|no|off|none", re.IGNORECASE)
"""Words that state a key as nothing: `0`, `0 min`, `no`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnChange:
    """The deeds of a change as written, and when it fits."""

    deeds: Mapping[str, Any]
    when: WhenMap | None
    note: str

    def look(self, situation: Situation) -> Answer:
        """Find the steps that the change is for."""
        if self.when is None:
            return Fits(
                parts=(Part(deeds=self.deeds, steps=self._named(situation)),),
                why=self.note or "A change of your own.",
            )
        steps = [s for s in situation.steps if _fits(self.when, s, situation)]
        if not steps:
            return NotHere(note="No step is as its `when` asks.")
        found = f"{plural(len(steps), 'step')} it is for: {situation.named(steps)}."
        return Fits(
            parts=tuple(
                Part(deeds=_for_step(self.deeds, step.id), steps=(step.id,))
                for step in steps
            ),
            why=f"{self.note} {found}".strip(),
        )

    def _named(self, situation: Situation) -> tuple[str, ...]:
        """Return the steps of the process that the deeds name."""
        return tuple(step.id for step in situation.steps if _names(self.deeds, step.id))


def _fits(when: WhenMap, step: Step, situation: Situation) -> bool:
    side = situation.facts.side(step)
    return (
        (not when.side or side in when.side)
        and (when.role is None or step.role == when.role)
        and (not when.kind or step.kind in when.kind)
        and (not when.channel or step.channel in when.channel)
        and all(_states(situation, step, key) for key in when.has or ())
        and not any(_states(situation, step, key) for key in when.lacks or ())
    )


def _states(situation: Situation, step: Step, key: str) -> bool:
    """Say whether a step states a key as more than nothing."""
    stated = situation.stated(step, key)
    if isinstance(stated, str):
        return _NOTHING.fullmatch(stated.strip()) is None
    return stated is not None


def _for_step(value: Any, step: str) -> Any:
    """Return deeds with a step in place of `each`."""
    match value:
        case dict():
            return {
                (step if key == EACH else key): _for_step(one, step)
                for key, one in value.items()
            }
        case list():
            return [_for_step(one, step) for one in value]
    return step if value == EACH else value


def _names(value: Any, step: str) -> bool:
    match value:
        case dict():
            return step in value or any(_names(one, step) for one in value.values())
        case list():
            return any(_names(one, step) for one in value)
    return bool(value == step)
