"""The stories load cleanly and say what their README says they say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from audit.ledger import load_profile
from audit.ledger.evidence import evidence_row, has_evidence
from audit.loaders import load_process, read_file
from audit.model import (
    Basis,
    ParallelBlock,
    Position,
    Process,
    Scope,
    Side,
    Step,
    StepKind,
)
from audit.pipeline import audit_process

ROOT = Path(__file__).parents[2] / "processes"
STORIES = (
    "federal-80-day",
    "hospital",
    "keyword-screen",
    "lean-tech",
    "overloaded-hr",
    "packet",
    "portal",
)
FILES = sorted(path for story in STORIES for path in ROOT.glob(f"{story}/*.yaml"))
NAMES = [f"{path.parent.name}/{path.name}" for path in FILES]
EVIDENCE_ID = re.compile(r"\b(?:APL|TIM|PAP|HAN|CX|FIL|VAL|CHK|LEG)-\d\d\b")


def load(story: str, file: str = "before.yaml") -> Process:
    return load_process(ROOT / story / file)


def named(process: Process, step_id: str) -> Step:
    return next(step for step in process.steps if step.id == step_id)


def wait_of(step: Step) -> float:
    return 0.0 if step.wait is None else step.wait.takes.mean


def without_lines(step: Step) -> Step:
    return replace(
        step,
        line=None,
        flows=tuple(replace(flow, line=None) for flow in step.flows),
        participants=tuple(replace(guest, line=None) for guest in step.participants),
    )


def readme(story: str) -> str:
    return (ROOT / story / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_story_loads_without_a_problem_or_a_warning(path: Path) -> None:
    """A story is a model for strangers to copy: `check` has nothing to say about it."""
    assert read_file(path).warnings == ()


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_story_says_where_its_numbers_come_from(path: Path) -> None:
    """No step of ours leaves the reader to guess on what its numbers rest."""
    process = load_process(path)
    silent = [
        step.id for step in process.steps if step.provenance.basis is Basis.UNSTATED
    ]
    assert silent == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_evidence_named_in_a_story_exists(path: Path) -> None:
    """A source in a process file can be looked up with `explain`."""
    rows = EVIDENCE_ID.findall(path.read_text(encoding="utf-8"))
    assert [row for row in rows if not has_evidence(row)] == []


@pytest.mark.parametrize("story", STORIES)
def test_the_readme_cites_rows_that_exist_with_their_grade(story: str) -> None:
    """A README grades a number as its weakest evidence row does."""
    text = readme(story)
    assert [row for row in EVIDENCE_ID.findall(text) if not has_evidence(row)] == []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or len(cells) < 3:
            continue
        grades = [evidence_row(row).grade for row in EVIDENCE_ID.findall(cells[-2])]
        if grades:
            assert cells[-1] == max(grades), line


@pytest.mark.parametrize("story", STORIES)
def test_evidence_of_a_file_stands_in_its_readme(story: str) -> None:
    """Whoever reads the README has met every published source of the file."""
    for path in ROOT.glob(f"{story}/*.yaml"):
        rows = set(EVIDENCE_ID.findall(path.read_text(encoding="utf-8")))
        assert rows <= set(EVIDENCE_ID.findall(readme(story)))


def test_the_table_of_the_stories_is_true() -> None:
    """No story is hidden; scope, steps, score and grade are those of its file."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    row = re.compile(r"^\| \[([\w-]+)\]\(\1/README\.md\) \|.*?\|(.*)\|$", re.MULTILINE)
    stated = {
        name: [cell.strip() for cell in cells.split("|")]
        for name, cells in row.findall(text)
    }
    assert stated == {story: table_row(story) for story in STORIES}


def table_row(story: str) -> list[str]:
    process = load(story)
    result = audit_process(process)
    grade = result.grade or "no grade"
    scope = "" if process.scope is None else process.scope.value
    return [scope, str(len(process.steps)), f"{result.score:.0f}, {grade}"]


def test_the_packet_scores_what_the_worked_example_does() -> None:
    """At the rates of the worked example the story gives its 206.67 points."""
    example = Path(__file__).parents[1] / "examples" / "packet"
    result = audit_process(load("packet"), load_profile(example / "profile.yaml"))
    expected = json.loads((example / "expected.json").read_text(encoding="utf-8"))
    assert result.score == pytest.approx(expected["before"]["score"], rel=1e-6)


def test_the_lean_company_lands_where_its_own_arithmetic_does() -> None:
    """The audited total lies between the 66 and 87 days of the handbook."""
    days = audit_process(load("lean-tech")).time.mean
    assert days == pytest.approx(76.5, abs=0.01)


def test_the_federal_model_is_audited_at_80_days() -> None:
    """The engine adds nothing to what the model states."""
    result = audit_process(load("federal-80-day"))
    assert result.time.mean == pytest.approx(80, abs=1e-6)
    assert [line.difference for line in result.known] == pytest.approx([0, 0])


