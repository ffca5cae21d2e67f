"""A scenario as columns of numbers, which is all that the event loop reads.

Nodes of the tables: an end for each outcome, one for each step, a split and a join for
each block, a failure for each block and outcome (where a failed branch goes), and one
for each other duty, of which candidates know nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from audit.simulation.calendar import CalendarTable
from audit.simulation.laws import LawTable
from audit.simulation.scenario import Scenario


class NodeTable(NamedTuple):
    """One row for each node; -1 is "none" in columns of places."""

    kind: np.ndarray
    pool: np.ndarray
    queue: np.ndarray
    """Each role has as many queues as the scenario has priorities, the first first."""
    work: np.ndarray
    """Place of the law."""
    delay: np.ndarray
    cause: np.ndarray
    patience: np.ndarray
    """Hazard per day."""
    every: np.ndarray
    """Days between batches, 0 for none."""
    offset: np.ndarray
    position: np.ndarray
    offers: np.ndarray
    fills: np.ndarray
    gated: np.ndarray
    """Whether it is a step that comes in batches, or asks for the position."""
    plain_in: np.ndarray
    """Whether it is a step that a case enters without a question, and once at most."""
    plain_out: np.ndarray
    """Whether a case that leaves it only goes on, without a question."""
    key: np.ndarray
    counter: np.ndarray
    """Place among the nodes that a case can come back to."""
    block: np.ndarray
    """Innermost block that the node is in, or that a split, join or failure ends."""
    parts: np.ndarray
    """Branches of the block of a join."""
    cancels: np.ndarray
    outcome: np.ndarray
    first: np.ndarray
    """Place of the first flow."""
    last: np.ndarray
    """Place after the last flow."""
    only: np.ndarray
    """The node that always comes next, -1 where there is a choice."""
    goes_on: np.ndarray
    """Whether it is a step that a case leaves as soon as its work is done."""


class FlowTable(NamedTuple):
    """One row for each flow."""

    to: np.ndarray
    upto: np.ndarray
    """Share of this flow and those of the node before it."""


class BlockTable(NamedTuple):
    """One row for each parallel block, numbered outside in."""

    outer: np.ndarray
    """The block around it, -1 for none."""
    last: np.ndarray
    """The last of the blocks inside it, itself if there is none."""


class DutyTable(NamedTuple):
    """One row for each other duty."""

    pool: np.ndarray
    work: np.ndarray
    node: np.ndarray
    mean_gap: np.ndarray
    """Mean working days of the role between two jobs, 0 if only hires bring them."""
    per_hire: np.ndarray
    key: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """A compiled scenario."""

    scenario: Scenario
    nodes: NodeTable
    flows: FlowTable
    duties: DutyTable
    laws: LawTable
    points: np.ndarray
    """Quantiles of the laws that are tables."""
    law_means: np.ndarray
    """Law -> days on average."""
    calendars: CalendarTable
    people: np.ndarray
    blocks: BlockTable
    cuts: bool
    """Whether a case can end, or a branch be called off, elsewhere than its token."""
    counters: int
    priorities: int
    spare: int
    """Tokens that one event can make: all branches, and the jobs that a hire adds."""
    start: int
    names: tuple[str, ...]
    """Node -> id of its step, block or outcome."""
    step_places: dict[str, int]
    duty_ids: tuple[str, ...]

    @property
    def role_ids(self) -> tuple[str, ...]:
        """Ids of the roles, by place."""
        return tuple(role.id for role in self.scenario.roles)
