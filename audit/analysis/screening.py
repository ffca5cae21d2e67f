"""What screens do to qualified people.

Qualified and unqualified applicants go through the same process with different shares
at each screen. From the share of qualified people at one screen, the two chains give it
at every later one, and with it the share that passes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audit.analysis.levels import Level
from audit.analysis.routing import Shares, shares_with_pass
from audit.errors import AnalysisError
from audit.model import HIRED, Node, Process, Step


@dataclass(frozen=True, slots=True)
class ScreenYield:
    """What one screen does, in shares of those arriving."""

    step: str
    method: str
    qualified_share: float
    passes_qualified: float
    passes_unqualified: float

    @property
    def passing(self) -> float:
        """Share of those arriving who pass."""
        return (
            self.qualified_share * self.passes_qualified
            + (1 - self.qualified_share) * self.passes_unqualified
        )

    @property
    def qualified_lost(self) -> float:
        """Share of those arriving who are qualified and do not pass."""
        return self.qualified_share * (1 - self.passes_qualified)


@dataclass(frozen=True, slots=True)
class _Rates:
    method: str
    qualified_share: float | None
    qualified: float
    unqualified: float


def resolve(process: Process) -> tuple[Shares, tuple[ScreenYield, ...]]:
    """Return the share of every flow, and the yield of every screen that states it.

    Raises:
        AnalysisError: a screen decides shares, and the file does not say how.
    """
    nodes = tuple(_all_nodes(process.nodes))
    rates = {node.id: known for node in nodes if (known := _rates(node)) is not None}
    if not rates:
        return _shares(nodes, {}), ()
    qualified, unqualified = (
        _visits(Level(process.nodes, HIRED, _shares(nodes, passing)))
        for passing in (
            {step: known.qualified for step, known in rates.items()},
            {step: known.unqualified for step, known in rates.items()},
        )
    )
    yields: dict[str, ScreenYield] = {}
    applying_odds: float | None = None
    for step, known in rates.items():
        # How much likelier a qualified applicant is to get here than another.
        relative = qualified[step] / unqualified[step] if unqualified[step] else 1.0
        if known.qualified_share is not None:
            share = min(known.qualified_share, 1 - 1e-12)
            applying_odds = share / (1 - share) / relative
        elif applying_odds is None:
            raise AnalysisError(
                f"the screen at step `{step}` needs `qualified_share`: no screen "
                "before it says what share of the applicants is qualified"
            )
        odds = applying_odds * relative
        yields[step] = ScreenYield(
            step=step,
            method=known.method,
            qualified_share=odds / (1 + odds),
            passes_qualified=known.qualified,
            passes_unqualified=known.unqualified,
        )
    passing = {step: known.passing for step, known in yields.items()}
    return _shares(nodes, passing), tuple(yields.values())


def _all_nodes(nodes: tuple[Node, ...]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        if not isinstance(node, Step):
            for branch in node.branches:
                found.extend(_all_nodes(branch))
    return found


def _rates(node: Node) -> _Rates | None:
    if not isinstance(node, Step) or node.screen is None:
        return None
    screen = node.screen
    if screen.passes_qualified is None or screen.passes_unqualified is None:
        return None
    return _Rates(
        method=screen.method.value,
        qualified_share=screen.qualified_share.mean if screen.qualified_share else None,
        qualified=screen.passes_qualified.mean,
        unqualified=screen.passes_unqualified.mean,
    )


def _shares(nodes: tuple[Node, ...], passing: Mapping[str, float]) -> Shares:
    shares: dict[str, tuple[float, ...]] = {}
    for node in nodes:
        if node.id not in passing and any(flow.share is None for flow in node.flows):
            raise AnalysisError(
                f"the screen at step `{node.id}` decides a share, so it needs "
                "`passes_qualified` and `passes_unqualified`"
            )
        shares[node.id] = shares_with_pass(node, passing.get(node.id, 0.0))
    return shares


def _visits(level: Level, times: float = 1.0) -> dict[str, float]:
    """Return expected visits of all nodes, nested ones included, all cases counted."""
    visits: dict[str, float] = {}
    for i, node in enumerate(level.nodes):
        visits[node.id] = times * float(level.fundamental[level.start, i])
        for branch in level.branches.get(i, ()):
            visits.update(_visits(branch, visits[node.id]))
    return visits
