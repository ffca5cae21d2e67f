"""The rules of the ledger, one small process each."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from audit.analysis import Analysis
from audit.ledger import Ledger, clock_time, load_profile, price
from audit.loaders import load_process_text
from audit.model import (
    Basis,
    Justification,
    Law,
    Participant,
    Per,
    Process,
    Provenance,
    Quantity,
    Role,
    Scope,
    Side,
)
from audit.result import LedgerEntry
from tests.builders import ROLES, amount, block, process, step

PROFILE = load_profile()


def ledger(*nodes: object, **keys: object) -> Ledger:
    return price(Analysis(process(*nodes, **keys)), PROFILE)  # type: ignore[arg-type]


def entry(priced: Ledger, factor: str, side: str | None = None) -> LedgerEntry:
    (found,) = (
        e
        for e in priced.entries
        if e.factor == factor and (side is None or e.side == side)
    )
    return found


def factors(priced: Ledger) -> set[str]:
    return {e.factor for e in priced.entries}


def test_entry_is_visits_times_quantity_times_rate() -> None:
    """Amount, felt minutes and points of a line follow from what the line shows."""
    priced = ledger(
        step("ask", "candidate", wet_signatures=4, next={"ask": 0.2, "hired": 0.8})
    )
    line = entry(priced, "wet_signature")
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
    priced = ledger(
        step("a", "candidate", pages_read=7, wait=0.3),
        step("b", rekey=3, next={"a": 0.1, "hired": 0.9}),
    )
    assert priced.score == math.fsum(e.points for e in priced.entries)
    assert list(priced.table["points"]) == [e.points for e in priced.entries]
    assert priced.score == pytest.approx(sum(priced.step_points.values()))
    assert priced.score == pytest.approx(sum(s.points for s in priced.sides.values()))


def test_paperwork_belongs_to_the_side_of_its_role() -> None:
    """Pages of a candidate are candidate minutes, those of staff staff minutes."""
    priced = ledger(
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
    priced = ledger(step("a", "candidate", print_pages=5), step("b", print_pages=5))
    assert entry(priced, "print_job", "candidate").perceived > 0
    assert entry(priced, "print_job", "employer").perceived == 0


def test_felt_minutes_cost_no_money() -> None:
    """Money is clock minutes at their wage; what is felt stays out of it."""
    priced = ledger(step("a", "candidate", wet_signatures=240))
    assert priced.sides["candidate"].perceived_extra_minutes == pytest.approx(30)
    assert priced.money.candidate_time == pytest.approx(20)
    assert priced.money_sum == pytest.approx(20)


def test_vendor_is_shown_apart_on_the_employer_side() -> None:
    """Vendors count with the employer, and can be told from staff."""
    priced = ledger(step("a", work=30), step("b", "firm", work=20))
    assert entry(priced, "handoff").vendor is False
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
    priced = ledger(step("a", "referee", work=15, calls=1, wait=1))
    for factor in ("third_party_minute", "call"):
        line = entry(priced, factor)
        assert (line.side, line.points, line.cost) == ("third_party", 0, 0)
        assert line.amount > 0
    assert priced.sides["employer"].minutes == 0
    assert priced.sides["time"].days == 1


def test_system_takes_nobodys_time() -> None:
    """What software does costs nobody minutes; its clock time counts."""
    priced = ledger(step("a", "ats", work=15, uploads=2, wait=0.5))
    assert factors(priced) == {"wait_day"}


def test_participants_give_time_on_their_own_side() -> None:
    """An interview costs the candidate and each of the panel their own minutes."""
    priced = ledger(
        step(
            "talk",
            "manager",
            work=60,
            participants=(
                Participant(
                    role="candidate",
                    people=amount(1),
                    work=amount(60),
                    trip=amount(90),
                ),
                Participant(role="hr", people=amount(3), work=amount(50)),
            ),
        )
    )
    assert entry(priced, "candidate_minute").amount == 60
    assert entry(priced, "trip_minute").side == "candidate"
    assert entry(priced, "employer_minute").amount == 60 + 3 * 50
    assert priced.touch_minutes["talk"] == pytest.approx(60 + 60 + 90 + 150)


def test_wages_of_those_who_share_a_line_are_their_own() -> None:
    """A manager's hour and a clerk's hour keep their prices in one line."""
    roles = tuple(
        replace(role, hourly_cost=amount(90)) if role.id == "manager" else role
        for role in ROLES
    )
    guest = Participant(role="hr", people=amount(1), work=amount(60))
    priced = ledger(
        step("talk", "manager", work=60, participants=(guest,)), roles=roles
    )
    assert entry(priced, "employer_minute").cost == pytest.approx(90 + 45.65)


def test_answers_are_charged_by_field_or_by_page_never_twice() -> None:
    """With `fields` the pages to fill in are not charged again."""
    both = ledger(step("a", "candidate", pages_fill=9, fields=85))
    assert factors(both) == {"field"} | ({"wait_day"} & factors(both))
    assert entry(both, "field").quantity == 85
    pages = ledger(step("a", "candidate", pages_fill=9))
    assert entry(pages, "page_fill").quantity == 9


def test_missing_is_not_zero() -> None:
    """`fields: 0` says that there are none; leaving it out charges by the page."""
    none = ledger(step("a", "candidate", pages_fill=9, fields=0, wait=0))
    assert factors(none) == set()
    assert none.score == 0
    unsaid = ledger(step("a", "candidate", pages_fill=9, wait=0))
    assert unsaid.score > 0


def test_answers_given_before_are_part_of_the_answers() -> None:
    """60 answers of which 18 were given before are 42 new ones and 18 again."""
    priced = ledger(step("a", "candidate", fields=60, repeated_fields=18))
    assert entry(priced, "field").quantity == 42
    again = entry(priced, "repeated_field")
    assert (again.quantity, again.perceived) == (18, again.amount)


def test_asks_make_repeats_that_nobody_counted() -> None:
    """An item asked again at a later step is a repeated answer there."""
    priced = ledger(
        step("apply", "candidate", asks=("name", "phone"), fields=5),
        step("packet", "candidate", asks=("name", "phone", "bank"), fields=4),
    )
    quantity = {(e.step, e.factor): e.quantity for e in priced.entries}
    assert quantity["apply", "field"] == 5
    assert quantity["packet", "field"] == pytest.approx(2)
    assert quantity["packet", "repeated_field"] == pytest.approx(2)


def test_repeats_never_exceed_the_answers() -> None:
    """Stated and computed repeats together are at most all answers."""
    priced = ledger(
        step("apply", "candidate", asks=("name", "phone"), fields=2),
        step(
            "packet",
            "candidate",
            asks=("name", "phone"),
            fields=3,
            repeated_fields=2,
        ),
    )
    quantity = {(e.step, e.factor): e.quantity for e in priced.entries}
    assert quantity["packet", "repeated_field"] == 3
    assert ("packet", "field") not in quantity


def test_return_that_redoes_a_part_asks_only_for_that_part() -> None:
    """With `redo: 20%` a returned form of 10 answers repeats two of them."""
    text = """
