"""Handoffs as drawn, as designed and as expected per hire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.analysis import Analysis
from audit.model import Side
from audit.result import VectorLine

if TYPE_CHECKING:
    import networkx as nx


def handoff_line(analysis: Analysis) -> VectorLine:
    """Return the handoffs of a process, those to systems left out."""
    process = analysis.process
    human = frozenset(
        step.id
        for step in process.steps
        if process.role(step.role).side is not Side.SYSTEM
    )
    return VectorLine(
        label="Handoffs",
        unit="handoffs",
        drawn=_pairs_drawn(analysis, analysis.graph, human, human),
        designed=_pairs_drawn(
            analysis, analysis.forward, human, human & analysis.designed
        ),
        expected=sum(analysis.handoffs.values()),
    )


def _pairs_drawn(
    analysis: Analysis,
    graph: nx.DiGraph[str],
    human: frozenset[str],
    among: frozenset[str],
) -> float:
    """Count the ways from one step to a next of another role, as lines on paper.

    Gateways and steps of systems are looked through, as in the expected count.
    """
    role = {step.id: step.role for step in analysis.process.steps}
    count = 0
    for step in sorted(among):
        passed: set[str] = set()
        ahead = list(graph.successors(step))
        while ahead:
            node = ahead.pop()
            if node in passed:
                continue
            passed.add(node)
            if node in human:
                count += node in among and role[node] != role[step]
            else:
                ahead.extend(graph.successors(node))
    return float(count)
