"""Money that the employer spends on one hire, by who gets it, with its range.

Each sum is moved by the rates of the profile (their 90 % ranges) and by the hourly
costs, fees and cash that the file gives as ranges. Money is counted once:

- the time of staff at its hourly cost, the file's or the profile's;
- the time of a vendor only where the file states what its hour costs, and not in a step
  with a fee, which pays for it: no price is made up for what a vendor charges;
- fees, which the employer pays to outsiders;
- cash that staff pay out. What a vendor or the candidate pays is not the employer's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audit.comparison.benefits.estimate import Estimate, Move, Source, total
from audit.ledger.factors import EMPLOYER
from audit.model import Process, Quantity, Side, Step
from audit.result import AuditResult, LedgerEntry

_FEE = "fee"
_MINUTES = {"employer_minute": "work", "trip_minute": "trip"}
"""Factors that several roles of a step can share, and the key of their minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HireMoney:
    """What one hire costs the employer, in the design lens."""

    staff_time: Estimate
    vendor_time: Estimate
    fees: Estimate
    cash: Estimate
    """What staff pay out of pocket, and for paper and fax."""


def hire_money(result: AuditResult, process: Process) -> HireMoney:
    """Return the employer's money of one hire.

    Args:
        result: the audit.
        process: what was audited; it has the ranges of its costs.
    """
    steps = {step.id: step for step in process.steps}
    entries = [entry for entry in result.ledger if entry.side == EMPLOYER]
    fees = [entry for entry in entries if entry.factor == _FEE]
    paid = {entry.step for entry in fees}
    rates = {
        rate.factor: (rate.low / rate.rate - 1, rate.high / rate.rate - 1)
        for rate in result.profile.rates
        if rate.rate > 0
    }
    default = result.profile.wages[EMPLOYER]

    def time(entry: LedgerEntry) -> Estimate:
        shares = _wage_shares(entry, steps[entry.step], process, default)
        return _worth_of_time(entry, shares, process, rates)

    return HireMoney(
        staff_time=total(time(entry) for entry in entries if not entry.vendor),
        vendor_time=total(
            time(entry) for entry in entries if entry.vendor and entry.step not in paid
        ),
        fees=total(_cash(entry, steps[entry.step].quantities.fee) for entry in fees),
        cash=total(
            _cash(
                entry,
                steps[entry.step].quantities.cost if entry.factor == "cost" else None,
            )
            for entry in entries
            if entry.factor != _FEE and not entry.vendor
        ),
    )


def _worth_of_time(
    entry: LedgerEntry,
    shares: Mapping[str, float],
    process: Process,
    rates: Mapping[str, Move],
) -> Estimate:
    """Return the worth of the time of an entry.

    Args:
        entry: of the employer's side.
        shares: role id -> its share of that worth.
        process: has the hourly costs.
        rates: factor -> relative move of its rate.
    """
    stated = {role: process.role(role).hourly_cost for role in shares}
    worth = entry.cost - entry.cash
    if entry.vendor:
        worth *= sum(share for role, share in shares.items() if stated[role])
    moves: dict[Source, Move] = {}
    if entry.factor in rates:
        low, high = rates[entry.factor]
        moves["rate", entry.factor] = (worth * low, worth * high)
    for role, share in shares.items():
        cost = stated[role]
        if cost is not None and cost.mean > 0:
            source = ("hourly cost", role, cost.low, cost.mean, cost.high)
            part = (entry.cost - entry.cash) * share / cost.mean
            moves[source] = _ends(cost, part)
    return Estimate(likely=worth, moves=moves)


def _wage_shares(
    entry: LedgerEntry, step: Step, process: Process, default: float
) -> dict[str, float]:
    """Return role id -> share of the worth of an entry's time.

    Paperwork is the step's own role's; minutes are divided as the file gives them.
    Nobody has a share of what costs the profile's wage whoever gives it.
    """
    key = _MINUTES.get(entry.factor)
    own: Quantity | None = getattr(step.quantities, key) if key else None
    minutes = {step.role: own.mean if own else float(key is None)}
    for person in step.participants if key else ():
        each: Quantity | None = getattr(person, key) if key else None
        spent = person.people.mean * each.mean if each else 0.0
        minutes[person.role] = minutes.get(person.role, 0.0) + spent
    side = Side.VENDOR if entry.vendor else Side.EMPLOYER
    worth: dict[str, float] = {}
    for role_id, spent in minutes.items():
        role = process.role(role_id)
        if role.side is side and spent > 0:
            wage = default if role.hourly_cost is None else role.hourly_cost.mean
            worth[role_id] = spent * wage
    whole = sum(worth.values())
    return {role: part / whole for role, part in worth.items()} if whole > 0 else {}


def _cash(entry: LedgerEntry, stated: Quantity | None) -> Estimate:
    """Return the cash of an entry; `stated` is the money that the file gives for it."""
    if stated is None or stated.mean <= 0:
        return Estimate(likely=entry.cash)
    source = (entry.factor, entry.step, stated.low, stated.mean, stated.high)
    return Estimate(
        likely=entry.cash, moves={source: _ends(stated, entry.cash / stated.mean)}
    )


def _ends(number: Quantity, each: float) -> Move:
    """Return what a number moves a sum by that has so much of it for each unit."""
    return each * (number.low - number.mean), each * (number.high - number.mean)