process: Form
scope: onboarding
roles: {candidate: {side: candidate}, hr: {side: employer}}
steps:
  - {id: form, role: candidate, asks: [a, b, c, d, e, f, g, h, i, j], wait: 0}
  - id: look
    role: hr
    wait: 0
    next: [{to: form, share: 50%, redo: 20%}, {to: hired, share: 50%}]
"""
    priced = price(Analysis(load_process_text(text)), PROFILE)
    counts = {
        e.factor: e.visits * e.quantity for e in priced.entries if e.step == "form"
    }
    assert counts["field"] == pytest.approx(10)
    assert counts["repeated_field"] == pytest.approx(0.2 * 10)


def test_asked_items_stand_in_for_answers_and_say_so() -> None:
    """Where only `asks` is written, each item is one answer, as an assumption."""
    priced = ledger(step("a", "candidate", asks=("name", "phone", "name")))
    assert entry(priced, "field").quantity == 2
    assert any("each of the 2 data items" in text for text in priced.assumptions)
    assert "field" not in factors(ledger(step("a", "hr", asks=("name",))))


def test_machine_takes_a_job_and_its_pages() -> None:
    """42 faxed pages are one way to the fax and 42 sheets, with their price."""
    priced = ledger(step("a", "candidate", fax_pages=42))
    assert entry(priced, "fax_job").quantity == 1
    line = entry(priced, "fax_page")
    assert (line.quantity, line.cash) == (42, 42)
    assert priced.sides["candidate"].cash == 42
    assert "fax_job" not in factors(ledger(step("a", "candidate", fax_pages=0)))


def test_money_paid_is_no_friction_point() -> None:
    """Own cost and fees are in the money of who pays them, and in no score."""
    priced = ledger(step("a", "candidate", cost=90, fee=40, wait=0))
    assert entry(priced, "cost").side == "candidate"
    assert entry(priced, "fee").side == "employer"
    assert priced.score == 0
    assert priced.money.candidate_cash == 90
    assert priced.money.employer_cash == 40


def test_timed_total_is_kept_when_it_covers_the_paperwork() -> None:
    """`work_covers: all`: the lines add up to the minutes timed, in proportion."""
    keys = {"pages_read": 10.0, "wet_signatures": 4.0, "work": 36.0}
    beside = ledger(step("a", "candidate", **keys))
    covers = ledger(step("a", "candidate", work_covers_all=True, **keys))
    assert beside.sides["candidate"].minutes == pytest.approx(17 + 1 + 36)
    assert covers.sides["candidate"].minutes == pytest.approx(36)
    assert "candidate_minute" not in factors(covers)
    line = entry(covers, "page_read")
    assert (line.quantity, line.rate) == (10, pytest.approx(1.7 * 36 / 18))
    assert any("36 minutes timed" in text for text in covers.assumptions)


def test_timed_total_without_paperwork_is_one_line() -> None:
    """Where nothing is listed, the timed minutes are the line."""
    priced = ledger(step("a", "candidate", work=30, work_covers_all=True))
    assert entry(priced, "candidate_minute").amount == 30


def test_travel_is_beside_the_timed_total() -> None:
    """A timed total covers paperwork; the way there is still its own line."""
    priced = ledger(
        step("a", "candidate", work=20, pages_read=5, trip=60, work_covers_all=True)
    )
    assert priced.sides["candidate"].minutes == pytest.approx(80)


def test_handoff_stands_at_the_step_that_gives() -> None:
    """A handoff is staff time at the giver, whoever gives."""
    priced = ledger(step("a", "candidate"), step("b", "hr"), step("c", "manager"))
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
    line = entry(price(Analysis(load_process_text(text)), PROFILE), "channel_switch")
    assert (line.step, line.side, line.amount) == ("sign", "candidate", 2)


def test_clock_takes_the_wait_else_half_a_batch_else_the_touch_time() -> None:
    """A step without `wait` lasts its batch, or as long as its own role works."""
    assert clock_time(step("a", wait=3, every=amount(7)), 60) == amount(3)
    batch = clock_time(step("a", every=amount(7)), 60)
    assert (batch.low, batch.high, batch.law) == (0, 7, Law.UNIFORM)
    assert clock_time(step("a"), 144) == amount(0.1)


def test_touch_time_of_the_own_role_alone_passes_on_the_clock() -> None:
    """Work, paperwork and trip of the doer; guests work in the same hour."""
    guest = Participant(role="hr", people=amount(2), work=amount(600))
    priced = ledger(
        step("a", "candidate", work=10, pages_read=10, trip=45, participants=(guest,))
    )
    assert priced.flow_time.mean == pytest.approx((10 + 17 + 45) / 1440)


def test_waits_add_up_over_parallel_branches() -> None:
    """Days of branches side by side are those of the longest, shared out."""
    priced = ledger(
        block("both", [step("x", "firm", wait=5)], [step("y", "hr", wait=3)]),
        step("end", wait=1),
    )
    days = {e.step: e.amount for e in priced.entries if e.factor == "wait_day"}
    assert days == pytest.approx({"x": 5, "end": 1}, abs=0.02)
    assert priced.sides["time"].days == pytest.approx(6, abs=0.02)


def test_steps_outside_the_clock_are_priced_but_not_timed() -> None:
    """Effort before the clock starts counts; its wait does not."""
    text = """
