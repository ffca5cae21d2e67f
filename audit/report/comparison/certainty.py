"""Are we sure: would the after still be better if rates, weights or inputs were off?"""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.headline import direction
from audit.report.comparison.wording import NEW, SIDES, of_cases, of_draws, signed
from audit.report.page.amounts import whole_share
from audit.report.page.names import capital, listing, shorten
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.result import Certainty, ComparisonResult, Spread
from audit.units import format_number, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class GainRange:
    """A range of points saved, as a whisker: 5 %, 50 % and 95 % of the draws."""

    label: str
    low: float
    likely: float
    high: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GainRanges:
    """The whiskers of the chart."""

    ranges: tuple[GainRange, ...]
    title: str
    text: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """The section."""

    heading: str
    sentences: tuple[str, ...]
    ranges: GainRanges | None
    against: Table | None
    variance: str


def certainty(result: ComparisonResult) -> Sure:
    """Return the section for a result."""
    certain = result.certainty
    return Sure(
        heading=_heading(result),
        sentences=(
            *((_at_any_price(certain),) if _at_any_price(certain) else ()),
            _in_draws(certain),
            _at_worst(certain),
            _with_inputs(certain),
        ),
        ranges=None if result.same else _ranges(result),
        against=_against(result),
        variance=_variance(certain),
    )


def sure_in_short(result: ComparisonResult) -> tuple[str, ...]:
    """Return how sure we are, in clauses for the first screen."""
    certain = result.certainty
    if result.same:
        return ("Both files state the same, so no price could tell them apart",)
    if certain.dominates:
        clauses = [
            f"It needs no more of anything that we count{_as_stated(certain)}: better "
            "at any prices"
        ]
    elif certain.dominated:
        clauses = [
            f"It needs more of something and less of nothing{_as_stated(certain)}: "
            "worse at any prices"
        ]
    else:
        draws = of_draws(certain.share_better, certain.draws)
        points = plural(round(abs(certain.box_gain), 1), "point")
        worst = "still saves" if certain.box_gain > 0 else "would add"
        clauses = [
            f"Less friction in {draws} of rates and weights; nine in ten of them "
            f"{_saved(certain.gain)}",
            f"With every rate as bad as can be it {worst} {points}",
        ]
    if certain.inputs_share_better is not None:
        draws = of_cases(
            certain.inputs_share_better, certain.input_draws, certain.draws
        )
        numbers = plural(certain.inputs_drawn, "uncertain number")
        opening = "But if" if _hangs_on_numbers(certain) else "If"
        verb = "is" if certain.inputs_drawn == 1 else "are"
        clauses.append(
            f"{opening} {numbers} of the files {verb} drawn too: less in {draws}"
        )
    return tuple(clauses)


def _heading(result: ComparisonResult) -> str:
    certain = result.certainty
    if result.same:
        return "There is no difference to be sure of"
    if certain.dominates:
        return f"{capital(NEW)} is better at any prices{_if_they_hold(certain)}"
    if certain.dominated:
        return f"{capital(NEW)} is worse at any prices{_if_they_hold(certain)}"
    if direction(result) < 0 and certain.box_gain > 0:
        return f"{capital(NEW)} is better even if every rate is as bad as can be"
    draws = of_draws(certain.share_better, certain.draws)
    return f"{capital(NEW)} is better in {draws} of rates and weights"


def _hangs_on_numbers(certain: Certainty) -> bool:
    """Say whether what holds at any prices may fail if the files are a little off.

    A certificate takes the numbers of the files as they stand and lets prices be
    anything; the wider draws let the numbers move as well.
    """
    share = certain.inputs_share_better
    if share is None:
        return False
    return (certain.dominates and share < 1) or (certain.dominated and share > 0)


def _as_stated(certain: Certainty) -> str:
    return ", with the numbers as stated" if _hangs_on_numbers(certain) else ""


def _if_they_hold(certain: Certainty) -> str:
    return ", if the numbers of the files hold" if _hangs_on_numbers(certain) else ""


def _at_any_price(certain: Certainty) -> str:
    if certain.dominates:
        return (
            f"{capital(NEW)} needs no more of anything that we count, so it is better "
            "whatever a minute or a day is worth."
        )
    if certain.dominated:
        return (
            f"{capital(NEW)} needs no less of anything that we count and more of "
            "something, so it is worse whatever a minute or a day is worth."
        )
    return ""


