"""The afters of the stories hold what their README says, and break no law for it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from audit.ledger.evidence import evidence_row
from audit.model import (
    Basis,
    Justification,
    Position,
    Process,
    Quantity,
    Removable,
    Step,
)
from audit.pipeline import audit_process
from audit.result import AuditResult
from audit.units import format_number
from tests.processes.overlays import (
    NAMES,
    PROCESSES,
    audited,
    before_of,
    credited,
    late_checks,
    leaving,
    loaded,
    named,
    plan,
    taken_back,
)

CHANGES = [(name, change.id) for name in NAMES for change in plan(name).changes]
METRICS = {"score": 1, "days": 1, "candidate_minutes": 0, "employer_minutes": 0}
"""Columns of the tables in the READMEs, and the digits they print."""


@pytest.mark.parametrize("name", NAMES)
def test_an_after_is_made_of_changes_to_its_before(name: str) -> None:
    """Each can be compared with the before of its story and credited by change."""
    ends = frozenset(change.id for change in plan(name).changes)
    whole = audited(name, ends)
    assert whole.score == pytest.approx(audited(name).score, rel=1e-12)
    assert audited(name, frozenset()).score == pytest.approx(
        audit_process(before_of(name).process).score, rel=1e-12
    )


ORIGIN = re.compile(
    r"\b[A-Z]{2,3}-\d\d\b|[Aa]ssumed|simulation|[Ss]et in|arithmetic|follows from"
    r"|handbook|OPM|[Nn]o study|our reading|model's own"
)
"""Words by which a note says on what the size of a change rests."""


@pytest.mark.parametrize("name", NAMES)
def test_each_change_says_what_it_is_and_where_its_effect_comes_from(name: str) -> None:
    """A change whose size rests on nothing is an opinion."""
    for change in plan(name).changes:
        assert change.name
        assert change.note, change.id
        assert ORIGIN.search(change.note), change.id


@pytest.mark.parametrize("name", NAMES)
def test_a_cost_says_on_what_it_rests(name: str) -> None:
    """No price in a story is passed off as an offer."""
    for change in plan(name).changes:
        for cost in (change.one_off, change.per_year):
            if cost is not None:
                assert cost.provenance is not None, change.id
                assert cost.provenance.basis in {Basis.ASSUMED, Basis.ESTIMATED}


@pytest.mark.parametrize(("name", "change"), CHANGES)
def test_each_change_moves_something(name: str, change: str) -> None:
    """No change stands in a story for decoration."""
    needs = next(one.needs for one in plan(name).changes if one.id == change)
    without, made = audited(name, needs), audited(name, needs | {change})
    assert telling(without) != telling(made)


def telling(result: AuditResult) -> tuple[object, ...]:
    """Return what a leader would see: points, days, people, findings."""
    findings = {(one.id, round(one.measure.value, 9)) for one in result.findings}
    people = {out: round(share, 9) for out, share in result.outcomes.items()}
    return round(result.score, 9), round(result.time.mean, 9), people, findings


@pytest.mark.parametrize("name", NAMES)
def test_no_number_of_an_after_is_called_measured(name: str) -> None:
    """What nobody has done yet has not been measured."""
    old = set(numbers(before_of(name).process))
    for number in set(numbers(loaded(name).process)) - old:
        origin = number.provenance
        assert origin is None or origin.basis is not Basis.MEASURED


def numbers(process: Process) -> Iterator[Quantity]:
    """Yield the numbers of the steps: what is counted, waits and shares."""
    for step in process.steps:
        for key in step.quantities.__dataclass_fields__:
            if (number := getattr(step.quantities, key)) is not None:
                yield number
        if step.wait is not None:
            yield step.wait.takes
        yield from (flow.share for flow in step.flows if flow.share is not None)


@pytest.mark.parametrize(("name", "change"), CHANGES)
def test_no_change_drops_what_a_law_asks_for(name: str, change: str) -> None:
    """Mandates, safety checks and contingencies stay, whichever changes are made."""
    needs = next(one.needs for one in plan(name).changes if one.id == change)
    before = before_of(name).process
    after = {step.id: step for step in plan(name).process(needs | {change}).steps}
    for step in before.steps:
        if is_bound(step):
            kept = after[step.id]
            assert kept.mandate == step.mandate
            assert kept.removable == step.removable
            assert kept.justified == step.justified
            assert kept.contingency == step.contingency
            assert kept.deadline == step.deadline
            assert kept.applies_to == step.applies_to


def is_bound(step: Step) -> bool:
    """Return whether a step is a law's, a safety matter or a condition of the offer."""
    return (
        step.mandate is not None
        or bool(step.contingency)
        or step.removable is Removable.NEVER
        or step.justified in {Justification.LAW, Justification.SAFETY}
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_may_not_be_removed_is_done_as_before(name: str) -> None:
    """A step whose mandate allows no other medium keeps everything but its place."""
    before, after = before_of(name).process, loaded(name).process
    for step in before.steps:
        if step.removable is Removable.NEVER:
            assert bare(named(after, step.id)) == bare(step)


def bare(step: Step) -> Step:
    return replace(
        step,
        line=None,
        flows=tuple(replace(flow, line=None) for flow in step.flows),
        participants=tuple(replace(guest, line=None) for guest in step.participants),
    )


def test_health_questions_stay_after_the_offer() -> None:
    """The law wants them there; saving days is no reason to move them (LEG-10)."""
    order = [step.id for step in loaded("hospital/after").process.steps]
    medical = ("drug_test", "drug_result", "records", "health_visit")
    assert all(order.index("offer") < order.index(step) for step in medical)


def test_the_nurse_resigns_when_every_clearance_is_in() -> None:
    """The point of the story: what fails then costs an offer, not a job."""
    order = [step.id for step in loaded("hospital/after").process.steps]
    conditions = [s.id for s in loaded("hospital/after").process.steps if s.contingency]
    notice = order.index("give_notice")
    assert conditions
    assert all(order.index(step) < notice for step in conditions)
    assert order.index("notice_period") == notice + 1
    assert named(loaded("hospital/after").process, "offer").position is Position.LOCK


def test_nobody_finds_the_position_filled_after_a_lock() -> None:
    """A lock at the offer makes that exactly zero, not small."""
    for name in ("hospital/after", "overloaded-hr/electronic-and-lock"):
        reasons = [
            flow.reason
            for step in loaded(name).process.steps
            for flow in step.flows
            if flow.to == "rescinded"
        ]
        assert not any(reason and "filled" in reason for reason in reasons)
    assert (
        audited("overloaded-hr/electronic-and-lock").outcomes.get("rescinded", 0) == 0
    )


Told = Callable[[AuditResult, Process], float]


def designed(key: str) -> Told:
    def line(result: AuditResult, process: Process) -> float:
        return result.vector[key].designed or 0.0

    return line


def expected(key: str) -> Told:
    def line(result: AuditResult, process: Process) -> float:
        return result.vector[key].expected or 0.0

    return line


def offers(result: AuditResult, process: Process) -> float:
    return taken_back(result)


ABOUT: dict[str, tuple[str, Told]] = {
    "packet/after": ("wet signatures", designed("wet_signatures")),
    "portal/after": (
        "leave of their own accord, of 100",
        lambda result, process: 100 * leaving(result, process),
    ),
    "keyword-screen/phone-call": (
        "applicants for each hire",
        lambda result, process: 1 / result.outcomes["hired"],
    ),
    "keyword-screen/after": (
        "applicants for each hire",
        lambda result, process: 1 / result.outcomes["hired"],
    ),
    "hospital/after": (
        "checks that come after notice",
        lambda result, process: late_checks(result),
    ),
    "overloaded-hr/train-hr": ("offers taken back for 100 hires", offers),
    "overloaded-hr/department-recruits": ("offers taken back for 100 hires", offers),
    "overloaded-hr/recruiting-firm": ("offers taken back for 100 hires", offers),
    "overloaded-hr/electronic-and-lock": ("offers taken back for 100 hires", offers),
    "federal-80-day/after": ("approvals", expected("approvals")),
    "lean-tech/after": ("approvals", expected("approvals")),
}
WORSE = {
    "overloaded-hr/train-hr": {"about"},
    "overloaded-hr/department-recruits": {"score", "days"},
    "overloaded-hr/recruiting-firm": {"about"},
    "hospital/after": {"days"},
}
"""What an after makes worse of score, days and what its story is about."""


def test_every_after_has_its_point() -> None:
    """No overlay lies beside the list."""
    assert set(ABOUT) == set(NAMES)


def about(name: str) -> tuple[float, float]:
    """Return what a story is about, before and after."""
    _, told = ABOUT[name]
    before = before_of(name).process
    return (
        told(audit_process(before), before),
        told(audited(name), loaded(name).process),
    )


@pytest.mark.parametrize("name", NAMES)
def test_an_after_is_better_where_its_story_says(name: str) -> None:
    """Score, days and the point of the story fall, but for what the README owns to."""
    before = audit_process(before_of(name).process)
    after = audited(name)
    then, now = about(name)
    pairs = {
        "score": (before.score, after.score),
        "days": (before.time.mean, after.time.mean),
        "about": (then, now),
    }
    worse = {key for key, (old, new) in pairs.items() if new > old * (1 + 1e-9)}
    assert worse == WORSE.get(name, set())


def test_the_table_of_the_afters_is_true() -> None:
    """No after is hidden; changes, score, days and point are those of its file."""
    text = (PROCESSES / "README.md").read_text(encoding="utf-8")
    row = re.compile(r"^\| \[([\w/-]+)\]\(\1\.yaml\) \| (.*) \|$", re.MULTILINE)
    stated = {name: cells.split(" | ") for name, cells in row.findall(text)}
    assert set(stated) == set(NAMES)
    for name, cells in stated.items():
        result, (then, now) = audited(name), about(name)
        grade = result.grade or "no grade"
        assert cells[:4] == [
            str(len(plan(name).changes)),
            f"{result.score:.0f}, {grade}",
            f"{result.time.mean:.1f}",
            f"{ABOUT[name][0]}: {brief(then)} → {brief(now)}",
        ], name
        assert cells[4].strip()


def brief(number: float) -> str:
    return f"{number:.0f}" if number > 5 else format_number(number, 1)


def table_of(name: str) -> dict[str, list[str]]:
    """Return the table of a README that credits the changes of an overlay."""
    story, file = name.split("/")
    text = (PROCESSES / story / "README.md").read_text(encoding="utf-8")
    several = sum(other.startswith(f"{story}/") for other in CREDITED) > 1
    head = f"`{file}`" if several else "change"
    start = text.index(f"| {head} | points | days |")
    rows = text[start:].split("\n\n", 1)[0].splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return {first.strip("`"): rest for first, *rest in cells}


UNDER_ANOTHER = {"keyword-screen/phone-call"}
"""Overlays that another one stands on: its table has their change too."""
CREDITED = tuple(name for name in NAMES if name not in UNDER_ANOTHER)


@pytest.mark.parametrize("name", CREDITED)
def test_the_readme_credits_each_change_as_the_comparison_does(name: str) -> None:
    """What a change bought can be read without running anything."""
    gains = {
        line.metric: {share.change: share.gain for share in line.shares}
        for line in credited(name).attributions
    }
    told = {
        change.id: [printed(gains[key][change.id], key) for key in METRICS]
        for change in plan(name).changes
    }
    told["all"] = [printed(math.fsum(gains[key].values()), key) for key in METRICS]
    assert table_of(name) == told


def printed(gain: float, metric: str) -> str:
    words = f"{gain:.{METRICS[metric]}f}"
    return words.lstrip("-") if float(words) == 0 else words


def test_what_ink_cost_in_days_is_not_more_than_published() -> None:
    """Signing electronically is not credited with more than the 3.1 days of PAP-28."""
    published = float(evidence_row("PAP-28").value or 0)
    gains = credited("packet/after").attributions
    days = next(line for line in gains if line.metric == "days")
    assert 0 < next(s.gain for s in days.shares if s.change == "e-sign") < published
    before, after = before_of("hospital/after"), loaded("hospital/after")
    waits = [named(file.process, "paperwork").wait for file in (before, after)]
    saved = [wait.takes.mean for wait in waits if wait is not None]
    assert 0 < saved[0] - saved[1] < published


def test_people_who_leave_a_form_are_told_as_the_range_that_sources_leave_open() -> (
    None
):
    """Where two sources disagree, the after holds both ends and no favourite."""
    after = loaded("portal/after").process
    for step_id, before in (("questions", 0.23), ("retype", 0.30)):
        shares = [f.share for f in named(after, step_id).flows if f.to == "elsewhere"]
        assert [(share.low, share.high) for share in shares if share] == [(0, before)]


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name.startswith("overloaded-hr/")]
)
def test_a_remedy_takes_as_long_as_its_simulation_did(name: str) -> None:
    """Waits rounded step by step still sum to the simulated total, within 1.5 days."""
    known = {line.what: line for line in audited(name).known}
    difference = known["days"].difference
    assert difference is not None
    assert abs(difference) < 1.5


def test_the_call_lets_through_what_its_shares_say() -> None:
    """By hand: filter, call, interview; then the team, the referees and the answer."""
    qualified = 0.30 * 0.55 * 0.90 * 0.75
    others = 0.70 * 0.15 * 0.25 * 0.20
    by_hand = (qualified + others) * 0.80 * 0.98 * 0.84
    result = audited("keyword-screen/phone-call")
    assert result.outcomes["hired"] == pytest.approx(by_hand)


def test_reading_the_rejects_lets_through_what_its_shares_say() -> None:
    """By hand: whoever fails the filter has a second chance with the reader."""
    qualified = 0.30 * (0.55 + 0.45 * 0.60) * 0.90 * 0.75
    others = 0.70 * (0.15 + 0.85 * 0.20) * 0.25 * 0.20
    by_hand = (qualified + others) * 0.80 * 0.98 * 0.84
    result = audited("keyword-screen/after")
    assert result.outcomes["hired"] == pytest.approx(by_hand)
