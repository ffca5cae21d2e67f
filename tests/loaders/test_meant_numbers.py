"""What hints tell people to write is the number they meant, and can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.loaders import scalars
from audit.loaders.atoms import LARGEST
from audit.loaders.meant_numbers import comma_hint, plain_number

AMOUNTS = st.integers(0, 10**9)


@given(AMOUNTS)
@pytest.mark.parametrize("mark", [",", ".", " ", "'", "\u202f"])
def test_no_way_to_group_thousands_loses_them(mark: str, amount: int) -> None:
    """Grouped as in any country, with its currency, a number keeps its size."""
    grouped = f"{amount:,}".replace(",", mark)
    # A point is read as a decimal one unless a comma follows it.
    words = f"{grouped},00 EUR" if mark == "." else f"${grouped}"
    assert float(plain_number(words)) == amount


@given(
    st.integers(1, 9_999), st.sampled_from([("k", 1e3), (" thousand", 1e3), ("m", 1e6)])
)
def test_a_word_for_thousands_is_multiplied(
    number: int, times: tuple[str, float]
) -> None:
    """`5k` is five thousand, never five."""
    assert float(plain_number(f"{number}{times[0]}")) == number * times[1]


@given(st.text(max_size=200))
def test_whatever_is_written_the_hint_can_be_read(words: str) -> None:
    """A hint that is followed gives no second error."""
    meant = plain_number(words)
    if meant and float(meant) <= LARGEST:
        read = scalars.count(meant)
        assert read is not None and read.mean == float(meant)


@given(AMOUNTS, st.integers(0, 99))
def test_a_decimal_comma_becomes_a_point(whole: int, part: int) -> None:
    """One or two digits behind a comma are no thousands."""
    assert comma_hint(f"{whole},{part}") == f"write {float(f'{whole}.{part}'):.15g}"
