"""The quick totals are those of the ledger, whatever was asked before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.analysis import Analysis
from audit.comparison.credit import quick_totals
from audit.comparison.credit.metrics import METRICS
from audit.comparison.credit.quick_totals import QuickTotals
from audit.errors import AnalysisError
from audit.ledger import Profile, load_profile, price
from audit.loaders import load_process, load_process_text
from audit.model import (
    Channel,
    Clock,
    Law,
    Leaver,
    Process,
    Quantities,
    Quantity,
    Scope,
    Wait,
)
from tests.benchmarks.generated import process_file
from tests.builders import amount, block, process, step
from tests.comparison.dressing import dressed, variants
from tests.shipped import PROCESSES

PROFILE = load_profile()
ACCURACY = 0.02
PAPER, PORTAL = Channel.PAPER, Channel.PORTAL
WIDE = Quantity(low=1.0, likely=3.0, high=9.0, law=Law.PERT)
several = settings(
    max_examples=100, deadline=None, suppress_health_check=list(HealthCheck)
)


def of_the_ledger(process: Process, profile: Profile, accuracy: float) -> list[float]:
    """Return what the report shows: the numbers that shares have to sum to."""
    ledger = price(Analysis(process), profile, accuracy=accuracy)
    shown = {
        "score": ledger.score,
        "candidate_minutes": ledger.sides["candidate"].minutes,
        "employer_minutes": ledger.sides["employer"].minutes,
        "days": ledger.flow_time.mean,
        "candidate_cash": ledger.sides["candidate"].cash,
        "money": ledger.money_sum,
    }
    return [shown[metric.id] for metric in METRICS]


def same(process: Process, totals: QuickTotals, accuracy: float = ACCURACY) -> bool:
    expected = of_the_ledger(process, PROFILE, accuracy)
    return totals(process).tolist() == pytest.approx(expected, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("path", PROCESSES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_shipped_processes_total_the_same(path: object) -> None:
    """What is credited is the number on the page, for every process that ships."""
    assert isinstance(path, type(PROCESSES[0]))
    found = QuickTotals(PROFILE)(load_process(path)).tolist()
    expected = of_the_ledger(load_process(path), PROFILE, 0.004)
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-12)


def test_many_processes_can_be_asked_of_one() -> None:
    """What is kept of one process is never taken for that of another."""
    totals = QuickTotals(PROFILE, accuracy=ACCURACY)
    processes = [load_process_text(process_file(15, seed)) for seed in range(12)]
    assert all(same(one, totals) for one in [*processes, *reversed(processes)])


@several
@given(dressed(), st.data())
def test_what_is_kept_is_kept_by_all_it_depends_on(
    first: Process, data: st.DataObject
) -> None:
    """After any edit a number is that of the process asked for, never an older one."""
    totals = QuickTotals(PROFILE, accuracy=ACCURACY)
    edited = [data.draw(variants(first)) for _ in range(4)]
    for one in (first, *edited, first):
        try:
            expected = of_the_ledger(one, PROFILE, ACCURACY)
        except AnalysisError:
            with pytest.raises(AnalysisError):
                totals(one)
        else:
            found = totals(one).tolist()
            assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


RICH = process(
    step("apply", "candidate", wait=1, fields=9, asks=("name",), channel=PORTAL),
    block(
        "checks",
        [step("test", "firm", wait=WIDE, work=5)],
        [step("papers", "candidate", wait=3, fields=4, asks=("name", "ssn"))],
    ),
    step("sign", "candidate", wait=2, fields=3, asks=("ssn",), channel=PAPER),
    step("decide", "hr", work=9, next={"apply": 0.2, "declined": 0.3, "hired": 0.5}),
)


def edited(step_id: str, **keys: object) -> Process:
    """Return the rich process with other keys at a step of its top level."""
    nodes = tuple(
        replace(node, **keys) if node.id == step_id else node  # type: ignore[arg-type]
        for node in RICH.nodes
    )
    return replace(RICH, nodes=nodes)


@pytest.mark.parametrize(
    "other",
    [
        edited("sign", channel=PORTAL),
        edited("sign", asks=("phone",)),
        edited("sign", role="hr"),
        edited("sign", quantities=Quantities(fields=amount(30))),
        edited("sign", wait=Wait(takes=amount(90))),
        edited("sign", applies_to=amount(0.5)),
        edited("decide", flows=RICH.nodes[3].flows[1:]),
        replace(RICH, scope=Scope.END_TO_END),
        replace(RICH, clock=Clock(stop="checks")),
        replace(
            RICH,
            roles=tuple(replace(role, hourly_cost=amount(500)) for role in RICH.roles),
        ),
        replace(
            RICH,
            outcomes=tuple(
                replace(o, by=Leaver.EMPLOYER) if o.id == "declined" else o
                for o in RICH.outcomes
            ),
        ),
    ],
)
def test_one_edit_is_enough(other: Process) -> None:
    """Each thing a number hangs on is looked at again when it alone has changed."""
    totals = QuickTotals(PROFILE, accuracy=ACCURACY)
    assert same(RICH, totals)
    assert same(other, totals)
    assert same(RICH, totals)
    assert totals(other).tolist() != totals(RICH).tolist()


def test_what_was_dropped_is_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for two, the third process drops the first; its numbers stay right."""
    monkeypatch.setattr(quick_totals, "_MOST_WAYS", 2)
    totals = QuickTotals(PROFILE, accuracy=ACCURACY)
    processes = [load_process_text(process_file(9, seed)) for seed in range(4)]
    assert all(same(one, totals) for one in processes * 2)


