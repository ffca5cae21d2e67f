"""The benefits case: what a year saves, in which kind of coin, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.change_table import cost_in_words
from audit.report.comparison.wording import MINUS, money_range
from audit.report.page.amounts import amount
from audit.report.page.names import capital, listing, shorten
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.result import BenefitLine, Benefits, ComparisonResult, Spread
from audit.units import format_number, plural

KINDS = {
    "cashable": "Money no longer spent",
    "capacity": "Hours free for other work",
    "not monetary": "Counted, without a price",
}
"""What kind of benefit a line is, from hardest to softest."""

NEEDED = {"cashable": "Money spent on top", "capacity": "Hours needed"}
"""The same where every line of a kind takes more: a cost is no negative benefit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The section."""

    heading: str
    lede: str
    tables: tuple[Table, ...]
    """The benefits, kind by kind."""
    costs: Table | None
    totals: tuple[str, ...]
    payback: str
    supply: tuple[str, ...]
    """What only the client can say."""


def benefits_case(result: ComparisonResult, addresses: Addresses) -> Case:
    """Return the section for a result."""
    benefits = result.benefits
    return Case(
        heading=_heading(benefits),
        lede=(
            f"{_costs_in_words(benefits)}"
            "Three kinds of benefit, never added up: money that is no longer spent; "
            "hours that become free, worth their hourly cost only if they are used; "
            "and what is counted but has no price. Minus means that it takes more."
        ),
        tables=tuple(
            table
            for place, kind in enumerate(KINDS, start=1)
            if (table := _table(kind, place, benefits)) is not None
        ),
        costs=_costs(result, addresses),
        totals=_totals(benefits),
        payback=payback(benefits),
        supply=supply(result, addresses),
    )


def _heading(benefits: Benefits) -> str:
    if benefits.hires_per_year is None:
        return "What a hire saves; the file does not say how many there are"
    hires = plural(benefits.hires_per_year, "hire")
    saved, needed = [], []
    for spread, free, taken in (
        (benefits.cashable, "in money no longer spent", "in money spent on top"),
        (benefits.capacity, "in hours free for other work", "in hours needed"),
    ):
        if spread is not None and spread.likely > 0:
            saved.append(f"{money_range(spread, benefits.currency)} {free}")
        elif spread is not None and spread.likely < 0:
            needed.append(
                f"{money_range(_opposite(spread), benefits.currency)} {taken}"
            )
    parts = [
        f"{verb} {listing(found)}"
        for verb, found in (("saves", saved), ("costs", needed))
        if found
    ]
    words = listing(parts) or "saves no money that we can count"
    return f"A year of {hires} {words}{_comes_back(benefits)}"


def _comes_back(benefits: Benefits) -> str:
    """Return when the stated costs come back, for the heading; may be empty."""
    months = benefits.payback_months
    return "" if months is None else f"; the stated costs {_back(months)}"


def _costs_in_words(benefits: Benefits) -> str:
    """Return what all changes cost together, as the files state it; may be empty."""
    parts = [
        f"{money_range(spread, benefits.currency)} {when}"
        for spread, when in (
            (benefits.one_off, "once"),
            (benefits.per_year_cost, "a year"),
        )
        if spread is not None
    ]
    return f"Stated cost of the changes: {listing(parts)}. " if parts else ""


def _opposite(spread: Spread) -> Spread:
    """Return the costs that a range of negative benefits stands for."""
    return Spread(low=-spread.high, likely=-spread.likely, high=-spread.low)


def _table(kind: str, place: int, benefits: Benefits) -> Table | None:
    lines = [line for line in benefits.lines if line.kind == kind]
    if not lines:
        return None
    yearly = benefits.hires_per_year is not None
    priced = yearly and any(line.money_per_year is not None for line in lines)
    needed = kind in NEEDED and all(line.per_hire < 0 for line in lines)
    if needed:
        lines = [_as_cost(line) for line in lines]
    did, worth = ("Needed", "Cost") if needed else ("Saved", "Worth")
    labels = [f"{did} per hire"]
    labels += [f"{did} per year"] if yearly else []
    labels += [f"{worth} per year"] if priced else []
    return Table(
        id=f"t-benefits-{place}",
        caption=NEEDED[kind] if needed else KINDS[kind],
        columns=(Column(label="What"), *number_columns(*labels)),
        rows=tuple(
            _row(line, benefits, yearly=yearly, priced=priced) for line in lines
        ),
    )


def _as_cost(line: BenefitLine) -> BenefitLine:
    """Return a line of what takes more as what it takes."""
    money, yearly = line.money_per_year, line.per_year
    return replace(
        line,
        per_hire=-line.per_hire,
        per_year=None if yearly is None else -yearly,
        money_per_year=None if money is None else _opposite(money),
    )


def _row(line: BenefitLine, benefits: Benefits, *, yearly: bool, priced: bool) -> Row:
    cells = [
        Cell(text=capital(shorten(line.label, 60))),
        Cell(text=_saved(line.per_hire, line.unit, benefits.currency)),
    ]
    if yearly:
        cells.append(
            Cell(
                text="–"
                if line.per_year is None
                else _saved(line.per_year, line.unit, benefits.currency)
            )
        )
    if priced:
        money = line.money_per_year
        cells.append(
            Cell(text="·" if money is None else money_range(money, benefits.currency))
        )
    return Row(cells=tuple(cells))


def _saved(value: float, unit: str, currency: str) -> str:
    if unit == "minutes" and abs(value) >= 6000:
        # A year's minutes are read in hours.
        words = plural(round(abs(value) / 60), "hour")
    else:
        words = amount(abs(value), unit, currency)
    return f"{MINUS}{words}" if value < 0 else words


def _totals(benefits: Benefits) -> tuple[str, ...]:
    """Return the sums of a year, each kind for itself."""
    sentences = []
    for spread, saved, needed in (
        (benefits.cashable, "Money no longer spent", "Money spent on top"),
        (
            benefits.capacity,
            "Worth of the hours that become free",
            "Cost of the hours needed",
        ),
        (
            benefits.vacancy,
            "Days of empty posts saved, at your own cost of a day",
            "Days of empty posts added, at your own cost of a day",
        ),
    ):
        if spread is None:
            continue
        costs = spread.likely < 0
        shown = money_range(_opposite(spread) if costs else spread, benefits.currency)
        sentences.append(f"{needed if costs else saved}: {shown} a year.")
    return tuple(sentences)


def payback(benefits: Benefits) -> str:
    """Return when the stated costs have come back, as a range."""
    if benefits.payback_months is None:
        if benefits.one_off is None and benefits.per_year_cost is None:
            return "Payback is not assessed: no change states what it costs."
        return "Payback is not assessed: the file does not say how many are hired."
    everything, cash = benefits.payback_months, benefits.payback_cashable_months
    words = f"Counting all benefits, the stated costs {_back(everything)}."
    if cash is not None and cash != everything:
        words += f" Counting only money no longer spent, they {_back(cash)}."
    return words


def _back(months: tuple[float | None, float | None]) -> str:
    """Return when costs come back, from the soonest to the latest month."""
    soonest, latest = months
    if soonest is None:
        return "never come back"
    first = format_number(soonest, 1)
    if latest is None:
        return f"come back after {_month(soonest)} at the soonest, at the worst never"
    if format_number(latest, 1) == first:
        return f"come back after {_month(soonest)}"
    return f"come back after {first} to {_month(latest)}"


def _month(months: float) -> str:
    return plural(float(f"{months:.1f}"), "month")


def _costs(result: ComparisonResult, addresses: Addresses) -> Table | None:
    if all(change.cost is None for change in result.changes):
        return None
    currency = result.benefits.currency
    return Table(
        id="t-costs",
        caption="What the changes cost, as the files state it",
        columns=(Column(label="Change"), Column(label="Cost")),
        rows=tuple(
            Row(
                cells=(
                    Cell(
                        text=addresses.change_name(change.id, 70),
                        href=f"#{addresses.change_id(change.id)}",
                    ),
                    Cell(text=cost_in_words(change, currency)),
                )
            )
            for change in result.changes
        ),
    )


def lacks_vacancy(result: ComparisonResult) -> bool:
    """Say whether all but the cost of an empty post is there to price its days."""
    benefits = result.benefits
    return (
        benefits.vacancy is None
        and benefits.hires_per_year is not None
        and any(line.unit == "days" for line in benefits.lines)
        and result.before.process.currency == result.after.process.currency
    )


def supply(result: ComparisonResult, addresses: Addresses) -> tuple[str, ...]:
    """Return what the case lacks and only the client can say, weightiest first."""
    benefits, asked = result.benefits, []
    if benefits.hires_per_year is None:
        asked.append("How many are hired a year (`hires_per_year`).")
    if benefits.costs_unstated:
        names = addresses.change_names(benefits.costs_unstated)
        cost = "costs" if len(benefits.costs_unstated) == 1 else "cost"
        asked.append(
            f"What {names} {cost} (`cost`): until then the case looks too good."
        )
    if lacks_vacancy(result):
        asked.append(
            "What a day of an empty post costs (`vacancy_cost`): only you can know it, "
            "so there is no default."
        )
    return tuple(asked)
