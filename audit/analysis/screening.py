"""What screens do to qualified people.

Qualified and unqualified applicants go through the same process with different shares
at each screen. From the share of qualified people at one screen, the two chains give it
at every later one, and with it the share that passes.

Where some of those turned away were read again, the share of qualified people among
them is counted, not assumed. How many pass, and how many of those are qualified, stays
as the file has it; the share of qualified people who arrive, and how many of either
kind pass, follow. So no case flows another way for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from audit.analysis.levels import Level
from audit.analysis.markov import absorption, can_reach
from audit.analysis.routing import Shares, shares_with_pass
from audit.errors import AnalysisError
from audit.model import HIRED, AuditedSample, Leaver, Node, Process, Step


@dataclass(frozen=True, slots=True)
class ScreenYield:
    """What one screen does, in shares of those arriving."""

    step: str
    method: str
    passing: float
    """Share of those arriving who pass."""
    qualified_lost: float
    """Share of those arriving who are qualified and do not pass."""
    qualified_share: float | None = None
    """None, with the next two: a sample alone tells, and only of those turned away."""
    passes_qualified: float | None = None
    passes_unqualified: float | None = None
    audited: AuditedSample | None = None
    stated: float | None = None
    """Share of qualified people among those turned away that an audited file's other
    numbers say; None where they do not."""


@dataclass(frozen=True, slots=True)
class _Rates:
    method: str
    qualified_share: float | None
    qualified: float
    unqualified: float
    audited: AuditedSample | None


def resolve(process: Process) -> tuple[Shares, tuple[ScreenYield, ...]]:
    """Return the share of every flow, and the yield of every screen that states it.

    Raises:
        AnalysisError: a screen decides shares, and the file does not say how.
    """
    nodes = tuple(_all_nodes(process.nodes))
    rates = {node.id: known for node in nodes if (known := _rates(node)) is not None}
    if not rates:
        return _shares(nodes, {}), tuple(_sampled(process, nodes).values())
    qualified, unqualified = _visits_by_kind(process, nodes, rates)
    yields: dict[str, ScreenYield] = {}
    applying: float | None = None
    for step, known in rates.items():
        here = qualified[step], unqualified[step]
        if known.qualified_share is not None:
            share = known.qualified_share
            applying = _applying(share, *here)
        elif applying is None:
            raise AnalysisError(
                f"the screen at step `{step}` needs `qualified_share`: no screen "
                "before it says what share of the applicants is qualified"
            )
        else:
            share = _arriving(applying, *here)
        yields[step] = _yield(step, known, share)
    passing = {step: known.passing for step, known in yields.items()}
    yields |= _sampled(process, nodes)
    return _shares(nodes, passing), tuple(
        yields[node.id] for node in nodes if node.id in yields
    )


def _visits_by_kind(
    process: Process, nodes: tuple[Node, ...], rates: Mapping[str, _Rates]
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the visits of one qualified applicant, and of one who is not.

    Where the first screen says that all are of one kind, nobody is of the other, which
    is given the same visits: it might never leave.
    """
    first = next(iter(rates.values())).qualified_share
    both = [
        {step: known.qualified for step, known in rates.items()},
        {step: known.unqualified for step, known in rates.items()},
    ]
    if first in {0, 1}:
        both = [both[0 if first else 1]] * 2
    qualified, unqualified = (
        _visits(Level(process.nodes, HIRED, _shares(nodes, passing)))
        for passing in both
    )
    return qualified, unqualified


def _arriving(applying: float, qualified: float, unqualified: float) -> float:
    """Return the share of qualified people at a step, from that of the applicants.

    Args:
        applying: share of the applicants who are qualified.
        qualified: visits of one of them to the step.
        unqualified: visits of one of the others.
    """
    ours, others = applying * qualified, (1 - applying) * unqualified
    # Where nobody arrives it is as good as any share.
    return ours / (ours + others) if ours + others > 0 else applying


def _applying(arriving: float, qualified: float, unqualified: float) -> float:
    """Return the share of the applicants who are qualified, from that at a step.

    Where those of a kind never arrive, the share there says nothing of the applicants
    and is taken for theirs.
    """
    if not qualified or not unqualified:
        return arriving
    ours, others = arriving * unqualified, (1 - arriving) * qualified
    return ours / (ours + others)


def _yield(step: str, known: _Rates, share: float) -> ScreenYield:
    """Return what a screen does, by its sample where it has one.

    Args:
        step: id of the step.
        known: shares as stated.
        share: of qualified people among those arriving, as stated or as it follows.
    """
    passing = share * known.qualified + (1 - share) * known.unqualified
    by_shares = ScreenYield(
        step=step,
        method=known.method,
        passing=passing,
        qualified_lost=share * (1 - known.qualified),
        qualified_share=share,
        passes_qualified=known.qualified,
        passes_unqualified=known.unqualified,
    )
    turned_away = 1 - passing
    if known.audited is None or turned_away <= 0:
        return by_shares
    lost = turned_away * known.audited.qualified / known.audited.read
    arriving = share * known.qualified + lost
    return replace(
        by_shares,
        qualified_lost=lost,
        qualified_share=arriving,
        passes_qualified=1 - lost / arriving if arriving > 0 else known.qualified,
        passes_unqualified=(1 - share) * known.unqualified / (1 - arriving)
        if arriving < 1
        else known.unqualified,
        audited=known.audited,
        stated=by_shares.qualified_lost / turned_away,
    )


def _sampled(process: Process, nodes: tuple[Node, ...]) -> dict[str, ScreenYield]:
    """Return the screens of which a sample tells, and no share who passes.

    Whoever goes from there to an outcome that the employer decides is turned away.
    """
    rejections = {one.id for one in process.outcomes if one.by is Leaver.EMPLOYER}
    found = {}
    for node in nodes:
        if not isinstance(node, Step) or node.screen is None or _rates(node):
            continue
        sample = node.screen.audited
        turned_away = sum(
            flow.share.mean
            for flow in node.flows
            if flow.share is not None and flow.to in rejections
        )
        if sample is not None and turned_away > 0:
            found[node.id] = ScreenYield(
                step=node.id,
                method=node.screen.method.value,
                passing=1 - turned_away,
                qualified_lost=turned_away * sample.qualified / sample.read,
                audited=sample,
            )
    return found


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
        audited=screen.audited,
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
    """Return expected visits of all nodes, nested ones included, all cases counted.

    States that nobody gets to are left out: a loop there would have no solution.
    """
    start = np.arange(level.size) == level.start
    reached = np.flatnonzero(can_reach(level.leaving.T, times * start))
    own = np.zeros(level.size)
    own[reached] = absorption(
        level.leaving[np.ix_(reached, reached)].T, times * start[reached]
    )
    visits: dict[str, float] = {}
    for i, node in enumerate(level.nodes):
        visits[node.id] = float(own[i])
        for branch in level.branches.get(i, ()):
            visits.update(_visits(branch, visits[node.id]))
    return visits
