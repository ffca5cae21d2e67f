"""What a finding says of a sample of those turned away."""

from __future__ import annotations

import pytest

from audit import audit_process
from audit.loaders import load_process_text

TEXT = """\
process: A
roles: {candidate: {side: candidate}, ats: {side: system}, hr: {side: employer}}
steps:
  - {id: apply, role: candidate}
  - id: filter
    role: ats
    screen: {method: keyword, qualified_share: 40%, passes_qualified: 50%,
             passes_unqualified: 10%, audited: SAMPLE}
    next: {review: pass, rejected: fail}
  - {id: review, role: hr}
"""


@pytest.mark.parametrize(
    ("sample", "words", "ruled_out"),
    [
        # The shares say 20 of 74 turned away, 27 %.
        ("{read: 50, qualified: 12}", "12 of 50 turned away", False),
        ("{read: 50, qualified: 2}", "95 % interval 0.5 % to 13.7 %", True),
    ],
)
def test_the_finding_tells_the_sample(sample: str, words: str, ruled_out: bool) -> None:
    """Counted, with its interval; what the shares say otherwise is said in words."""
    result = audit_process(load_process_text(TEXT.replace("SAMPLE", sample)))
    (finding,) = [one for one in result.findings if one.id == "keyword-filter"]
    note = finding.steps[0].note
    assert words in note
    assert ("27 %, which the sample rules out" in note) is ruled_out
    # What was counted carries the finding, not the assumption beside it.
    assert finding.confidence == "high"


def test_nobody_found_is_no_proof_of_none() -> None:
    """A check that passes by a sample tells how far the sample reaches."""
    text = TEXT.replace("SAMPLE", "{read: 50, qualified: 0}")
    result = audit_process(load_process_text(text))
    (passed,) = [one for one in result.passed if one.check == "keyword-filter"]
    assert "0 of 50 turned away and read again were qualified" in passed.note
    assert "0 % to 7.1 %" in passed.note
