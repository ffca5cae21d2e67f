"""Samples of those turned away: read, and refused where they cannot be."""

from __future__ import annotations

import pytest

from audit.errors import ProcessFileError
from audit.loaders import load_process_text
from audit.model import AuditedSample

TEXT = """\
process: A
roles: {hr: {side: employer}, candidate: {side: candidate}}
steps:
  - {id: apply, role: candidate}
  - id: look
    role: hr
    screen: {method: glance, audited: SAMPLE}
    next: {meet: 60%, rejected: 40%}
  - {id: meet, role: hr}
"""


def test_a_sample_is_read() -> None:
    """With a word on where it comes from, as any other number."""
    text = TEXT.replace(
        "SAMPLE", "{read: {value: 50, basis: measured}, qualified: 6, note: March.}"
    )
    screen = load_process_text(text).steps[1].screen
    assert screen is not None
    assert screen.audited == AuditedSample(read=50, qualified=6)


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        ("{read: 50}", "qualified"),
        ("{qualified: 6}", "read"),
        ("{read: 5, qualified: 6}", "6 qualified among 5 read"),
        ("{read: 0, qualified: 0}", "has read nobody"),
        ("{read: 50, qualified: 1-3}", "'qualified' of the sample of 'look'"),
        ("{read: 50, qualified: -1}", "-1"),
        ("6 of 50", "6 of 50"),
    ],
)
def test_a_sample_that_cannot_be(sample: str, words: str) -> None:
    """Said at its line, with the numbers met; never silently taken for none."""
    with pytest.raises(ProcessFileError) as caught:
        load_process_text(TEXT.replace("SAMPLE", sample))
    (problem,) = caught.value.problems
    assert problem.location is not None and problem.location.line == 7
    assert words in problem.message


def test_a_sample_taken_over_from_defaults() -> None:
    """The place of a problem is where the sample is written."""
    text = TEXT.replace("screen: {method: glance, audited: SAMPLE}", "kind: decision")
    text = text.replace(
        "steps:",
        "defaults:\n  hr:\n    screen:\n      method: glance\n"
        "      audited: {read: 5, qualified: 6}\nsteps:",
    )
    with pytest.raises(ProcessFileError) as caught:
        load_process_text(text)
    assert {p.location.line for p in caught.value.problems if p.location} == {7}
