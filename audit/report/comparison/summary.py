"""The first screen: the answer, six numbers, what bought it, what to decide."""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.certainty import sure_in_short
from audit.report.comparison.credit import TOP, buyers, unbought
from audit.report.comparison.decisions import decisions
from audit.report.comparison.findings import gone_in_short
from audit.report.comparison.headline import answer, lede
from audit.report.comparison.pointers import Pointer
from audit.report.comparison.setbacks import NOTHING, setbacks
from audit.report.comparison.tiles import ChangeTile, tiles
from audit.report.comparison.unknown import unknown_counted
from audit.report.page.names import NOTE, shorten
from audit.report.page.summary import Gauge, gauge
from audit.result import ComparisonResult
from audit.units import plural

LINE = 150
"""Characters of a line of the first screen."""
DECISIONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GaugePair:
    """Both grades with their numbers."""

    before: Gauge
    after: Gauge
    note: str
    """What the grades compare with, or why there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The section."""

    warnings: tuple[str, ...]
    answer: str
    lede: str
    gauges: GaugePair
    tiles: tuple[ChangeTile, ...]
    bought: tuple[Pointer, ...]
    no_bought: str
    gone: str
    """The gravest findings that are gone; may be empty."""
    worse: tuple[Pointer, ...]
    no_worse: str
    more_worse: str
    """How much more got worse than is shown, and what cannot be compared."""
    decisions: tuple[Pointer, ...]
    no_decisions: str
    sure: tuple[str, ...]


def summary(result: ComparisonResult, addresses: Addresses) -> Summary:
    """Return the section for a result."""
    worse = setbacks(result, addresses)
    return Summary(
        warnings=tuple(shorten(warning, NOTE) for warning in result.warnings),
        answer=answer(result),
        lede=lede(result),
        gauges=gauges(result),
        tiles=tiles(result),
        bought=tuple(map(_short, buyers(result, addresses))),
        no_bought=unbought(result),
        gone=gone_in_short(result),
        worse=tuple(map(_short, worse[:TOP])),
        no_worse=f"{NOTHING}.",
        more_worse=_more(result, len(worse)),
        decisions=decisions(result, addresses)[:DECISIONS],
        no_decisions="No decision follows from what the files state.",
        sure=sure_in_short(result),
    )


def gauges(result: ComparisonResult) -> GaugePair:
    """Return both grades; one note where it says the same of both."""
    before, after = gauge(result.before), gauge(result.after)
    note = after.grade_note
    if before.grade_note != after.grade_note:
        note = f"Before: {before.grade_note}. After: {after.grade_note}"
    return GaugePair(before=before, after=after, note=note)


def _short(pointer: Pointer) -> Pointer:
    return replace(pointer, text=shorten(pointer.text, LINE))


def _more(result: ComparisonResult, worse: int) -> str:
    parts = []
    if worse > TOP:
        parts.append(f"And {plural(worse - TOP, 'more line')}.")
    if unknown := unknown_counted(result):
        parts.append(f"{unknown}.")
    return " ".join(parts)