def test_a_day_at_another_price_is_still_a_day() -> None:
    """Days are days, though a profile counts each of them twice in points."""
    rates = tuple(
        replace(rate, amount=2.0) if rate.factor == "wait_day" else rate
        for rate in PROFILE.rates
    )
    dear = replace(PROFILE, rates=rates)
    one = process(step("a", wait=3), step("b", "candidate", wait=1, pages_read=2))
    found = QuickTotals(dear)(one).tolist()
    assert found == pytest.approx(of_the_ledger(one, dear, 0.004))
    assert found[3] == pytest.approx(4.0)


def test_a_screen_outside_a_block_counts_inside() -> None:
    """Two equal blocks whose inner screens meet other people are not taken for one."""
    text = """\
process: Two screens
roles: {{candidate: {{side: candidate}}, hr: {{side: employer}}}}
steps:
  - id: sift
    role: hr
    wait: 1 day
    screen:
      {{method: knockout, qualified_share: {share}, passes_qualified: 90%,
       passes_unqualified: 20%}}
    next: {{checks: pass, rejected: fail}}
  - id: checks
    parallel:
      - - {{id: test, role: hr, wait: 2-9 days,
           screen: {{method: expert, passes_qualified: 90%, passes_unqualified: 10%}},
           next: {{talk: pass, rejected: fail}}}}
        - {{id: talk, role: hr, wait: 4 days, next: {{test: 30%, done: 70%}}}}
      - - {{id: papers, role: candidate, wait: 3-12 days}}
"""
    totals = QuickTotals(PROFILE, accuracy=ACCURACY)
    for share in ("10%", "80%", "10%"):
        assert same(load_process_text(text.format(share=share)), totals)


def test_nothing_that_takes_time_takes_none() -> None:
    """A process without waits, blocks included, has no days and no points for them."""
    idle = process(
        step("a", "ats"),
        block("b", [step("c", "ats")], [step("d", "ats")]),
        step("e", "ats", wait=0),
    )
    assert QuickTotals(PROFILE)(idle).tolist() == [0.0] * len(METRICS)


def test_nobody_hired_is_said() -> None:
    """A process in which nobody can be hired has no totals."""
    lost = process(step("a", next={"rejected": 1.0}))
    with pytest.raises(AnalysisError, match="nobody can be hired"):
        QuickTotals(PROFILE)(lost)
