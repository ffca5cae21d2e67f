"""All scenarios in one table: the headline numbers, and what each does to them."""

from __future__ import annotations

from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.scenarios.names import BEFORE
from audit.report.simulation.spans import NOT_GIVEN, signed, told
from audit.report.simulation.words import figure, line_of, verdict_of
from audit.result.difference import Verdict
from audit.result.simulation import (
    SimulatedChange,
    SimulatedPair,
    SimulatedVariant,
    SimulationScenarios,
)

NUMBERS = {
    "days_to_hire": "Days to hire",
    "openings_filled": "Openings filled",
    "rescinded_per_100_hires": "Offers taken back, for 100 hires",
    "left_per_100_hires": "People who leave, for 100 hires",
}
"""Columns by the key of the number."""
CAPTION = (
    "Each number, its difference from before, and the word for it. May be chance: the "
    "difference is not distinguishable from chance"
)


def remedies(result: SimulationScenarios, names: tuple[str, ...]) -> Table:
    """Return a row for the before and for each scenario, in the order given."""
    return Table(
        id="t-remedies",
        caption=CAPTION,
        columns=(*text_columns("Process"), *number_columns(*NUMBERS.values())),
        rows=(
            _before(result.before),
            *(
                _after(pair, name, f"#scenario-{place}")
                for place, (pair, name) in enumerate(
                    zip(result.pairs, names, strict=True), start=1
                )
            ),
        ),
    )


def change_of(pair: SimulatedPair, key: str, of: str = "") -> SimulatedChange | None:
    """Return what one number does; None where before or after lacks it."""
    return next((one for one in pair.changes if (one.key, one.of) == (key, of)), None)


def _before(variant: SimulatedVariant) -> Row:
    cells = []
    for key in NUMBERS:
        line = line_of(variant, key)
        cells.append(
            Cell(text=NOT_GIVEN if line is None else told(line.number, line.unit))
        )
    return Row(cells=(Cell(text=BEFORE), *cells))


def _after(pair: SimulatedPair, name: str, href: str) -> Row:
    return Row(
        cells=(
            Cell(text=name, href=href),
            *(_cell(change_of(pair, key)) for key in NUMBERS),
        )
    )


def _cell(one: SimulatedChange | None) -> Cell:
    if one is None:
        return Cell(text=NOT_GIVEN)
    return Cell(
        text=f"{figure(one.after.mean, one.unit)}, "
        f"{signed(one.change.mean, one.unit)}, {verdict_of(one)}",
        strong=one.verdict is Verdict.WORSE,
    )
