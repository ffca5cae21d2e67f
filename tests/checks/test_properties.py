"""What checks promise on any process: no failure, no names, more never looks better."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from audit.checks import CHECKS, Verdicts, find_checks
from audit.errors import AnalysisError
from audit.model import (
    Channel,
    Contact,
    Justification,
    Node,
    ParallelBlock,
    Position,
    Process,
    Quantity,
    Removable,
    Scheduling,
    Step,
    StepKind,
    Wait,
    WaitCause,
)
from tests.checks.case_files import facts_of, verdicts_of
from tests.properties.strategies import built, drafts, renamed

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

SAID = {
    "kind": st.sampled_from(StepKind),
    "channel": st.sampled_from(Channel),
    "silent": st.one_of(st.booleans(), st.builds(Quantity.point, st.just(9.0))),
    "every": st.builds(Quantity.point, st.sampled_from([0.0, 7.0])),
    "deadline": st.builds(Quantity.point, st.sampled_from([0.5, 5.0])),
    "sla": st.builds(Quantity.point, st.sampled_from([0.0, 2.0])),
    "wait": st.one_of(
        st.none(),
        st.builds(
            lambda days, cause: Wait(takes=Quantity.point(days), cause=cause),
            st.sampled_from([0.0, 3.0, 20.0]),
            st.one_of(st.none(), st.sampled_from(WaitCause)),
        ),
    ),
    "asks": st.sampled_from([(), ("name",), ("name", "ssn")]),
    "justified": st.sampled_from(Justification),
    "mandate": st.sampled_from(["I-9", "FCRA", "House rule"]),
    "removable": st.sampled_from(Removable),
    "owner": st.sampled_from(["none", "HR lead"]),
    "contact": st.sampled_from(Contact),
    "position": st.sampled_from(Position),
    "contingency": st.booleans(),
    "commits": st.booleans(),
    "pay_disclosed": st.booleans(),
    "timeline_told": st.booleans(),
    "feedback": st.booleans(),
    "scheduling": st.sampled_from(Scheduling),
    "mobile": st.booleans(),
    "accessible": st.booleans(),
    "paid": st.booleans(),
    "reading_grade": st.builds(Quantity.point, st.sampled_from([6.0, 15.0])),
    "requirements": st.builds(Quantity.point, st.sampled_from([3.0, 20.0])),
}
"""Keys that the random processes leave out, with values that checks look at."""


@st.composite
def said(draw: st.DrawFn) -> Process:
    """Draw a random process in which steps say more about themselves."""
    process = built(draw(drafts()))
    more = {
        step.id: draw(st.fixed_dictionaries({}, optional=SAID))
        for step in process.steps
    }
    people = draw(st.one_of(st.none(), st.sampled_from([1.0, 3.0])))
    return replace(
        process,
        nodes=_changed(process.nodes, more),
        roles=tuple(
            replace(role, people=None if people is None else Quantity.point(people))
            for role in process.roles
        ),
        hires_per_year=draw(
            st.one_of(st.none(), st.builds(Quantity.point, st.just(200.0)))
        ),
    )


@SLOW
@given(said())
def test_every_check_answers_any_process(process: Process) -> None:
    """No process makes a check fail, and each check gives one answer."""
    verdicts = _verdicts(process)
    answered = [finding.id for finding in verdicts.findings]
    answered += [note.check for note in verdicts.passed + verdicts.not_applicable]
    undecided = {note.check for note in verdicts.not_assessed} - set(answered)
    assert len(answered) == len(set(answered))
    assert set(answered) | undecided == {check.id for check in CHECKS}
    by_id = {check.id: check for check in CHECKS}
    for finding in verdicts.findings:
        check = by_id[finding.id]
        if not check.own_severity:
            assert finding.severity == check.severity_at(finding.measure.value)
        assert finding.steps, finding.id
        assert 1 <= finding.severity <= 5
        assert finding.decide.endswith(".")
        assert finding.title == finding.title.strip()


@SLOW
@given(drafts())
def test_new_names_change_no_verdict(nodes: list[object]) -> None:
    """What is found follows from what happens, not from what it is called."""
    one = _verdicts(built(nodes))
    other = _verdicts(built(renamed(nodes, lambda name: f"other_{name}")))
    assert [f.id for f in one.findings] == [f.id for f in other.findings]
    assert [f.severity for f in one.findings] == [f.severity for f in other.findings]
    assert [n.check for n in one.passed] == [n.check for n in other.passed]
    assert one.coverage == other.coverage


@SLOW
@given(drafts(), st.integers(1, 30))
def test_more_pages_never_make_the_page_load_better(
    nodes: list[object], more: int
) -> None:
    """A packet that grows cannot lose its finding, nor its severity."""
    process = built(nodes)
    longer = {}
    for step in process.steps:
        pages = step.quantities.pages_read
        grown = Quantity.point((pages.mean if pages is not None else 0.0) + more)
        longer[step.id] = {"quantities": replace(step.quantities, pages_read=grown)}
    check = find_checks("page-load")
    before = judge_one(process, check)
    after = judge_one(replace(process, nodes=_changed(process.nodes, longer)), check)
    assert before <= after


def judge_one(process: Process, check: tuple[object, ...]) -> int:
    """Return the severity that a check finds, 0 when it does not fire."""
    findings = verdicts_of(process, check).findings
    return findings[0].severity if findings else 0


def _verdicts(process: Process) -> Verdicts:
    try:
        facts = facts_of(process)
    except AnalysisError:
        assume(False)
        raise
    from audit.checks import run_checks

    return run_checks(facts)


def _changed(
    nodes: tuple[Node, ...], changes: dict[str, dict[str, object]]
) -> tuple[Node, ...]:
    return tuple(
        replace(node, **changes.get(node.id, {}))
        if isinstance(node, Step)
        else _changed_block(node, changes)
        for node in nodes
    )


def _changed_block(
    block: ParallelBlock, changes: dict[str, dict[str, object]]
) -> ParallelBlock:
    branches = tuple(_changed(branch, changes) for branch in block.branches)
    return replace(block, branches=branches)
