"""Cases that go back to the candidate."""

from __future__ import annotations

from audit.changes.situation import Situation
from audit.model import FlowKind, Process, Side, Step


def returns_of(situation: Situation, step: Step) -> dict[str, float]:
    """Return the candidate's steps that a step sends cases back to, with their shares.

    A way ahead counts as well where it leads to a correction and straight back.
    """
    shares = situation.facts.analysis.shares[step.id]
    by_id = situation.facts.by_id
    return {
        flow.to: share
        for flow, share in zip(step.flows, shares, strict=True)
        if share > 0
        and flow.to in by_id
        and _is_candidate(situation.process, by_id[flow.to])
        and flow.share is not None
        and (flow.kind is FlowKind.REWORK or _comes_back(situation, flow.to, step.id))
    }


def _is_candidate(process: Process, step: Step) -> bool:
    return process.role(step.role).side is Side.CANDIDATE


def _comes_back(situation: Situation, correcting: str, check: str) -> bool:
    """Say whether a step ahead does nothing but lead back: a correction."""
    flows = situation.facts.by_id[correcting].flows
    return all(flow.to == check for flow in flows)