process: Clock
scope: onboarding
clock: {start: b}
roles: {hr: {side: employer}}
steps:
  - {id: a, role: hr, work: 10 min, wait: 5 days}
  - {id: b, role: hr, work: 10 min, wait: 2 days}
"""
    priced = price(Analysis(load_process_text(text)), PROFILE)
    assert priced.sides["time"].days == 2
    assert priced.sides["employer"].minutes == 20


def test_line_carries_reason_and_origin() -> None:
    """Each line says whether it is justified and how its number is known."""
    counted = replace(amount(3), provenance=Provenance(basis=Basis.MEASURED))
    priced = ledger(
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
    assert entry(priced, "page_read").basis == "measured"
    assert entry(priced, "document").basis == "reported"


def test_currency_is_not_converted_in_silence() -> None:
    """Wages in dollars against a file in euros are an assumption that is shown."""
    priced = ledger(step("a", work=1), currency="EUR")
    assert any("not converted to EUR" in text for text in priced.assumptions)


def test_minutes_and_hours_price_alike() -> None:
    """A13: units of the file are a matter of taste."""

    def score(work: str, wait: str) -> float:
        text = f"""
process: Units
scope: onboarding
roles: {{candidate: {{side: candidate}}, hr: {{side: employer}}}}
steps:
  - {{id: a, role: candidate, work: {work}, trip: {work}, wait: {wait}}}
  - {{id: b, role: hr, work: {work}, wait: {wait}}}
