"""Text from a file arrives clean and of a sane length."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.page.names import (
    capital,
    clean,
    cleaned,
    listing,
    opening_number,
    readable,
    shorten,
)
from audit.report.page.steps import Steps
from tests.report.stories import audited

ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT)
def test_clean_text_can_be_written_and_turns_nothing_around(text: str) -> None:
    """No control, surrogate or reversing character reaches the page."""
    shown = clean(text)
    shown.encode("utf-8")
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Cn"} for c in shown)
    assert not any(unicodedata.bidirectional(c) in _TURNING for c in shown)
    assert clean(shown) == shown


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize(
    "text", ["Fill in the form", "Ärztin", "採用", "👩\u200d⚕️ nurse", "استمارة"]
)
def test_ordinary_names_stay_as_they_are(text: str) -> None:
    """Cleaning is for what does harm, not for other languages."""
    assert clean(text) == text


def test_a_tower_of_accents_is_cut_down() -> None:
    """Accents cannot climb over the lines above."""
    assert clean("a" + "\u0301" * 50) == "a" + "\u0301" * 3


@dataclass(frozen=True, slots=True)
class _Nest:
    name: str
    parts: tuple[str, ...]
    by_name: dict[str, float]


def test_a_value_is_cleaned_all_through() -> None:
    """Nested names are as clean as those on top."""
    dirty = _Nest("a\u202e", ("b\x00c",), {"d\u2066": 1.0})
    assert cleaned(dirty) == _Nest("a", ("b c",), {"d": 1.0})


def test_a_clean_result_stays_the_same() -> None:
    """Cleaning changes no number and no ordinary name."""
    assert cleaned(audited("hospital")) == audited("hospital")


@given(ANY_TEXT, st.integers(2, 200))
def test_shortened_text_fits(text: str, limit: int) -> None:
    """No name is longer than its place, and a cut shows."""
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == text or short.endswith("…")


def test_words_of_a_sentence() -> None:
    """Ids, counts and lists read as words."""
    assert readable("pay_disclosed") == "pay disclosed"
    assert capital("hR") == "HR"
    assert [opening_number(n) for n in (1, 9, 10)] == ["One", "Nine", "10"]
    assert listing([]) == ""
    assert listing(["a", "b", "c"]) == "a, b and c"


def test_steps_are_named_by_number_and_lead_to_their_row() -> None:
    """The number is the same everywhere; an unknown id is no link."""
    outline = audited("hospital").process
    steps = Steps(outline)
    assert len(steps) == len(outline.steps)
    for step in outline.steps:
        link = steps.link(step.id)
        assert link is not None
        assert (link.number, link.href) == (step.number, f"#s-{step.number}")
        assert steps.cell(step.id).href == link.href
    assert steps.link("nowhere") is None
    assert steps.cell("nowhere").href is None