LEADING = {
    "packet": {"page-load", "print-scan-loop", "fax", "wet-signatures"},
    "portal": {"repeated-questions", "portal-accounts", "desktop-only-steps"},
    "keyword-screen": {"keyword-filter", "glance-screen", "black-hole"},
    "hospital": {"rescindable-offer", "late-contingencies", "unlocked-position"},
    "overloaded-hr": {"overloaded-role", "overload-behind-silence"},
    "lean-tech": {"approval-layers", "interview-rounds"},
}


@pytest.mark.parametrize("story", sorted(LEADING))
def test_the_point_of_the_story_is_found(story: str) -> None:
    """A reader of the report meets what the README promises."""
    found = {finding.id for finding in audit_process(load(story)).findings}
    assert LEADING[story] <= found


def test_the_phone_call_keeps_qualified_people() -> None:
    """The call halves what the looks lose, and costs the candidate ten minutes."""
    before = audit_process(load("keyword-screen"))
    after = audit_process(load("keyword-screen", "phone-call.yaml"))
    assert after.outcomes["hired"] > 2 * before.outcomes["hired"]
    before_minutes = before.sides["candidate"].minutes
    after_minutes = after.sides["candidate"].minutes
    assert before_minutes is not None
    assert after_minutes is not None
    assert after_minutes - before_minutes == pytest.approx(10)


def test_the_federal_model_has_14_steps_and_80_days() -> None:
    """The model is named for the sum of its elements; the trap is to count 81."""
    process = load("federal-80-day")
    assert len(process.steps) == 14
    assert sum(wait_of(step) for step in process.steps) == 80
    assert wait_of(named(process, "close")) == 0
    assert process.known is not None
    assert {key: value.mean for key, value in process.known.values} == {
        "days": 80,
        "steps": 14,
    }


def test_the_federal_model_gets_no_grade() -> None:
    """A grade on days alone would flatter a model that says nothing of effort."""
    assert load("federal-80-day").scope is Scope.PARTIAL


def test_the_federal_investigation_comes_before_notice() -> None:
    """The story is told as an example of good order."""
    order = [step.id for step in load("federal-80-day").steps]
    commits = [step.id for step in load("federal-80-day").steps if step.commits]
    assert commits == ["entry_on_duty"]
    assert order.index("investigation") < order.index("entry_on_duty")


def test_the_lean_company_takes_45_days_to_acceptance() -> None:
    """The parts that the handbook states and the rest sum to its goal."""
    process = load("lean-tech")
    order = [step.id for step in process.steps]
    timed = process.steps[order.index("intake") : order.index("sign") + 1]
    team = next(node for node in process.nodes if isinstance(node, ParallelBlock))
    beside = {branch[0].id for branch in team.branches[1:]}
    assert sum(wait_of(step) for step in timed if step.id not in beside) == 45


def test_the_lean_company_rests_between_66_and_87_days() -> None:
    """The handbook's own arithmetic: 45 + 14 + 7 to 45 + 28 + 14 days."""
    process = load("lean-tech")
    waits = [named(process, step_id).wait for step_id in ("notice", "break")]
    quantities = [wait.takes for wait in waits if wait is not None]
    assert 45 + sum(quantity.low for quantity in quantities) == 66
    assert 45 + sum(quantity.high for quantity in quantities) == 87


PACKET = {
    "send": {"work": 10},
    "complete": {
        "pages_read": 42,
        "fields": 60,
        "repeated_fields": 18,
        "wet_signatures": 12,
        "documents": 2,
        "print_pages": 42,
    },
    "scan": {"scan_pages": 42, "uploads": 1},
    "fax": {"fax_pages": 42},
    "check": {"check": 42},
    "fix": {
        "pages_read": 4,
        "wet_signatures": 2,
        "print_pages": 4,
        "scan_pages": 4,
        "uploads": 1,
    },
    "enter": {"rekey": 60, "file": 42},
}
UNPRICED = {"third_party_documents"}


def test_the_packet_is_the_worked_example_with_more_words() -> None:
    """Its score can be followed by hand, so no quantity may drift from the example."""
    process = load("packet")
    assert {step.id for step in process.steps} == set(PACKET)
    for step in process.steps:
        counted = {
            name: quantity.mean
            for name in step.quantities.__dataclass_fields__
            if (quantity := getattr(step.quantities, name)) is not None
            and quantity.mean > 0
            and name not in UNPRICED
        }
        assert counted == PACKET[step.id]
    waits = {step.id: wait_of(step) for step in process.steps}
    assert waits == {
        "send": 1,
        "complete": 3,
        "scan": 0.5,
        "fax": 0.5,
        "check": 2,
        "fix": 2,
        "enter": 1,
    }


