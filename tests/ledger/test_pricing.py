"""The rules of the ledger, one small process each."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from audit.analysis import Analysis
from audit.ledger import price
from audit.ledger.uncertainty import quantity_vector, unit_points
from audit.model import (
    Basis,
    Justification,
    Participant,
    Process,
    Provenance,
    Role,
    Scope,
    Side,
)
from tests.builders import ROLES, amount, process, step
from tests.ledger.small_ledgers import (
    PROFILE,
    entry_of,
    factors_of,
    ledger_of,
    ledger_of_text,
)


def test_entry_is_visits_times_quantity_times_rate() -> None:
    """Amount, felt minutes and points of a line follow from what the line shows."""
    priced = ledger_of(
        step("ask", "candidate", wet_signatures=4, next={"ask": 0.2, "hired": 0.8})
    )
    line = entry_of(priced, "wet_signature")
    assert line.visits == pytest.approx(1.25)
    assert (line.quantity, line.rate, line.unit) == (4, 0.25, "min/signature")
    assert line.amount == pytest.approx(1.25)
    assert line.perceived == pytest.approx(1.25 * 0.5)
    reference = PROFILE.reference(Scope.ONBOARDING)
    assert line.points == pytest.approx(100 * 0.4 / reference.candidate * 1.875)
    assert line.cost == pytest.approx(1.25 / 60 * 20)
    assert line.evidence_id == "PAP-35"


def test_score_is_the_sum_of_the_entries() -> None:
    """The score is the correctly rounded sum of the points, and nothing else."""
    priced = ledger_of(
        step("a", "candidate", pages_read=7, wait=0.3),
        step("b", rekey=3, next={"a": 0.1, "hired": 0.9}),
    )
    assert priced.score == math.fsum(e.points for e in priced.entries)
    assert list(priced.table["points"]) == [e.points for e in priced.entries]
    assert priced.score == pytest.approx(sum(priced.step_points.values()))
    assert priced.score == pytest.approx(sum(s.points for s in priced.sides.values()))


def test_paperwork_belongs_to_the_side_of_its_role() -> None:
    """Pages of a candidate are candidate minutes, those of staff staff minutes."""
    priced = ledger_of(
        step("a", "candidate", pages_read=10), step("b", "hr", pages_read=10)
    )
    assert {e.side for e in priced.entries if e.factor == "page_read"} == {
        "candidate",
        "employer",
    }
    assert priced.sides["candidate"].minutes == pytest.approx(17)
    assert priced.step_employer_minutes["b"] == pytest.approx(17)


def test_only_the_candidate_is_charged_for_feeling() -> None:
    """Staff who print are not said to feel it longer."""
    priced = ledger_of(step("a", "candidate", print_pages=5), step("b", print_pages=5))
    assert entry_of(priced, "print_job", "candidate").perceived > 0
    assert entry_of(priced, "print_job", "employer").perceived == 0


def test_felt_minutes_cost_no_money() -> None:
    """Money is clock minutes at their wage; what is felt stays out of it."""
    priced = ledger_of(step("a", "candidate", wet_signatures=240))
    assert priced.sides["candidate"].perceived_extra_minutes == pytest.approx(30)
    assert priced.money.candidate_time == pytest.approx(20)
    assert priced.money_sum == pytest.approx(20)


def test_vendor_is_shown_apart_on_the_employer_side() -> None:
    """Vendors count with the employer, and can be told from staff."""
    priced = ledger_of(step("a", work=30), step("b", "firm", work=20))
    assert entry_of(priced, "handoff").vendor is False
    lines = [e for e in priced.entries if e.factor == "employer_minute"]
    assert [(e.side, e.vendor) for e in lines] == [
        ("employer", False),
        ("employer", True),
    ]
    assert priced.sides["employer"].minutes == pytest.approx(55)
    assert priced.sides["employer"].vendor_minutes == pytest.approx(20)
    assert priced.money.vendor_time == pytest.approx(20 / 60 * 45.65)


def test_third_party_is_shown_and_not_priced() -> None:
    """A referee's time is a line without points and without money."""
    priced = ledger_of(step("a", "referee", work=15, calls=1, wait=1))
    for factor in ("third_party_minute", "call"):
        line = entry_of(priced, factor)
        assert (line.side, line.points, line.cost) == ("third_party", 0, 0)
        assert line.amount > 0
    assert priced.sides["employer"].minutes == 0
    assert priced.sides["time"].days == 1


def test_system_takes_nobodys_time() -> None:
    """What software does costs nobody minutes; its clock time counts."""
    priced = ledger_of(step("a", "ats", work=15, uploads=2, wait=0.5))
    assert factors_of(priced) == {"wait_day"}


