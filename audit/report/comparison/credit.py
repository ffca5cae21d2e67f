"""What each change took off or added, in the order of the credit."""

from __future__ import annotations

from math import fsum

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.pointers import Pointer
from audit.report.comparison.wording import signed, signed_days
from audit.report.page.amounts import whole_share
from audit.report.page.names import NOTE, shorten
from audit.result import Attribution, ComparisonResult, Credit

TOP = 3
"""Changes on the first screen."""


def attribution(credit: Credit, metric: str) -> Attribution | None:
    """Return who bought how much of a metric; None where it cannot be divided."""
    return next(
        (part for part in credit.attributions if part.metric == metric and part.shares),
        None,
    )


def buyers(result: ComparisonResult, addresses: Addresses) -> tuple[Pointer, ...]:
    """Return the changes that took off most points, each in a line."""
    score = attribution(result.credit, "score")
    if score is None:
        return ()
    days = attribution(result.credit, "days")
    days_by = {share.change: share.gain for share in days.shares} if days else {}
    gained = fsum(share.gain for share in score.shares if share.gain > 0)
    pointers = []
    for share in [share for share in score.shares if share.gain > 0][:TOP]:
        part = share.gain / gained
        of = "all that" if part == 1.0 else f"{whole_share(part)} of what"
        words = (
            f"{addresses.change_name(share.change, 80)}: "
            f"{signed(-share.gain, 'points')}, {of} was gained"
        )
        if abs(days_by.get(share.change, 0.0)) >= 0.05:
            words += f"; {signed_days(-days_by[share.change])}"
        pointers.append(_pointer(words, share.change, addresses))
    return tuple(pointers)


def adders(result: ComparisonResult, addresses: Addresses) -> tuple[Pointer, ...]:
    """Return the changes that added points, most first, each in a line."""
    score = attribution(result.credit, "score")
    if score is None:
        return ()
    shares = sorted(
        (share for share in score.shares if round(share.gain, 2) < 0),
        key=lambda share: share.gain,
    )
    return tuple(
        _pointer(
            f"{addresses.change_name(share.change, 80)}: "
            f"{signed(-share.gain, 'points')}",
            share.change,
            addresses,
        )
        for share in shares
    )


def _pointer(words: str, change: str, addresses: Addresses) -> Pointer:
    return Pointer(text=words, href=f"#{addresses.change_id(change) or 'bought'}")


def unbought(result: ComparisonResult) -> str:
    """Return why no change is named as one that took friction off."""
    if result.same or not result.changes:
        return "There is no change to credit."
    if attribution(result.credit, "score") is None:
        return undivided(result)
    return "No change takes friction off."


def undivided(result: ComparisonResult) -> str:
    """Return why no change has a share of what was gained."""
    why = shorten(result.credit.note, NOTE)
    start = "What was gained cannot be divided among the changes"
    return f"{start}: {why}" if why else f"{start}."