"""
        return price(Analysis(load_process_text(text)), PROFILE).score

    assert score("90 min", "48 h") == pytest.approx(score("1.5 h", "2 days"), rel=1e-12)
    assert score("5400 s", "1 week") == pytest.approx(score("1.5 h", "7 days"))


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
    priced = ledger(
        step("a", "candidate", pages_read=9, wet_signatures=2, work=40, wait=2,
             work_covers_all=True),
        step("b", "firm", check=4, pages_read=2, wait=1),
        step("c", "referee", work=10),
    )  # fmt: skip
    from audit.ledger.uncertainty import quantity_vector, unit_points

    prices = unit_points(PROFILE, priced.scope)
    vector = quantity_vector(priced.quantities)
    assert float(prices @ vector) == pytest.approx(priced.score)


def test_lenses_count_who_goes_through() -> None:
    """Design is one hire, experienced one applicant, loaded all applicants per hire."""
    priced = ledger(
        step("open", "hr", work=100, wait=1, per=Per.VACANCY),
        step(
            "apply", "candidate", work=30, wait=1, next={"talk": 0.5, "withdrew": 0.5}
        ),
        step("talk", "hr", work=20, wait=2, next={"hired": 0.5, "rejected": 0.5}),
    )
    design, lived, loaded = (
        priced.lenses[name] for name in ("design", "experienced", "loaded")
    )
    assert design.candidate_minutes == pytest.approx(30)
    assert lived.candidate_minutes == pytest.approx(30)
    assert loaded.candidate_minutes == pytest.approx(30 / 0.25)
    # Two handoffs by design; half the applicants never make the second.
    assert design.employer_minutes == pytest.approx(100 + 5 + 20 + 5)
    # The vacancy is opened once, whoever applies.
    handoffs = 5 + (5 / 0.25)
    assert loaded.employer_minutes == pytest.approx(100 + 20 * 0.5 / 0.25 + handoffs)
    assert design.days == pytest.approx(4)
    assert lived.days == pytest.approx(0.5 * 2 + 0.5 * 4)
    assert loaded.days is None
    assert design.money == pytest.approx(priced.money_sum)


def test_role_may_price_its_own_hour() -> None:
    """`hourly_cost` of a role replaces the wage of the profile for it alone."""
    own = Role(id="hr", side=Side.EMPLOYER, name="HR", hourly_cost=amount(60))
    roles = (own, *(role for role in ROLES if role.id != "hr"))
    priced = ledger(step("a", "hr", work=30), roles=roles)
    assert priced.money.employer_time == pytest.approx(30)


def test_ranges_are_priced_at_their_mean() -> None:
    """A written range counts with its mean; its spread is no surcharge."""
    spread = Quantity(low=10, likely=20, high=30, law=Law.UNIFORM)
    assert ledger(step("a", work=spread, wait=0)).score == pytest.approx(
        ledger(step("a", work=20, wait=0)).score
    )