def _in_draws(certain: Certainty) -> str:
    draws = of_draws(certain.share_better, certain.draws)
    return (
        f"{capital(NEW)} has less friction in {draws} of rates and weights; "
        f"nine in ten of them {_saved(certain.gain)}."
    )


def _saved(gain: Spread) -> str:
    low, high = format_number(abs(gain.low), 0), format_number(abs(gain.high), 0)
    if gain.low >= 0:
        return f"save between {low} and {high} points"
    if gain.high <= 0:
        return f"add between {high} and {low} points"
    return f"lie between {low} points more and {high} points less"


def _at_worst(certain: Certainty) -> str:
    points = plural(round(abs(certain.box_gain), 1), "point")
    if certain.box_gain > 0:
        return (
            "Even if every rate is as bad for it as its range allows, it saves "
            f"{points}."
        )
    start = "If every rate were as bad for it as its range allows, it would "
    start += f"take {points} more" if round(certain.box_gain, 1) else "save nothing"
    if not certain.tipping:
        return f"{start}."
    names = listing([shorten(name, 60).lower() for name in certain.tipping])
    rates = "the rate" if len(certain.tipping) == 1 else "the rates"
    return f"{start}. The gain is gone once {rates} of {names} are so bad together."


def _with_inputs(certain: Certainty) -> str:
    if certain.inputs_share_better is None:
        return (
            "No number of the two files is a range or a guess, so only rates and "
            "weights were drawn."
        )
    draws = of_cases(certain.inputs_share_better, certain.input_draws, certain.draws)
    numbers = plural(certain.inputs_drawn, "number")
    verb = (
        "is a range or a guess"
        if certain.inputs_drawn == 1
        else ("are ranges or guesses")
    )
    return (
        f"{numbers} of the two files {verb}; with them drawn as well, {NEW} has less "
        f"friction in {draws}."
    )


def _variance(certain: Certainty) -> str:
    """Return what the doubt comes from: rates and weights, or the files."""
    whole = certain.prices_variance + certain.inputs_variance
    if certain.inputs_share_better is None or whole <= 0:
        return ""
    prices = certain.prices_variance / whole
    if prices >= 0.5:
        return (
            f"{whole_share(prices)} of the doubt comes from rates and weights, the "
            "rest from the numbers of the files. Measuring more would not settle it."
        )
    return (
        f"{whole_share(1 - prices)} of the doubt comes from the numbers of the files, "
        "the rest from rates and weights. Measuring is what makes this surer."
    )


def _ranges(result: ComparisonResult) -> GainRanges:
    certain = result.certainty
    ranges = [_range("Rates and weights drawn", certain.gain)]
    if certain.inputs_gain is not None:
        ranges.append(_range("Numbers of the files drawn too", certain.inputs_gain))
    return GainRanges(
        ranges=tuple(ranges),
        title="Points that the change saves, and how far that may be off",
        text="; ".join(f"{part.label}: {part.text}" for part in ranges) + ".",
        caption=(
            "Nine draws in ten lie within a line, half of them to each side of its "
            f"dot. To the left of nought, {NEW} would be worse."
        ),
    )


def _range(label: str, gain: Spread) -> GainRange:
    low, likely, high = (
        format_number(x, 0).replace("-", "\N{MINUS SIGN}")
        for x in (gain.low, gain.likely, gain.high)
    )
    return GainRange(
        label=label,
        low=gain.low,
        likely=gain.likely,
        high=gain.high,
        text=f"{likely} ({low} to {high})",
    )


def _against(result: ComparisonResult) -> Table | None:
    against = result.certainty.against
    if not against:
        return None
    return Table(
        id="t-against",
        caption=f"What {NEW} needs more of, per hire, and what that costs in points",
        columns=(
            Column(label="What"),
            *text_columns("Who bears it"),
            *number_columns("More", "Points", "At the worst rate"),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=capital(shorten(item.label, 60))),
                    Cell(text=SIDES.get(item.side, item.side)),
                    Cell(text=signed(item.more, item.unit)),
                    Cell(text=signed(item.points, "")),
                    Cell(text=signed(item.worst, "")),
                )
            )
            for item in against
        ),
    )
