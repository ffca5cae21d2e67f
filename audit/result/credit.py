"""The changes between two processes, and which of them bought how much.

A *gain* is before less after, so that it is positive where the after takes less.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.result.spread import Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCost:
    """What a change costs, in the currency of the process."""

    one_off: Spread | None
    per_year: Spread | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change between the two processes."""

    id: str
    name: str
    note: str | None
    origin: str
    """overlay: named in a file; step: the difference of one step; way: steps added,
    removed and rerouted between two whole files; rest: all else that differs."""
    file: str | None
    """Name of the overlay that holds it."""
    needs: tuple[str, ...]
    """Changes that have to come first, those that follow from its steps included."""
    steps: tuple[str, ...]
    """Ids of the steps that it touches, of the before or the after."""
    cost: ChangeCost | None
    """None when the file does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShare:
    """What one change bought of one metric; everything in the metric's unit."""

    change: str
    gain: float
    """Its Shapley value: its mean gain over all orders that its needs allow."""
    least: float
    """Smallest gain over the sets of changes that it can be added to."""
    most: float
    """Largest."""
    first: float | None
    """Gain when it alone is made; None when it needs another change."""
    last: float | None
    """What would be lost without it alone; None when another change needs it."""
    error: float
    """Half the 90 % interval of a sampled value; 0 for an exact one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """Two changes that overlap (below zero) or help each other (above)."""

    first: str
    second: str
    gain: float
    """Shapley interaction index, in the metric's unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Which change bought how much of one metric."""

    metric: str
    """score, candidate_minutes, employer_minutes, days, candidate_cash or money."""
    label: str
    unit: str
    """points, minutes, days or money."""
    before: float
    after: float
    shares: tuple[ChangeShare, ...]
    """Largest gain first; the gains sum to before less after."""
    interactions: tuple[Interaction, ...]
    """Strongest first; empty for sampled values and for ordered ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What the changes bought, metric by metric."""

    method: str
    """exact: all sets of changes; ordered: all sets that the needs allow; sampled:
    random orders and their reverses; none: it cannot be divided, `note` says why."""
    attributions: tuple[Attribution, ...]
    """Score first."""
    evaluations: int
    """Processes that were priced for it."""
    note: str = ""
