"""Who leaves when and why: people who walk away, by step and by reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.report.page.names import capital, shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.course import in_course
from audit.report.simulation.part_bars import Look, Part, PartBar, PartBars
from audit.report.simulation.spans import told, whole
from audit.report.simulation.words import line_of, mean_of
from audit.result.simulation import SimulatedLine, SimulatedVariant

ELSEWHERE = "left_for_other_per_100_hires"
TIRED = "left_waiting_per_100_hires"
STATED = "left_as_stated_per_100_hires"
REASONS = {
    ELSEWHERE: Part(word="took another offer", look=Look.MAIN),
    TIRED: Part(word="tired of waiting", look=Look.LOST),
    STATED: Part(word="withdrew or declined, as stated", look=Look.OTHER),
}
"""Why people leave, by the key of the number."""
SHOWN = 12
"""Steps that the chart draws; those that lose most, in the order of the process."""
LEAST = 0.05
"""People for 100 hires below which a step loses nobody worth a row."""
LEDE = (
    "For 100 hires, in the order of the process. Some take another offer while they "
    "are on their way, wherever they are; some go because a step kept them waiting too "
    "long; some withdraw or decline by a share that the file states. It says how many "
    "other offers there are, too, and how long people wait."
)
NOBODY = "Nobody leaves in these runs: the file lets nobody leave, or nobody did."


@dataclass(frozen=True, slots=True, kw_only=True)
class LossAt:
    """People who leave at a step, for 100 hires."""

    step: str
    name: str
    lines: dict[str, SimulatedLine | None]
    """Reason -> its number."""

    def values(self, reasons: Iterable[str]) -> tuple[float, ...]:
        """Return how many leave for each of these reasons."""
        return tuple(mean_of(self.lines[reason]) for reason in reasons)

    @property
    def total(self) -> float:
        """All who leave there."""
        return sum(self.values(REASONS))


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
        return Leaving(heading="Nobody leaves", lede=NOBODY, bars=None, table=None)
    total = mean_of(line_of(variant, "left_per_100_hires"))
    most = max(losses, key=lambda loss: loss.total)
    return Leaving(
        heading=f"{whole(total)} people leave for 100 hires, most at "
        f"“{shorten(most.name, 60)}”",
        lede=LEDE,
        bars=_bars(losses),
        table=_table(losses),
    )


def losses_of(variant: SimulatedVariant) -> list[LossAt]:
    """Return the steps that lose somebody, in the order of the process."""
    steps = {
        line.of: line.name for line in variant.lines if line.of and line.key in REASONS
    }
    every = (
        LossAt(
            step=step,
            name=name,
            lines={reason: line_of(variant, reason, step) for reason in REASONS},
        )
        for step, name in in_course(steps.items(), lambda item: item[0])
    )
    return [loss for loss in every if loss.total >= LEAST]


def reasons_of(losses: Iterable[LossAt]) -> tuple[str, ...]:
    """Return the reasons for which somebody leaves."""
    found = list(losses)
    return tuple(
        reason
        for reason in REASONS
        if any(mean_of(loss.lines[reason]) >= LEAST for loss in found)
    )


def _bars(losses: list[LossAt]) -> PartBars:
    reasons = reasons_of(losses)
    least = sorted((loss.total for loss in losses), reverse=True)[:SHOWN][-1]
    drawn = [loss for loss in losses if loss.total >= least][:SHOWN]
    return PartBars(
        parts=tuple(REASONS[reason] for reason in reasons),
        bars=tuple(
            PartBar(
                label=loss.name, values=loss.values(reasons), text=whole(loss.total)
            )
            for loss in drawn
        ),
        title="Who leaves, step by step",
        text="; ".join(
            f"{shorten(loss.name)}: {_in_words(loss, reasons)}" for loss in drawn
        )
        + ".",
        caption="People for 100 hires. The longer a step takes, the more other offers "
        "arrive in it.",
    )


def _in_words(loss: LossAt, reasons: tuple[str, ...]) -> str:
    counts = zip(loss.values(reasons), reasons, strict=True)
    return ", ".join(
        f"{whole(count)} {REASONS[reason].word}" for count, reason in counts
    )


def _table(losses: list[LossAt]) -> Table:
    reasons = reasons_of(losses)
    return Table(
        id="t-leaving",
        caption="People who leave, for 100 hires",
        columns=(
            *text_columns("Step"),
            *number_columns(*(capital(REASONS[reason].word) for reason in reasons)),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=shorten(loss.name)),
                    *(_cell(loss.lines[reason]) for reason in reasons),
                )
            )
            for loss in losses
        ),
    )


def _cell(line: SimulatedLine | None) -> Cell:
    return Cell(text="0" if line is None else told(line.number, line.unit))
