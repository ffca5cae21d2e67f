"""Plain data is read back as it was, whatever is in it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from audit.changes.flow_style import flow, flow_lines, nested_lines, number
from audit.loaders.yaml_reader import read_document

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")))
SCALARS = st.one_of(
    WORDS,
    st.booleans(),
    st.none(),
    st.floats(0, 1e9),
    st.integers(0, 10**12),
    st.sampled_from(["no", "null", "~", "1e3", "a: b", "- x", "# x", "*a", "&b", "{"]),
)
DATA = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(WORDS.filter(bool), inner, max_size=3)
    ),
    max_leaves=10,
)


def as_read(value: Any) -> Any:
    """Return data as the reader gives it: scalars as text."""
    match value:
        case dict():
            return {key: as_read(one) for key, one in value.items()}
        case list():
            return [as_read(one) for one in value]
        case bool():
            return "true" if value else "false"
        case None:
            return None
        case int() | float():
            return number(value)
    return value


@given(DATA)
def test_data_comes_back(value: Any) -> None:
    """Names of a user's file may hold colons, quotes and words that YAML takes."""
    text = f"key: {flow(value)}\n"
    assert read_document(text, "x.yaml").root["key"] == as_read(value)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,9}", fullmatch=True), st.floats(0, 9)))
def test_long_lines_are_broken_and_mean_the_same(value: dict[str, float]) -> None:
    """A person reads the file; no line is longer than 88 columns."""
    lines = flow_lines("key", value, 4)
    assert max(map(len, lines)) <= 88
    assert read_document("\n".join(lines) + "\n", "x.yaml").root["key"] == as_read(
        value
    )


NESTED = st.recursive(
    st.floats(0, 9),
    lambda inner: st.dictionaries(
        st.from_regex(r"[a-z]{1,9}", fullmatch=True), inner, min_size=1, max_size=5
    ),
    max_leaves=20,
)


@given(NESTED)
def test_parts_on_lines_of_their_own_mean_the_same(value: Any) -> None:
    """Where a mapping is too long for a line, each of its keys gets one."""
    lines = nested_lines("key", value, 2)
    assert max(map(len, lines)) <= 88
    assert read_document("\n".join(lines) + "\n", "x.yaml").root["key"] == as_read(
        value
    )
