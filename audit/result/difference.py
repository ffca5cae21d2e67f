"""What differs between two audits: numbers, steps, findings, and who does the work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What became of a number, a step or a finding."""

    BETTER = "better"
    WORSE = "worse"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    """Differs, and neither way is better as such."""
    ADDED = "added"
    """Only the after has it."""
    REMOVED = "removed"
    """Only the before has it."""
    UNKNOWN = "unknown"
    """One of the two files does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """One number before and after."""

    key: str
    """Stable name, as `--fail-if-worse` takes it: score, days_p90, wet_signatures."""
    group: str
    """score, vector, time, people, lenses or money: the part of the table."""
    label: str
    unit: str
    """As in `VectorLine`: days, minutes, share, money or a plural noun."""
    before: float | None
    after: float | None
    change: float | None
    """After less before; None where one is not assessed."""
    lower_is_better: bool | None
    """None where neither way is better."""
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPair:
    """A step in both processes, or in one of them."""

    before: str | None
    """Step id; None for a new step."""
    after: str | None
    """Step id; None for a step taken out."""
    matched_by: str
    """id, was, or "" for a step that stands alone."""
    points_before: float
    points_after: float
    changed: tuple[str, ...]
    """Keys of the file that differ, in words: "pages", "wait", "role"."""
    verdict: Verdict
    """BETTER and WORSE by points; CHANGED where only words or flows differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Two steps that stand alone and look alike: offered, never assumed."""

    before: str
    after: str
    likeness: float
    """0 to 1, of name, role and what is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChange:
    """What became of a check that fired before or after."""

    check: str
    code: str
    name: str
    verdict: Verdict
    """ADDED is a new finding, REMOVED one that is gone, UNKNOWN one that the after
    no longer lets us decide."""
    title_before: str | None
    title_after: str | None
    severity_before: int | None
    severity_after: int | None
    measure_before: float | None
    measure_after: float | None
    unit: str
    points_before: float | None
    points_after: float | None
    note: str = ""
    """Why a finding is gone though its friction is not: not assessed, say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Work that one side no longer does and another side does now."""

    source: str
    """candidate or employer: who is relieved."""
    target: str
    """Who does it instead."""
    minutes: float
    """Per hire: the smaller of what one side saves and what the other takes on."""
    steps: tuple[str, ...]
    """Ids of the steps of the after where the target's minutes grow, most first."""
