"""Every number before and after, what changed, and whether that is better."""

from __future__ import annotations

from audit.comparison.difference.compared_numbers import NUMBERS, ComparedNumber
from audit.comparison.difference.verdicts import verdict
from audit.result import AuditResult, DifferenceLine, Verdict


def line_keys() -> tuple[str, ...]:
    """Return the key of every number that two audits are compared by.

    `difference_lines` leaves out those that neither file speaks of.
    """
    return tuple(number.key for number in NUMBERS)


def difference_lines(
    before: AuditResult, after: AuditResult
) -> tuple[DifferenceLine, ...]:
    """Return the numbers that at least one of two audits holds, in a fixed order.

    A number that only one file speaks of is unknown, and so is money in two currencies.
    What differs by round-off, or by less than the grid that it is read off, is
    unchanged and its change is nought.
    """
    found = (_difference(number, before, after) for number in NUMBERS)
    return tuple(line for line in found if line is not None)


def _difference(
    number: ComparedNumber, before: AuditResult, after: AuditResult
) -> DifferenceLine | None:
    was, now = number.read(before), number.read(after)
    named = was or now
    if named is None:
        return None
    old = None if was is None else was.value
    new = None if now is None else now.value
    if old is None and new is None:
        return None
    one_currency = before.process.currency == after.process.currency
    change: float | None = None
    found = Verdict.UNKNOWN
    if old is not None and new is not None and (named.unit != "money" or one_currency):
        found = verdict(
            old,
            new,
            lower_is_better=number.lower_is_better,
            within=number.within(before, after),
        )
        change = 0.0 if found is Verdict.UNCHANGED else new - old
    return DifferenceLine(
        key=number.key,
        group=number.group,
        label=named.label,
        unit=named.unit,
        before=old,
        after=new,
        change=change,
        lower_is_better=number.lower_is_better,
        verdict=found,
    )
