"""The benefits case: what a year of the after saves, and what the changes cost.

Three kinds are kept apart, as the business cases of public health care do: money that
is no longer spent (cashable), hours of staff that are free for other work (capacity),
and what is counted and never priced: the candidate's hours and cash, calendar days,
people lost, paper. A day on which the position stays open has a price only where the
client states one.

Money, hours and counts are those of a person who stays the course and is hired, as the
score is. Hours spent on all applicants of a hire are lines of their own: never added to
the others, and never priced. A range is the 90 % range of the rates
and the ranges that the files give, see `audit.comparison.benefits.estimate`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audit.comparison.benefits.estimate import Estimate, total
from audit.comparison.benefits.hire_savings import (
    CAPACITY,
    CASHABLE,
    DAYS,
    MONEY,
    Saving,
    savings,
)
from audit.comparison.benefits.payback import payback, sum_of_costs
from audit.model import Change, Process, Quantity
from audit.result import AuditResult, BenefitLine, Benefits, Spread
from audit.units import format_number

_HIRES = ("hires a year",)
_OPEN_DAY = ("open day",)


def benefits(
    before: AuditResult,
    after: AuditResult,
    changes: Sequence[Change],
    before_process: Process,
    after_process: Process,
) -> Benefits:
    """Return the benefits case of the changes between two processes.

    Hires a year and the cost of an open day are those of the after; the before's where
    the after states none: see `benefit_notes`. What gets worse is negative. Nothing has
    a price where the two files are in different currencies, and there is no payback
    where nobody says how many are hired.

    Args:
        before: audit of the before.
        after: audit of the after.
        changes: that lead from one to the other, with what they cost.
        before_process: what was audited; it has the ranges.
        after_process: likewise.
    """
    hires = after_process.hires_per_year or before_process.hires_per_year
    open_day = after_process.vacancy_cost or before_process.vacancy_cost
    one_currency = before_process.currency == after_process.currency
    saved = savings(before, after, before_process, after_process)
    if not one_currency:
        saved = tuple(replace(one, money=None) for one in saved if one.unit != MONEY)
    yearly = {
        kind: _a_year(_money(saved, kind), hires) for kind in (CASHABLE, CAPACITY)
    }
    days = next((one.per_hire for one in saved if one.key == DAYS), None)
    vacancy = None
    if open_day is not None and days is not None and one_currency:
        each = Estimate(likely=days).times_number(open_day, _OPEN_DAY)
        vacancy = _a_year(each, hires)
    one_off = sum_of_costs(change.one_off for change in changes)
    per_year = sum_of_costs(change.per_year for change in changes)
    all_priced = [part for part in (*yearly.values(), vacancy) if part is not None]
    known = hires is not None and one_currency
    return Benefits(
        hires_per_year=None if hires is None else hires.mean,
        currency=after_process.currency,
        lines=tuple(_line(one, hires) for one in saved),
        cashable=_spread(yearly[CASHABLE]),
        capacity=_spread(yearly[CAPACITY]),
        vacancy=_spread(vacancy),
        one_off=one_off,
        per_year_cost=per_year,
        costs_unstated=tuple(
            change.id
            for change in changes
            if change.one_off is None and change.per_year is None
        ),
        payback_months=(
            payback(total(all_priced).spread, one_off, per_year) if known else None
        ),
        payback_cashable_months=(
            payback(_spread(yearly[CASHABLE]), one_off, per_year) if known else None
        ),
    )


def benefit_notes(before: Process, after: Process) -> tuple[str, ...]:
    """Return which file's figures the benefits count with, where the two differ."""
    found = []
    for words, old, new in (
        ("{} hires a year", before.hires_per_year, after.hires_per_year),
        ("{} for an open day", before.vacancy_cost, after.vacancy_cost),
    ):
        if old is None or (new is not None and new.mean == old.mean):
            continue
        count = words.format(format_number((old if new is None else new).mean))
        found.append(
            f"The benefits count with {count}, as the before states; the after states "
            "none."
            if new is None
            else f"The benefits count with {count}, as the after states; the before "
            f"states {format_number(old.mean)}."
        )
    return tuple(found)


def _money(saved: Sequence[Saving], kind: str) -> Estimate | None:
    """Return the worth of all of a kind; None where nothing of it has a price."""
    found = [one.money for one in saved if one.kind == kind and one.money is not None]
    return total(found) if found else None


def _a_year(each: Estimate | None, hires: Quantity | None) -> Estimate | None:
    if each is None or hires is None:
        return None
    return each.times_number(hires, _HIRES)


def _line(saved: Saving, hires: Quantity | None) -> BenefitLine:
    return BenefitLine(
        key=saved.key,
        label=saved.label,
        kind=saved.kind,
        per_hire=saved.per_hire,
        unit=saved.unit,
        per_year=None if hires is None else saved.per_hire * hires.mean,
        money_per_year=_spread(_a_year(saved.money, hires)),
    )


def _spread(estimate: Estimate | None) -> Spread | None:
    return None if estimate is None else estimate.spread
