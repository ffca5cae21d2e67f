"""The process as a result carries it, so that it can be drawn without its file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOutline:
    """A lane of the map."""

    id: str
    name: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeOutline:
    """A way a case can end."""

    id: str
    name: str
    by: str
    """candidate, employer or success."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOutline:
    """A step with what the audit computed for it; counts are per visit, as written."""

    id: str
    number: int
    """Place in the file, from 1; the same in map, tables and exports."""
    name: str
    role: str
    side: str
    phase: str | None
    kind: str | None
    channel: str | None
    line: int | None
    designed: bool
    """Lies on some way to hired without a return."""
    in_clock: bool
    """Its wait counts in the calendar time."""
    applies_to: float
    """Share of the cases that need the step."""
    visits: float
    """Expected visits of a person who is hired (design lens)."""
    points: float
    candidate_minutes: float
    """Per hire, design lens."""
    employer_minutes: float
    wait_days: float | None
    """Mean clock time of one visit; None when the file does not say."""
    wait_cause: str | None
    contribution_days: float
    """Share of the mean calendar time that this step accounts for, in days."""
    touch_minutes: float
    """Touch time of one visit, all people together."""
    pages: float
    fields: float
    wet_signatures: float
    fax_pages: float
    loss_share: float
    """Share of the applicants who end their case here by leaving or rejection."""
    complete_accurate: float | None
    """Share of its flows that do not later return because of it."""
    justified: str | None
    mandate: str | None
    removable: str | None
    basis: str
    source: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockOutline:
    """A parallel block: `branches` hold ids of steps and blocks, in order."""

    id: str
    name: str
    phase: str | None
    line: int | None
    branches: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowOutline:
    """A sequence flow; `to` is a node id, an outcome id or `done`."""

    source: str
    to: str
    share: float
    kind: str
    """flow or rework."""
    reason: str | None
    traversals: float
    """Expected passages per hire, design lens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The process, so that a saved result can be drawn without its file."""

    title: str
    variant: str | None
    scope: str | None
    currency: str
    hires_per_year: float | None
    vacancy_cost: tuple[float, float, float] | None = None
    """Low, mean and high: money that one open day of the position costs; None when the
    file does not say."""
    note: str | None
    clock: dict[str, str | None]
    """start, stop, days."""
    about: dict[str, str | None]
    """client, prepared_by, date, confidentiality, version."""
    start: str
    """Id of the first node."""
    order: tuple[str, ...]
    """Ids of the top-level nodes in the order of the file."""
    roles: tuple[RoleOutline, ...]
    outcomes: tuple[OutcomeOutline, ...]
    steps: tuple[StepOutline, ...]
    blocks: tuple[BlockOutline, ...]
    flows: tuple[FlowOutline, ...]
