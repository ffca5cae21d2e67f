"""A change that works on a step which another one takes out is found as such."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from audit.changes.base import Costs, Family, Intervention, NotHere, spread
from audit.changes.overlapping import taken_out
from audit.changes.proposal import Proposal
from audit.changes.writing import bare_overlay
from audit.loaders.overlay.unwritten import plan_of
from tests.changes.situations import loaded

FILE = loaded(
    [
        {"id": "open", "role": "hr", "wait": "4 days"},
        {"id": "board", "role": "finance", "kind": "approval", "every": "1 month"},
        {"id": "first_day", "role": "hr", "every": "2 weeks"},
    ]
)


def proposal(
    id: str, steps: tuple[str, ...], deeds: dict[str, Any], needs: Iterable[str] = ()
) -> Proposal:
    intervention = Intervention(
        id=id, name=id, family=Family.OWN, look=lambda _: NotHere(note="No."),
        effects=(), costs=Costs(), lead_weeks=spread(1, 2, 3), owner="HR", doc=None,
    )  # fmt: skip
    return Proposal(
        intervention=intervention, deeds=deeds, steps=steps, why="W.", costs=Costs(),
        guards=(), needs=frozenset(needs),
    )  # fmt: skip


def overlaps(*proposals: Proposal) -> dict[str, frozenset[str]]:
    text = bare_overlay("before.yaml", {p.id: p.deeds for p in proposals})
    return taken_out(proposals, plan_of(FILE, text, "x.yaml"))


DROP = proposal("drop", ("board",), {"remove": ["board"]})
FLOW = proposal(
    "flow",
    ("board", "first_day"),
    {"scale": {"board": {"every": 0.5}, "first_day": {"every": 0.5}}},
)
OTHER = proposal("other", ("open",), {"scale": {"open": {"wait": 0.5}}})


def test_what_is_taken_out_is_told_of_the_other_change() -> None:
    """Not of the change that takes it out, nor of one that works elsewhere."""
    assert overlaps(DROP, FLOW, OTHER) == {"flow": frozenset({"board"})}


def test_without_the_other_change_nothing_overlaps() -> None:
    """What stays may be worked on by as many changes as like."""
    assert overlaps(FLOW, OTHER) == {}
    assert overlaps(DROP, OTHER) == {}


def test_a_change_that_builds_on_another_keeps_its_step() -> None:
    """It takes the step out because the other has made it needless."""
    building = proposal("drop", ("board",), {"remove": ["board"]}, needs=["flow"])
    assert overlaps(building, FLOW) == {}


def test_two_changes_that_make_no_process_together_take_nothing_out() -> None:
    """A change that cannot be drawn by itself says nothing about the others."""
    impossible = proposal(
        "drop", ("board",), {"remove": ["open", "board", "first_day"]}
    )
    assert overlaps(impossible, OTHER) == {}
