"""What cannot be compared is named, and never called better or worse."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.setbacks import (
    worse_findings,
)
from audit.report.comparison.unknown import unknown, unknown_counted
from audit.result import Verdict
from tests.report.comparison.comparisons import EVERY, compared
from tests.report.stories import numbers_in


@pytest.mark.parametrize("name", EVERY)
def test_what_nobody_knows_is_named(name: str) -> None:
    """Each number and finding that one file keeps quiet about has its name here."""
    result = compared(name)
    words = unknown(result)
    lines = [line for line in result.lines if line.verdict is Verdict.UNKNOWN]
    checks = [f for f in result.findings if f.verdict is Verdict.UNKNOWN]
    for item in (*(x.label for x in lines), *(x.name for x in checks)):
        assert item[1:] in words
    assert numbers_in(unknown_counted(result)) == [
        count for count in (len(lines), len(checks)) if count
    ]


def test_a_finding_that_may_be_old_is_not_called_new() -> None:
    """Where the before keeps quiet, a finding of the after is no setback."""
    result = compared("example")
    first = next(f for f in result.findings if f.severity_after is not None)
    odd = replace(first, verdict=Verdict.UNKNOWN, severity_before=None)
    changed = replace(result, findings=(odd,))
    assert "perhaps not new" in unknown(changed)
    assert worse_findings(changed) == ()
