"""The six numbers that leaders know, each with a word on what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from audit.report.page.amounts import NOT_ASSESSED, amount, of_a_hundred
from audit.report.page.costs import bears_effort
from audit.report.page.names import readable
from audit.result import AuditResult, VectorLine
from audit.units import format_days, format_minutes, format_number, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A number that leaders know."""

    label: str
    value: str
    note: str
    assessed: bool = True


def tiles(result: AuditResult) -> tuple[Tile, ...]:
    """Return the six numbers that leaders know."""
    return (
        _days(result),
        _counted(result, "pages", "Pages to handle"),
        _signatures(result),
        _handoffs(result),
        _candidate_time(result),
        _people(result),
    )


def _days(result: AuditResult) -> Tile:
    time, label = result.time, "Days to hire"
    if time.waits_stated == 0:
        return Tile(
            label=label, value=NOT_ASSESSED, note="no step states its wait",
            assessed=False,
        )  # fmt: skip
    if time.p50 is None or time.p90 is None:
        return Tile(label=label, value=format_days(time.mean), note="on average")
    if time.p90 <= time.p50:
        return Tile(
            label=label, value=format_days(time.p50), note="no wait states a range"
        )
    note = f"half take less; one in ten over {format_days(time.p90)}"
    return Tile(label=label, value=format_days(time.p50), note=note)


def _line(result: AuditResult, key: str) -> VectorLine | None:
    return result.vector.get(key)


def _once(line: VectorLine | None) -> float | None:
    """Return the count on paper, each step once; else the count per hire."""
    if line is None:
        return None
    return line.expected if line.designed is None else line.designed


def _counted(result: AuditResult, key: str, label: str) -> Tile:
    line = _line(result, key)
    value = _once(line)
    if line is None or value is None:
        return Tile(
            label=label, value=NOT_ASSESSED, note=f"no step states its {readable(key)}",
            assessed=False,
        )  # fmt: skip
    return Tile(label=label, value=format_number(value, 1), note=_per_hire(line, value))


def _per_hire(line: VectorLine, once: float) -> str:
    if line.not_stated:
        verb = "does" if line.not_stated == 1 else "do"
        return f"{plural(line.not_stated, 'step')} {verb} not say"
    if line.expected is None or abs(line.expected - once) < 0.05:
        return "for each hire"
    return f"{format_number(line.expected, 1)} for each hire, returns included"


def _signatures(result: AuditResult) -> Tile:
    tile = _counted(result, "wet_signatures", "Wet signatures")
    fax = _once(_line(result, "fax_steps"))
    if fax is None:
        return tile
    note = f"and {plural(fax, 'fax step')}" if fax else "and no fax step"
    return Tile(label=tile.label, value=tile.value, note=note, assessed=tile.assessed)


def _handoffs(result: AuditResult) -> Tile:
    line = _line(result, "handoffs")
    label = "Handoffs"
    if line is None or line.expected is None:
        return Tile(label=label, value=NOT_ASSESSED, note="", assessed=False)
    approvals = _once(_line(result, "approvals"))
    note = "for each hire"
    if approvals:
        note += f"; {plural(approvals, 'approval')}"
    return Tile(label=label, value=format_number(line.expected, 1), note=note)


def _candidate_time(result: AuditResult) -> Tile:
    side = result.sides["candidate"]
    label = "Candidate's own time"
    if side.minutes is None or not bears_effort(result, "candidate"):
        note = "no step states work of the candidate"
        return Tile(label=label, value=NOT_ASSESSED, note=note, assessed=False)
    note = "for each hire"
    if side.cash:
        note = f"and {amount(side.cash, 'money', result.process.currency)} in cash"
    return Tile(label=label, value=format_minutes(side.minutes), note=note)


def _people(result: AuditResult) -> Tile:
    label = "People who leave"
    if not states_who_leaves(result):
        note = "the file states no one who leaves"
        return Tile(label=label, value=NOT_ASSESSED, note=note, assessed=False)
    hired = of_a_hundred(result.candidates.hired_share)
    return Tile(
        label=label,
        value=f"{of_a_hundred(left_share(result))} of 100",
        note=f"who apply; {hired} are hired",
    )


def states_who_leaves(result: AuditResult) -> bool:
    """Say whether a step states somebody who leaves by their own decision.

    A file that only turns people away has not said that nobody goes.
    """
    return any(loss.by == "candidate" for loss in result.candidates.losses)


def left_share(result: AuditResult) -> float:
    """Return the share of the applicants who leave by their own decision."""
    losses = result.candidates.losses
    return fsum(loss.share for loss in losses if loss.by == "candidate")
