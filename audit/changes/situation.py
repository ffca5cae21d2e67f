"""One process as interventions see it: its facts, and its steps as written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from audit.changes.base import Effect, Part
from audit.changes.flow_style import number as as_written
from audit.checks import Facts
from audit.loaders.document import Map
from audit.loaders.overlay.scaling import can_scale, stated
from audit.loaders.overlay.tree import read_tree, walk
from audit.loaders.reading import Loaded
from audit.model import DONE, HIRED, FlowKind, Law, Process, Quantity, Step

EVER = 1e-9
"""Fewer visits than this are none."""


class Situation:
    """A loaded process with what its audit knows about it."""

    def __init__(
        self, loaded: Loaded, facts: Facts, *, apart: frozenset[str] = frozenset()
    ) -> None:
        """Return a process as interventions see it.

        Args:
            loaded: what `read_file` returns.
            facts: of the same process.
            apart: ids of steps that are not to be looked at.
        """
        self.loaded = loaded
        self.facts = facts
        self._apart = apart
        self._root: Map = loaded.chain.roots[-1]

    def without(self, steps: Iterable[str]) -> Situation:
        """Return the same process, seen without some of its steps."""
        return Situation(self.loaded, self.facts, apart=self._apart | frozenset(steps))

    @property
    def process(self) -> Process:
        """The process."""
        return self.facts.process

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Steps on the way to a hire, in the order of the file."""
        return tuple(
            step
            for step in self.facts.steps
            if self.facts.visits[step.id] > EVER and step.id not in self._apart
        )

    @cached_property
    def staff_steps(self) -> tuple[Step, ...]:
        """Those of them that the employer's own people do."""
        own = {step.id for step in self.facts.employer_steps}
        return tuple(step for step in self.steps if step.id in own)

    @cached_property
    def candidate_steps(self) -> tuple[Step, ...]:
        """Those of them that the candidate does."""
        own = {step.id for step in self.facts.candidate_steps}
        return tuple(step for step in self.steps if step.id in own)

    @cached_property
    def written(self) -> dict[str, Map]:
        """Step id -> its keys as written."""
        return {node.id: node.data for _, node in walk(read_tree(self._root["steps"]))}

    def stated(self, step: Step, key: str) -> Any:
        """Return what a step, or else the defaults of its role, says under a key."""
        return stated(self.written[step.id], key, self._root.get("defaults"))

    def can_scale(self, step: Step, key: str) -> bool:
        """Say whether a step states a number under a key that can be multiplied."""
        return can_scale(self.written[step.id], key, self._root.get("defaults"))

    def scaled(self, step: Step, **effects: Effect) -> dict[str, Any]:
        """Return the deed that multiplies numbers of a step, those that it states."""
        factors = {
            key: effect.factor
            for key, effect in effects.items()
            if self.can_scale(step, key)
        }
        return {"scale": {step.id: factors}} if factors else {}

    def named(self, steps: Iterable[Step]) -> str:
        """Return steps for a sentence: at most two by name."""
        names = [f"“{step.name}”" for step in steps]
        if len(names) > 2:
            return f"{names[0]} and {len(names) - 1} more steps"
        return " and ".join(names)

    def onward(self, step: Step) -> set[str]:
        """Return the nodes, or the end, that a step leads on to without a return."""
        ahead = {*self.facts.analysis.nodes, DONE, HIRED}
        return {
            flow.to
            for flow in step.flows
            if flow.kind is FlowKind.FLOW and flow.to in ahead
        }


def amount(quantity: Quantity | None) -> float:
    """Return the mean of a number; nought where the file does not say."""
    return 0.0 if quantity is None else quantity.mean


def plain(quantity: Quantity, unit: str = "") -> Any:
    """Return a number as data of a file that is read back as the same number.

    Args:
        quantity: the number.
        unit: written behind it.
    """

    def written(number: float) -> Any:
        return f"{as_written(number)} {unit}" if unit else number

    if quantity.law is Law.POINT:
        return written(quantity.likely)
    ends = {"low": quantity.low, "high": quantity.high}
    if quantity.law is Law.PERT:
        ends = {"low": quantity.low, "likely": quantity.likely, "high": quantity.high}
    return {key: written(end) for key, end in ends.items()}


def joined(*deeds: dict[str, Any]) -> dict[str, Any]:
    """Return the deeds of several together; what one says of a step adds to another."""
    found: dict[str, Any] = {}
    for one in deeds:
        for deed, content in one.items():
            if isinstance(content, dict):
                by_step = found.setdefault(deed, {})
                for step, keys in content.items():
                    by_step[step] = {**by_step.get(step, {}), **keys}
            else:
                found[deed] = [*found.get(deed, ()), *content]
    return found


def part(*deeds: dict[str, Any], steps: Iterable[Step]) -> Part:
    """Return a part that does all of these deeds."""
    return Part(deeds=joined(*deeds), steps=tuple(step.id for step in steps))


def setting(step: Step, **keys: Any) -> dict[str, Any]:
    """Return the deed that sets keys of a step."""
    return {"set": {step.id: keys}} if keys else {}
