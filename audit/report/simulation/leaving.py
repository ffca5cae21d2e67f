"""Who leaves when and why: people who walk away, by step and by reason."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.part_bars import Look, Part, PartBar, PartBars
from audit.report.simulation.spans import told, whole
from audit.report.simulation.words import line_of, mean_of
from audit.result.simulation import SimulatedLine, SimulatedVariant

ELSEWHERE = "left_for_other_per_100_hires"
TIRED = "left_waiting_per_100_hires"
PARTS = (
    Part(word="took another offer", look=Look.MAIN),
    Part(word="tired of waiting", look=Look.LOST),
)
SHOWN = 12
"""Steps that the chart draws; those that lose most, in the order of the process."""
LEAST = 0.05
"""People for 100 hires below which a step loses nobody worth a row."""
LEDE = (
    "For 100 hires, in the order of the process. Some take another offer while they "
    "are on their way, wherever they are; some go because a step kept them waiting too "
    "long. The file says how many other offers there are and how long people wait."
)
NOBODY = "Nobody walks away in these runs: the file lets nobody leave, or nobody did."


@dataclass(frozen=True, slots=True, kw_only=True)
class LossAt:
    """People who walk away at a step, for 100 hires."""

    name: str
    elsewhere: SimulatedLine | None
    tired: SimulatedLine | None

    @property
    def values(self) -> tuple[float, float]:
        """Those who took another offer, and those tired of waiting."""
        return mean_of(self.elsewhere), mean_of(self.tired)

    @property
    def total(self) -> float:
        """All who leave there."""
        return sum(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """The section."""

    heading: str
    lede: str
    bars: PartBars | None
    table: Table | None


def leaving(variant: SimulatedVariant) -> Leaving:
    """Return the section for a simulated process."""
    losses = losses_of(variant)
    if not losses:
        return Leaving(heading="Nobody walks away", lede=NOBODY, bars=None, table=None)
    total = mean_of(line_of(variant, "left_per_100_hires"))
    most = max(losses, key=lambda loss: loss.total)
    return Leaving(
        heading=f"{whole(total)} people walk away for 100 hires, most at "
        f"“{shorten(most.name, 60)}”",
        lede=LEDE,
        bars=_bars(losses),
        table=_table(losses),
    )


def losses_of(variant: SimulatedVariant) -> list[LossAt]:
    """Return the steps that lose somebody, in the order of the process."""
    steps = {
        line.of: line.name
        for line in variant.lines
        if line.of and line.key in (ELSEWHERE, TIRED)
    }
    every = (
        LossAt(
            name=name,
            elsewhere=line_of(variant, ELSEWHERE, step),
            tired=line_of(variant, TIRED, step),
        )
        for step, name in steps.items()
    )
    return [loss for loss in every if loss.total >= LEAST]


def _bars(losses: list[LossAt]) -> PartBars:
    least = sorted((loss.total for loss in losses), reverse=True)[:SHOWN][-1]
    drawn = [loss for loss in losses if loss.total >= least][:SHOWN]
    return PartBars(
        parts=PARTS,
        bars=tuple(
            PartBar(label=loss.name, values=loss.values, text=whole(loss.total))
            for loss in drawn
        ),
        title="Who walks away, step by step",
        text="; ".join(
            f"{shorten(loss.name)}: {whole(loss.values[0])} took another offer, "
            f"{whole(loss.values[1])} tired of waiting"
            for loss in drawn
        )
        + ".",
        caption="People for 100 hires. The longer a step takes, the more other offers "
        "arrive in it.",
    )


def _table(losses: list[LossAt]) -> Table:
    return Table(
        id="t-leaving",
        caption="People who walk away, for 100 hires",
        columns=(
            *text_columns("Step"),
            *number_columns("Took another offer", "Tired of waiting"),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=shorten(loss.name)),
                    *(_cell(line) for line in (loss.elsewhere, loss.tired)),
                )
            )
            for loss in losses
        ),
    )


def _cell(line: SimulatedLine | None) -> Cell:
    return Cell(text="0" if line is None else told(line.number, line.unit))
