"""When each change is made."""

from __future__ import annotations

from audit.changes.base import Costs, Family, Intervention, NotHere, spread
from audit.changes.proposal import Proposal
from audit.changes.roadmap import roadmap


def proposal(
    id: str, weeks: float, owner: str = "HR", needs: frozenset[str] = frozenset()
) -> Proposal:
    return Proposal(
        intervention=Intervention(
            id=id, name=id, family=Family.OWN, look=lambda _: NotHere(note="-"),
            effects=(), costs=Costs(), lead_weeks=spread(weeks, weeks, weeks),
            owner=owner, doc=None,
        ),
        deeds={}, steps=(), why="", costs=Costs(), guards=(), needs=needs,
    )  # fmt: skip


def weeks(*proposals: Proposal, **worth: float) -> dict[str, tuple[float, float]]:
    slots = roadmap(proposals, worth)
    return {slot.change: (slot.start, slot.end) for slot in slots}


def test_each_owner_does_one_thing_at_a_time() -> None:
    """What buys most for its weeks comes first; another owner begins at once."""
    found = weeks(
        proposal("a", 4), proposal("b", 2), proposal("c", 3, "IT"), a=4, b=6, c=1
    )
    assert found == {"b": (0, 2), "a": (2, 6), "c": (0, 3)}


def test_a_change_waits_for_what_it_needs() -> None:
    """Also where another owner makes that, and whatever it is worth."""
    found = weeks(
        proposal("late", 1, needs=frozenset({"first"})), proposal("first", 5, "IT"),
        late=99,
    )  # fmt: skip
    assert found == {"first": (0, 5), "late": (5, 6)}


def test_order_of_the_list_is_no_matter() -> None:
    """The same set gives the same weeks."""
    some = [proposal("a", 1), proposal("b", 1), proposal("c", 1)]
    assert roadmap(some, {}) == roadmap(some[::-1], {})


def test_nothing_takes_no_time() -> None:
    """An empty set has an empty roadmap."""
    assert roadmap((), {}) == ()
