"""Random numbers: even, apart, and the same in both forms of the source."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import kstest, norm

from audit.simulation.compiling import word
from audit.simulation.randomness import (
    key_of,
    keys_of,
    mixed,
    normal_quantile,
    uniform,
    uniforms,
)

KEYS = keys_of(key_of("a test"), np.arange(20_000))


def test_splitmix64_as_published() -> None:
    """The first numbers of the reference generator from state 1234567."""
    gamma = 0x9E37_79B9_7F4A_7C15
    states = [(1234567 + k * gamma) % 2**64 for k in (1, 2, 3)]
    assert [int(mixed(word(state))) for state in states] == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
    ]


@pytest.mark.parametrize("index", [0, 1, 7, 12_345])
def test_numbers_are_even(index: int) -> None:
    """Across people the numbers of one purpose fill (0, 1) evenly."""
    assert kstest(uniforms(KEYS, index), "uniform").pvalue > 0.001


@pytest.mark.parametrize("index", [1, 2, 8])
def test_numbers_of_one_person_are_unrelated(index: int) -> None:
    """Work, flow and the next visit do not go together."""
    pair = np.corrcoef(uniforms(KEYS, 0), uniforms(KEYS, index))
    assert abs(pair[0, 1]) < 4 / len(KEYS) ** 0.5


def test_neighbours_have_nothing_in_common() -> None:
    """Seeds, people and steps that follow each other give unrelated numbers."""
    others = keys_of(key_of("a tesu"), np.arange(20_000))
    pairs = [(KEYS, others), (KEYS[:-1], KEYS[1:])]
    for left, right in pairs:
        found = np.corrcoef(uniforms(left, 0), uniforms(right, 0))
        assert abs(found[0, 1]) < 4 / len(left) ** 0.5


def test_one_number_or_many() -> None:
    """The number of the kernel is the number of the array."""
    for key, found in zip(KEYS[:50], uniforms(KEYS[:50], 11), strict=True):
        assert uniform(word(int(key)), 11) == found


def test_neither_zero_nor_one() -> None:
    """The logarithm of a number and of one less it are finite, at the ends too."""
    ends = [(0 + 0.5) * 2.0**-52, ((2**52 - 1) + 0.5) * 2.0**-52]
    assert 0.0 < ends[0] < ends[1] < 1.0


def test_keys_do_not_depend_on_the_machine() -> None:
    """A key is in the file of a saved run; it must not change with a release."""
    assert key_of("step", "offer") == 0x93BB96C4B33E67C5
    assert key_of("a", "b") != key_of("ab")


@pytest.mark.parametrize("p", [1e-12, 1e-4, 0.02, 0.3, 0.5, 0.975, 0.98, 1 - 1e-10])
def test_normal_quantile(p: float) -> None:
    """Acklam's approximation is good to nine digits."""
    assert normal_quantile(p) == pytest.approx(norm.ppf(p), rel=2e-9, abs=1e-12)
