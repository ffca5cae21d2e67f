"""The search for cycles is off inside, and as it was behind."""

from __future__ import annotations

import gc

import pytest

from audit.simulation.collector import without_search_for_cycles


def test_the_search_is_on_again_after_an_error() -> None:
    """Whatever ends the block."""
    assert gc.isenabled()
    with pytest.raises(ValueError, match="over"), without_search_for_cycles():
        assert not gc.isenabled()
        raise ValueError("over")
    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    """Who switched it off has a reason."""
    gc.disable()
    try:
        with without_search_for_cycles():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
