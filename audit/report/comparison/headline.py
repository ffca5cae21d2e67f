"""The sentence that answers: how much better or worse, and how sure that is."""

from __future__ import annotations

from audit.report.comparison.wording import per_cent
from audit.report.page.names import listing, opening_number
from audit.result import AuditResult, Certainty, ComparisonResult
from audit.units import format_days, format_minutes, format_number, plural

SURE = 0.9
"""Share of the draws that has to agree before a sentence says so without "may"."""

_EQUAL = 0.0005
"""Scores nearer than this, as a share of the before, count as one."""
_FRICTION = {"end-to-end": "hiring friction", "onboarding": "onboarding friction"}


def agreeing(certainty: Certainty) -> float:
    """Return the share of the draws in which the after is better, at the least.

    Where the inputs were drawn as well, the more doubtful of the two counts.
    """
    shares = [certainty.share_better]
    if certainty.inputs_share_better is not None:
        shares.append(certainty.inputs_share_better)
    return min(shares)


def doubting(certainty: Certainty) -> float:
    """Return the share of the draws in which the after is worse, at the least."""
    shares = [certainty.share_better]
    if certainty.inputs_share_better is not None:
        shares.append(certainty.inputs_share_better)
    return 1 - max(shares)


def direction(result: ComparisonResult) -> int:
    """Return -1 where the score falls, 1 where it rises, 0 where it stays."""
    before, after = result.before.score, result.after.score
    if abs(after - before) <= _EQUAL * before:
        return 0
    return 1 if after > before else -1


def is_sure(result: ComparisonResult) -> bool:
    """Say whether the draws agree on which of the two has less friction."""
    if direction(result) <= 0:
        return agreeing(result.certainty) >= SURE
    return doubting(result.certainty) >= SURE


def answer(result: ComparisonResult) -> str:
    """Return the one sentence that is the answer, with its numbers."""
    if result.same:
        return "No difference: before and after describe the same process"
    subject, one = _subject(result)
    may = "may " if direction(result) and not is_sure(result) else ""
    ending = "s" if one and not may else ""
    return f"{subject} {may}{_effect(result, ending)}{_and_days(result, ending)}"


def _subject(result: ComparisonResult) -> tuple[str, bool]:
    """Return who acts in the sentence, and whether it is a single thing."""
    count = len(result.changes)
    if count and all(change.origin == "overlay" for change in result.changes):
        words = "change" if count == 1 else "changes"
        return f"{opening_number(count)} {words}", count == 1
    return "The new process", True


def _effect(result: ComparisonResult, ending: str) -> str:
    before, after = result.before.score, result.after.score
    what = _FRICTION.get(
        result.after.process.scope or "", "the friction of this process"
    )
    match direction(result):
        case 0:
            return f"leave{ending} {what} as it is ({format_number(after, 0)} points)"
        case -1:
            return f"cut{ending} {what} by {per_cent((before - after) / before)}"
        case _:
            if before == 0:
                points = plural(round(after, 1), "point")
                return f"bring{ending} {points} of friction where there were none"
            return f"raise{ending} {what} by {per_cent((after - before) / before)}"


def _and_days(result: ComparisonResult, ending: str) -> str:
    """Return what becomes of the days; nothing where one file does not state them."""
    times = days_of_both(result)
    if times is None:
        return ""
    before, after, typical = times
    change = after - before
    if format_days(before) == format_days(after):
        return ""
    against = direction(result) * change < 0
    hire = "the typical hire" if typical else "a hire"
    more = "slower" if change > 0 else "faster"
    average = "" if typical else " on average"
    return (
        f"{', but' if against else ' and'} make{ending} {hire} "
        f"{format_days(abs(change))} {more}{average}"
    )


def days_of_both(result: ComparisonResult) -> tuple[float, float, bool] | None:
    """Return the days of a hire before and after, and whether they are medians.

    None where one of the two files does not state its waits.
    """
    before, after = result.before.time, result.after.time
    if not (before.waits_stated and after.waits_stated):
        return None
    if before.p50 is not None and after.p50 is not None:
        return before.p50, after.p50, True
    return before.mean, after.mean, False


def lede(result: ComparisonResult) -> str:
    """Return the scores and what a hire takes, both before and after."""
    if result.same:
        return f"Both hold {_scored(result.after)}."
    was, now = _scored(result.before), _scored(result.after)
    sentences = [
        f"The score stays at {now}"
        if was == now
        else f"The score goes from {was} to {now}"
    ]
    before, after = result.before, result.after
    efforts: list[tuple[str, str, str]] = []
    if before.time.waits_stated and after.time.waits_stated:
        old, new = format_days(before.time.mean), format_days(after.time.mean)
        efforts.append((old, new, "on average"))
    for key, who in (("candidate", "the candidate"), ("employer", "staff")):
        minutes = [side[key].minutes for side in (before.sides, after.sides)]
        if all(minutes):
            old, new = (format_minutes(x or 0.0) for x in minutes)
            efforts.append((old, new, f"of {who}"))
    if efforts:
        sentences.append(_takes(efforts))
    return ". ".join(sentences) + "."


def _scored(result: AuditResult) -> str:
    points = plural(float(f"{result.score:.0f}"), "point")
    return f"{points} (grade {result.grade})" if result.grade else points


def _takes(efforts: list[tuple[str, str, str]]) -> str:
    """Return what a hire takes: of days, of the candidate, of staff."""
    old, new, _ = efforts[0]
    takes = "still takes" if old == new else "takes"
    told = [
        f"{after} {what}" if before == after else f"{after} {what} instead of {before}"
        for before, after, what in efforts
    ]
    if takes == "takes":
        told = [
            f"still {words}" if before == after else words
            for words, (before, after, _) in zip(told, efforts, strict=True)
        ]
    return f"A hire {takes} {listing(told)}"
