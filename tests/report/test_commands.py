"""Commands to copy: they name what was meant, and no name acts on a terminal."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.commands import file_word, word
from audit.report.page.names import clean


@given(st.text())
def test_a_shell_reads_the_name_that_was_given(text: str) -> None:
    """Another file would be read, or part of the name as a command."""
    shown = word(text, "FILE")
    assert clean(shown) == shown
    assert shown == "FILE" or shlex.split(shown) == [text]


def test_a_long_path_is_not_cut() -> None:
    """A cut one names nothing."""
    path = f"{'a long folder/' * 60}before.yaml"
    assert shlex.split(file_word(path, "before.yaml", "FILE")) == [path]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("-", "FILE"),
        ("-x.yaml", "./-x.yaml"),
        ("a;rm b.yaml", "'a;rm b.yaml'"),
        ("it's.yaml", "'it'\"'\"'s.yaml'"),
        ("\x1b[2J.yaml", "FILE"),
        ("a\u202elmay.yaml", "FILE"),
        ("a\nb.yaml", "FILE"),
        (f"{'x' * 10_000}.yaml", "FILE"),
        ("nurses", "nurses"),
    ],
)
def test_what_cannot_be_shown_is_called_a_file(path: str, shown: str) -> None:
    """No name acts on the terminal, is an option, or is shown as another."""
    assert file_word(path, "before.yaml", "FILE") == shown
