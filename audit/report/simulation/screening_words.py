"""Screens in words: their loss, what a sample tells of it, and what calls bring."""

from __future__ import annotations

from audit.report.page.amounts import whole_share
from audit.report.page.names import shorten
from audit.result.screening import CallNumber, Reread, SimulatedScreen
from audit.units import format_minutes, format_money, format_number, format_share

POINTS = 5
"""Half the width of the interval that reading `to_read` again gives, in points."""


def people(number: float) -> str:
    """Return people for each hire: no finer than a hundredth of one."""
    return format_number(number, 2 if number < 9.995 else 1)


def per_100(hires: float) -> str:
    """Return hires gained, for 100 of today."""
    return format_number(100 * hires, 1)


def lost_words(screen: SimulatedScreen) -> str:
    """Return the qualified people lost for each hire, with their interval if known."""
    lost = people(screen.qualified_lost)
    if screen.audited is None:
        return lost
    low, high = _lost_interval(screen)
    return f"{lost} ({qualified_words(low, high)})"


def qualified_words(low: float, high: float) -> str:
    """Return an interval of people for each hire."""
    return f"{people(low)} to {people(high)}"


def share_interval(low: float, high: float) -> str:
    """Return an interval of shares, its unit said once."""
    return f"{format_share(low).removesuffix(' %')} to {format_share(high)}"


def sample_sentence(screen: SimulatedScreen) -> str:
    """Return what a sample told, or how to draw one and what it will tell."""
    name = shorten(screen.name)
    if screen.audited is None:
        return f"{name}: {_to_draw(screen)}"
    audited = screen.audited
    low, high = _lost_interval(screen)
    words = (
        f"{name}: {audited.qualified} of {audited.read} turned away and read again "
        f"were qualified, {format_share(audited.share)} (95 % interval "
        f"{share_interval(audited.low, audited.high)}): between "
        f"{people(low)} and {people(high)} people for each hire. "
    )
    if audited.contradicts and audited.stated is not None:
        words += (
            f"The other shares of the file say {format_share(audited.stated)}, which "
            "the sample rules out: mend them. "
        )
    return words + (
        f"To know it within {POINTS} points, read "
        f"{format_number(screen.to_read, 0)} in all."
    )


def calls_sentence(screen: SimulatedScreen) -> str:
    """Return what calls to near misses cost and what they save."""
    if not screen.calls:
        return f"{shorten(screen.name)}: an expert decides, so no calls are reckoned."
    called = {number.key: number for number in screen.call_numbers}
    name = shorten(screen.name)
    words = (
        f"{name}: calls of {format_minutes(called['call'].value)} to "
        f"{whole_share(called['near'].value)} of those turned away, "
        f"{people(screen.calls)} for each hire, take "
        f"{format_minutes(screen.call_minutes)} of staff"
    )
    if screen.call_cost is not None:
        words += f", worth {format_money(screen.call_cost, screen.currency)}"
    words += f", and send {people(screen.passed_on)} people to the next step. "
    if screen.hires_gained <= 0:
        return words + "They find nobody who would be hired."
    low, high = screen.hires_gained_low, screen.hires_gained_high
    fewer = screen.hires_gained / (1 + screen.hires_gained)
    return words + (
        f"They bring {per_100(screen.hires_gained)} hires more for 100 of today "
        f"({per_100(low)} to {per_100(high)}, by how well a call recognises the "
        "qualified) from the same applicants, or the same hires from "
        f"{format_share(fewer)} fewer."
    )


def what_it_is(row: Reread, screen: SimulatedScreen) -> str:
    """Return a word on the row that was found, or that the file leads to expect."""
    share = screen.qualified_lost / screen.turned_away
    if row.qualified != round(share * screen.read):
        return ""
    return "as the file says" if screen.audited is None else "found"


def call_number(number: CallNumber, value: float) -> str:
    """Return a value of a number of the calls with its unit."""
    return format_minutes(value) if number.key == "call" else format_share(value)


def range_of(number: CallNumber) -> str:
    """Return the range of a number of the calls; "–" where it has none."""
    if number.low == number.high:
        return "–"
    return f"{call_number(number, number.low)} to {call_number(number, number.high)}"


def _to_draw(screen: SimulatedScreen) -> str:
    share = screen.qualified_lost / screen.turned_away
    low, high = max(0.0, share - POINTS / 100), min(1.0, share + POINTS / 100)
    return (
        f"draw {format_number(screen.to_read, 0)} of those turned away by chance and "
        "let somebody who knows the work read them again. If "
        f"{whole_share(share)} of them are qualified, as the file says, the true "
        f"share is known within {POINTS} points, 95 % sure: between "
        f"{people(low * screen.turned_away)} and {people(high * screen.turned_away)} "
        "people for each hire. Write what was found under the key “audited”: it takes "
        "the place of the assumption."
    )


def _lost_interval(screen: SimulatedScreen) -> tuple[float, float]:
    assert screen.audited is not None
    return (
        screen.audited.low * screen.turned_away,
        screen.audited.high * screen.turned_away,
    )
