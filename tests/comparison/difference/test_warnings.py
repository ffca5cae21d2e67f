"""Why two audits may not compare, said at the top of the page in plain sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from audit.comparison import warnings
from audit.result import AuditResult, Outline, ProfileSummary
from tests.comparison.audited_files import HEAD, audited, steps_file

STEPS = (
    "id: a, name: Apply, role: candidate, work: 1 h, wait: 1 day",
    "id: z, name: Start, role: hr, work: 5 min, wait: 1 day",
)
BASE = audited(steps_file(*STEPS))


def with_head(more: str, head: str = HEAD) -> AuditResult:
    return audited(steps_file(*STEPS, head=head + more))


def with_profile(**changes: object) -> AuditResult:
    return replace(BASE, profile=replace(BASE.profile, **changes))  # type: ignore[arg-type]


def with_outline(**changes: object) -> AuditResult:
    return replace(BASE, process=replace(BASE.process, **changes))  # type: ignore[arg-type]


def rates(change: Callable[[float], float], count: int) -> ProfileSummary:
    """Return the profile with the first rates changed."""
    changed = tuple(
        replace(rate, rate=change(rate.rate)) if place < count else rate
        for place, rate in enumerate(BASE.profile.rates)
    )
    return replace(BASE.profile, rates=changed)


def test_two_audits_of_one_kind_are_not_warned_of() -> None:
    """A warning that is always there is read by nobody."""
    assert warnings(BASE, BASE) == ()
    other = audited(
        steps_file("id: a, role: candidate, work: 2 h, wait: 1 day", STEPS[1])
    )
    assert warnings(BASE, other) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another title"},
        {"variant": "after"},
        {"note": "Another note"},
        {"about": {}},
    ],
)
def test_words_are_no_reason_for_a_warning(changes: dict[str, object]) -> None:
    """The after may be called anything."""
    assert warnings(BASE, with_outline(**changes)) == ()


CASES: dict[str, tuple[AuditResult, AuditResult, str]] = {
    "scope": (
        BASE,
        with_head("", HEAD.replace("onboarding", "end-to-end")),
        "The scope differs: onboarding before, end-to-end after. Each scope is "
        "measured against a typical process of its own, so scores and grades do not "
        "compare.",
    ),
    "no scope": (
        with_head("", HEAD.replace("scope: onboarding\n", "")),
        BASE,
        "The scope differs: not stated before, onboarding after. Each scope is "
        "measured against a typical process of its own, so scores and grades do not "
        "compare.",
    ),
    "clock": (
        with_head("clock: {start: a, stop: start work}\n"),
        with_head("clock: {start: z, stop: start work}\n"),
        "The clock runs from “Apply” to “start work” before and from “Start” to "
        "“start work” after, so the days do not compare.",
    ),
    "no clock": (
        BASE,
        with_head("clock: {start: z}\n"),
        "The clock runs over the whole file before and from “Start” after, so the "
        "days do not compare.",
    ),
    "days": (
        BASE,
        with_head("clock: {days: business}\n"),
        "Plain days in the file are calendar days before and business days after. "
        "Both are shown in calendar days; see that a wait that did not change is not "
        "written the same way in both.",
    ),
    "currency": (
        BASE,
        with_head("currency: EUR\n"),
        "Money is in USD before and in EUR after, so amounts of money are not "
        "compared.",
    ),
    "hires": (
        with_head("hires_per_year: 240\n"),
        with_head("hires_per_year: 1200\n"),
        "The files state different numbers of hires a year: 240 before, 1,200 after. "
        "Amounts of a year, and how full desks are, differ for that reason too.",
    ),
    "hires of one": (
        with_head("hires_per_year: 240\n"),
        BASE,
        "Only the before says how many people are hired in a year (240).",
    ),
    "weights": (
        BASE,
        with_profile(weights={"candidate": 0.5, "employer": 0.25, "time": 0.25}),
        "The two are priced by different profiles (both named “default”). They differ "
        "in the weights: candidate 0.4, employer 0.3, time 0.3 before, candidate 0.5, "
        "employer 0.25, time 0.25 after. Points and money do not compare.",
    ),
    "reference": (
        BASE,
        with_profile(reference={**BASE.profile.reference, "days": 99.0}),
        "The two are priced by different profiles (both named “default”). They differ "
        "in what the typical or the good process takes. Points and money do not "
        "compare.",
    ),
    "wages and a rate": (
        BASE,
        replace(
            BASE,
            profile=replace(
                rates(lambda rate: rate * 2, 1),
                wages={"candidate": 1.0, "employer": 2.0},
            ),
        ),
        "The two are priced by different profiles (both named “default”). They differ "
        "in what an hour costs; 1 rate (Pages to read). Points and money do not "
        "compare.",
    ),
    "many rates": (
        BASE,
        replace(BASE, profile=replace(rates(lambda rate: rate + 1, 5), name="own")),
        "The two are priced by different profiles (“default” before, “own” after). "
        "They differ in 5 rates (Pages to read, Pages to fill in, Answers to give and "
        "2 more). Points and money do not compare.",
    ),
    "a name": (
        BASE,
        with_profile(name="own"),
        "The profiles have two names (“default” before, “own” after) and the same "
        "numbers.",
    ),
    "a missing rate": (
        BASE,
        with_profile(rates=BASE.profile.rates[1:]),
        "The two are priced by different profiles (both named “default”). They differ "
        "in 1 rate (Pages to read). Points and money do not compare.",
    ),
    "version": (
        replace(BASE, tool=replace(BASE.tool, version="0.0.1"), schema_version=0),
        replace(BASE, tool=replace(BASE.tool, version="0.0.2"), schema_version=1),
        "The two come from different versions of the program: 0.0.1 (schema 0) before, "
        "0.0.2 (schema 1) after. What is counted may differ; audit both files anew.",
    ),
    "effort of one": (
        audited(steps_file("id: a, role: candidate, wait: 1 day", STEPS[1])),
        BASE,
        "Only the after says what the candidate has to do. The before is scored "
        "without it, so the difference in points is partly a difference in what was "
        "written down.",
    ),
    "time of one": (
        BASE,
        audited(
            steps_file(
                "id: a, role: candidate, work: 1 h", "id: z, role: hr, work: 5 min"
            )
        ),
        "Only the before says how long any step takes. The after is scored without "
        "it, so the difference in points is partly a difference in what was written "
        "down.",
    ),
}


@pytest.mark.parametrize(("before", "after", "sentence"), CASES.values(), ids=CASES)
def test_what_makes_two_audits_hard_to_compare_is_said(
    before: AuditResult, after: AuditResult, sentence: str
) -> None:
    """A director must not read a difference of yardsticks as one of processes."""
    assert warnings(before, after) == (sentence,)
    (back,) = warnings(after, before)
    assert back != sentence or "both named" in sentence


def test_a_clock_that_starts_at_a_renamed_step_is_the_same_clock() -> None:
    """An id is no moment in time."""
    before = with_head("clock: {start: a}\n")
    after = audited(
        steps_file(
            STEPS[0].replace("id: a", "id: apply, was: a"),
            STEPS[1],
            head=HEAD + "clock: {start: apply}\n",
        )
    )
    assert warnings(before, after, {"a": "apply", "z": "z"}) == ()
    assert len(warnings(before, after)) == 1


def test_another_scope_is_not_blamed_on_the_profile() -> None:
    """One reason, one sentence."""
    other = with_head("", HEAD.replace("onboarding", "end-to-end"))
    assert other.profile.reference != BASE.profile.reference
    assert len(warnings(BASE, other)) == 1


def test_hostile_words_come_out_short_and_inert() -> None:
    """A currency of ten thousand letters must not fill the top of the page."""
    hostile = "\u202e<b>\x1b[31m" + "x" * 10_000
    outline: Outline = replace(
        BASE.process,
        currency=hostile,
        clock={"start": hostile, "stop": hostile, "days": "calendar"},
    )
    other = replace(
        BASE,
        process=outline,
        profile=replace(BASE.profile, name=hostile),
        tool=replace(BASE.tool, version=hostile),
    )
    found = warnings(BASE, other)
    assert len(found) == 4
    for sentence in found:
        assert len(sentence) < 400
        assert "\u202e" not in sentence
        assert "\x1b" not in sentence
