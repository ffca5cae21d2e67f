"""Who gets through, who is lost where, and what losing them costs."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from audit.report.page.amounts import DASH, of_a_hundred
from audit.report.page.costs import BEARERS, bears_effort
from audit.report.page.names import listing, opening_number, readable, shorten
from audit.report.page.steps import Steps
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
    texts,
)
from audit.report.page.tiles import left_share, states_who_leaves
from audit.result import AuditResult
from audit.units import (
    format_days,
    format_minutes,
    format_money,
    format_number,
    format_share,
)

SHOWN = 9
"""Steps in the chart; the table has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LossBar:
    """Those still there after a step, and those it loses; shares of the applicants."""

    label: str
    left: float
    """By their own decision."""
    turned_away: float
    remaining: float
    text: str
    """Of 1,000 who apply: those remaining."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival:
    """The chart."""

    bars: tuple[LossBar, ...]
    title: str
    text: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The section."""

    heading: str
    lede: str
    survival: Survival | None
    losses: Table | None
    screens: Table | None
    screens_heading: str
    cost: str
    lenses: Table
    lenses_note: str


def people(result: AuditResult, steps: Steps) -> People:
    """Return the section for a result."""
    return People(
        heading=_heading(result),
        lede=_lede(result),
        survival=_survival(result, steps),
        losses=_losses(result, steps),
        screens=_screens(result, steps),
        screens_heading=_screens_heading(result),
        cost=_cost(result),
        lenses=_lenses(result),
        lenses_note=(
            "Three ways of looking, never mixed. The score uses the first: a person "
            "who stays the course and is hired. Money is beside the points."
        ),
    )


def _heading(result: AuditResult) -> str:
    candidates = result.candidates
    if not candidates.losses:
        return "Who is lost is not assessed: the file states no one who leaves"
    parts = [f"{of_a_hundred(candidates.hired_share)} are hired"]
    away = fsum(loss.share for loss in candidates.losses if loss.by != "candidate")
    if away:
        parts.append(f"{of_a_hundred(away)} are turned away")
    left = left_share(result)
    if left:
        parts.append(f"{of_a_hundred(left)} leave by their own decision")
    return f"Of 100 people who apply, {listing(parts)}"


def _lede(result: AuditResult) -> str:
    candidates = result.candidates
    if not candidates.losses:
        return (
            "Give a step shares that lead to `withdrew`, `declined` or `rejected`, "
            "and this section fills."
        )
    applicants = format_number(candidates.applicants_per_hire, 1)
    words = f"Each hire takes {applicants} applicants."
    if not states_who_leaves(result):
        words += " How many leave on their own is not assessed: no step states it."
    return words


def _by_step(result: AuditResult) -> list[tuple[str, float, float]]:
    """Return step, left, turned away, in the order of the file."""
    left: dict[str, float] = {}
    away: dict[str, float] = {}
    for loss in result.candidates.losses:
        into = left if loss.by == "candidate" else away
        into[loss.step] = into.get(loss.step, 0.0) + loss.share
    order = [step.id for step in result.process.steps]
    order += sorted({*left, *away} - set(order))
    return [
        (step, left.get(step, 0.0), away.get(step, 0.0))
        for step in order
        if left.get(step, 0.0) + away.get(step, 0.0) > 0
    ]


def _survival(result: AuditResult, steps: Steps) -> Survival | None:
    losing = _by_step(result)
    if not losing:
        return None
    ranked = sorted(losing, key=lambda row: -(row[1] + row[2]))
    shown = {step for step, _, _ in ranked[:SHOWN]}
    remaining, bars = 1.0, []
    hidden_left = hidden_away = 0.0
    for step, left, away in losing:
        remaining -= left + away
        if step not in shown:
            hidden_left, hidden_away = hidden_left + left, hidden_away + away
            continue
        # Losses between two bars belong to the later one, so that the bars add up.
        bars.append(
            _loss_bar(
                _label(result, steps, step, bool(hidden_left or hidden_away)),
                left + hidden_left,
                away + hidden_away,
                remaining,
            )
        )
        hidden_left = hidden_away = 0.0
    if hidden_left or hidden_away:
        bars.append(_loss_bar("Later steps", hidden_left, hidden_away, remaining))
    caption = "Of 1,000 people who apply: those still there after each step that loses"
    caption += " some, and those it loses."
    return Survival(
        bars=tuple(bars),
        title=_heading(result),
        text="; ".join(f"after {bar.label}: {bar.text} remain" for bar in bars) + ".",
        caption=caption,
    )


def _label(result: AuditResult, steps: Steps, step_id: str, merged: bool) -> str:
    step = steps.get(step_id)
    if step is None:
        blocks = {block.id: block.name for block in result.process.blocks}
        return shorten(blocks.get(step_id, step_id), 44)
    more = " +" if merged else ""
    return f"{step.number}{more}  {shorten(step.name, 44)}"


