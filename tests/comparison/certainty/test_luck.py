"""Random quantiles by name."""

from __future__ import annotations

import numpy as np
import pytest

from audit.comparison.certainty.luck import Luck


def test_luck_hangs_on_the_name_alone() -> None:
    """What else is drawn, and in which order, changes nobody's luck."""
    one, other = Luck(50, 1), Luck(50, 1)
    first = one.stream(("a", "work"))
    other.stream(("new step", "pages"))
    assert (other.stream(("a", "work")) == first).all()
    assert one.stream(("a", "work")) is first


@pytest.mark.parametrize(
    ("name", "seed"),
    [
        (("a", "wait"), 1),
        (("aw", "ork"), 1),
        (("a", "work", ""), 1),
        (("a", "work"), 2),
    ],
)
def test_another_name_or_seed_is_other_luck(name: tuple[str, ...], seed: int) -> None:
    """Names do not run together, and a seed moves them all."""
    known = Luck(50, 1).stream(("a", "work"))
    assert abs(np.corrcoef(known, Luck(50, seed).stream(name))[0, 1]) < 0.6


def test_each_stratum_has_one_draw() -> None:
    """Of n draws one lies in each n-th, so that few of them already cover the law."""
    quantiles = Luck(40, 3).stream(("a",))
    assert sorted(np.floor(quantiles * 40)) == list(range(40))


def test_names_of_any_letters_have_luck() -> None:
    """A lone surrogate, a mark of direction, ten thousand letters: all are names."""
    for name in ("\ud800", "\u202e", "x" * 10_000):
        quantiles = Luck(1, 1).stream((name,))
        assert 0 < quantiles[0] < 1
