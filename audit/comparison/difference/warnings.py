"""Why two audits may not compare: plain sentences for the top of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from audit.comparison.difference.said import says_candidate, says_employer, says_time
from audit.comparison.difference.verdicts import differ
from audit.loaders.problem_text import shown
from audit.result import AuditResult, ProfileSummary, RateLine
from audit.units import format_number, plural

MOST_RATES = 3
"""Rates named in a sentence; the rest is counted."""


def warnings(
    before: AuditResult, after: AuditResult, pairs: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Return what makes two audits hard to compare, as sentences.

    Args:
        before: an audit.
        after: the audit after the change.
        pairs: step of the before -> the same step of the after, so that a clock that
            starts at a renamed step is the same clock.
    """
    return (
        *_scope(before, after),
        *_clock(before, after, pairs or {}),
        *_currency(before, after),
        *_profile(before.profile, after.profile),
        *_versions(before, after),
        *_silence(before, after),
        *_hires(before, after),
    )


def _scope(before: AuditResult, after: AuditResult) -> Iterator[str]:
    was, now = before.process.scope, after.process.scope
    if was != now:
        yield (
            f"The scope differs: {was or 'not stated'} before, {now or 'not stated'} "
            "after. Each scope is measured against a typical process of its own, so "
            "scores and grades do not compare."
        )


def _clock(
    before: AuditResult, after: AuditResult, pairs: Mapping[str, str]
) -> Iterator[str]:
    was, now = before.process.clock, after.process.clock
    if any(
        pairs.get(was[end] or "", was[end]) != now[end] for end in ("start", "stop")
    ):
        yield (
            f"The clock runs {_span(before)} before and {_span(after)} after, so the "
            "days do not compare."
        )
    if was["days"] != now["days"]:
        yield (
            f"Plain days in the file are {was['days']} days before and {now['days']} "
            "days after. Both are shown in calendar days; see that a wait that did not "
            "change is not written the same way in both."
        )


def _span(result: AuditResult) -> str:
    names = {step.id: step.name for step in result.process.steps}
    ends = [
        f"{word} “{shown(names.get(moment, moment))}”"
        for word, end in (("from", "start"), ("to", "stop"))
        if (moment := result.process.clock[end])
    ]
    return " ".join(ends) or "over the whole file"


def _currency(before: AuditResult, after: AuditResult) -> Iterator[str]:
    was, now = before.process.currency, after.process.currency
    if was != now:
        yield (
            f"Money is in {shown(was)} before and in {shown(now)} after, so amounts of "
            "money are not compared."
        )


def _profile(before: ProfileSummary, after: ProfileSummary) -> Iterator[str]:
    parts = list(_parts(before, after))
    named = before.name != after.name
    if not parts and not named:
        return
    names = (
        f"“{shown(before.name)}” before, “{shown(after.name)}” after"
        if named
        else f"both named “{shown(after.name)}”"
    )
    if parts:
        yield (
            f"The two are priced by different profiles ({names}). They differ in "
            f"{'; '.join(parts)}. Points and money do not compare."
        )
    else:
        yield f"The profiles have two names ({names}) and the same numbers."


def _parts(before: ProfileSummary, after: ProfileSummary) -> Iterator[str]:
    """Yield what differs between two profiles, in words."""
    if _numbers_differ(before.weights, after.weights):
        yield f"the weights: {_weights(before)} before, {_weights(after)} after"
    # Another scope has another reference as a matter of course; that has its sentence.
    same_scope = before.reference_scope == after.reference_scope
    if same_scope and _numbers_differ(before.reference, after.reference):
        yield "what the typical or the good process takes"
    if _numbers_differ(before.wages, after.wages):
        yield "what an hour costs"
    rates = _other_rates(before, after)
    if rates:
        named = ", ".join(shown(label) for label in rates[:MOST_RATES])
        rest = len(rates) - MOST_RATES
        more = f" and {rest} more" if rest > 0 else ""
        yield f"{plural(len(rates), 'rate')} ({named}{more})"


def _weights(profile: ProfileSummary) -> str:
    return ", ".join(
        f"{side} {format_number(weight)}" for side, weight in profile.weights.items()
    )


def _numbers_differ(before: Mapping[str, float], after: Mapping[str, float]) -> bool:
    return before.keys() != after.keys() or any(
        differ(before[name], after[name]) for name in before
    )


def _other_rates(before: ProfileSummary, after: ProfileSummary) -> list[str]:
    """Return the labels of the rates that are not the same in both."""
    old = {rate.factor: rate for rate in before.rates}
    new = {rate.factor: rate for rate in after.rates}
    return [
        shared.label
        for factor, shared in (old | new).items()
        if factor not in old
        or factor not in new
        or _numbers_differ(_prices(old[factor]), _prices(new[factor]))
    ]


def _prices(rate: RateLine) -> dict[str, float]:
    return {
        "rate": rate.rate,
        "low": rate.low,
        "high": rate.high,
        "felt": rate.felt,
        "cost": rate.cost,
    }


def _versions(before: AuditResult, after: AuditResult) -> Iterator[str]:
    was = (before.tool.version, before.schema_version)
    now = (after.tool.version, after.schema_version)
    if was != now:
        yield (
            f"The two come from different versions of the program: {shown(was[0])} "
            f"(schema {was[1]}) before, {shown(now[0])} (schema {now[1]}) after. What "
            "is counted may differ; audit both files anew."
        )


def _silence(before: AuditResult, after: AuditResult) -> Iterator[str]:
    for says, what in (
        (says_candidate, "what the candidate has to do"),
        (says_employer, "what staff have to do"),
        (says_time, "how long any step takes"),
    ):
        if says(before) != says(after):
            one, other = ("before", "after") if says(before) else ("after", "before")
            yield (
                f"Only the {one} says {what}. The {other} is scored without it, so the "
                "difference in points is partly a difference in what was written down."
            )


def _hires(before: AuditResult, after: AuditResult) -> Iterator[str]:
    was, now = before.process.hires_per_year, after.process.hires_per_year
    if was is not None and now is not None and differ(was, now):
        yield (
            f"The files state different numbers of hires a year: {format_number(was)} "
            f"before, {format_number(now)} after. Amounts of a year, and how full "
            "desks are, differ for that reason too."
        )
    for stated, other, which in ((was, now, "before"), (now, was, "after")):
        if stated is not None and other is None:
            yield (
                f"Only the {which} says how many people are hired in a year "
                f"({format_number(stated)})."
            )
