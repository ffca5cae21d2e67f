"""The axioms of the friction score, on hundreds of random processes.

Each holds whatever the process: choices, loops, nested parallel blocks, people leaving.
"""

from __future__ import annotations

import copy
import math
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.analysis import Analysis
from audit.ledger import Ledger, load_profile, price
from tests.properties.strategies import (
    COUNTED,
    Draft,
    Drafts,
    built,
    drafts,
    renamed,
    sent,
    steps_of,
)

SIDES = ("candidate", "employer", "time")
# Times through parallel blocks come from a lattice; everything else is exact.
CLOSE = {"rel_tol": 2e-4, "abs_tol": 1e-6}
several = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def ledger(nodes: Drafts) -> Ledger:
    return price(Analysis(built(nodes)), load_profile(), accuracy=0.02)


def points(nodes: Drafts, side: str | None = None) -> float:
    priced = ledger(nodes)
    return priced.score if side is None else priced.sides[side].points


def same(one: float, other: float) -> bool:
    return math.isclose(one, other, **CLOSE)


@several
@given(drafts())
def test_a1_the_score_is_the_sum_of_its_ledger(nodes: Drafts) -> None:
    """A1: entries, sides and shares of the time add up; nothing else is scored."""
    priced = ledger(nodes)
    assert priced.score == math.fsum(entry.points for entry in priced.entries)
    assert math.isclose(
        priced.score, math.fsum(priced.sides[s].points for s in SIDES), abs_tol=1e-9
    )
    time = priced.flow_time
    assert math.isclose(math.fsum(time.contributions.values()), time.mean)
    assert all(entry.points >= -1e-6 for entry in priced.entries)


@several
@given(drafts(), st.data())
def test_a2_more_of_anything_never_lowers_the_score(
    nodes: Drafts, data: st.DataObject
) -> None:
    """A2: one more page, signature, fax or day of waiting is never better."""
    more = copy.deepcopy(nodes)
    level, place = data.draw(st.sampled_from(steps_of(more)))
    what = data.draw(st.sampled_from([*COUNTED, "wait"]))
    if what == "wait":
        level[place].wait += 1
    else:
        level[place].counted[what] = level[place].counted.get(what, 0) + 1
    before = points(nodes)
    assert points(more) >= before - 2e-4 * (1 + before)


@several
@given(drafts(), st.data())
def test_a3_one_more_step_in_series_never_lowers_the_score(
    nodes: Drafts, data: st.DataObject
) -> None:
    """A3: a step put before any other, inside blocks and loops too, is never better.

    Handoffs apart: every branch leaves a join, so a step of the branches' own role
    behind the join gathers what each of them handed over before.
    """
    more = copy.deepcopy(nodes)
    level, place = data.draw(st.sampled_from(steps_of(more)))
    _insert_before(level, place, data.draw(st.sampled_from(["candidate", "hr"])))
    before = without_handoffs(nodes)
    assert without_handoffs(more) >= before - 2e-4 * (1 + before)


@several
@given(drafts(), st.sampled_from(["candidate", "hr"]))
def test_a3_one_more_first_step_never_lowers_the_score(
    nodes: Drafts, role: str
) -> None:
    """A3: before everything else, handoffs count as well."""
    more = copy.deepcopy(nodes)
    _insert_before(more, 0, role)
    before = points(nodes)
    assert points(more) >= before - 2e-4 * (1 + before)


def _insert_before(level: Drafts, place: int, role: str) -> None:
    old = level[place].id
    for node in level:
        node.next = {("new" if t == old else t): s for t, s in node.next.items()}
    new = Draft("new", {old: 1.0}, role=role, counted={"pages_read": 1})
    level.insert(place, new)


def without_handoffs(nodes: Drafts) -> float:
    entries = ledger(nodes).entries
    return math.fsum(entry.points for entry in entries if entry.factor != "handoff")


@several
@given(drafts(), st.data())
def test_a4_splitting_a_step_changes_nothing(
    nodes: Drafts, data: st.DataObject
) -> None:
    """A4: two steps of one role that share the work of one count the same."""
    split = copy.deepcopy(nodes)
    level, place = data.draw(st.sampled_from(steps_of(split)))
    old = level[place]
    # One trip to the printer or the fax stays one trip; only pages can be divided.
    old.counted = {
        name: amount
        for name, amount in old.counted.items()
        if name not in {"print_pages", "fax_pages"}
    }
    before = points(split)
    half = {name: amount / 2 for name, amount in old.counted.items()}
    second = Draft("second", old.next, old.role, dict(half), old.wait / 2)
    old.next, old.counted, old.wait = {"second": 1.0}, half, old.wait / 2
    level.insert(place + 1, second)
    assert same(points(split), before)


@several
@given(drafts(), st.randoms(use_true_random=False))
def test_a5_names_and_order_mean_nothing(nodes: Drafts, chance: random.Random) -> None:
    """A5: other ids, another order in the file or of branches: the same score."""

    def shuffled(level: Drafts) -> Drafts:
        first, *rest = level
        chance.shuffle(rest)
        for node in (first, *rest):
            node.branches = [shuffled(branch) for branch in node.branches]
            chance.shuffle(node.branches)
        return [first, *rest]

    other = shuffled(renamed(nodes, lambda name: f"x_{name}"))
    assert same(points(other), points(nodes))


