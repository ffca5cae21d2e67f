"""Where a value has the wrong shape, the line that would be right is shown and is."""

from __future__ import annotations

import pytest

from audit.errors import ProcessFileError
from audit.loaders import load_process_text
from tests.loaders.files import HEAD

STEPS = "steps:\n  - {{id: open, role: hr, {}}}\n  - {{id: apply, role: candidate}}\n"
STEP_KEYS = [
    ("asks: name", "asks: [name]"),
    ("evidence: reported", "evidence: {basis: reported}"),
    ("with: {firm: 3}", "firm: {people: 3}"),
    ("screen: [a]", "screen: {method: keyword}"),
    ("next: [apply]", "{to: apply}"),
]
TOP_KEYS = [
    ("requisitions: 48", "requisitions: {per_year: 48}"),
    ("requisitions: '1,200 a year'", "requisitions: {per_year: 1200}"),
    ("clock: open", "clock: {start: open}"),
    ("about: \u202eabc", "about: {client: St. Anne's}"),
    (f"about: {'x' * 10_000}", "about: {client: St. Anne's}"),
]


def hint_of(text: str) -> str:
    with pytest.raises(ProcessFileError) as caught:
        load_process_text(text)
    # The roles of the head that nobody plays are meant.
    (problem,) = (one for one in caught.value.problems if one.code != "W101")
    assert problem.code == "E016"
    return problem.hint


@pytest.mark.parametrize(("written", "right"), STEP_KEYS)
def test_a_key_of_a_step(written: str, right: str) -> None:
    """What was written stands in its list or mapping, where that is right so."""
    assert hint_of(HEAD + STEPS.format(written)) == f"write for example {right}"


@pytest.mark.parametrize(("written", "right"), TOP_KEYS)
def test_a_key_of_the_file_can_be_written_as_told(written: str, right: str) -> None:
    """The line of the hint, put in place of the wrong one, is read."""
    text = HEAD + "{}\n" + STEPS.replace("{{", "{").replace("}}", "}").replace("{}", "")
    assert hint_of(text.replace("{}", written)) == f"write for example {right}"
    load_process_text(text.replace("{}", right))


def test_an_empty_name_of_a_key_is_no_trouble() -> None:
    """A hostile key must not upset the hint about what it holds."""
    with pytest.raises(ProcessFileError) as caught:
        load_process_text(HEAD + STEPS.format("with: {'': [3]}"))
    assert "E016" in {problem.code for problem in caught.value.problems}
