"""The benefits case: kinds kept apart, nothing priced twice, nothing made up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.comparison.benefits.benefits import benefit_notes
from audit.comparison.benefits.estimate import Estimate
from audit.comparison.benefits.hire_savings import (
    CAPACITY,
    CASHABLE,
    MONEY,
    NOT_MONETARY,
    Saving,
    settled,
)
from audit.model import Change, Law, Process, Quantity
from audit.result import Benefits, Spread
from tests.comparison.judged import case, file, lines
from tests.properties.strategies import Drafts, built, drafts

PAPER = """
  - {id: fill, role: candidate, pages: 42, signatures: {wet: 12}, print: true,
     cost: 5, wait: 6 days}
  - {id: check, role: hr, work: 60 min, kind: approval, fee: 40, wait: 2 days}
"""
WEB = """
  - {id: fill, role: candidate, pages: 14, signatures: {electronic: 5}, wait: 1 day}
  - {id: check, role: hr, work: 15 min, kind: check, fee: 10, wait: 2 days}
"""
HEAD = "hires_per_year: 100"
VENDORS = (
    "{candidate: {side: candidate}, hr: {side: employer},"
    " firm: {side: vendor, hourly_cost: 80}}"
)


def usual(head: str = HEAD, *changes: Change) -> Benefits:
    return case(file(PAPER, head), file(WEB, head), *changes)


def change(
    id: str, one_off: float | None = None, a_year: float | None = None
) -> Change:
    return Change(
        id=id,
        name=id,
        one_off=None if one_off is None else Quantity.point(one_off),
        per_year=None if a_year is None else Quantity.point(a_year),
    )


def test_kinds_are_kept_apart() -> None:
    """Fees are cash, hours of staff are capacity, everything else is only counted."""
    found = lines(usual())
    kinds = {key: line.kind for key, line in found.items()}
    assert kinds.pop("fees") == CASHABLE
    assert kinds.pop("staff_minutes") == CAPACITY
    assert set(kinds.values()) == {NOT_MONETARY}
    assert set(kinds) == {
        "candidate_minutes",
        "candidate_cash",
        "days",
        "pages",
        "wet_signatures",
        "approvals",
    }
    priced = {key for key, line in found.items() if line.money_per_year is not None}
    assert priced == {"fees", "staff_minutes"}


def test_a_year_by_hand() -> None:
    """100 hires: 30 less in fees, 45 minutes at 60 an hour, 5 days, 28 pages each."""
    found = usual()
    by_key = lines(found)
    assert found.hires_per_year == 100
    assert (by_key["fees"].per_hire, by_key["fees"].per_year) == (30, 3000)
    assert found.cashable == Spread(low=3000, likely=3000, high=3000)
    assert by_key["staff_minutes"].per_hire == pytest.approx(45)
    assert by_key["staff_minutes"].per_year == pytest.approx(4500)
    assert found.capacity is not None
    assert found.capacity.likely == pytest.approx(4500)
    assert found.capacity.low < found.capacity.likely < found.capacity.high
    assert by_key["days"].per_year == pytest.approx(500)
    assert by_key["pages"].per_year == pytest.approx(2800)
    # Five in cash, and print-outs at the profile's price.
    assert by_key["candidate_cash"].per_hire > 5


def test_the_candidates_money_is_not_the_employers() -> None:
    """Neither the hours nor the cash of a candidate pay for a change."""
    candidate = "  - {{id: a, role: candidate, pages: {0}, cost: {1}, wait: 1 day}}\n"
    staff = "  - {id: b, role: hr, work: 5 min, wait: 1 day}"
    found = case(
        file(candidate.format(40, 90) + staff, HEAD),
        file(candidate.format(4, 0) + staff, HEAD),
        change("form", 100),
    )
    assert found.cashable is None
    assert found.capacity == Spread(low=0, likely=0, high=0)
    assert found.payback_months == found.payback_cashable_months == (None, None)


def test_open_days_have_no_price_unless_the_client_states_one() -> None:
    """No default for the most contested number of all."""
    assert usual().vacancy is None
    found = usual(HEAD + "\nvacancy_cost: 200-400")
    assert found.vacancy == Spread(low=100_000, likely=150_000, high=200_000)
    line = lines(found)["days"]
    assert (line.kind, line.money_per_year) == (NOT_MONETARY, None)
    assert found.cashable == usual().cashable


def test_what_gets_worse_is_negative_and_shown() -> None:
    """The same pair the other way round: every line, every sum with its sign turned."""
    there, back = (
        case(file(a, HEAD), file(b, HEAD)) for a, b in ((PAPER, WEB), (WEB, PAPER))
    )
    assert lines(there).keys() == lines(back).keys()
    for key, line in lines(there).items():
        assert lines(back)[key].per_hire == pytest.approx(-line.per_hire)
    assert there.capacity and back.capacity
    assert back.capacity.low == pytest.approx(-there.capacity.high)
    assert back.cashable == Spread(low=-3000, likely=-3000, high=-3000)


def test_hires_move_every_sum_together() -> None:
    """80 to 120 hires: the range of the cash is theirs alone."""
    found = usual("hires_per_year: 80-120")
    assert found.hires_per_year == 100
    assert found.cashable == Spread(low=2400, likely=3000, high=3600)


def test_without_hires_nothing_is_a_year() -> None:
    """Nobody says how many are hired: what one hire saves, and no money of a year."""
    found = usual("", change("sign", 4000))
    assert found.hires_per_year is None
    assert all(line.per_year is None for line in found.lines)
    assert all(line.money_per_year is None for line in found.lines)
    assert (found.cashable, found.capacity, found.vacancy) == (None, None, None)
    assert found.one_off == Spread(low=4000, likely=4000, high=4000)
    assert (found.payback_months, found.payback_cashable_months) == (None, None)


def test_payback_by_hand() -> None:
    """2,000 once, 600 a year against 3,000 in cash: ten months, on cash alone."""
    found = usual(HEAD, change("sign", 1500, 600), change("form", 500), change("talk"))
    assert found.payback_cashable_months == (10.0, 10.0)
    assert found.payback_months is not None
    soonest, latest = found.payback_months
    assert soonest is not None and latest is not None
    assert soonest < 12 * 2000 / (7500 - 600) < latest < 10
    assert found.one_off == Spread(low=2000, likely=2000, high=2000)
    assert found.per_year_cost == Spread(low=600, likely=600, high=600)
    assert found.costs_unstated == ("talk",)


def test_no_cost_stated_is_no_payback() -> None:
    """A change that nobody priced is not free: it is named."""
    found = usual(HEAD, change("talk"))
    assert (found.one_off, found.per_year_cost) == (None, None)
    assert (found.payback_months, found.payback_cashable_months) == (None, None)
    assert found.costs_unstated == ("talk",)


def test_vendors_without_a_price_are_counted_in_hours() -> None:
    """An hour of a firm whose price nobody states is no cash and no capacity."""
    steps = "  - {{id: a, role: firm, work: {0}, wait: 1 day}}"
    found = case(file(steps.format("60 min"), HEAD), file(steps.format("20 min"), HEAD))
    line = lines(found)["vendor_minutes"]
    assert (line.kind, line.money_per_year) == (NOT_MONETARY, None)
    assert line.per_hire == pytest.approx(40)
    assert lines(found)["staff_minutes"].per_hire == pytest.approx(0)
    billed = case(
        file(steps.format("60 min"), HEAD, VENDORS),
        file(steps.format("15 min"), HEAD, VENDORS),
    )
    assert lines(billed)["vendor_minutes"].kind == CASHABLE
    assert billed.cashable is not None
    assert billed.cashable.likely == pytest.approx(100 * 0.75 * 80)


def test_people_lost_are_counted_where_both_files_let_people_leave() -> None:
    """Half leave for each hire, then a fifth: one person less to a quarter."""
    steps = "  - {{id: a, role: candidate, wait: 1 day, next: {0}}}"
    losing = steps.format("{hired: 50%, withdrew: rest}")
    fewer = steps.format("{hired: 80%, withdrew: rest}")
    silent = steps.format("hired")
    found = lines(case(file(losing, HEAD), file(fewer, HEAD)))["people_lost"]
    assert found.per_hire == pytest.approx(1 - 0.25)
    assert (found.unit, found.per_year) == ("people", pytest.approx(75))
    assert "people_lost" not in lines(case(file(losing), file(silent)))


def test_hours_on_those_who_are_not_hired_are_shown_apart() -> None:
    """A call to everybody costs the hired one ten minutes, and ten people a hundred."""
    steps = """
  - {{id: look, role: hr, work: {0} min, wait: 1 day,
     next: {{ask: 10%, rejected: rest}}}}
  - {{id: ask, role: hr, work: 60 min, wait: 1 day}}
