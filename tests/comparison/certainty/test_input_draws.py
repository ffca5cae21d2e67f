"""Draws of the numbers of two files: what is shared, what is drawn, what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from audit.comparison.certainty.input_draws import InputDraws, drawn_inputs
from audit.model import Process, Step
from tests.comparison.judged import file
from tests.properties.strategies import Drafts, built, drafts

BEFORE = """
  - {id: fill, role: candidate, pages: 42, fields: 9, wait: 3 days}
  - {id: check, role: hr, check: 42, wait: 2 days, next: {fill: 25%, enter: 75%}}
  - {id: enter, role: hr, work: 20-40 min, wait: 1 day}
"""


def drawn(before: Process, after: Process, draws: int = 8, seed: int = 1) -> InputDraws:
    return drawn_inputs(before, after, draws=draws, seed=seed)


def by_id(process: Process) -> dict[str, Step]:
    return {step.id: step for step in process.steps}


def test_equal_files_are_equal_in_every_draw() -> None:
    """What nobody knows about a number makes no difference between two files."""
    draws = drawn(file(BEFORE), file(BEFORE))
    for k in range(8):
        before, after = draws.pair(k)
        assert before == after
    assert draws.pair(0) != draws.pair(1)


def test_a_changed_number_has_luck_of_its_own() -> None:
    """14 pages are no third of 42: they are another guess."""
    before, after = file(BEFORE), file(BEFORE.replace("pages: 42", "pages: 14"))
    draws = drawn(before, after)
    ratios = set()
    for k in range(8):
        old, new = (by_id(p)["fill"].quantities for p in draws.pair(k))
        assert old.pages_read and new.pages_read
        ratios.add(round(new.pages_read.mean / old.pages_read.mean, 6))
        assert old.fields == new.fields
    assert len(ratios) == 8


def test_the_same_number_from_elsewhere_is_another_number() -> None:
    """42 as counted and 42 as guessed are not the same knowledge."""
    counted = BEFORE.replace("pages: 42", "pages: {value: 42, basis: measured}")
    old, new = (by_id(p) for p in drawn(file(BEFORE), file(counted)).pair(0))
    pages = new["fill"].quantities.pages_read
    assert pages and pages.mean == 42.0
    assert old["fill"].quantities.pages_read != pages


def test_a_new_step_shifts_nobodys_luck() -> None:
    """The draws of all other steps are those of a comparison without it."""
    longer = "  - {id: new, role: hr, work: 5 min, wait: 1 day}\n" + BEFORE.strip("\n")
    first = by_id(drawn(file(BEFORE), file(BEFORE)).pair(3)[1])
    second = by_id(drawn(file(BEFORE), file(longer)).pair(3)[1])
    for step, one in first.items():
        assert replace(second[step], line=one.line) == one


def test_the_before_has_the_same_luck_against_every_after() -> None:
    """So that several afters can be compared through it."""
    other = file("  - {id: other, role: hr, work: 5 min}")
    assert (
        drawn(file(BEFORE), other).pair(2)[0]
        == drawn(file(BEFORE), file(BEFORE)).pair(2)[0]
    )


def test_a_renamed_step_keeps_its_luck() -> None:
    """`was` says that it is the same step: its numbers, and the way back to it."""
    renamed = BEFORE.replace("id: fill,", "id: form, was: fill,").replace(
        "{fill: 25%", "{form: 25%"
    )
    old, new = (by_id(p) for p in drawn(file(BEFORE), file(renamed)).pair(5))
    assert new["form"].quantities == old["fill"].quantities
    assert [f.share for f in new["check"].flows] == [
        f.share for f in old["check"].flows
    ]


def test_another_step_of_the_same_name_is_another() -> None:
    """A step whose id is that of a key, or of a step gone, shares nothing by it."""
    after = BEFORE.replace("id: enter,", "id: wait,").replace("enter: 75%", "wait: 75%")
    old, new = (by_id(p) for p in drawn(file(BEFORE), file(after)).pair(1))
    assert new["wait"].quantities.work != old["enter"].quantities.work
    assert new["fill"] == replace(old["fill"], line=new["fill"].line)


def test_numbers_are_counted_once() -> None:
    """pages, fields, three waits, check, work, two shares; one more for the change."""
    assert drawn(file(BEFORE), file(BEFORE)).count == 9
    assert drawn(file(BEFORE), file(BEFORE.replace("42, f", "14, f"))).count == 10
    exact = "  - {id: a, role: hr, work: 5 min, evidence: {basis: measured}}"
    assert drawn(file(exact), file(exact)).count == 0


def test_exact_steps_stay_the_same_objects() -> None:
    """What is known about a step that nobody guessed can be kept."""
    one = file("  - {id: a, role: hr, work: 5 min, evidence: {basis: measured}}")
    before, after = drawn(one, one).pair(0)
    assert before.steps[0] is one.steps[0] is after.steps[0]


def test_numbers_inside_parallel_branches_are_drawn() -> None:
    """A block hides no guess: waits, work and shares of its branches vary."""
    steps = """
  - id: both
    parallel:
      - - {id: x, role: hr, wait: 2 days, next: {done: 90%, rejected: 10%}}
      - - {id: y, role: hr, wait: 1-9 days}
"""
    draws = drawn(file(steps), file(steps))
    waits = {
        step.wait.takes.mean
        for k in range(8)
        for step in draws.pair(k)[0].steps
        if step.wait
    }
    assert draws.count == 4
    assert len(waits) == 16


@settings(deadline=None)
@given(drafts(), drafts(prefix="n"))
def test_every_draw_is_a_process_with_shares_that_sum(one: Drafts, two: Drafts) -> None:
    """Whatever the graphs: the flows of each node of each draw make a whole."""
    draws = drawn(built(one), built(two), draws=2)
    for process in draws.pair(1):
        for step in process.steps:
            whole = sum(flow.share.mean for flow in step.flows if flow.share)
            assert whole == pytest.approx(1.0)
