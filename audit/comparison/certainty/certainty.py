"""Whether the after is better, where rates, weights and inputs may be off.

The gain is theta . (Q_before - Q_after): what one of each thing costs in points, times
how much less of it there is. Two things are uncertain and are kept apart:

* the prices theta (rates, how long it feels, weights): drawn many times, each draw for
  both processes, and bounded by their 90 % ranges;
* the inputs Q (the numbers of the two files): drawn some times, each draw priced anew.

With both uncertain, every draw of the inputs stands under every draw of the prices.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audit.analysis import Analysis
from audit.comparison.certainty.input_draws import InputDraws, drawn_inputs
from audit.comparison.certainty.tipping import PricedGain, against, tipping
from audit.ledger import (
    Ledger,
    Profile,
    box_certificate,
    dominates,
    paired_draws,
    price,
    price_box,
)
from audit.ledger.uncertainty import (
    DRAWS,
    SEED,
    Array,
    Quantities,
    drawn_unit_points,
    quantity_vector,
    unit_points,
)
from audit.model import Process
from audit.result import Certainty, Spread

INPUT_DRAWS = 100
"""The mean over so many draws has at most a hundredth of their variance, and far less
where the gain is nearly a sum over inputs, because the draws are stratified."""
FEWEST_INPUT_DRAWS = 20
"""Of long processes: the mean still has at most a twentieth of the variance."""
STEP_DRAWS = 4000
"""Steps of both processes times draws, above which the draws become fewer."""

_COARSE = 0.05
"""Width of a cell of the calendar-time law as a share of its mean: of a draw only the
mean of parallel blocks is wanted, not the law."""
_ROUNDING = 1e-12
"""Of a quantity: the same numbers summed in another order differ by less."""


def certainty(
    before: Process,
    after: Process,
    before_ledger: Ledger,
    after_ledger: Ledger,
    profile: Profile,
    *,
    draws: int = DRAWS,
    input_draws: int | None = None,
    seed: int = SEED,
) -> Certainty:
    """Return how sure it is that the after has fewer points.

    Both are priced against the reference of the before. The after dominates where it
    needs more of nothing and less of something that has a price, so that two equal
    processes do not dominate each other.

    Args:
        before: as its file says.
        after: as its file says.
        before_ledger: the ledger of the before, at the rates of `profile`.
        after_ledger: the ledger of the after, at the same rates.
        profile: rates and weights.
        draws: of rates and weights.
        input_draws: of the numbers of the files; None for as many as `INPUT_DRAWS`, or
            fewer for processes so long that pricing them takes its time.
        seed: of all draws.
    """
    scope = before.scope
    first = before_ledger.quantities
    second = _settled(after_ledger.quantities, first)
    prices = drawn_unit_points(profile, scope, draws, seed)
    low, high = price_box(profile, scope, draws=draws, seed=seed)
    priced = PricedGain(
        saved=quantity_vector(first) - quantity_vector(second),
        usual=unit_points(profile, scope),
        low=low,
        high=high,
    )
    pair = paired_draws(first, second, profile, scope, draws=draws, seed=seed)
    times = _affordable(before, after) if input_draws is None else input_draws
    inputs = drawn_inputs(before, after, draws=times, seed=seed)
    wider = _with_inputs(inputs, times, prices, priced.usual, profile)
    return Certainty(
        share_better=pair.share_better,
        gain=_spread(pair.gain),
        ratio=_spread(pair.ratio),
        dominates=priced.gain > 0 and dominates(second, first),
        dominated=priced.gain < 0 and dominates(first, second),
        box_gain=box_certificate(first, second, low, high).least_gain,
        against=against(priced),
        tipping=tipping(priced),
        inputs_drawn=inputs.count,
        inputs_share_better=None if wider is None else wider.share_better,
        inputs_gain=None if wider is None else wider.gain,
        prices_variance=float(np.var(prices @ priced.saved)),
        inputs_variance=0.0 if wider is None else wider.variance,
        draws=draws,
        input_draws=0 if wider is None else times,
        seed=seed,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _WithInputs:
    """The gain where the inputs are uncertain too."""

    share_better: float
    gain: Spread
    variance: float
    """Over the inputs alone, points squared."""


def _with_inputs(
    inputs: InputDraws, times: int, prices: Array, usual: Array, profile: Profile
) -> _WithInputs | None:
    """Price each draw of the inputs; None where no number is uncertain.

    Args:
        inputs: their draws,
        times: and how many.
        prices: (draws, len(KEYS)) drawn points of one of each thing.
        usual: (len(KEYS),) the points of the profile.
        profile: rates and weights.
    """
    if not inputs.count:
        return None
    saved = np.empty((times, len(usual)))
    for draw in range(times):
        before, after = (_quantities(one, profile) for one in inputs.pair(draw))
        saved[draw] = quantity_vector(before) - quantity_vector(_settled(after, before))
    gains = prices @ saved.T
    low, middle, high = np.quantile(gains, [0.05, 0.5, 0.95])
    return _WithInputs(
        share_better=float(np.mean(gains > 0)),
        gain=_spread((low, middle, high)),
        variance=float(np.var(saved @ usual)),
    )


def _affordable(before: Process, after: Process) -> int:
    fitting = STEP_DRAWS // (len(before.steps) + len(after.steps))
    return min(max(fitting, FEWEST_INPUT_DRAWS), INPUT_DRAWS)


def _quantities(process: Process, profile: Profile) -> Quantities:
    return price(Analysis(process), profile, accuracy=_COARSE).quantities


def _settled(quantities: Quantities, others: Quantities) -> Quantities:
    """Return quantities without what only rounding tells apart from others."""
    return {
        key: other
        if abs(quantity - (other := others.get(key, 0.0)))
        <= _ROUNDING * max(1.0, abs(other))
        else quantity
        for key, quantity in quantities.items()
    }


def _spread(quantiles: tuple[float, float, float]) -> Spread:
    low, likely, high = map(float, quantiles)
    return Spread(low=low, likely=likely, high=high)
