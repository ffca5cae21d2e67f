"""Two processes as one chart: what is the same, what is not, and where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.process_map.change_map.branches import branches
from audit.report.process_map.change_map.lanes import merge_lanes
from audit.report.process_map.change_map.union import Union, unite
from audit.report.process_map.corner import Became
from audit.report.process_map.layout.elements import Change, Kind
from audit.report.process_map.layout.row import read_chart
from audit.result import Outline, RoleOutline, Verdict
from tests.report.changed_outlines import changed_pair, pairs_of
from tests.report.hiring_changes import CHANGES, one_by_one, side_by_side
from tests.report.hiring_outlines import ROLES, Sketch, nurse


def united(
    before: Outline, after: Outline, renamed: dict[str, str] | None = None
) -> Union:
    return unite(before, after, pairs_of(before, after, renamed))


def row(*names: str) -> Outline:
    """Return a process of steps in a row."""
    s = Sketch("row", ROLES)
    for name in names:
        s.step(name, name.capitalize(), "hr")
    s.chain(*names, "hired")
    return s.outline()


def tags(union: Union) -> list[str]:
    return [item.tag for item in union.chart.elements]


def flows(union: Union, change: Change) -> set[str]:
    """Return the flows that something became of, as "1-2" or "5-hired"."""
    elements = union.chart.elements
    return {
        f"{elements[link.source].tag}-{elements[link.target].tag}"
        for link in union.chart.links
        if link.change is change
    } | {
        f"{elements[way.source].tag}-{way.outcome}"
        for way in union.chart.exits
        if way.change is change
    }


def test_a_step_that_is_gone_stands_where_it_stood() -> None:
    """Its number is the old one behind a cross, and so are its flows."""
    union = united(row("a", "b", "c", "d"), row("a", "c", "d"))
    assert tags(union) == ["1", "×2", "2", "3"]
    assert flows(union, Change.GONE) == {"1-×2", "×2-2"}
    assert flows(union, Change.NEW) == {"1-2"}
    assert flows(union, Change.KEPT) == {"2-3", "3-hired"}


def test_steps_that_are_gone_at_both_ends_leave_start_and_end_where_they_are() -> None:
    """The process begins with the first step there still is."""
    union = united(row("a", "b", "c"), row("b"))
    assert tags(union) == ["×1", "1", "×3"]
    assert union.chart.start == 1
    assert union.steps[0].was_start
    assert flows(union, Change.GONE) == {"×1-1", "1-×3", "×3-hired"}
    assert flows(union, Change.NEW) == {"1-hired"}


def test_a_step_that_moved_says_what_it_followed() -> None:
    """One step says so, not all that now stand before it."""
    union = united(row("a", "b", "c", "d", "e"), row("a", "d", "b", "c", "e"))
    moved = {
        change.after.id: change.was_behind
        for change in union.steps.values()
        if change.after is not None and change.was_behind is not None
    }
    assert moved == {"d": "4"}
    assert tags(union) == ["1", "2", "3", "4", "5"]


def test_steps_in_another_order_of_the_file_have_not_moved() -> None:
    """What follows what is the same, so nothing is said to have moved."""
    before = row("a", "b", "c")
    steps = {step.id: step for step in before.steps}
    after = replace(
        before,
        order=("a", "c", "b"),
        steps=tuple(
            replace(steps[id_], number=place)
            for place, id_ in enumerate(("a", "c", "b"), start=1)
        ),
    )
    union = united(before, after)
    assert not [one for one in union.steps.values() if one.was_behind is not None]


def test_a_new_block_carries_the_flows_it_took_over() -> None:
    """The offer still leads to the first check; only the chain of checks is gone."""
    union = united(one_by_one(), side_by_side())
    gone = flows(union, Change.GONE)
    assert gone == {"2-3", "3-×4", "×4-4"}
    new = [item for item in union.chart.elements if item.change is Change.NEW]
    assert [(item.kind, item.tag) for item in new] == [
        (Kind.SPLIT, "2–4"),
        (Kind.JOIN, "2–4"),
    ]


def test_no_flow_that_is_gone_puts_branches_in_a_row() -> None:
    """Led to the right it would move a check behind one it now runs beside."""
    union = united(one_by_one(), side_by_side())
    elements = union.chart.elements
    led = {
        f"{elements[link.source].tag}-{elements[link.target].tag}": link.detour
        for link in union.chart.links
        if link.change is Change.GONE
    }
    assert led == {"2-3": True, "3-×4": False, "×4-4": True}


def test_a_block_that_is_gone_leaves_the_first_step_of_a_branch_in_its_place() -> None:
    """The offer led to the identity check before, through the block."""
    union = united(side_by_side(), one_by_one())
    assert "1-2" in flows(union, Change.KEPT)
    assert [
        item.kind for item in union.chart.elements if item.change is Change.GONE
    ] == [
        Kind.SPLIT,
        Kind.JOIN,
    ]


def test_a_block_of_another_name_is_the_same_by_its_steps() -> None:
    """Ids of blocks are made up; what runs side by side is not."""
    before = side_by_side()
    after = replace(
        before,
        order=tuple("both" if node == "checks" else node for node in before.order),
        blocks=(replace(before.blocks[0], id="both"),),
        flows=tuple(
            replace(
                flow,
                source="both" if flow.source == "checks" else flow.source,
                to="both" if flow.to == "checks" else flow.to,
            )
            for flow in before.flows
        ),
    )
    union = united(before, after)
    assert {item.change for item in union.chart.elements} == {Change.KEPT}
    assert not flows(union, Change.GONE) | flows(union, Change.NEW)


def test_a_step_of_another_id_is_the_same_where_its_pair_says_so() -> None:
    """Renamed, it keeps its place, its flows and its points before."""
    union = united(row("a", "b", "c"), row("a", "x", "c"), {"b": "x"})
    assert {item.change for item in union.chart.elements} == {Change.KEPT}
    assert not flows(union, Change.GONE) | flows(union, Change.NEW)


def test_a_new_step_may_take_the_id_of_one_that_is_gone() -> None:
    """The pairs decide, not the ids."""
    before, after = row("a", "b", "c"), row("a", "b", "c")
    pairs = tuple(
        part
        for pair in pairs_of(before, after)
        for part in (
            (replace(pair, after=None), replace(pair, before=None))
            if pair.before == "b"
            else (pair,)
        )
    )
    union = unite(before, after, pairs)
    assert tags(union) == ["1", "×2", "2", "3"]


def test_shares_before_stand_beside_shares_now() -> None:
    """Flows and endings alike; a share that is the same is said once."""
    union = united(*CHANGES["store"][:2])
    was = {
        (union.chart.elements[flow.source].tag, round(flow.share, 2)): flow.was
        for flow in union.chart.flows
        if flow.was is not None
    }
    assert was == {("2", 0.9): 0.8, ("2", 0.1): 0.2}


def test_another_role_is_named_and_the_step_stands_in_its_new_lane() -> None:
    """The lane is the one of the after, the words say whose it was."""
    union = united(*CHANGES["store"][:2])
    (screen,) = (
        (union.chart.elements[place], change)
        for place, change in union.steps.items()
        if change.after is not None and change.after.id == "screen"
    )
    assert screen[0].lane == "hr"
    assert screen[0].remarks == ("was Recruiter",)
    assert screen[1].became is Became.LESS


def test_a_step_with_more_points_says_so_in_words() -> None:
    """Worse is told as plainly as better, and not by colour."""
    union = united(*CHANGES["store"][:2])
    worse = {
        union.chart.elements[place].tag
        for place, change in union.steps.items()
        if "more friction" in change.remarks
    }
    assert worse == {"6", "7"}


@pytest.mark.parametrize("seed", range(30))
def test_whatever_differs_in_a_step_is_marked(seed: int) -> None:
    """Its points, or else the keys that differ; and a step left alone has no mark."""
    for change in unite(*changed_pair(seed)).steps.values():
        if change.pair.changed:
            assert not change.is_same
            assert change.became is not None or change.remarks
        elif change.pair.verdict is Verdict.UNCHANGED and change.was_behind is None:
            assert change.is_same or change.was_start


def test_what_is_gone_belongs_to_a_phase_that_is_left() -> None:
    """No band gets a heading for a step that strayed; a phase that is gone keeps it."""
    before = nurse()
    after = replace(before)
    union = united(before, after)
    assert [item.phase for item in union.chart.elements] == [
        item.phase for item in read_chart(before).elements
    ]
    s = Sketch("phases", ROLES)
    for name, phase in (("a", "Ask"), ("b", "Wait"), ("c", "Wait"), ("d", "Hire")):
        s.step(name, name, "hr", phase=phase)
    s.chain("a", "b", "c", "d", "hired")
    whole = s.outline()
    t = Sketch("phases", ROLES)
    for name, phase in (("a", "Ask"), ("d", "Hire")):
        t.step(name, name, "hr", phase=phase)
    t.chain("a", "d", "hired")
    phases = [item.phase for item in united(whole, t.outline()).chart.elements]
    assert phases == ["Ask", "Wait", "Wait", "Hire"]


def test_lanes_stand_as_the_after_declares_them() -> None:
    """A role that only the before has stands below the one it stood below."""
    before = (("a", "Candidate"), ("b", "Fax room"), ("c", "HR"), ("d", "Archive"))
    after = (("hr", "hr"), ("a", "Candidate"))
    lanes, lane_of = merge_lanes(before, after)
    assert [role for role, _ in lanes] == ["hr", "d", "a", "b"]
    assert lane_of == {"a": "a", "b": "b", "c": "hr", "d": "d"}


def test_a_role_of_the_same_name_is_not_another_role() -> None:
    """An id that was written anew does not make two lanes of one."""
    before = row("a", "b")
    hr = RoleOutline(id="people", name="HR", side="employer")
    after = replace(
        before,
        roles=(hr,),
        steps=tuple(replace(step, role="people") for step in before.steps),
    )
    union = united(before, after)
    assert all(change.was_role is None for change in union.steps.values())


def test_branches_are_told_apart_at_every_depth() -> None:
    """Nested blocks: each step knows all branches it lies in."""
    chart = read_chart(nurse())
    lies_in = dict(
        zip((item.node for item in chart.elements), branches(chart), strict=True)
    )
    outer = lies_in["reg"][0][0]
    assert lies_in["idc"] == ((outer, 0),)
    assert lies_in["oh"][0] == (outer, 1)
    assert lies_in["oh"][1] != lies_in["ref"][1]
    assert lies_in["dbs"] == ((outer, 3),)
    assert lies_in["need"] == lies_in["start"] == ()
