"""Everything the mathematics says about one process, computed once and when asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from audit.analysis import completeness, graph, handoffs, silence
from audit.analysis.applicants import Applicants, applicants
from audit.analysis.flow_time import (
    DEFAULT_ACCURACY,
    FlowTime,
    flow_time,
    outcome_times,
)
from audit.analysis.levels import Level
from audit.analysis.repeated_data import asked_items, repeated_asks
from audit.analysis.routing import Shares, leaving_outcomes, without_leaving
from audit.analysis.screening import ScreenYield, resolve
from audit.analysis.successors import Pairs
from audit.errors import AnalysisError
from audit.model import (
    HIRED,
    FlowKind,
    Node,
    Process,
    Quantity,
    Step,
)

if TYPE_CHECKING:
    import networkx as nx


class Analysis:
    """Facts of one process; each is computed on first use and kept.

    Two lenses: *design*, a person who stays the course and is hired (the candidate's
    own leaving deleted, then conditioned on the hire); *experienced*, all who apply.

    Raises:
        AnalysisError: nobody can be hired, or a screen lacks its numbers.
    """

    def __init__(self, process: Process) -> None:
        self.process = process
        self._shares, self._yields = resolve(process)
        if self.design.chain is None:
            raise AnalysisError(
                f"nobody can be hired in {process.file or process.title}: no way "
                "from the first step ends in `hired` once people who leave are set "
                "aside"
            )

    @property
    def shares(self) -> Shares:
        """Node id -> share of each of its flows, screens resolved."""
        return self._shares

    @property
    def screens(self) -> tuple[ScreenYield, ...]:
        """What each screen does that states its rates."""
        return self._yields

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        """The process as a graph; see `process_graph`."""
        return graph.process_graph(self.process)

    @cached_property
    def forward(self) -> nx.DiGraph[str]:
        """The graph without rework."""
        return graph.forward_graph(self.graph)

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Steps and blocks by id, in the order of the file."""
        found: dict[str, Node] = {}

        def collect(nodes: tuple[Node, ...]) -> None:
            for node in nodes:
                found[node.id] = node
                if not isinstance(node, Step):
                    for branch in node.branches:
                        collect(branch)

        collect(self.process.nodes)
        return found

    @cached_property
    def design(self) -> Level:
        """The process in the design lens."""
        leaving = leaving_outcomes(self.process)
        staying = {
            node.id: without_leaving(node, self._shares[node.id], leaving)
            for node in self.nodes.values()
        }
        return Level(self.process.nodes, HIRED, staying)

    @cached_property
    def experienced(self) -> Level:
        """The process as all who apply go through it."""
        return Level(self.process.nodes, HIRED, self._shares)

    @cached_property
    def visits(self) -> dict[str, float]:
        """Node id -> expected visits per hire, design lens."""
        return self._design_walk[0]

    @cached_property
    def traversals(self) -> dict[tuple[str, int], float]:
        """(node id, index of its flow) -> expected passages per hire, design lens."""
        return self._design_walk[1]

    @cached_property
    def work_visits(self) -> dict[str, float]:
        """Node id -> visits weighted by the work they repeat (`redo`), per hire."""
        work = dict(self.visits)
        for node in self.nodes.values():
            for k, flow in enumerate(node.flows):
                if flow.kind is FlowKind.REWORK and flow.redo is not None:
                    target = self.nodes[flow.to]
                    needs = 1.0
                    if isinstance(target, Step) and target.applies_to is not None:
                        needs = target.applies_to.mean
                    saved = self.traversals[node.id, k] * needs * (1 - flow.redo.mean)
                    work[flow.to] = max(work[flow.to] - saved, 0.0)
        return work

    @cached_property
    def designed(self) -> frozenset[str]:
        """Steps on some way to hired without a return."""
        return graph.designed_steps(self.process, self.forward)

    @cached_property
    def in_clock(self) -> frozenset[str]:
        """Steps whose wait the clock times."""
        clock = self.process.clock
        if clock.start not in self.nodes and clock.stop not in self.nodes:
            # Words cut nothing off, and building the graph is dear.
            return frozenset(step.id for step in self.process.steps)
        return graph.timed_steps(self.process, self.forward)

    @cached_property
    def handoffs(self) -> Pairs:
        """(giving step, taking step) -> expected handoffs per hire.

        Systems are looked through: handing to one is no handoff.
        """
        return handoffs.handoffs(self.design, self.process)

    @cached_property
    def channel_switches(self) -> Pairs:
        """(step, next step of the candidate) -> expected changes of channel per hire.

        Only steps of the candidate that state a channel count; the others are looked
        through.
        """
        return handoffs.channel_switches(self.design, self.process)

    @cached_property
    def asked(self) -> dict[str, tuple[str, ...]]:
        """Step id -> items it asks of the candidate, each once."""
        return asked_items(self.process)

    @cached_property
    def repeated_asks(self) -> dict[tuple[str, str], float]:
        """(step, item) -> expected asks per hire of what was asked before."""
        return repeated_asks(self.design, self.asked, self.visits)

    @cached_property
    def repeated_answers(self) -> dict[str, float]:
        """Step -> answers per hire that were given before, for those above zero.

        Those that `asks` shows, and those that the file only counts.
        """
        found: dict[str, float] = {}
        for (step, _), times in self.repeated_asks.items():
            found[step] = found.get(step, 0.0) + times
        for each in self.process.steps:
            stated = each.quantities.repeated_fields
            if stated is not None and stated.mean > 0 and self.visits[each.id] > 0:
                counted = self.visits[each.id] * stated.mean
                found[each.id] = found.get(each.id, 0.0) + counted
        return found

    @cached_property
    def complete_accurate(self) -> dict[str, float]:
        """Node id -> share of its flows that do not later return because of it."""
        return completeness.complete_accurate(self.design)

    @cached_property
    def rolled_complete_accurate(self) -> float:
        """Probability that a hire meets no return."""
        return completeness.rolled_complete_accurate(self.design)

    @cached_property
    def applicants(self) -> Applicants:
        """What happens to those who apply."""
        return applicants(self.experienced)

    @property
    def experienced_visits(self) -> dict[str, float]:
        """Node id -> expected visits per applicant."""
        return self.applicants.visits

    @property
    def reach(self) -> dict[str, float]:
        """Node id -> share of the applicants who ever get there."""
        return self.applicants.reach

    @property
    def outcomes(self) -> dict[str, float]:
        """Outcome id -> share of the applicants."""
        return self.applicants.outcomes

    @property
    def hired_share(self) -> float:
        """Share of the applicants who are hired."""
        return self.outcomes[HIRED]

    @property
    def losses(self) -> tuple[tuple[str, str, float], ...]:
        """Step id, outcome id, share of the applicants whose case ends so there."""
        return self.applicants.losses

    @cached_property
    def longest_silence(self) -> tuple[float, tuple[str, ...]] | None:
        """Days and steps of the longest silence; None when the file does not say."""
        return silence.longest_silence(self.process, self.forward)

    def flow_time(
        self,
        durations: Mapping[str, Quantity],
        accuracy: float = DEFAULT_ACCURACY,
    ) -> FlowTime:
        """Return the calendar time of a hire; see `audit.analysis.flow_time`."""
        return flow_time(self.design, durations, accuracy)

    def outcome_times(
        self,
        durations: Mapping[str, Quantity],
        accuracy: float = DEFAULT_ACCURACY,
    ) -> dict[str, float]:
        """Return the mean days from the first step to each outcome that can happen."""
        return outcome_times(self.experienced, durations, accuracy)

    @cached_property
    def _design_walk(self) -> tuple[dict[str, float], dict[tuple[str, int], float]]:
        visits: dict[str, float] = {}
        traversals: dict[tuple[str, int], float] = {}

        def walk(level: Level, times: float) -> None:
            if level.chain is None:
                return
            chain = level.chain
            for i, node in enumerate(level.nodes):
                here = times * float(chain.visits[i])
                visits[node.id] = visits.get(node.id, 0.0) + here
                keep = float(level.node_success[i])
                for k, (flow, share) in enumerate(
                    zip(node.flows, level.shares[node.id], strict=True)
                ):
                    ahead = 0.0
                    if flow.to == level.success:
                        ahead = 1.0
                    elif flow.to in level.entry:
                        ahead = float(chain.hit[level.entry[flow.to]])
                    own = float(chain.hit[i])
                    traversals[node.id, k] = (
                        here * share * keep * ahead / own if own > 0 else 0.0
                    )
                for branch in level.branches.get(i, ()):
                    walk(branch, here)

        for node in self.nodes.values():
            visits[node.id] = 0.0
            traversals.update({(node.id, k): 0.0 for k in range(len(node.flows))})
        walk(self.design, 1.0)
        return visits, traversals