@several
@given(drafts(), st.data())
def test_a6_people_who_leave_do_not_improve_the_score(
    nodes: Drafts, data: st.DataObject
) -> None:
    """A6: however many withdraw, the design stays as hard as it is."""
    other = copy.deepcopy(nodes)
    for level, place in steps_of(other):
        node = level[place]
        stay = {to: share for to, share in node.next.items() if to != "withdrew"}
        leave = data.draw(st.sampled_from([0.0, 0.05, 0.6]))
        total = sum(stay.values())
        node.next = {to: share / total * (1 - leave) for to, share in stay.items()}
        if leave:
            node.next["withdrew"] = leave
    assert same(points(other), points(nodes))


@several
@given(drafts(), drafts(prefix="t"))
def test_a7_series_add_up(first: Drafts, second: Drafts) -> None:
    """A7: candidate and time add; the employer pays at most the handoff between."""
    together = [*_onto(first, second[0].id), *second]
    for side in ("candidate", "time"):
        apart = points(first, side) + points(second, side)
        assert same(points(together, side), apart)
    apart = points(first, "employer") + points(second, "employer")
    assert points(together, "employer") >= apart - 1e-6


def _onto(nodes: Drafts, to: str) -> Drafts:
    moved = copy.deepcopy(nodes)
    for node in moved:
        node.next = {(to if t == "hired" else t): s for t, s in node.next.items()}
    return moved


@several
@given(drafts(), st.data())
def test_a8_what_systems_pass_on_is_free(nodes: Drafts, data: st.DataObject) -> None:
    """A8: gateways and idle steps of systems, anywhere, change nothing."""
    other = copy.deepcopy(nodes)
    level, place = data.draw(st.sampled_from(steps_of(other)))
    old = level[place]
    for node in level:
        node.next = {("gate" if t == old.id else t): s for t, s in node.next.items()}
    level.insert(place, Draft("gate", {old.id: 1.0}))
    assert same(points(other), points(nodes))


@several
@given(
    drafts(leaving=False),
    drafts(leaving=False, prefix="t"),
    st.sampled_from([0.1, 0.5, 0.8]),
)
def test_a9_a_choice_is_a_mixture(one: Drafts, two: Drafts, share: float) -> None:
    """A9: a choice between two ways costs their weighted mean."""
    gate = Draft("gate", {one[0].id: share, two[0].id: 1 - share})
    mixed = share * points(one) + (1 - share) * points(two)
    assert same(points([gate, *one, *two]), mixed)


@several
@given(drafts(leaving=False), st.sampled_from([0.1, 0.5]))
def test_a9_a_loop_multiplies(nodes: Drafts, again: float) -> None:
    """A9: repeating everything with probability p costs 1 / (1 - p) times as much."""
    gate = Draft("gate", {nodes[0].id: again, "hired": 1 - again})
    looped = [*_onto(nodes, "gate"), gate]
    for side in ("candidate", "time"):
        assert same(points(looped, side), points(nodes, side) / (1 - again))


@several
@given(drafts(leaving=False), st.sampled_from([0.2, 0.5]))
def test_a9_equal_ways_are_one_way(nodes: Drafts, share: float) -> None:
    """A9: a choice between two copies of the same way costs what the way costs."""
    twin = renamed(nodes, lambda name: f"t{name}")
    gate = Draft("gate", {nodes[0].id: share, twin[0].id: 1 - share})
    assert same(points([gate, *nodes, *twin]), points(nodes))


@several
@given(drafts(leaving=False), drafts(leaving=False, prefix="t"))
def test_a10_side_by_side_effort_adds_and_time_does_not(
    one: Drafts, two: Drafts
) -> None:
    """A10: the longer branch <= the block <= both in series; effort simply adds."""
    branches = [sent(_onto(one, "EXIT"), "done"), sent(_onto(two, "EXIT"), "done")]
    both = [Draft("block", {"hired": 1.0}, branches=branches)]
    shorter, longer = sorted((points(one, "time"), points(two, "time")))
    block = points(both, "time")
    assert longer - 1e-3 * (1 + longer) <= block <= shorter + longer + 1e-3
    apart = points(one, "candidate") + points(two, "candidate")
    assert math.isclose(points(both, "candidate"), apart, abs_tol=1e-9)


@several
@given(drafts(), st.data())
def test_a14_work_moved_to_the_candidate_shows(
    nodes: Drafts, data: st.DataObject
) -> None:
    """A14: what staff no longer do and candidates do instead never flatters."""
    before = copy.deepcopy(nodes)
    level, place = data.draw(st.sampled_from(steps_of(before)))
    level[place].role = "hr"
    level[place].counted["work"] = level[place].counted.get("work", 0) + 5
    after = copy.deepcopy(before)
    for some, where in steps_of(after):
        if some[where].id == level[place].id:
            some[where].role = "candidate"
    assert points(after, "candidate") >= points(before, "candidate") - 1e-9