"""
    found = case(file(steps.format(2), HEAD), file(steps.format(12), HEAD))
    by_key = lines(found)
    assert by_key["staff_minutes"].per_hire == pytest.approx(-10)
    everybody = by_key["loaded_employer_minutes"]
    assert everybody.per_hire == pytest.approx(-100)
    assert (everybody.kind, everybody.money_per_year) == (NOT_MONETARY, None)
    assert found.capacity is not None
    assert found.capacity.likely == pytest.approx(-1000)
    alone = "  - {{id: look, role: hr, work: {0} min, wait: 1 day}}"
    same = lines(case(file(alone.format(2)), file(alone.format(12))))
    assert "loaded_employer_minutes" not in same


def test_what_a_file_does_not_say_is_no_saving() -> None:
    """A file without waits and without work saves neither days nor hours."""
    silent = "  - {id: check, role: hr}"
    found = lines(case(file(PAPER, HEAD), file(silent, HEAD)))
    assert not {"days", "staff_minutes", "fees"} & set(found)


def test_two_currencies_have_no_price() -> None:
    """Dollars less euros are nothing; hours and days still count."""
    head = HEAD + "\nvacancy_cost: 300"
    euros = file(WEB, head + "\ncurrency: EUR")
    found = case(file(PAPER, head), euros, change("sign", 100))
    assert found.currency == "EUR"
    assert (found.cashable, found.capacity, found.vacancy) == (None, None, None)
    assert found.payback_months is None
    assert {"staff_minutes", "days"} <= set(lines(found))
    assert not {"fees", "candidate_cash"} & set(lines(found))


def test_the_after_says_how_many_are_hired() -> None:
    """Both halves of a difference are counted with the same hires, and it is said."""
    before = file(PAPER, "hires_per_year: 240\nvacancy_cost: 100")
    after = file(WEB, "hires_per_year: 1200\nvacancy_cost: 300")
    assert case(before, after).hires_per_year == 1200
    assert benefit_notes(before, after) == (
        "The benefits count with 1,200 hires a year, as the after states; the before "
        "states 240.",
        "The benefits count with 300 for an open day, as the after states; the before "
        "states 100.",
    )
    silent = file(WEB)
    assert case(before, silent).hires_per_year == 240
    assert benefit_notes(before, silent)[0] == (
        "The benefits count with 240 hires a year, as the before states; the after "
        "states none."
    )
    assert benefit_notes(before, before) == benefit_notes(silent, before) == ()


def with_hires(process: Process, hires: float) -> Process:
    law = Quantity(low=hires / 2, likely=hires, high=2 * hires, law=Law.PERT)
    return replace(process, hires_per_year=law, vacancy_cost=Quantity.point(100))


@settings(deadline=None, max_examples=30)
@given(drafts(), drafts(), st.integers(1, 1000))
def test_sums_are_the_sums_of_their_lines(one: Drafts, two: Drafts, hires: int) -> None:
    """Each total holds its lines, nothing else, and lies in its range."""
    before, after = (with_hires(built(nodes), hires) for nodes in (one, two))
    found = case(before, after)
    for kind, whole in ((CASHABLE, found.cashable), (CAPACITY, found.capacity)):
        parts = [line.money_per_year for line in found.lines if line.kind == kind]
        stated = [part.likely for part in parts if part is not None]
        assert (whole is None) is (not stated)
        if whole is not None:
            assert whole.likely == pytest.approx(sum(stated), abs=1e-6)
            assert whole.low <= whole.likely <= whole.high
    for line in found.lines:
        assert line.per_year == pytest.approx(line.per_hire * found.hires_per_year)  # type: ignore[operator]
        if line.kind == NOT_MONETARY:
            assert line.money_per_year is None


@settings(deadline=None, max_examples=30)
@given(drafts())
def test_equal_processes_save_nothing(nodes: Drafts) -> None:
    """No line but noughts, no money, and no range around nothing."""
    process = with_hires(built(nodes), 50)
    found = case(process, process)
    assert all(line.per_hire == 0 for line in found.lines)
    for whole in (found.cashable, found.capacity, found.vacancy):
        assert whole in (None, Spread(low=0, likely=0, high=0))


def test_the_last_digits_of_two_sums_are_no_saving() -> None:
    """Nor a cost: a page would write them as minus nothing."""
    left_over = Saving(
        key="fees",
        label="Fees",
        kind=CASHABLE,
        per_hire=-3e-14,
        unit=MONEY,
        money=Estimate(likely=-3e-14, moves={}),
    )
    found = settled(left_over)
    assert (found.per_hire, found.money) == (0.0, Estimate(likely=0.0, moves={}))
    real = replace(left_over, per_hire=-0.5)
    assert settled(real) == real
