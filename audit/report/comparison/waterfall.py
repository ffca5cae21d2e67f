"""How the score of the before becomes that of the after, change by change."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.wording import signed_number
from audit.result import Attribution, ChangeShare
from audit.units import format_number

BARS = 12
"""Changes that the chart draws; the rest is one bar."""

ROOM = 1.25
"""Of the score before: the scale ends there, or further off where a bar does."""


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
    most: float
    """Points at the end of the scale, which begins at nought."""
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
    # The waterfalls of a page share the score before: with room above it they share
    # their scale too, so that bars of one length are changes of one size.
    most = max(ROOM * score.before, *(bar.end for bar in drawn))
    return Waterfall(
        bars=tuple(drawn),
        most=most,
        title=(
            f"From {format_number(score.before, 1)} points to "
            f"{format_number(score.after, 1)}, change by change"
        ),
        text="; ".join(f"{bar.label}: {bar.text}" for bar in drawn) + ".",
        caption=(
            "Solid bars take off, hatched bars add. Each bar is the "
            "change's mean over the orders in which the changes can be made."
        ),
    )


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
