"""People who take part in steps of others, from the file to a run and its log."""

from __future__ import annotations

import pytest

from audit.errors import SimulationError
from audit.ledger import load_profile
from audit.loaders import load_process_text
from audit.simulation import (
    Batch,
    InProgress,
    PositionControl,
    ScenarioBlock,
    ScenarioFlow,
    ScenarioStep,
    compile_tables,
    event_log,
    point,
    run_once,
)
from audit.simulation.assembly import Assembled, scenario_of
from audit.simulation.assembly.participants import MOST_TOGETHER
from tests.simulation.assembly.files import WINDOW, block_of, steps_of, told

HEAD = """\
process: A
roles:
  candidate: {side: candidate}
  hr: {name: HR, side: employer, people: 2, hours_per_week: 40, other_duties: 0}
  panel: {side: employer, people: 3, hours_per_week: 40, other_duties: 0}
  board: {side: employer}
  firm: {side: vendor}
  referee: {side: third_party}
"""
ARRIVALS = "arrivals: {per_week: 6}"
RACE = "requisitions: {per_year: 73, applicants: 20, over: 1 week, notice: 1 day}"


def made_of(steps: str, top: str = ARRIVALS) -> Assembled:
    process = load_process_text(f"{HEAD}{top}\nsteps:\n{steps}")
    return scenario_of(process, load_profile(None), WINDOW)


def meeting(with_: str, keys: str = "", top: str = ARRIVALS) -> Assembled:
    """A meeting of HR with others, then a step of HR alone."""
    return made_of(
        f"  - {{id: meet, name: Interview, role: hr, work: 1 h, with: {with_}{keys}}}\n"
        "  - {id: file, role: hr, work: 10 min}\n",
        top,
    )


def to(target: str) -> tuple[ScenarioFlow, ...]:
    return (ScenarioFlow(to=target),)


def test_each_person_is_a_branch_with_work_of_its_own() -> None:
    """Two of the panel are two jobs in its queue; the ways on leave from the block."""
    made = meeting("{panel: {people: 2, work: 45 min}}", ", priority: first")
    begins, block, last = made.scenario.nodes
    assert begins == ScenarioStep(id="meet, begins", flows=to("meet, together"))
    assert isinstance(block, ScenarioBlock)
    assert (block.flows, last.id) == (to("file"), "file")
    (own,), *guests = block.branches
    assert isinstance(own, ScenarioStep)
    assert (own.id, own.role, own.flows) == ("meet", "hr", to("done"))
    for number, (guest,) in enumerate(guests, start=1):
        assert isinstance(guest, ScenarioStep)
        assert guest.id == f"meet, with panel {number}"
        assert (guest.role, guest.work_hours) == ("panel", point(0.75))
        assert guest.priority == own.priority == 0
        assert made.names.parts[guest.id] == f"Interview, Panel ({number} of 2)"


def test_what_is_taken_for_granted_is_told() -> None:
    """No joint date is looked for, and the days by cause count every wait."""
    made = meeting("{panel: {work: 1 h}}", ", leaves: 2%")
    assert told(made, "1 step in which people of other roles take part")
    assert told(made, "Nobody looks for an hour at which all are free")
    assert told(made, "add up to more than the days of a hire")
    assert told(made, "does so until its own role is done")
    assert not told(meeting("{panel: {work: 1 h}}"), "loses patience")


@pytest.mark.parametrize(
    "with_",
    [
        "{candidate: {work: 1 h, trip: 90 min}}",
        "{referee: {people: 2, work: 15 min}}",
        "{firm: {work: 1 h}}",
        "{board: {people: 3, work: 1 h}}",
        "{panel: {people: 2}}",
        "{panel: {people: 0, work: 1 h}}",
        "{panel: {work: 0}}",
    ],
)
def test_who_is_never_waited_for(with_: str) -> None:
    """Candidates, third parties, roles without people, people without time."""
    made = meeting(with_)
    assert [node.id for node in made.scenario.nodes] == ["meet", "file"]
    assert not told(made, "take part:")


def test_what_the_file_leaves_open_is_not_assessed() -> None:
    """People whose number, or whose time, is not stated: with the key that says it."""
    assert told(meeting("{board: {work: 1 h}}"), "roles.board.people")
    untold = meeting("{panel: {people: 2}}")
    assert told(untold, "how long Panel gives to it (with.panel.work)")
    assert untold.scenario.roles[0].id == "hr" and len(untold.scenario.roles) == 1


def test_a_way_to_the_meeting_is_time_too() -> None:
    """Work and way of each together, a range staying a range."""
    made = meeting("{panel: {work: 30-60 min, trip: 30 min}}")
    law = steps_of(made)["meet, with panel 1"].work_hours
    assert law is not None and law.first == 1.0 and law.second == 1.5


def test_no_more_come_than_there_are() -> None:
    """Three of five, in words; and one colleague of a doer whose role has two."""
    made = meeting("{panel: {people: 5, work: 1 h}, hr: {people: 2, work: 1 h}}")
    assert len(block_of(made).branches) == 1 + 3 + 1
    assert told(made, "5 people of Panel beside who does it, and there are 3")
    assert told(made, "2 people of HR beside who does it, and there is 1")
    assert made.names.parts["meet, with hr 1"] == "Interview, HR"


