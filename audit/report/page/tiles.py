"""The six numbers that leaders know, each with a word on what it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum

from audit.report.page.amounts import NOT_ASSESSED, amount, of_a_hundred
from audit.report.page.costs import bears_effort
from audit.report.page.names import readable
from audit.result import AuditResult, VectorLine
from audit.units import format_days, format_minutes, format_number, plural

EACH = "per hire"
"""What tiles count: the same basis as findings, and as tiles of a comparison."""
INK = "Signatures in ink"


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


def _per_hire(line: VectorLine | None) -> float | None:
    """Return the count of one hire, returns included: the basis of every tile."""
    if line is None:
        return None
    return line.designed if line.expected is None else line.expected


def _counted(result: AuditResult, key: str, label: str) -> Tile:
    line = _line(result, key)
    value = _per_hire(line)
    if line is None or value is None:
        return Tile(
            label=label, value=NOT_ASSESSED, note=f"no step states its {readable(key)}",
            assessed=False,
        )  # fmt: skip
    return Tile(label=label, value=format_number(value, 1), note=_basis(line, value))


def _basis(line: VectorLine, value: float) -> str:
    """Return what a count is of, and how many steps keep quiet about it."""
    # The notes share a line of a mail with their numbers, so they say one thing.
    if line.not_stated:
        return f"{EACH}; {plural(line.not_stated, 'step')} unstated"
    returned = line.designed is not None and value >= line.designed + 0.05
    return f"{EACH}, returns included" if returned else EACH


def _signatures(result: AuditResult) -> Tile:
    tile = _counted(result, "wet_signatures", INK)
    fax = _per_hire(_line(result, "fax_steps"))
    if fax is None or not tile.assessed:
        return tile
    steps = plural(round(fax, 1) or fax, "fax step") if fax else "no fax step"
    return replace(tile, note=f"{tile.note}; {steps}")


def _handoffs(result: AuditResult) -> Tile:
    line = _line(result, "handoffs")
    label = "Handoffs"
    if line is None or line.expected is None:
        return Tile(label=label, value=NOT_ASSESSED, note="", assessed=False)
    approvals = _per_hire(_line(result, "approvals"))
    note = EACH
    if approvals:
        note += f"; {plural(round(approvals, 1) or approvals, 'approval')}"
    return Tile(label=label, value=format_number(line.expected, 1), note=note)


def _candidate_time(result: AuditResult) -> Tile:
    side = result.sides["candidate"]
    label = "Candidate's own time"
    if side.minutes is None or not bears_effort(result, "candidate"):
        note = "no step states work of the candidate"
        return Tile(label=label, value=NOT_ASSESSED, note=note, assessed=False)
    note = EACH
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
