"""Qualified people whom a screen turns away, and what finding them would take.

A screen never sees its own false rejections; somebody has to read some rejected
applications again. From k qualified among n read again, drawn at random, follow a share
and its exact interval (Clopper & Pearson 1934, Biometrika 26, 404-413), and with it the
qualified people lost for each hire. A ten-minute call to near misses buys some of them
back: minutes spent against hires gained.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.analysis.exact_interval import exact_interval
from audit.errors import SimulationError


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareEstimate:
    """A share with an interval that holds its confidence exactly or better."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningLoss:
    """What one screen costs, for each hire."""

    turned_away: float
    """Applications turned away."""
    qualified_lost: float
    """Qualified people among them."""
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMissCalls:
    """A short call to those whom a screen almost passed; for each hire of today."""

    calls: float
    minutes: float
    passed_on: float
    """Candidates whom the calls send to the next step."""
    qualified_found: float
    hires_gained: float
    minutes_per_hire_gained: float
    """Endless when the calls find nobody."""


def clopper_pearson(found: int, read: int, confidence: float = 0.95) -> ShareEstimate:
    """Return the share of `found` among `read` with its exact interval.

    Raises:
        SimulationError: nothing was read, or more found than read.
    """
    if read < 1 or not 0 <= found <= read:
        raise SimulationError(
            f"{found} qualified among {read} read again: read at least one, and find "
            "no more than were read"
        )
    low, high = exact_interval(found, read, confidence)
    return ShareEstimate(share=found / read, low=low, high=high)


def rejects_to_read(
    half_width: float, expected: float = 0.5, confidence: float = 0.95
) -> int:
    """Return how many rejected applications to read again.

    The least number whose exact interval is no wider than twice the half width when the
    share found is the one expected; 0.5 is the most cautious expectation.

    Raises:
        SimulationError: the half width or the share is not between 0 and 1.
    """
    if not 0 < half_width < 1 or not 0 <= expected <= 1:
        raise SimulationError(
            f"a half width of {half_width} around a share of {expected}: both lie "
            "between 0 and 1"
        )

    def wide(read: int) -> bool:
        one = clopper_pearson(round(expected * read), read, confidence)
        return one.high - one.low > 2 * half_width

    upper = 1
    while wide(upper):
        upper *= 2
    lower = upper // 2
    while upper - lower > 1:
        middle = (lower + upper) // 2
        if wide(middle):
            lower = middle
        else:
            upper = middle
    return upper


def screening_loss(
    turned_away_per_hire: float, found: int, read: int, confidence: float = 0.95
) -> ScreeningLoss:
    """Return the qualified people lost for each hire, by an audited sample.

    Args:
        turned_away_per_hire: Applications that the screen rejects for each hire.
        found: Qualified among those read again.
        read: Rejected applications read again, drawn at random.
        confidence: Of the interval.

    Raises:
        SimulationError: nothing was read, or more found than read.
    """
    sample = clopper_pearson(found, read, confidence)
    return ScreeningLoss(
        turned_away=turned_away_per_hire,
        qualified_lost=turned_away_per_hire * sample.share,
        low=turned_away_per_hire * sample.low,
        high=turned_away_per_hire * sample.high,
    )


def near_miss_calls(
    near_misses: float,
    *,
    qualified_share: float,
    recognised: float,
    mistaken: float,
    hired_if_qualified: float,
    minutes: float = 10.0,
) -> NearMissCalls:
    """Return what calling the near misses costs and brings.

    Args:
        near_misses: Candidates called for each hire of today.
        qualified_share: Share of them who are qualified.
        recognised: Share of the qualified whom the call passes on.
        mistaken: Share of the others whom it passes on.
        hired_if_qualified: Share of the qualified passed on who end as hires.
        minutes: Length of a call.
    """
    found = near_misses * qualified_share * recognised
    others = near_misses * (1 - qualified_share) * mistaken
    gained = found * hired_if_qualified
    spent = near_misses * minutes
    return NearMissCalls(
        calls=near_misses,
        minutes=spent,
        passed_on=found + others,
        qualified_found=found,
        hires_gained=gained,
        minutes_per_hire_gained=spent / gained if gained > 0 else float("inf"),
    )