def _loss_bar(label: str, left: float, away: float, remaining: float) -> LossBar:
    return LossBar(
        label=label,
        left=left,
        turned_away=away,
        remaining=max(0.0, remaining),
        text=_of_a_thousand(max(0.0, remaining)),
    )


def _of_a_thousand(share: float) -> str:
    return format_number(share * 1000, 0 if share >= 0.00995 else 1)


def _losses(result: AuditResult, steps: Steps) -> Table | None:
    losing = _by_step(result)
    if not losing:
        return None
    rows = []
    for step, left, away in losing:
        reach = result.candidates.reach.get(step)
        cells = (
            steps.cell(step, 44),
            Cell(text=DASH if reach is None else _of_a_thousand(reach)),
            Cell(text=_of_a_thousand(left) if left else "·"),
            Cell(text=_of_a_thousand(away) if away else "·"),
        )
        rows.append(Row(cells=cells))
    total = (
        Cell(text="All steps"),
        Cell(text="1,000"),
        Cell(text=_of_a_thousand(fsum(row[1] for row in losing))),
        Cell(text=_of_a_thousand(fsum(row[2] for row in losing))),
    )
    return Table(
        id="t-losses",
        caption="Of 1,000 people who apply",
        columns=(
            Column(label="Step"),
            *number_columns("Reach it", "Leave here", "Turned away here"),
        ),
        rows=tuple(rows),
        total=Row(cells=total),
    )


def _screens_heading(result: AuditResult) -> str:
    screens = result.candidates.screens
    if not screens:
        return "No step states how well it screens"
    lost = fsum(screen.qualified_lost_per_hire for screen in screens)
    if lost < 0.05:
        return "Screening loses almost no qualified people"
    number = format_number(lost, 1)
    people = "person is" if number == "1" else "people are"
    where = "screen" if len(screens) == 1 else "screens"
    count = opening_number(len(screens)).lower()
    return f"For each hire, {number} qualified {people} lost in {count} {where}"


def _screens(result: AuditResult, steps: Steps) -> Table | None:
    if not result.candidates.screens:
        return None
    rows = tuple(
        Row(
            cells=(
                steps.cell(screen.step, 44),
                Cell(text=readable(screen.method)),
                Cell(text=_of_a_thousand(screen.arriving)),
                Cell(text=_known_share(screen.qualified_share)),
                Cell(text=_known_share(screen.passes_qualified)),
                Cell(text=_known_share(screen.passes_unqualified)),
                Cell(text=_of_a_thousand(screen.qualified_lost)),
                Cell(
                    text=format_number(screen.qualified_lost_per_hire, 2), strong=True
                ),
            )
        )
        for screen in result.candidates.screens
    )
    return Table(
        id="t-screens",
        caption="Qualified people screened out; counts are of 1,000 who apply",
        columns=(
            *text_columns("Step", "Method"),
            *number_columns(
                "Arrive",
                "Qualified",
                "Qualified who pass",
                "Others who pass",
                "Qualified lost",
                "Lost per hire",
            ),
        ),
        rows=rows,
    )


def _cost(result: AuditResult) -> str:
    design, loaded = result.lenses.get("design"), result.lenses.get("loaded")
    if design is None or loaded is None or not result.candidates.losses:
        return ""
    parts = []
    for who, extra in (
        ("people who apply", loaded.candidate_minutes - design.candidate_minutes),
        ("staff", loaded.employer_minutes - design.employer_minutes),
    ):
        if extra >= 0.5:
            parts.append(f"{who} spend {format_minutes(extra)}")
    if not parts:
        return ""
    words = " and ".join(parts)
    return f"Beyond the effort of the hire itself, {words} on cases that end elsewhere."


def _lenses(result: AuditResult) -> Table:
    currency = result.process.currency
    candidate, staff = (bears_effort(result, side) for side in BEARERS)
    timed = result.time.waits_stated > 0
    rows = []
    for key, lens in result.lenses.items():
        minutes = (
            format_minutes(lens.candidate_minutes) if candidate else DASH,
            format_minutes(lens.employer_minutes) if staff else DASH,
        )
        days = DASH if lens.days is None or not timed else format_days(lens.days)
        money = format_money(lens.money, currency) if candidate or staff else DASH
        name = f"{readable(key).capitalize()}: {lens.label}"
        rows.append(Row(cells=texts(name, *minutes, days, money)))
    return Table(
        id="t-lenses",
        caption="Effort through three lenses",
        columns=(
            Column(label="Lens", wide=True),
            *number_columns("Candidate", "Staff", "Calendar", "Money"),
        ),
        rows=tuple(rows),
    )


def _known_share(share: float | None) -> str:
    return DASH if share is None else format_share(share)
