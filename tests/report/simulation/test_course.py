"""Rows of steps follow the process, what is done again included."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from audit.report.scenarios.names import BEFORE
from audit.report.simulation.beside.leaving import leaving_beside
from audit.report.simulation.beside.sides import AFTER
from audit.report.simulation.course import in_course, merged
from audit.report.simulation.leaving import losses_of
from audit.report.simulation.scenarios.scenario import scenario
from audit.result.simulation import SimulatedNumber, SimulatedVariant
from tests.report.simulation.houses import paired, simulated

STEPS = st.sampled_from(["a", "b", "c", "a, again 0.2", "c, again 0.5"])


def losing_at_every_step(variant: SimulatedVariant) -> SimulatedVariant:
    """Return a process that loses one of 100 wherever it can."""
    one = SimulatedNumber(mean=1.0, low=None, high=None, runs=1)
    lines = tuple(
        replace(line, number=one) if line.key.startswith("left_") else line
        for line in variant.lines
    )
    return replace(variant, lines=lines)


def test_work_done_again_stands_beside_its_step() -> None:
    """The hospital fetches records again in part: not after the first shift."""
    names = [
        x.name for x in losses_of(losing_at_every_step(simulated("hospital").process))
    ]
    again = names.index("Fetch vaccination records, done again in part")
    assert names[again - 1] == "Fetch vaccination records"
    assert names[-1] == "First shift on the ward"


def test_a_step_of_an_after_alone_stands_where_it_is_done() -> None:
    """Not behind the last step of the before, as if it came after the hire."""
    before = losing_at_every_step(paired().before)
    first, *rest = losses_of(before)
    gone = replace(
        before, lines=tuple(x for x in before.lines if x.name != rest[2].name)
    )
    table = leaving_beside({BEFORE: gone, AFTER: before}).table
    assert table is not None
    assert [row.cells[0].text for row in table.rows] == [
        one.name for one in (first, *rest)
    ]


def test_all_numbers_of_a_scenario_keep_their_order() -> None:
    """Of the numbers with a step, each kind stays together."""
    pair = paired().pairs[0]
    table = scenario(1, "A", pair).every
    assert table is not None
    labels = [row.cells[0].text for row in table.rows]
    told = [one.label for one in pair.changes if one.before.mean or one.after.mean]
    assert labels == told


@given(own=st.permutations("abc"), repeated=st.lists(st.sampled_from("abc")))
def test_nothing_is_lost_and_nothing_but_repetitions_moves(
    own: list[str], repeated: list[str]
) -> None:
    """Each stands behind its step, and the others keep their order."""
    copies = [f"{step}, again 0.{n}" for n, step in enumerate(repeated)]
    found = in_course([*own, *copies], str)
    assert sorted(found) == sorted([*own, *copies])
    assert [step for step in found if step in own] == own
    roots = [step[0] for step in found]
    assert roots == sorted(roots, key=own.index)


def test_who_takes_part_stands_with_the_step_not_behind_what_is_done_again() -> None:
    """The panel of an interview comes before its second round, and that has its own."""
    told = ["a", "a, with hr 1", "b", "a, again 0.2", "a, again 0.2, with hr 1"]
    assert in_course(told, str) == [*told[:2], *told[3:], "b"]


@given(courses=st.lists(st.lists(STEPS, unique=True), max_size=3))
def test_every_step_of_every_process_is_there_once(courses: list[list[str]]) -> None:
    """The first process keeps its order."""
    steps = merged(courses)
    assert sorted(steps) == sorted({step for course in courses for step in course})
    if courses:
        assert [step for step in steps if step in courses[0]] == courses[0]
