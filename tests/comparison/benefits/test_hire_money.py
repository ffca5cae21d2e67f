"""The employer's money of a hire: counted once, each part with the ranges it has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from audit.comparison.benefits.hire_money import HireMoney, hire_money
from audit.model import Process
from audit.pipeline import audit_process
from tests.comparison.judged import PROFILE, file
from tests.properties.strategies import Drafts, built, drafts


def money(process: Process) -> HireMoney:
    return hire_money(audit_process(process), process)


def roles(**costs: object) -> str:
    stated = ", ".join(
        f"{role}: {{side: {side}{cost}}}"
        for role, side in (
            ("candidate", "candidate"),
            ("hr", "employer"),
            ("boss", "employer"),
            ("firm", "vendor"),
            ("lab", "vendor"),
        )
        for cost in [f", hourly_cost: {costs[role]}" if role in costs else ""]
    )
    return f"{{{stated}}}"


def test_staff_time_at_its_hourly_cost() -> None:
    """Half an hour at 60, a quarter at the profile's wage."""
    steps = """
  - {id: a, role: hr, work: 30 min, next: b}
  - {id: b, role: hr, with: {boss: {work: 15 min}}}
"""
    found = money(file(steps)).staff_time
    assert found.likely == pytest.approx(30 + PROFILE.employer_wage.per_hour / 4)


def test_staff_time_has_the_range_of_the_rate() -> None:
    """Ten pages checked: the range of the money is that of the minutes of a page."""
    rate = PROFILE.rate("check_page")
    found = money(file("  - {id: a, role: hr, check: 10}")).staff_time
    assert found.likely == pytest.approx(10 * rate.amount)
    assert found.spread.low == pytest.approx(10 * rate.low)
    assert found.spread.high == pytest.approx(10 * rate.high)


def test_staff_time_has_the_range_of_the_hourly_cost() -> None:
    """An hour at 40 to 60, beside the range of a stated minute."""
    rate = PROFILE.rate("employer_minute")
    steps = "  - {id: a, role: hr, work: 60 min}"
    found = money(file(steps, roles=roles(hr="40-60"))).staff_time
    assert found.likely == 50
    down = ((50 - 50 * rate.low / rate.amount) ** 2 + 10**2) ** 0.5
    assert found.spread.low == pytest.approx(50 - down)


def test_shared_work_is_divided_by_who_gives_it() -> None:
    """One hour of HR at 30, three of bosses at 60-100: the range is theirs."""
    steps = "  - {id: a, role: hr, work: 1 h, with: {boss: {people: 3, work: 1 h}}}"
    found = money(file(steps, roles=roles(hr=30, boss="60-100"))).staff_time
    assert found.likely == pytest.approx(30 + 240)
    moves = {source: move for source, move in found.moves.items() if "boss" in source}
    assert list(moves.values()) == [(pytest.approx(-60), pytest.approx(60))]


def test_a_vendor_without_a_price_has_none() -> None:
    """Nobody says what the firm charges: its hours are hours, not money."""
    found = money(file("  - {id: a, role: firm, work: 60 min}"))
    assert found.vendor_time.likely == 0
    assert found.staff_time.likely == 0


def test_a_vendor_that_bills_by_the_hour_is_paid_by_the_hour() -> None:
    """An hour at 90; of two vendors only the one that states its price."""
    steps = "  - {id: a, role: firm, work: 1 h, with: {lab: {work: 1 h}}}"
    found = money(file(steps, roles=roles(firm=90))).vendor_time
    assert found.likely == pytest.approx(90)
    both = money(file(steps, roles=roles(firm=90, lab=30))).vendor_time
    assert both.likely == pytest.approx(120)


def test_a_fee_pays_for_the_vendor() -> None:
    """The fee, not the fee and the hour; and not what the firm pays out itself."""
    steps = "  - {id: a, role: firm, work: 1 h, fee: 200-300, cost: 50}"
    found = money(file(steps, roles=roles(firm=90)))
    assert found.fees.likely == 250
    assert (found.fees.spread.low, found.fees.spread.high) == (200, 300)
    assert (found.vendor_time.likely, found.cash.likely) == (0, 0)


def test_fees_and_cash_follow_the_visits() -> None:
    """A fee for one hire in five, cash of staff with its range, none of a candidate."""
    steps = """
  - {id: a, role: hr, fee: 100, applies_to: 20%}
  - {id: b, role: hr, cost: 10-30}
  - {id: c, role: candidate, cost: 80}
"""
    found = money(file(steps))
    assert found.fees.likely == pytest.approx(20)
    assert found.cash.spread.low == pytest.approx(10)
    assert found.cash.spread.high == pytest.approx(30)


def test_a_handoff_by_the_candidate_costs_staff_time_at_the_profile_wage() -> None:
    """Receiving a form is work of staff, whoever hands it over."""
    steps = "  - {id: a, role: candidate, wait: 1 day}\n  - {id: b, role: hr, wait: 0}"
    found = money(file(steps, roles=roles(hr="40-60"))).staff_time
    minutes = PROFILE.rate("handoff").amount
    assert found.likely == pytest.approx(minutes / 60 * PROFILE.employer_wage.per_hour)
    assert [source for source in found.moves if "hourly cost" in source] == []


@settings(deadline=None, max_examples=50)
@given(drafts())
def test_parts_sum_to_the_money_of_the_audit(nodes: Drafts) -> None:
    """Without vendors, the employer's money of the audit and no other."""
    process = built(nodes)
    result = audit_process(process)
    found = hire_money(result, process)
    assert found.staff_time.likely == pytest.approx(result.money.employer_time)
    assert found.fees.likely + found.cash.likely == pytest.approx(
        result.money.employer_cash
    )
