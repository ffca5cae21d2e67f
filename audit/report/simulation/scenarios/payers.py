"""Who pays for each scenario: candidates, staff, their other work, openings, money.

Told are differences that are more than chance, in both directions: what one side no
longer does, another may have to.
"""

from __future__ import annotations

from audit.pipeline.who_pays import matters, money_of, more_fees
from audit.report.page.names import shorten
from audit.report.page.table import Cell, Row, Table, text_columns
from audit.report.simulation.spans import whole
from audit.report.simulation.words import figure, mean_of
from audit.result.simulation import (
    SimulatedChange,
    SimulatedPair,
    SimulatedVariant,
    SimulationScenarios,
)
from audit.units import format_money

NAME = 40
NONE = "0"
NO_ONE = "no difference that counts"
COLUMNS = ("Candidates", "Staff and firms", "Their other work", "Openings", "Money")
CAPTION = (
    "For each payer, differences from before that are more than chance and more than a "
    "twentieth of what was there; their intervals stand with each scenario"
)


def payers(result: SimulationScenarios, names: tuple[str, ...]) -> Table:
    """Return a row for each scenario, in the order given."""
    return Table(
        id="t-who-pays",
        caption=CAPTION,
        columns=text_columns("Scenario", *COLUMNS),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=name),
                    *(
                        Cell(text=words or NO_ONE)
                        for words in (
                            _candidates(pair),
                            _staff(result.before, pair),
                            _other_work(pair),
                            _openings(pair),
                            _money(result.before, pair),
                        )
                    ),
                )
            )
            for pair, name in zip(result.pairs, names, strict=True)
        ),
    )


def _sure(pair: SimulatedPair, *keys: str) -> list[SimulatedChange]:
    """Return the changes that are more than chance and can be seen, costs first."""
    found = [
        one
        for one in pair.changes
        if one.key in keys and matters(one) and _size(one) != NONE
    ]
    # Less is better in all of these but openings filled, which stand alone.
    return sorted(found, key=lambda one: one.change.mean < 0)


def _size(one: SimulatedChange) -> str:
    """Return how large a change is, in its unit; "0" where it rounds to nothing."""
    size = abs(one.change.mean)
    words = figure(size, one.unit) if one.unit != "share" else whole(100 * size)
    return NONE if words.split(" ")[0] == NONE else words


def _candidates(pair: SimulatedPair) -> str:
    parts = []
    for one in _sure(
        pair, "days_to_hire", "rescinded_per_100_hires", "left_per_100_hires"
    ):
        match one.key:
            case "days_to_hire":
                parts.append(f"a hire takes {_size(one)} {_of_time(one)}")
            case "rescinded_per_100_hires":
                parts.append(f"{_size(one)} {_more(one)} lose an offer, for 100 hires")
            case "left_per_100_hires":
                parts.append(f"{_size(one)} {_more(one)} leave, for 100 hires")
    return "; ".join(parts)


def _more(one: SimulatedChange) -> str:
    return "more" if one.change.mean > 0 else "fewer"


def _of_time(one: SimulatedChange) -> str:
    return "more" if one.change.mean > 0 else "less"


def _staff(before: SimulatedVariant, pair: SimulatedPair) -> str:
    parts = [
        f"{shorten(one.name, NAME)} {_size(one)} a week {_of_time(one)}"
        for one in _sure(pair, "asked_hours")
    ]
    had = {line.of for line in before.lines if line.key == "asked_hours"}
    parts += [
        f"{shorten(line.name, NAME)}, new to it, {figure(mean_of(line), line.unit)} a "
        "week"
        for line in pair.after.lines
        if line.key == "asked_hours" and line.of not in had
    ]
    return "; ".join(parts)


def _other_work(pair: SimulatedPair) -> str:
    return "; ".join(
        f"a job of {shorten(one.name, NAME)} waits {_size(one)} {_of_time(one)}"
        for one in _sure(pair, "duty_wait_hours")
    )


def _openings(pair: SimulatedPair) -> str:
    return "; ".join(
        f"{_size(one)} {_more(one)} of 100 are filled"
        for one in _sure(pair, "openings_filled")
    )


def _money(before: SimulatedVariant, pair: SimulatedPair) -> str:
    more, currency = more_fees(before, pair.after), pair.after.currency
    word = "more" if more > 0 else "less"
    fees = f"{format_money(abs(more), currency)} {word} for each hire"
    parts = [fees if more else "fees as before"]
    if pair.cost is not None:
        parts.append(money_of(pair.cost, currency))
    return "; ".join(parts)