def test_a_crowd_is_refused_before_it_is_laid_out() -> None:
    """A file cannot ask for a billion branches."""
    text = HEAD.replace("people: 3", "people: 1e9") + ARRIVALS
    steps = "  - {id: meet, role: hr, with: {panel: {people: 1e9, work: 1 h}}}"
    process = load_process_text(f"{text}\nsteps:\n{steps}\n")
    with pytest.raises(SimulationError, match=f"the {MOST_TOGETHER} that a simulation"):
        scenario_of(process, load_profile(None), WINDOW)


def test_dates_and_positions_come_before_the_offer_after() -> None:
    """A group waits once, a lock is taken before anybody works, an offer made last."""
    made = meeting(
        "{panel: {work: 1 h}}",
        ", every: 1 week, leaves: 2%, position: lock, offer: true",
        RACE,
    )
    steps = steps_of(made)
    begins, own, over = steps["meet, begins"], steps["meet"], steps["meet, over"]
    assert begins.batch == Batch(every_days=7.0)
    assert begins.position is PositionControl.LOCK
    assert begins.leaves_per_day == own.leaves_per_day > 0
    assert (own.batch, own.position, own.offers) == (None, PositionControl.NONE, False)
    assert over.offers and over.flows == to("file")
    assert block_of(made).flows == to("meet, over")
    assert made.names.parts[begins.id] == "Interview, before it begins"


def test_gates_and_crowds_stand_before_all_who_take_part() -> None:
    """Who does not need the step needs none of them; who waits, waits for all."""
    made = meeting("{panel: {work: 1 h}}", ", applies_to: 25%, in_progress: 3")
    gate = made.scenario.nodes[0]
    assert gate.id == "meet?"
    assert {flow.to: flow.share for flow in gate.flows} == {
        "meet, begins": 0.25,
        "file": 0.75,
    }
    assert made.scenario.in_progress == (InProgress(step="meet, begins", candidates=3),)
    assert made.pauses == {"meet?", "meet, begins"}


def test_a_part_done_again_is_so_for_all() -> None:
    """A return that repeats a fifth takes a fifth of everybody."""
    made = made_of(
        "  - {id: meet, role: hr, work: 1 h, with: {panel: {work: 1 h}}}\n"
        "  - id: file\n    role: hr\n    work: 10 min\n    next:\n"
        "      - {to: meet, share: 10%, kind: rework, redo: 20%}\n"
        "      - {to: hired, share: rest}\n"
    )
    steps = steps_of(made)
    assert steps["meet, again 0.2"].work_hours == point(0.2)
    assert steps["meet, again 0.2, with panel 1"].work_hours == point(0.2)
    assert {flow.to for flow in steps["file"].flows} == {
        "meet, again 0.2, begins",
        "hired",
    }
    compile_tables(made.scenario)


def test_inside_a_block_there_is_a_block() -> None:
    """A branch with such a step still ends as a branch does."""
    made = made_of(
        "  - id: both\n    parallel:\n"
        "      - [{id: meet, role: hr, work: 1 h, with: {panel: {work: 1 h}}}]\n"
        "      - - id: check\n          role: firm\n          wait: 1 day\n"
        "          next: {done: 90%, rejected: rest}\n"
    )
    outer = made.scenario.nodes[0]
    assert isinstance(outer, ScenarioBlock)
    begins, inner = outer.branches[0]
    assert (begins.id, inner.id) == ("meet, begins", "meet, together")
    assert inner.flows == to("done")
    compile_tables(made.scenario)


def test_opening_a_requisition_takes_time_of_all_who_take_part() -> None:
    """Their hours are jobs of other work, as those of the doer are."""
    made = made_of(
        "  - {id: kick, name: Kick-off, role: hr, per: vacancy, work: 1 h,\n"
        "     with: {panel: {people: 2, work: 30 min}}}\n"
        "  - {id: meet, role: hr, work: 1 h}\n",
        RACE,
    )
    panel = next(role for role in made.scenario.roles if role.id == "panel")
    (duty,) = panel.duties
    hours_a_week = 73 / (365 / 7) * 2 * 0.5
    assert duty.share == pytest.approx(hours_a_week / (3 * 40))
    assert made.names.parts[duty.id] == "Panel, Kick-off"


def test_the_log_holds_everybodys_hours() -> None:
    """Each visit of the step has a row for each person, begun when they were free."""
    made = meeting("{panel: {people: 2, work: 45 min}}")
    log = event_log(run_once(compile_tables(made.scenario), 1, log=True))
    log = log[~log["step"].isin(made.pauses)]
    counts = log["step"].value_counts()
    assert set(counts.index) == {
        "meet",
        "file",
        "meet, with panel 1",
        "meet, with panel 2",
    }
    ended = log[log["step"] != "file"].groupby("case")["done"].agg(["max", "count"])
    whole = ended[ended["count"] == 3]
    ready = log[log["step"] == "file"].set_index("case")["ready"]
    both = whole.index.intersection(ready.index)
    assert len(both) > 50
    assert (ready[both] == whole.loc[both, "max"]).all()
