"""How sure it is that the after is better."""

from __future__ import annotations

from dataclasses import dataclass

from audit.result.spread import Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """Something that the after needs more of."""

    factor: str
    label: str
    side: str
    more: float
    """How much more per hire, in the factor's own unit."""
    unit: str
    points: float
    """What it costs at the rates of the profile."""
    worst: float
    """What it can cost at the high end of its price range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """Whether the after is better, under rates, weights and inputs that may be off."""

    share_better: float
    """Share of the draws of rates and weights in which the after has fewer points."""
    gain: Spread
    """Points saved: 5 %, 50 % and 95 % of those draws."""
    ratio: Spread
    """Points of the after over those of the before, at the same quantiles."""
    dominates: bool
    """The after needs no more of anything: it is better at any prices."""
    dominated: bool
    """The before needs no more of anything, and less of something."""
    box_gain: float
    """Points saved at the least when each price is as bad as its range allows."""
    against: tuple[Against, ...]
    """What the after needs more of, costliest first."""
    tipping: tuple[str, ...]
    """Labels of the factors that would have to be at the bad end of their range
    together before the after is no longer better; empty when the box holds."""
    inputs_drawn: int
    """Numbers of the two files that were drawn: ranges, and values that are not
    measured, published or reported."""
    inputs_share_better: float | None
    """As `share_better`, with inputs drawn as well; None when none is uncertain."""
    inputs_gain: Spread | None
    prices_variance: float
    """Variance of the gain over rates and weights alone, points squared."""
    inputs_variance: float
    """Variance of the gain over the inputs alone."""
    draws: int
    input_draws: int
    seed: int
