"""Who leaves when and why, in each process."""

from __future__ import annotations

from audit.report.page.names import shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.beside.sides import Part, Sides, course, told_apart
from audit.report.simulation.course import merged
from audit.report.simulation.leaving import (
    LEDE,
    NOBODY,
    REASONS,
    SHOWN,
    TIRED,
    LossAt,
    losses_of,
    reasons_of,
)
from audit.report.simulation.part_bars import PartBar, PartBars
from audit.report.simulation.spans import whole

_STEPS_DRAWN = SHOWN // 2


def leaving_beside(sides: Sides) -> Part:
    """Return the section."""
    losses = {
        name: {loss.step: loss for loss in losses_of(one)}
        for name, one in sides.items()
    }
    names = {step: of[step].name for of in losses.values() for step in of}
    steps = {step: told_apart(names)[step] for step in merged(losses.values())}
    if not steps:
        return Part(heading="Nobody leaves", lede=NOBODY, bars=None, table=None)
    return Part(
        heading=f"People who leave, for 100 hires: "
        f"{course(sides, 'left_per_100_hires')}",
        lede=LEDE,
        bars=_bars(losses, steps),
        table=_table(losses, steps),
    )


def _bars(losses: dict[str, dict[str, LossAt]], steps: dict[str, str]) -> PartBars:
    most = {
        step: max(of[step].total for of in losses.values() if step in of)
        for step in steps
    }
    reasons = reasons_of(loss for of in losses.values() for loss in of.values())
    drawn = sorted(steps, key=lambda step: -most[step])[:_STEPS_DRAWN]
    bars = [
        PartBar(
            label=name,
            group=shorten(said),
            values=of[step].values(reasons) if step in of else (0.0,) * len(reasons),
            text=whole(of[step].total if step in of else 0.0),
        )
        for step, said in steps.items()
        if step in drawn
        for name, of in losses.items()
    ]
    return PartBars(
        parts=tuple(REASONS[reason] for reason in reasons),
        bars=tuple(bars),
        title="Who leaves, step by step",
        text="; ".join(f"{bar.group}, {bar.label}: {bar.text}" for bar in bars) + ".",
        caption="People for 100 hires, at the steps that lose most of them.",
    )


def _table(losses: dict[str, dict[str, LossAt]], steps: dict[str, str]) -> Table:
    return Table(
        id="t-leaving-beside",
        caption="People who leave at each step, for 100 hires",
        columns=(*text_columns("Step"), *number_columns(*losses)),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=shorten(said)),
                    *(_cell(of.get(step)) for of in losses.values()),
                )
            )
            for step, said in steps.items()
        ),
    )


def _cell(loss: LossAt | None) -> Cell:
    if loss is None:
        return Cell(text="0")
    (tired,) = loss.values([TIRED])
    words = whole(loss.total)
    return Cell(text=f"{words}, {whole(tired)} tired" if tired >= 0.05 else words)
