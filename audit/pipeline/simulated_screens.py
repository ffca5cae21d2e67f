"""What the screens of a process do to qualified people, and what a call would bring.

How many qualified people a screen turns away for each hire: by a sample of those turned
away that somebody read again, else by the shares that the file states. How many to read
again to know it, what finding so many among them means, and what short calls to near
misses cost and bring, by the numbers of the profile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from audit.analysis import Analysis
from audit.analysis.screening import ScreenYield
from audit.ledger import Profile
from audit.ledger.near_misses import NearMissRates
from audit.model import ScreenMethod
from audit.pipeline.audited_shares import audited_share
from audit.result.screening import CallNumber, ReadingPlan, Reread, SimulatedScreen
from audit.simulation import (
    NearMissCalls,
    clopper_pearson,
    near_miss_calls,
    rejects_to_read,
    screening_loss,
)

POINTS = (10, 5, 3)
"""Half widths of the intervals for which the reading is planned."""
_PLANNED = 5
_MILESTONES = (0.05, 0.1, 0.2)
"""Shares of those read that the table shows beside none, one and two."""
_MINUTES_PER_HOUR = 60.0


def simulated_screens(
    analysis: Analysis, names: Mapping[str, str], profile: Profile
) -> tuple[SimulatedScreen, ...]:
    """Return the loss of each screen that states its shares or has a sample.

    Args:
        analysis: of the process.
        names: step -> name for people.
        profile: says what calls to near misses do, and what an hour of them costs.
    """
    found = []
    for screen in analysis.screens:
        arriving = analysis.experienced_visits[screen.step] / analysis.hired_share
        if arriving * (1 - screen.passing) > 0:
            made = _screen(screen, names[screen.step], arriving, profile)
            if analysis.process.currency != profile.currency:
                made = replace(made, call_cost=None)
            found.append(made)
    return tuple(found)


def _screen(
    screen: ScreenYield, name: str, arriving: float, profile: Profile
) -> SimulatedScreen:
    """Return the loss of one screen.

    Args:
        screen: what it does to those arriving.
        name: of its step.
        arriving: applications for each hire.
        profile: as above.
    """
    turned_away = arriving * (1 - screen.passing)
    lost = arriving * screen.qualified_lost
    share = lost / turned_away
    audited = audited_share(screen)
    to_read = rejects_to_read(_PLANNED / 100, share)
    read = to_read if audited is None else audited.read
    numbers = profile.near_miss_calls
    # To call those whom an expert has turned down would be a second opinion.
    called = 0.0 if screen.method == ScreenMethod.EXPERT else turned_away
    calls, least, most = (
        _calls(numbers, recognised, called, share, passed=arriving * screen.passing)
        for recognised in (
            numbers.recognised.value,
            numbers.recognised.low,
            numbers.recognised.high,
        )
    )
    return SimulatedScreen(
        step=screen.step,
        name=name,
        method=screen.method,
        turned_away=turned_away,
        qualified_lost=lost,
        audited=audited,
        to_read=to_read,
        plans=tuple(_plan(points, share) for points in POINTS),
        read=read,
        rereads=tuple(
            _reread(found, read, turned_away) for found in _worth_telling(read, share)
        ),
        calls=calls.calls,
        call_minutes=calls.minutes,
        call_cost=calls.minutes / _MINUTES_PER_HOUR * profile.employer_wage.per_hour,
        currency=profile.currency,
        passed_on=calls.passed_on,
        hires_gained=calls.hires_gained,
        hires_gained_low=least.hires_gained,
        hires_gained_high=most.hires_gained,
        call_numbers=_call_numbers(numbers),
    )


def _plan(points: int, expected: float) -> ReadingPlan:
    read = rejects_to_read(points / 100, expected)
    return ReadingPlan(
        points=points, read=read, none_found_below=clopper_pearson(0, read).high
    )


def _worth_telling(read: int, share: float) -> list[int]:
    """Return how many qualified people to tell of, the number expected included."""
    shares = (*_MILESTONES, share)
    found = {0, 1, 2, *(round(part * read) for part in shares)}
    return sorted(number for number in found if number <= read)


def _reread(qualified: int, read: int, turned_away: float) -> Reread:
    share = clopper_pearson(qualified, read)
    loss = screening_loss(turned_away, qualified, read)
    return Reread(
        qualified=qualified,
        share=share.share,
        low=share.low,
        high=share.high,
        lost=loss.qualified_lost,
        lost_low=loss.low,
        lost_high=loss.high,
    )


def _calls(
    numbers: NearMissRates,
    recognised: float,
    turned_away: float,
    share: float,
    *,
    passed: float,
) -> NearMissCalls:
    """Return what calls to the near misses of a screen cost and bring.

    Whoever a call passes on is taken to be hired as often as those who pass the screen
    today. More of the qualified are, so it is a cautious reckoning.
    """
    return near_miss_calls(
        numbers.near.value * turned_away,
        qualified_share=share,
        recognised=recognised,
        mistaken=numbers.mistaken.value,
        hired_if_qualified=min(1.0, 1 / passed) if passed > 0 else 0.0,
        minutes=numbers.call.value,
    )


def _call_numbers(numbers: NearMissRates) -> tuple[CallNumber, ...]:
    stated = {
        "near": numbers.near,
        "recognised": numbers.recognised,
        "mistaken": numbers.mistaken,
        "call": numbers.call,
    }
    return tuple(
        CallNumber(
            key=key,
            value=number.value,
            low=number.low,
            high=number.high,
            evidence=number.evidence,
            grade=number.grade,
            note=number.note,
        )
        for key, number in stated.items()
    )
