"""Where cases go in a run: without the flows that the run makes itself.

A share of people who withdraw, or who find the position filled, is what queues and the
race for an opening do to candidates. Where the file states what they come from, a run
makes them itself, and to count the stated share too would count them twice: offers from
elsewhere reach everybody, the patience with a step is of that step alone.
"""

from __future__ import annotations

from audit.analysis.routing import Shares, bypass
from audit.model import Flow, FlowKind, Node, Process, Requisitions, Step
from audit.simulation.scenario import WITHDREW, ScenarioFlow

RESCINDED = "rescinded"


class Routes:
    """The ways on from the nodes of one process."""

    def __init__(self, process: Process, shares: Shares) -> None:
        self._shares = shares
        self._other_offers = process.other_offers is not None
        self._race = isinstance(process.demand, Requisitions)
        self.left_out: dict[str, float] = {}
        """Node -> share of its flows that the run makes itself."""

    def shares(self, node: Node) -> tuple[float, ...]:
        """Return the share of each flow, those that the run makes itself at nought."""
        stated = self._shares[node.id]
        kept = tuple(
            0.0 if self._is_simulated(node, flow) else share
            for flow, share in zip(node.flows, stated, strict=True)
        )
        total = sum(kept)
        if total <= 0:
            return stated
        out = sum(stated) - total
        if out > 0:
            self.left_out[node.id] = out
        return tuple(share / total for share in kept)

    def past(
        self, step: Step, level: tuple[Node, ...], success: str
    ) -> dict[str, float]:
        """Return where those go who do not need a step."""
        return bypass(step, self.shares(step), level, success)

    def _is_simulated(self, node: Node, flow: Flow) -> bool:
        if flow.simulated is not None:
            return flow.simulated
        if flow.to == WITHDREW:
            impatient = isinstance(node, Step) and node.leaves is not None
            return self._other_offers or impatient
        if flow.to == RESCINDED and self._race:
            # A clearance that fails takes the offer back without any race.
            return not (isinstance(node, Step) and node.contingency)
        return False


def gate_of(step: str) -> str:
    """Return the id of the place where it is seen who needs a step; no step has it."""
    return f"{step}?"


def again(step: str, redo: float) -> str:
    """Return the id of a step of which a return repeats a part; no step has it."""
    return f"{step}, again {redo:.4g}"


def is_partial_return(flow: Flow, targets: dict[str, Node]) -> bool:
    """Say whether a flow repeats a part of the work of a step that all need."""
    target = targets.get(flow.to)
    return (
        flow.kind is FlowKind.REWORK
        and flow.redo is not None
        and isinstance(target, Step)
        and target.applies_to is None
    )


def gathered(flows: list[tuple[str, float]]) -> tuple[ScenarioFlow, ...]:
    """Return flows with those to the same target as one."""
    total: dict[str, float] = {}
    for to, share in flows:
        total[to] = total.get(to, 0.0) + share
    return tuple(ScenarioFlow(to=to, share=share) for to, share in total.items())
