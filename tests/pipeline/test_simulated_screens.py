"""Qualified people lost to screens, against arithmetic by hand."""

from __future__ import annotations

import pytest

from audit.analysis import Analysis
from audit.ledger import load_profile
from audit.ledger.profile_file import load_profile_text
from audit.loaders import load_process_text
from audit.pipeline.simulated_screens import POINTS, simulated_screens
from audit.result.screening import SimulatedScreen

PROFILE = load_profile()
TEXT = """\
process: A
roles: {candidate: {side: candidate}, ats: {side: system}, hr: {side: employer}}
steps:
  - {id: apply, role: candidate}
  - id: filter
    role: ats
    screen: {method: keyword, qualified_share: 40%, passes_qualified: 50%,
             passes_unqualified: 10%}
    next: {review: pass, rejected: fail}
  - {id: review, role: hr, next: {hired: 25%, rejected: 75%}}
"""
AUDITED = TEXT.replace("10%}", "10%, audited: {read: 50, qualified: 6}}")


def screens(text: str = TEXT, profile: str = "") -> tuple[SimulatedScreen, ...]:
    prices = load_profile_text(profile) if profile else PROFILE
    analysis = Analysis(load_process_text(text))
    return simulated_screens(analysis, {"filter": "Filter"}, prices)


def test_the_loss_of_a_screen_by_hand() -> None:
    """Of 100 who come 26 pass and 6.5 are hired; 74 are turned away, 20 qualified."""
    (screen,) = screens()
    assert screen.name == "Filter"
    assert screen.audited is None
    assert screen.turned_away == pytest.approx(74 / 6.5)
    assert screen.qualified_lost == pytest.approx(20 / 6.5)
    assert screen.calls == pytest.approx(7.4 / 6.5)
    assert screen.call_minutes == pytest.approx(74 / 6.5)
    assert 250 < screen.to_read < 400


def test_what_the_calls_bring_by_hand() -> None:
    """Two of the 7.4 called are qualified; a quarter of those passed on is hired."""
    (screen,) = screens()
    calls = PROFILE.near_miss_calls
    for hires, recognised in (
        (screen.hires_gained, calls.recognised.value),
        (screen.hires_gained_low, calls.recognised.low),
        (screen.hires_gained_high, calls.recognised.high),
    ):
        assert hires == pytest.approx(2 / 6.5 * recognised * 0.25)
    passed = 2 * calls.recognised.value + 5.4 * calls.mistaken.value
    assert screen.passed_on == pytest.approx(passed / 6.5)
    hours = screen.call_minutes / 60
    assert screen.call_cost == pytest.approx(hours * PROFILE.employer_wage.per_hour)
    assert {number.key for number in screen.call_numbers} == {
        "near",
        "recognised",
        "mistaken",
        "call",
    }


def test_the_numbers_of_the_calls_are_the_profiles() -> None:
    """What a house has measured takes the place of our judgement."""
    (screen,) = screens(
        profile="profile: ours\nextends: default\n"
        "near_miss_calls: {near: 0.5, call: 6, recognised: 0.9}\n"
    )
    assert screen.calls == pytest.approx(37 / 6.5)
    assert screen.call_minutes == pytest.approx(6 * 37 / 6.5)
    assert screen.hires_gained == pytest.approx(10 / 6.5 * 0.9 * 0.25)
    assert screen.hires_gained_low == screen.hires_gained_high == screen.hires_gained


def test_no_money_across_currencies() -> None:
    """Wages of another currency are not passed off as the file's."""
    (screen,) = screens(TEXT.replace("process: A", "process: A\ncurrency: EUR"))
    assert screen.call_cost is None


def test_a_sample_takes_the_place_of_the_shares() -> None:
    """6 of 50 are 12 %: of 74 turned away for 6.5 hires, 8.88 and not 20."""
    (screen,) = screens(AUDITED)
    assert screen.turned_away == pytest.approx(74 / 6.5)
    assert screen.qualified_lost == pytest.approx(8.88 / 6.5)
    assert screen.audited is not None
    assert screen.audited.contradicts
    assert screen.audited.stated == pytest.approx(20 / 74)
    assert screen.read == 50
    assert 6 in {row.qualified for row in screen.rereads}


@pytest.mark.parametrize("text", [TEXT, AUDITED])
def test_what_so_many_mean(text: str) -> None:
    """Rows rise, hold their share, and scale to people for each hire."""
    (screen,) = screens(text)
    counts = [row.qualified for row in screen.rereads]
    assert counts == sorted(set(counts))
    assert counts[:3] == [0, 1, 2]
    expected = screen.qualified_lost / screen.turned_away
    assert round(expected * screen.read) in counts
    for row in screen.rereads:
        assert row.low <= row.share <= row.high
        assert row.share == pytest.approx(row.qualified / screen.read)
        assert row.lost == pytest.approx(row.share * screen.turned_away)
        assert row.lost_low == pytest.approx(row.low * screen.turned_away)
        assert row.lost_high == pytest.approx(row.high * screen.turned_away)


def test_more_precision_takes_more_reading() -> None:
    """10, 5 and 3 points; none found among n is under 3.7 of n, exactly."""
    (screen,) = screens()
    assert tuple(plan.points for plan in screen.plans) == POINTS
    reads = [plan.read for plan in screen.plans]
    assert reads == sorted(reads)
    assert reads[1] == screen.to_read
    for plan in screen.plans:
        exact = 1 - 0.025 ** (1 / plan.read)
        assert plan.none_found_below == pytest.approx(exact)


def test_a_screen_that_passes_all_loses_nobody() -> None:
    """Nothing to read again, nobody to call."""
    assert screens(TEXT.replace("50%", "100%").replace("10%", "100%")) == ()


def test_a_sample_of_one_has_rows_no_larger_than_itself() -> None:
    """None can find more qualified people than were read."""
    (screen,) = screens(TEXT.replace("10%}", "10%, audited: {read: 1, qualified: 1}}"))
    assert [row.qualified for row in screen.rereads] == [0, 1]


def test_nobody_calls_after_an_expert() -> None:
    """A person met with care is no near miss of a filter."""
    (screen,) = screens(TEXT.replace("keyword", "expert"))
    assert screen.qualified_lost > 0
    assert (screen.calls, screen.call_minutes, screen.hires_gained) == (0, 0, 0)
