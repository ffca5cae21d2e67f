"""Credits made by hand, for the tests that need one."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

from audit.report.comparison.credit import attribution
from audit.result import (
    Attribution,
    ChangeShare,
    ComparisonResult,
)
from tests.report.comparison.comparisons import STORIES, compared

CREDITED = [name for name in STORIES if compared(name).changes]


def share(change: str, gain: float, error: float = 0.0) -> ChangeShare:
    """Return a share that is the same in any order."""
    return ChangeShare(
        change=change, gain=gain, least=gain, most=gain, first=gain, last=gain,
        error=error,
    )  # fmt: skip


def score_of(before: float, gains: dict[str, float]) -> Attribution:
    """Return the credit of a score to changes."""
    return Attribution(
        metric="score",
        label="Friction score",
        unit="points",
        before=before,
        after=before - fsum(gains.values()),
        shares=tuple(share(name, gain) for name, gain in gains.items()),
        interactions=(),
    )


def credited(result: ComparisonResult, **changes: object) -> ComparisonResult:
    """Return the result with another credit."""
    return replace(result, credit=replace(result.credit, **changes))  # type: ignore[arg-type]


def score(name: str) -> Attribution:
    found = attribution(compared(name).credit, "score")
    assert found is not None
    return found
