"""What one hire takes less of in the after: money, hours, days, people, paper.

A line is there where both files say something of it. What gets worse is negative.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from audit.comparison.benefits.estimate import Estimate, total
from audit.comparison.benefits.hire_money import hire_money
from audit.comparison.difference.said import says_candidate, says_employer, says_losses
from audit.ledger.factors import CANDIDATE, EMPLOYER
from audit.model import Process, Side
from audit.result import AuditResult, LensTotal

CASHABLE = "cashable"
CAPACITY = "capacity"
NOT_MONETARY = "not monetary"

DAYS = "days"
COUNTS = (
    "pages",
    "repeated_fields",
    "wet_signatures",
    "fax_steps",
    "handoffs",
    "approvals",
)
"""Lines of the vector that leaders ask for; there where they change."""

MONEY = "money"
_MINUTES = "minutes"
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """What one hire takes less of."""

    key: str
    label: str
    kind: str
    per_hire: float
    unit: str
    money: Estimate | None = None
    """Its worth; None for what has no price."""


def savings(
    before: AuditResult, after: AuditResult, old: Process, new: Process
) -> tuple[Saving, ...]:
    """Return what one hire takes less of, what has a price first.

    Args:
        before: audit of the before.
        after: audit of the after.
        old: the before, with the ranges of its costs.
        new: the after, likewise.
    """
    found = (
        *_employer(before, after, old, new),
        *_candidate(before, after),
        *_counted(before, after),
        *_all_applicants(before, after),
    )
    return tuple(settled(saving) for saving in found)


def settled(saving: Saving) -> Saving:
    """Return a saving without what is left of the last digits of two sums."""
    money = saving.money
    if abs(saving.per_hire) > _ROUNDING:
        return saving
    if money is not None:
        spread = money.spread
        if max(abs(spread.low), abs(spread.likely), abs(spread.high)) <= _ROUNDING:
            money = Estimate(likely=0.0, moves={})
    return replace(saving, per_hire=0.0, money=money)


def _employer(
    before: AuditResult, after: AuditResult, old: Process, new: Process
) -> Iterator[Saving]:
    """Yield what the employer spends less: money to outsiders, cash, hours."""
    if not (says_employer(before) and says_employer(after)):
        return
    first, second = hire_money(before, old), hire_money(after, new)
    cash = (
        ("fees", "Fees to outsiders", first.fees, second.fees),
        ("employer_cash", "Cash that staff pay out", first.cash, second.cash),
    )
    for key, label, spent, still_spent in cash:
        if spent.likely or still_spent.likely:
            gain = total((spent, still_spent.times(-1)))
            yield Saving(
                key=key,
                label=label,
                kind=CASHABLE,
                per_hire=gain.likely,
                unit=MONEY,
                money=gain,
            )
    vendors = [_vendor_minutes(result) for result in (before, after)]
    if any(vendors):
        billed = _bills_by_hour(old) or _bills_by_hour(new)
        gain = total((first.vendor_time, second.vendor_time.times(-1)))
        yield Saving(
            key="vendor_minutes",
            label="Time of vendors",
            kind=CASHABLE if billed else NOT_MONETARY,
            per_hire=vendors[0] - vendors[1],
            unit=_MINUTES,
            money=gain if billed else None,
        )
    yield Saving(
        key="staff_minutes",
        label="Time of staff",
        kind=CAPACITY,
        per_hire=_staff_minutes(before) - _staff_minutes(after),
        unit=_MINUTES,
        money=total((first.staff_time, second.staff_time.times(-1))),
    )


def _candidate(before: AuditResult, after: AuditResult) -> Iterator[Saving]:
    """Yield what the candidate spends less; none of it is the employer's money."""
    if not (says_candidate(before) and says_candidate(after)):
        return
    first, second = before.sides[CANDIDATE], after.sides[CANDIDATE]
    yield Saving(
        key="candidate_minutes",
        label="Candidate's own time",
        kind=NOT_MONETARY,
        per_hire=(first.minutes or 0.0) - (second.minutes or 0.0),
        unit=_MINUTES,
    )
    if first.cash or second.cash:
        yield Saving(
            key="candidate_cash",
            label="Candidate's own cash",
            kind=NOT_MONETARY,
            per_hire=(first.cash or 0.0) - (second.cash or 0.0),
            unit=MONEY,
        )


def _counted(before: AuditResult, after: AuditResult) -> Iterator[Saving]:
    """Yield what is counted and never priced; a nought of change only of the days."""
    for key in (DAYS, *COUNTS):
        first, second = before.vector[key], after.vector[key]
        if first.expected is None or second.expected is None:
            continue
        gain = first.expected - second.expected
        if key == DAYS or abs(gain) > _ROUNDING:
            yield Saving(
                key=key,
                label=first.label,
                kind=NOT_MONETARY,
                per_hire=gain,
                unit=first.unit,
            )
    if says_losses(before) and says_losses(after):
        yield Saving(
            key="people_lost",
            label=before.vector["people_lost"].label,
            kind=NOT_MONETARY,
            per_hire=_people_lost(before) - _people_lost(after),
            unit="people",
        )


def _all_applicants(before: AuditResult, after: AuditResult) -> Iterator[Saving]:
    """Yield the hours spent on all applicants of a hire, where not all are hired.

    What saves an hour on the one who is hired may cost hours on those who are not. The
    lens does not say whose hours they are, so they have no price.
    """
    for side, label, said in (
        (
            EMPLOYER,
            "Time of staff and vendors for all applicants of a hire",
            says_employer,
        ),
        (CANDIDATE, "Time of all applicants of a hire together", says_candidate),
    ):
        if not (said(before) and said(after)):
            continue
        of_one, of_all = (
            _minutes(before.lenses[lens], side) - _minutes(after.lenses[lens], side)
            for lens in ("design", "loaded")
        )
        if abs(of_all - of_one) > _ROUNDING:
            yield Saving(
                key=f"loaded_{side}_minutes",
                label=label,
                kind=NOT_MONETARY,
                per_hire=of_all,
                unit=_MINUTES,
            )


def _minutes(lens: LensTotal, side: str) -> float:
    return lens.employer_minutes if side == EMPLOYER else lens.candidate_minutes


def _people_lost(result: AuditResult) -> float:
    """Return the applicants who leave of their own accord, for each who is hired."""
    share = result.vector["people_lost"].expected or 0.0
    return share * result.candidates.applicants_per_hire


def _vendor_minutes(result: AuditResult) -> float:
    return result.sides[EMPLOYER].vendor_minutes or 0.0


def _staff_minutes(result: AuditResult) -> float:
    return (result.sides[EMPLOYER].minutes or 0.0) - _vendor_minutes(result)


def _bills_by_hour(process: Process) -> bool:
    """Say whether the file states what an hour of any vendor costs."""
    return any(
        role.side is Side.VENDOR and role.hourly_cost is not None
        for role in process.roles
    )