def test_wages_of_those_who_share_a_line_are_their_own() -> None:
    """A manager's hour and a clerk's hour keep their prices in one line."""
    roles = tuple(
        replace(role, hourly_cost=amount(90)) if role.id == "manager" else role
        for role in ROLES
    )
    guest = Participant(role="hr", people=amount(1), work=amount(60))
    priced = ledger_of(
        step("talk", "manager", work=60, participants=(guest,)), roles=roles
    )
    assert entry_of(priced, "employer_minute").cost == pytest.approx(90 + 45.65)


def test_money_paid_is_no_friction_point() -> None:
    """Own cost and fees are in the money of who pays them, and in no score."""
    priced = ledger_of(step("a", "candidate", cost=90, fee=40, wait=0))
    assert entry_of(priced, "cost").side == "candidate"
    assert entry_of(priced, "fee").side == "employer"
    assert priced.score == 0
    assert priced.money.candidate_cash == 90
    assert priced.money.employer_cash == 40


def test_handoff_stands_at_the_step_that_gives() -> None:
    """A handoff is staff time at the giver, whoever gives."""
    priced = ledger_of(step("a", "candidate"), step("b", "hr"), step("c", "manager"))
    given = {
        e.step: (e.side, e.amount) for e in priced.entries if e.factor == "handoff"
    }
    assert given == {"a": ("employer", 5), "b": ("employer", 5)}


def test_change_of_channel_stands_at_the_step_that_receives() -> None:
    """Portal, then paper: the candidate changes once, at the paper."""
    text = """
process: Channels
scope: onboarding
roles: {candidate: {side: candidate}, hr: {side: employer}}
steps:
  - {id: apply, role: candidate, channel: portal, wait: 0}
  - {id: look, role: hr, wait: 0}
  - {id: sign, role: candidate, channel: paper, wait: 0}
"""
    line = entry_of(ledger_of_text(text), "channel_switch")
    assert (line.step, line.side, line.amount) == ("sign", "candidate", 2)


def test_line_carries_reason_and_origin() -> None:
    """Each line says whether it is justified and how its number is known."""
    counted = replace(amount(3), provenance=Provenance(basis=Basis.MEASURED))
    priced = ledger_of(
        step(
            "a",
            "candidate",
            pages_read=counted,
            documents=1,
            justified=Justification.LAW,
            provenance=Provenance(basis=Basis.REPORTED),
        )
    )
    assert {e.justified for e in priced.entries} == {"law"}
    assert entry_of(priced, "page_read").basis == "measured"
    assert entry_of(priced, "document").basis == "reported"


def test_currency_is_not_converted_in_silence() -> None:
    """Wages in dollars against a file in euros are an assumption that is shown."""
    priced = ledger_of(step("a", work=1), currency="EUR")
    assert any("not converted to EUR" in text for text in priced.assumptions)


@pytest.mark.parametrize("side", ["candidate", "employer", "time"])
def test_prices_of_a_side_scale_that_side(side: str) -> None:
    """A13: twice the rates of one side are twice its points and nobody else's."""
    mixed: Process = process(
        step("a", "candidate", pages_read=9, fields=20, wait=2),
        step("b", "hr", work=12, check=4, wait=1),
    )
    own = {
        "candidate": {"page_read", "field"},
        "employer": {"employer_minute", "check_page", "handoff"},
        "time": {"wait_day"},
    }[side]
    dearer = replace(
        PROFILE,
        rates=tuple(
            replace(rate, amount=2 * rate.amount) if rate.factor in own else rate
            for rate in PROFILE.rates
        ),
    )
    facts = Analysis(mixed)
    one, two = price(facts, PROFILE), price(facts, dearer)
    for name, total in one.sides.items():
        factor = 2 if name == side else 1
        assert two.sides[name].points == pytest.approx(factor * total.points)


def test_quantities_give_the_score_back() -> None:
    """Quantities times the profile's prices are the score, timed totals included."""
    priced = ledger_of(
        step("a", "candidate", pages_read=9, wet_signatures=2, work=40, wait=2,
             work_covers_all=True),
        step("b", "firm", check=4, pages_read=2, wait=1),
        step("c", "referee", work=10),
    )  # fmt: skip
    prices = unit_points(PROFILE, priced.scope)
    vector = quantity_vector(priced.quantities)
    assert float(prices @ vector) == pytest.approx(priced.score)


def test_role_may_price_its_own_hour() -> None:
    """`hourly_cost` of a role replaces the wage of the profile for it alone."""
    own = Role(id="hr", side=Side.EMPLOYER, name="HR", hourly_cost=amount(60))
    roles = (own, *(role for role in ROLES if role.id != "hr"))
    priced = ledger_of(step("a", "hr", work=30), roles=roles)
    assert priced.money.employer_time == pytest.approx(30)
