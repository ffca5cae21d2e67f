"""Who may come to which node, as far as first visits say."""

from __future__ import annotations

import numpy as np

from audit.simulation.cases import demand_table
from audit.simulation.compile_tables import compile_tables
from audit.simulation.events.first_visits import FirstVisits, first_visits
from audit.simulation.scenario import InProgress, Scenario
from audit.simulation.tables import Tables
from tests.simulation.building import block, scenario, step

MANY = [0.0] * 400


def follow(one: Scenario) -> tuple[Tables, FirstVisits]:
    """Return the tables of a scenario, and its candidates' first visits."""
    tables = compile_tables(one)
    return tables, first_visits(tables, demand_table(tables, 1).cases)


def test_who_is_turned_down_comes_no_further() -> None:
    """Each candidate comes to the step that the first visit chooses, and no other."""
    tables, found = follow(
        scenario(
            step("read", {"talk": 0.5, "test": 0.2, "rejected": 0.3}),
            step("talk", "hired"),
            step("test", "hired"),
            arrive=MANY,
        )
    )
    read, talk, test = (tables.step_places[name] for name in ("read", "talk", "test"))
    assert found.comes[read].all()
    for place, share in ((talk, 0.5), (test, 0.2)):
        assert (found.comes[place] == (found.goes_to[read] == place)).all()
        assert abs(found.comes[place].mean() - share) < 0.1


def test_who_comes_back_may_come_everywhere() -> None:
    """Numbers of second visits decide then, and they are not drawn yet."""
    tables, found = follow(
        scenario(
            step("read", {"talk": 0.3, "read": 0.2, "rejected": 0.5}),
            step("talk", {"offer": 0.5, "rejected": 0.5}),
            step("offer", "hired"),
            arrive=MANY,
        )
    )
    read, talk, offer = (tables.step_places[name] for name in ("read", "talk", "offer"))
    back = found.goes_to[read] == read
    assert 0 < back.sum() < len(MANY)
    assert found.comes[talk][back].all()
    assert found.comes[offer][back].all()
    assert (found.comes[talk] == (back | (found.goes_to[read] == talk))).all()
    # They draw their ways on there too, since these may be first visits.
    assert set(found.goes_to[talk][back]) == {offer, tables.names.index("rejected")}


def test_a_block_sends_to_all_branches_and_its_join_chooses_once() -> None:
    """Who comes to a join by two branches has not come back."""
    tables, found = follow(
        scenario(
            block(
                "checks",
                [step("one", "done")],
                [step("two", {"done": 0.5, "rejected": 0.5})],
                next="offer",
            ),
            step("offer", {"sign": 0.5, "rejected": 0.5}),
            step("sign", "hired"),
            arrive=MANY,
        )
    )
    places = tables.step_places
    assert found.comes[places["one"]].all()
    assert found.comes[places["two"]].all()
    signs = found.goes_to[places["offer"]] == places["sign"]
    assert (found.comes[places["sign"]] == signs).all()


def test_who_is_on_the_way_begins_there() -> None:
    """Candidates in progress do not come to the steps before theirs."""
    tables, found = follow(
        scenario(
            step("read", "talk"),
            step("talk", "hired"),
            arrive=[1.0],
            in_progress=(InProgress(step="talk", candidates=2),),
        )
    )
    places = tables.step_places
    assert found.comes[places["read"]].tolist() == [False, False, True]
    assert np.all(found.comes[places["talk"]])
