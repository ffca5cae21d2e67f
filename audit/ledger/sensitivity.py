"""What the score hangs on: each rate at its ends, each weight up and down."""

from __future__ import annotations

import math

from audit.ledger.entries import SIDES, Ledger
from audit.ledger.factors import CANDIDATE, PRICED
from audit.ledger.profile import Rate
from audit.ledger.uncertainty import CONCENTRATION, DRAWS, SEED, log_deviation
from audit.result import RateInfluence, Sensitivity, WeightVariation

WEIGHT_CHANGE = 0.3
TOP = 3


def sensitivity(ledger: Ledger, *, draws: int = DRAWS, seed: int = SEED) -> Sensitivity:
    """Return how far rates and weights move the score of a ledger.

    Variance shares are of the first order (delta method): of each rate with its felt
    multiplier, over the sum for all rates and the weights. What is missing to 1 is the
    weights'. `draws` and `seed` are those of the score interval, for the record.
    """
    return Sensitivity(
        rates=_rates(ledger),
        weights=tuple(
            _weight_variation(ledger, side, change)
            for side in SIDES
            for change in (-WEIGHT_CHANGE, WEIGHT_CHANGE)
        ),
        top_steps=_top_steps(ledger, dict.fromkeys(SIDES, 1.0)),
        draws=draws,
        seed=seed,
    )


def _rates(ledger: Ledger) -> tuple[RateInfluence, ...]:
    points: dict[str, dict[str, float]] = {}
    perceived: dict[str, float] = {}
    for entry in ledger.entries:
        if entry.points == 0:
            continue
        by_side = points.setdefault(entry.factor, {})
        by_side[entry.side] = by_side.get(entry.side, 0.0) + entry.points
        if entry.side == CANDIDATE and entry.perceived > 0:
            share = entry.perceived / (entry.amount + entry.perceived)
            perceived[entry.factor] = (
                perceived.get(entry.factor, 0.0) + share * entry.points
            )
    rates = {rate.factor: rate for rate in ledger.profile.rates}
    variances = {
        factor: _variance(
            math.fsum(by_side.values()), perceived.get(factor, 0.0), rates[factor]
        )
        for factor, by_side in points.items()
    }
    total = math.fsum(variances.values()) + _weight_variance(ledger)
    found: list[RateInfluence] = []
    for factor in sorted(points, key=PRICED.index):
        rate, own = rates[factor], math.fsum(points[factor].values())
        low, high = rate.low / rate.amount, rate.high / rate.amount
        found.append(
            RateInfluence(
                factor=factor,
                low_score=ledger.score + own * (low - 1),
                high_score=ledger.score + own * (high - 1),
                variance_share=variances[factor] / total if total > 0 else 0.0,
            )
        )
    return tuple(
        sorted(found, key=lambda one: (-one.variance_share, PRICED.index(one.factor)))
    )


def _variance(points: float, perceived: float, rate: Rate) -> float:
    """Return the variance of the points of a factor over its rate and how it feels."""
    own = math.expm1(log_deviation(rate.spread) ** 2)
    felt = math.expm1(log_deviation(rate.felt_spread) ** 2)
    return points**2 * own + perceived**2 * felt


def _weight_variance(ledger: Ledger) -> float:
    """Return the variance of the score over Dirichlet weights.

    With S_d the points of a side at weight 1 it is (sum w_d S_d^2 - F^2) / (30 + 1).
    """
    weights = ledger.profile.weights.as_dict()
    squares = math.fsum(
        weights[side] * _unweighted(ledger, side) ** 2 for side in SIDES
    )
    return max(squares - ledger.score**2, 0.0) / (CONCENTRATION + 1)


def _unweighted(ledger: Ledger, side: str) -> float:
    """Return the points of a side if all the weight were on it."""
    total = ledger.sides[side]
    amount = total.days if side == "time" else total.minutes
    felt = total.perceived_extra_minutes or 0.0
    return 100 * ((amount or 0.0) + felt) / ledger.reference.typical(side)


def _weight_variation(ledger: Ledger, side: str, change: float) -> WeightVariation:
    """Change one weight by a share of itself; the others keep their proportion."""
    weights = ledger.profile.weights.as_dict()
    wanted = min(weights[side] * (1 + change), 1.0)
    rest = 1 - weights[side]
    varied = {
        other: (
            wanted
            if other == side
            else weights[other] * (1 - wanted) / rest
            if rest > 0
            else (1 - wanted) / (len(SIDES) - 1)
        )
        for other in SIDES
    }
    score = math.fsum(varied[other] * _unweighted(ledger, other) for other in SIDES)
    ratio = {
        other: varied[other] / weights[other] if weights[other] > 0 else 0.0
        for other in SIDES
    }
    return WeightVariation(
        side=side,
        change=change,
        score=score,
        grade=ledger.grade_at(score),
        top_steps=_top_steps(ledger, ratio),
    )


def _top_steps(ledger: Ledger, ratio: dict[str, float]) -> tuple[str, ...]:
    """Return the steps with most points, the points of each side times a ratio."""
    points: dict[str, float] = {}
    for entry in ledger.entries:
        scaled = entry.points * ratio.get(entry.side, 0.0)
        points[entry.step] = points.get(entry.step, 0.0) + scaled
    place = {step: k for k, step in enumerate(points)}
    order = sorted(points, key=lambda step: (-round(points[step], 9), place[step]))
    return tuple(step for step in order if points[step] > 0)[:TOP]
