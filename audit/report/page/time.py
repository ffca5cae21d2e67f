"""How long a hire takes, and how little of that is work."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from audit.report.page.amounts import shares_of_all, whole_share
from audit.report.page.names import readable, shorten
from audit.report.page.steps import StepLink, Steps
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.report.page.where import others_label
from audit.result import AuditResult, Histogram
from audit.units import format_days, format_minutes, format_share, plural

SHOWN = 8
"""Steps in the table of days; the appendix has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A step on the ladder: the days it adds, then the work in it."""

    number: int
    days: float
    days_text: str
    minutes: float
    """Touch time of one hire, all people together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """The law of the calendar time as a chart shows it."""

    histogram: Histogram
    p50: float
    p90: float
    p50_text: str
    p90_text: str
    title: str
    text: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Touch time against waiting time, step by step."""

    rungs: tuple[Rung, ...]
    title: str
    text: str
    caption: str
    wait_text: str
    work_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """The section; charts and tables are None where the file does not say enough."""

    heading: str
    lede: str
    ladder: Ladder | None
    distribution: Distribution | None
    contributions: Table | None
    outcomes: Table | None
    silence: str
    silence_steps: tuple[StepLink, ...]
    waits: str
    clock: str


def time(result: AuditResult, steps: Steps) -> Time:
    """Return the section for a result."""
    assessed = result.time.waits_stated > 0
    silence, silence_steps = _silence(result, steps)
    return Time(
        heading=_heading(result),
        lede=_lede(result),
        ladder=_ladder(result) if assessed and result.time.mean > 0 else None,
        distribution=_distribution(result) if assessed else None,
        contributions=_contributions(result, steps) if assessed else None,
        outcomes=_outcomes(result) if assessed else None,
        silence=silence,
        silence_steps=silence_steps,
        waits=_waits(result),
        clock=_clock(result, steps),
    )


def _heading(result: AuditResult) -> str:
    time = result.time
    if time.waits_stated == 0:
        return "Calendar time is not assessed: no step states its wait"
    days = format_days(time.mean)
    if time.flow_efficiency is None or time.flow_efficiency >= 1:
        return f"A hire takes {days}"
    waiting = whole_share(1 - time.flow_efficiency)
    return f"A hire takes {days}, and {waiting} of it is waiting"


def _lede(result: AuditResult) -> str:
    time = result.time
    if time.waits_stated == 0:
        return (
            "Add `wait` to the steps, the clock time from ready to done, "
            "and this section fills."
        )
    words = (
        f"All hands together work {format_minutes(time.touch_minutes)} at the steps of "
        "a hire, handoffs and changes of channel left out"
    )
    if time.flow_efficiency is not None:
        words += f": {format_share(time.flow_efficiency)} of the calendar time"
        if time.flow_efficiency_working is not None:
            working = format_share(time.flow_efficiency_working)
            words += f", {working} when only eight hours of a day count"
    return words + "."


def _ladder(result: AuditResult) -> Ladder:
    rungs = tuple(
        Rung(
            number=step.number,
            days=step.contribution_days,
            days_text=_short_days(step.contribution_days),
            minutes=step.touch_minutes * step.visits,
        )
        for step in result.process.steps
        if step.contribution_days > 0 or step.touch_minutes * step.visits > 0
    )
    longest = sorted(rungs, key=lambda rung: (-rung.days, rung.number))[:3]
    text = "; ".join(
        f"step {rung.number}: {format_days(rung.days)}" for rung in longest
    )
    mean, touch = result.time.mean, format_minutes(result.time.touch_minutes)
    return Ladder(
        rungs=rungs,
        title=f"{format_days(mean)} on the calendar for {touch} of work",
        text=f"The steps that add most days: {text}.",
        caption=(
            "Upper rungs: days that each step adds to the mean. Lower rungs: work on "
            "it, all people together, drawn wide enough to be seen. Numbers are steps."
        ),
        wait_text=format_days(mean),
        work_text=touch,
    )


def _short_days(days: float) -> str:
    if days < 0.95:
        return ""
    return f"{days:.0f} d"


def _distribution(result: AuditResult) -> Distribution | None:
    time = result.time
    if time.histogram is None or time.p50 is None or time.p90 is None:
        return None
    if time.waits_with_range == 0 and time.p90 - time.p50 < time.mean * 0.005:
        return None
    p50, p90 = format_days(time.p50), format_days(time.p90)
    stated = plural(time.waits_with_range, "wait")
    return Distribution(
        histogram=time.histogram,
        p50=time.p50,
        p90=time.p90,
        p50_text=f"P50 {p50}",
        p90_text=f"P90 {p90}",
        title=f"Half of the hires take {p50} or less; one in ten takes over {p90}",
        text=f"Mean {format_days(time.mean)}, P50 {p50}, P90 {p90}.",
        caption=(
            "Share of the hires by calendar days, computed exactly from the shares "
            f"and waits of the file. {stated} of "
            f"{time.waits_stated} stated as a range; the others count as fixed."
        ),
    )


def _contributions(result: AuditResult, steps: Steps) -> Table:
    mean = result.time.mean
    ordered = sorted(
        (item for item in result.time.contributions.items() if item[1] > 0),
        key=lambda item: -item[1],
    )
    lines = [(steps.cell(step, 44), days) for step, days in ordered[:SHOWN]]
    rest = ordered[SHOWN:]
    if rest:
        others = Cell(text=others_label(len(rest)))
        lines.append((others, fsum(days for _, days in rest)))
    shares = [days / mean if mean else 0.0 for _, days in lines]
    told = zip(lines, shares, shares_of_all(shares), strict=True)
    rows = [_days_row(cell, days, share, said) for (cell, days), share, said in told]
    return Table(
        id="t-days",
        caption="Days that each step adds to the mean calendar time",
        columns=(Column(label="Step"), *number_columns("Days", "Share")),
        rows=tuple(rows),
        total=_days_row(Cell(text="Mean"), mean, 1.0, format_share(1.0)),
    )


def _days_row(label: Cell, days: float, share: float, said: str) -> Row:
    return Row(
        cells=(label, Cell(text=format_days(days)), Cell(text=said, share=share))
    )


def _outcomes(result: AuditResult) -> Table | None:
    names = {outcome.id: outcome.name for outcome in result.process.outcomes}
    rows = [
        Row(
            cells=(
                Cell(text=shorten(names.get(outcome, outcome), 50)),
                Cell(text=format_share(result.outcomes.get(outcome, 0.0))),
                Cell(text=format_days(_as_headed(outcome, days, result))),
            )
        )
        for outcome, days in result.time.outcomes.items()
    ]
    if not rows:
        return None
    return Table(
        id="t-outcomes",
        caption="Time to each way a case can end",
        columns=(Column(label="End"), *number_columns("Of those who apply", "Mean")),
        rows=tuple(rows),
    )


def _as_headed(outcome: str, days: float, result: AuditResult) -> float:
    """Return the days to an end; those to a hire as the heading has them.

    Both are the same mean, one of them over the cells of the law: less than a cell
    apart, and yet perhaps another tenth of a day.
    """
    cell = result.time.lattice_step or 0.0
    same = outcome == "hired" and abs(days - result.time.mean) < cell
    return result.time.mean if same else days


def _silence(result: AuditResult, steps: Steps) -> tuple[str, tuple[StepLink, ...]]:
    silence = result.time.longest_silence
    if silence is None:
        return (
            "The longest silence is not assessed: no step says whether the candidate "
            "hears anything (`silent`, `contact`).",
            (),
        )
    if silence.days == 0:
        return "The candidate is never left without a word.", ()
    return (
        "The longest stretch without a word to the candidate is "
        f"{format_days(silence.days)}.",
        steps.links(silence.steps),
    )


def _waits(result: AuditResult) -> str:
    """Return how many steps state a wait, and why any other does not have to."""
    time, steps = result.time, len(result.process.steps)
    outside = sum(not step.in_clock for step in result.process.steps)
    batched = steps - outside - time.waits_stated - time.waits_missing
    if time.waits_stated == steps:
        if steps == 1:
            return "The one step states a wait."
        return f"All {plural(steps, 'step')} state a wait."
    verb = "states" if time.waits_stated == 1 else "state"
    sentences = [f"{time.waits_stated} of {plural(steps, 'step')} {verb} a wait"]
    if batched:
        share = "works" if batched == 1 else "work"
        sentences.append(
            f"{batched} {share} in batches, and the wait follows (`every`)"
        )
    if outside:
        verb = "lies" if outside == 1 else "lie"
        sentences.append(f"{outside} {verb} outside the clock")
    if time.waits_missing:
        verb = "is" if time.waits_missing == 1 else "are"
        sentences.append(
            f"{time.waits_missing} {verb} not assessed: only the work counts on the "
            "clock"
        )
    return f"{'; '.join(sentences)}."


def _clock(result: AuditResult, steps: Steps) -> str:
    clock = result.process.clock
    start, stop = clock.get("start"), clock.get("stop")
    words = []
    if start:
        words.append(f"from {_moment(start, steps)}")
    if stop:
        words.append(f"to {_moment(stop, steps)}")
    if not words:
        words.append("over the whole file")
    days = clock.get("days") or "calendar"
    note = (
        "in calendar days"
        if days == "calendar"
        else "in calendar days; plain days in the file are business days"
    )
    return f"The clock runs {' '.join(words)}, {note}."


def _moment(word: str, steps: Steps) -> str:
    """Return a step by number and name, or the file's own words for a moment."""
    step = steps.get(word)
    if step is None:
        return f"“{shorten(readable(word), 60)}”"
    return f"step {step.number} “{shorten(step.name, 60)}”"
