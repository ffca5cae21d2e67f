"""Laws of durations: their moments, their shape, and what is no law."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta, expon, lognorm, triang

from audit.errors import SimulationError
from audit.simulation.compiling import columns
from audit.simulation.laws import (
    DurationLaw,
    duration,
    empirical,
    exponential,
    law_table,
    log_normal,
    pert,
    point,
    triangular,
    uniform_law,
)

LAWS = {
    "point": point(3.0),
    "uniform": uniform_law(1.0, 4.0),
    "triangular": triangular(1.0, 2.0, 6.0),
    "left": triangular(1.0, 1.0, 6.0),
    "right": triangular(1.0, 6.0, 6.0),
    "pert": pert(1.0, 2.0, 8.0),
    "exponential": exponential(2.5),
    "log-normal": log_normal(2.0, 0.8),
    "empirical": empirical((1.0, 1.5, 4.0, 9.0)),
}
MIDDLES = (np.arange(40_000) + 0.5) / 40_000


def drawn(law: DurationLaw, at: np.ndarray) -> np.ndarray:
    """The quantiles of a law, as the kernel draws them."""
    table, points = law_table([pert(0, 1, 2), law])
    kind, first, second, third = (column[1] for column in columns(table))
    return np.array(
        [duration(kind, first, second, third, points, float(u)) for u in at]
    )


@pytest.mark.parametrize("name", LAWS)
def test_moments(name: str) -> None:
    """Mean and second moment, which loads and waits are computed from."""
    law = LAWS[name]
    found = drawn(law, MIDDLES)
    assert found.mean() == pytest.approx(law.mean, rel=1e-3)
    assert (found**2).mean() == pytest.approx(law.second_moment, rel=4e-3)


@pytest.mark.parametrize("name", LAWS)
def test_more_luck_never_takes_longer(name: str) -> None:
    """Increasing in the number drawn, so that two variants go together."""
    assert (np.diff(drawn(LAWS[name], MIDDLES[::40])) >= 0).all()


@pytest.mark.parametrize("name", LAWS)
def test_other_units(name: str) -> None:
    """A law in hours and the same law in days draw the same durations."""
    at = MIDDLES[::4000]
    found = drawn(LAWS[name].scaled(1 / 24), at)
    assert found == pytest.approx(drawn(LAWS[name], at) / 24)


def test_quantiles_of_the_textbook() -> None:
    """Against an independent library, at nine points of each law."""
    at = np.arange(1, 10) / 10
    shape = np.sqrt(np.log1p(0.64))
    exact = {
        "triangular": triang(0.2, 1, 5).ppf(at),
        "exponential": expon(scale=2.5).ppf(at),
        "log-normal": lognorm(shape, scale=2 * np.exp(-(shape**2) / 2)).ppf(at),
        "pert": 1 + 7 * beta(1 + 4 / 7, 5 - 4 / 7).ppf(at),
    }
    for name, quantiles in exact.items():
        assert drawn(LAWS[name], at) == pytest.approx(quantiles, rel=1e-4), name


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=30))
def test_observed_durations_stay_in_their_range(seen: list[float]) -> None:
    """Nothing longer or shorter than what was seen is drawn."""
    found = drawn(empirical(tuple(seen)), np.array([1e-9, 0.3, 0.7, 1 - 1e-9]))
    assert found.min() >= min(seen) - 1e-9 * max(seen)
    assert found.max() <= max(seen) * (1 + 1e-9)


@pytest.mark.parametrize(
    "make",
    [
        lambda: point(-1.0),
        lambda: exponential(float("nan")),
        lambda: uniform_law(2.0, 1.0),
        lambda: pert(1.0, 0.0, 2.0),
        lambda: empirical(()),
        lambda: log_normal(1.0, float("inf")),
    ],
    ids=["negative", "no number", "backward", "peak outside", "nothing", "endless"],
)
def test_what_is_no_law(make: object) -> None:
    """Said when it is made, not met in the middle of a run."""
    with pytest.raises(SimulationError):
        make()  # type: ignore[operator]
