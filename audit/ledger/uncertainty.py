"""How sure the score is, and whether one process beats another whatever the rates.

The score is linear in the quantities: F = theta . Q, with theta_k = 100 w_d r_k m_k /
R_d for each factor and side. Draws of theta:

    r_k      r0 exp(s Z - s^2 / 2), s = ln(spread) / 1.645       keeps the mean
    m_k - 1  the same around (felt - 1), the candidate's side only
    w        Dirichlet(30 w0)

Two processes are compared with the same draws: their intervals may overlap while one
beats the other in every draw.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from audit.ledger.entries import SIDES, QuantityKey
from audit.ledger.factors import CANDIDATE, FACTORS
from audit.ledger.profile import Profile, Rate
from audit.model import Scope

Array = NDArray[np.float64]
Quantities = Mapping[QuantityKey, float]
"""(factor, side) -> expected quantity per hire; see `Ledger.quantities`."""

DRAWS = 2000
SEED = 20251
CONCENTRATION = 30.0
"""Of the Dirichlet law of the weights: a weight of 0.4 gets a deviation of 0.09."""

_Z95 = NormalDist().inv_cdf(0.95)

KEYS: tuple[QuantityKey, ...] = tuple(
    (factor.id, side)
    for factor in FACTORS
    if factor.priced
    for side in SIDES
    if side == factor.side or (factor.side is None and side != "time")
)
"""Every factor on every side that can bear it: the columns of theta."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedDraws:
    """Two processes under the same draws of rates and weights."""

    share_better: float
    """Share of the draws in which the second has fewer points."""
    gain: tuple[float, float, float]
    """Points that the second saves: 5 %, 50 % and 95 % of the draws."""
    ratio: tuple[float, float, float]
    """Points of the second over those of the first, at the same quantiles."""


def log_deviation(spread: float) -> float:
    """Return the deviation of ln(rate) whose 90 % range is the spread up and down."""
    return math.log(spread) / _Z95


def quantity_vector(quantities: Quantities) -> Array:
    """Return quantities as a vector, (len(KEYS),)."""
    return np.array([quantities.get(key, 0.0) for key in KEYS])


def unit_points(profile: Profile, scope: Scope | None) -> Array:
    """Return the points of one of each thing counted at the rates of a profile.

    Returns:
        (len(KEYS),), so that its product with a quantity vector is the score.
    """
    reference = profile.reference(scope)
    weights = profile.weights.as_dict()
    rates = {rate.factor: rate for rate in profile.rates}
    return np.array(
        [
            100
            * weights[side]
            / reference.typical(side)
            * rates[factor].amount
            * _felt(rates[factor], side)
            for factor, side in KEYS
        ]
    )


def score_draws(
    quantities: Quantities,
    profile: Profile,
    scope: Scope | None,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Array:
    """Return the score under drawn rates and weights, (draws,)."""
    return drawn_unit_points(profile, scope, draws, seed) @ quantity_vector(quantities)


def score_interval(
    quantities: Quantities,
    profile: Profile,
    scope: Scope | None,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> tuple[float, float]:
    """Return the 90 % interval of the score over rates and weights."""
    drawn = score_draws(quantities, profile, scope, draws=draws, seed=seed)
    low, high = np.quantile(drawn, [0.05, 0.95])
    return float(low), float(high)


def paired_draws(
    before: Quantities,
    after: Quantities,
    profile: Profile,
    scope: Scope | None,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> PairedDraws:
    """Compare two processes of one scope under the same draws."""
    first = score_draws(before, profile, scope, draws=draws, seed=seed)
    second = score_draws(after, profile, scope, draws=draws, seed=seed)
    return PairedDraws(
        share_better=float(np.mean(second < first)),
        gain=_quantiles(first - second),
        ratio=_quantiles(second / np.where(first > 0, first, np.inf)),
    )


@lru_cache(maxsize=8)
def drawn_unit_points(
    profile: Profile, scope: Scope | None, draws: int = DRAWS, seed: int = SEED
) -> Array:
    """Return drawn points of one of each thing counted, (draws, len(KEYS)).

    A factor has one drawn rate for both sides. The array is shared: it is read-only.
    """
    rng = np.random.default_rng(seed)
    reference = profile.reference(scope)
    sides = _drawn_weights(profile, rng, draws)
    rates: dict[str, Array] = {}
    felt: dict[str, Array] = {}
    for rate in profile.rates:
        normal = rng.standard_normal((2, draws))
        rates[rate.factor] = rate.amount * _log_normal(rate.spread, normal[0])
        felt[rate.factor] = 1 + (rate.felt - 1) * _log_normal(
            rate.felt_spread, normal[1]
        )
    drawn = np.empty((draws, len(KEYS)))
    for k, (factor, side) in enumerate(KEYS):
        drawn[:, k] = 100 / reference.typical(side) * sides[side] * rates[factor]
        if side == CANDIDATE:
            drawn[:, k] *= felt[factor]
    drawn.flags.writeable = False
    return drawn


def _drawn_weights(
    profile: Profile, rng: np.random.Generator, draws: int
) -> dict[str, Array]:
    """Return side -> (draws,); a side without weight stays without."""
    weights = profile.weights.as_dict()
    shares = {
        side: rng.standard_gamma(CONCENTRATION * weights[side], draws) for side in SIDES
    }
    total = np.sum(list(shares.values()), axis=0)
    return {side: share / total for side, share in shares.items()}


def _log_normal(spread: float, normal: Array) -> Array:
    deviation = log_deviation(spread)
    return np.exp(deviation * normal - deviation**2 / 2)


def _felt(rate: Rate, side: str) -> float:
    return rate.felt if side == CANDIDATE else 1.0


def _quantiles(values: Array) -> tuple[float, float, float]:
    low, middle, high = np.quantile(values, [0.05, 0.5, 0.95])
    return float(low), float(middle), float(high)