def test_the_packet_flows_as_the_worked_example_does() -> None:
    """Seven in ten scan, a quarter comes back."""
    shares = {
        (step.id, flow.to): flow.share.mean
        for step in load("packet").steps
        for flow in step.flows
        if flow.share is not None
    }
    assert shares == {
        ("send", "complete"): 1,
        ("complete", "scan"): 0.7,
        ("complete", "fax"): 0.3,
        ("scan", "check"): 1,
        ("fax", "check"): 1,
        ("check", "fix"): 0.25,
        ("check", "enter"): 0.75,
        ("fix", "check"): 1,
        ("enter", "hired"): 1,
    }


def test_the_packet_names_no_electronic_signature_as_a_fact() -> None:
    """`0` says that there is none; leaving the key out would say nothing."""
    electronic = named(load("packet"), "complete").quantities.electronic_signatures
    assert electronic is not None
    assert electronic.mean == 0
    assert electronic.provenance is not None
    assert electronic.provenance.basis is Basis.REPORTED


def test_the_portal_asks_85_fields_before_anybody_reads_them() -> None:
    """The number that the README and the summary page quote."""
    process = load("portal")
    before_reading = [
        step
        for step in process.steps
        if step.phase == "Apply" and step.role != "portal"
    ]
    fields = [step.quantities.fields for step in before_reading]
    logins = [step.quantities.logins for step in before_reading]
    assert sum(quantity.mean for quantity in fields if quantity) == 85
    assert sum(quantity.mean for quantity in logins if quantity) == 2


def test_the_phone_call_changes_the_looks_and_nothing_else() -> None:
    """What the call buys can be credited to the call."""
    before = load("keyword-screen")
    after = load("keyword-screen", "phone-call.yaml")
    replaced = {"look", "glance", "call"}
    shared = {step.id for step in before.steps} & {step.id for step in after.steps}
    changed = [
        step_id
        for step_id in sorted(shared - {"keyword"})
        if without_lines(named(before, step_id)) != without_lines(named(after, step_id))
    ]
    assert changed == []
    assert {step.id for step in before.steps} ^ {s.id for s in after.steps} == replaced


def test_the_filter_rejects_qualified_people_at_the_published_order() -> None:
    """FIL-06 gives 20 % (5 to 50) of those rejected; the README says 18 %."""
    screen = named(load("keyword-screen"), "keyword").screen
    assert screen is not None
    assert screen.qualified_share is not None
    assert screen.passes_qualified is not None
    assert screen.passes_unqualified is not None
    good = screen.qualified_share.mean
    lost = good * (1 - screen.passes_qualified.mean)
    rejected = lost + (1 - good) * (1 - screen.passes_unqualified.mean)
    assert lost / rejected == pytest.approx(0.185, abs=0.001)


def test_the_hospital_can_take_its_offer_back_after_notice() -> None:
    """The point of the story: the nurse has resigned, then loses the job."""
    process = load("hospital")
    order = [step.id for step in process.steps]
    notice = order.index("give_notice")
    assert named(process, "give_notice").commits
    rescinding = [
        step.id
        for step in process.steps
        if any(flow.to == "rescinded" for flow in step.flows)
    ]
    assert rescinding
    assert all(order.index(step_id) > notice for step_id in rescinding)
    assert order.index("assign") > order.index("orientation")
    assert "assign" in rescinding


def test_the_hospital_looks_for_the_opening_too_late() -> None:
    """The offer reserves nothing, and the check of the position comes at the end."""
    process = load("hospital")
    assert named(process, "offer").position is Position.NONE
    looking = [step.id for step in process.steps if step.position is Position.CHECK]
    assert looking == ["assign"]


def test_the_overloaded_department_is_busy_with_other_work() -> None:
    """Three people, 55 % of their hours spoken for, all steps of HR theirs."""
    process = load("overloaded-hr")
    hr = process.role("hr")
    assert hr.people is not None
    assert hr.other_duties is not None
    assert (hr.people.mean, hr.other_duties.mean) == (3, 0.55)
    assert process.note is not None
    assert process.note.startswith("Synthetic")
    assert sum(step.role == "hr" for step in process.steps) >= 6


@pytest.mark.parametrize("story", STORIES)
def test_a_story_has_a_candidate_who_does_something(story: str) -> None:
    """Every story can be told from the candidate's side."""
    process = load(story)
    candidates = {role.id for role in process.roles if role.side is Side.CANDIDATE}
    active = {step.role for step in process.steps} | {
        guest.role for step in process.steps for guest in step.participants
    }
    assert candidates & active


@pytest.mark.parametrize("story", STORIES)
def test_interviews_take_time_of_the_candidate_too(story: str) -> None:
    """An interview is never charged to one side alone where its length is known."""
    process = load(story)
    for step in process.steps:
        if step.kind is StepKind.INTERVIEW and step.quantities.work is not None:
            assert step.role == "candidate" or any(
                guest.role == "candidate" for guest in step.participants
            )
