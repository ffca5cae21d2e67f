"""The experienced lens: what happens to all who apply, with people leaving.

Everything is per applicant: a vacancy that is cancelled before anyone can apply counts
for nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audit.analysis.levels import Level
from audit.analysis.markov import Array
from audit.analysis.reach import reach
from audit.model import Per, Step


@dataclass(frozen=True, slots=True)
class Applicants:
    """Expected course of one applicant."""

    visits: dict[str, float]
    """Node id -> expected visits."""
    reach: dict[str, float]
    """Node id -> probability of ever getting there."""
    outcomes: dict[str, float]
    """Outcome id -> probability."""
    losses: tuple[tuple[str, str, float], ...]
    """Step id, outcome id, probability to end there in that way; never `hired`."""


def applicants(level: Level) -> Applicants:
    """Return what happens to those who apply, for the whole process."""
    before = _visits_before_applying(level)
    lost_before = {
        outcome: float(before @ routing) for outcome, routing in level.exits.items()
    }
    applying = 1 - sum(lost_before.values())
    if applying <= 0:
        # Every step is per vacancy: each vacancy then counts as one case.
        before, lost_before, applying = np.zeros(level.size), {}, 1.0
    course = _Course(applying)
    course.walk(level, level.fundamental[level.start] - before)
    early = {node.id for i, node in enumerate(level.nodes) if before[i] > 0}
    for i, node in enumerate(level.nodes):
        course.visits[node.id] += float(before[i]) / applying
    return Applicants(
        visits=course.visits,
        reach={
            node: 1.0 if node in early else min(share / applying, 1.0)
            for node, share in reach(level).items()
        },
        outcomes={
            outcome: max((p - lost_before.get(outcome, 0.0)) / applying, 0.0)
            for outcome, p in level.outcomes.items()
        },
        losses=tuple(
            (step, outcome, share)
            for (step, outcome), share in course.losses.items()
            if share > 1e-12
        ),
    )


def _visits_before_applying(level: Level) -> Array:
    """(n,): expected visits while only vacancy steps have been done."""
    vacancy = np.array(
        [isinstance(node, Step) and node.per is Per.VACANCY for node in level.nodes]
        + [False] * (level.size - len(level.nodes))
    )
    if not vacancy[level.start]:
        return np.zeros(level.size)
    unit = np.zeros(level.size)
    unit[level.start] = 1.0
    within = level.routing * np.outer(vacancy, vacancy)
    return np.asarray(np.linalg.solve((np.eye(level.size) - within).T, unit))


class _Course:
    """Collects visits and losses over nested levels, per applicant."""

    def __init__(self, applying: float) -> None:
        self.applying = applying
        self.visits: dict[str, float] = {}
        self.losses: dict[tuple[str, str], float] = {}

    def walk(self, level: Level, visits: Array, ends: float = 1.0) -> None:
        """Add a level whose states are visited `visits` (n,) times in all.

        `ends` is the part of the losses inside that really ends the case: of several
        branches that fail together, only one can.
        """
        for i, node in enumerate(level.nodes):
            times = float(visits[i]) / self.applying
            self.visits[node.id] = times
            passing = times * float(level.unconditional_success[i]) * ends
            for outcome, routing in level.exits.items():
                if outcome != level.success and routing[i] > 0:
                    key = node.id, outcome
                    lost = passing * float(routing[i])
                    self.losses[key] = self.losses.get(key, 0.0) + lost
            branches = level.branches.get(i, ())
            failing = sum(1 - b.outcomes[b.success] for b in branches)
            share = sum(level.failures.get(i, {}).values()) / (failing or 1.0)
            for branch in branches:
                inner = branch.fundamental[branch.start] * float(visits[i])
                self.walk(branch, inner, ends * share)
