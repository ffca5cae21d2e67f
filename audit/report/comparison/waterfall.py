"""How the score of the before becomes that of the after, change by change."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, fsum, log10

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.wording import signed_number
from audit.result import Attribution, ChangeShare
from audit.units import format_number

BARS = 12
"""Changes that the chart draws; the rest is one bar."""

FAR = 0.6
"""Of the highest score: where no bar ends below it, the scale begins above nought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of the waterfall, from `start` to `end` points."""

    label: str
    start: float
    end: float
    text: str
    kind: str
    """before, less, more or after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """How the score of the before becomes that of the after, change by change."""

    bars: tuple[Bar, ...]
    base: float
    """Points at which the scale begins: nought, or more where all bars end far off."""
    title: str
    text: str
    caption: str


def waterfall(score: Attribution, addresses: Addresses, bars: int = BARS) -> Waterfall:
    """Return the chart of who bought how much of the score."""
    shown = score.shares
    rest: tuple[ChangeShare, ...] = ()
    if len(shown) > bars:
        # Those that move the score least are drawn as one, whichever way they go.
        kept = sorted(shown, key=lambda share: -abs(share.gain))[: bars - 1]
        rest = tuple(share for share in shown if share not in kept)
        shown = tuple(share for share in shown if share in kept)
    at = score.before
    drawn = [_total("Before", score.before, "before")]
    for share in shown:
        drawn.append(_bar(addresses.change_name(share.change, 70), at, share.gain))
        at -= share.gain
    if rest:
        gain = fsum(share.gain for share in rest)
        drawn.append(_bar(f"{len(rest)} smaller changes", at, gain))
    drawn.append(_total("After", score.after, "after"))
    base = _base(drawn)
    cut = f" The scale begins at {format_number(base)} points." if base else ""
    return Waterfall(
        bars=tuple(drawn),
        base=base,
        title=(
            f"From {format_number(score.before, 1)} points to "
            f"{format_number(score.after, 1)}, change by change"
        ),
        text="; ".join(f"{bar.label}: {bar.text}" for bar in drawn) + ".",
        caption=(
            "Friction points. Solid bars take off, hatched bars add. Each bar is the "
            f"change's mean over the orders in which the changes can be made.{cut}"
        ),
    )


def _base(bars: list[Bar]) -> float:
    """Return where the scale begins, so that small changes to much can be seen."""
    ends = [bar.end for bar in bars]
    low, high = min(ends), max(ends)
    if high <= 0 or low < FAR * high:
        return 0.0
    span = max(high - low, high / 10)
    unit = 10.0 ** floor(log10(span))
    return max(0.0, floor((low - span) / unit) * unit)


def _total(label: str, points: float, kind: str) -> Bar:
    return Bar(
        label=label, start=0.0, end=points, text=format_number(points, 1), kind=kind
    )


def _bar(label: str, at: float, gain: float) -> Bar:
    return Bar(
        label=label,
        start=at,
        end=at - gain,
        text=signed_number(-gain, 1),
        kind="less" if gain >= 0 else "more",
    )
