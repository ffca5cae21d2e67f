"""What people do to a hiring process, written by hand, for the tests of the change map.

`packet` is the shipped example of a 42-page packet that becomes a link. `store` drops a
test, adds a portal, hands a step to another role and makes a few steps harder.
`side by side` turns a row of checks into a block, and `one by one` does the opposite.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from audit.loaders import load_process
from audit.pipeline import audit_process
from audit.result import FlowOutline, Outline, StepPair
from tests.report.changed_outlines import pairs_of
from tests.report.hiring_outlines import ROLES, Sketch, store

EXAMPLE = Path(__file__).parents[1] / "examples" / "packet"


def packet() -> tuple[Outline, Outline]:
    """Return the packet before and after."""
    before, after = (
        audit_process(load_process(EXAMPLE / f"{name}.yaml")).process
        for name in ("before", "after")
    )
    return before, after


POINTS = {
    "appr": 8.0,
    "apply": 36.0,
    "screen": 7.0,
    "phone": 13.5,
    "onsite": 27.0,
    "refs": 6.0,
    "bg": 23.0,
    "offer": 10.0,
    "sign": 22.0,
    "onb": 12.0,
}
SHARES = {("appr", "post"): 0.9, ("appr", "req"): 0.1}


def changed_store() -> tuple[Outline, Outline]:
    """Return the hiring of a store associate, and what became of it."""
    before = store()
    steps = [
        replace(step, points=POINTS.get(step.id, step.points))
        for step in before.steps
        if step.id != "drug"
    ]
    steps = [replace(s, role="hr") if s.id == "screen" else s for s in steps]
    sign = next(k for k, step in enumerate(steps) if step.id == "sign")
    steps[sign] = replace(steps[sign], pages=8.0, wet_signatures=0.0, fax_pages=0.0)
    portal = replace(steps[sign], id="portal", name="Upload and sign", points=15.0)
    steps.insert(sign, portal)
    flows = [
        replace(
            flow,
            to="portal" if (flow.source, flow.to) == ("offer", "sign") else flow.to,
            share=SHARES.get((flow.source, flow.to), flow.share),
        )
        for flow in before.flows
        if flow.source != "drug"
    ]
    flows.append(
        FlowOutline(
            source="portal",
            to="sign",
            share=1.0,
            kind="flow",
            reason=None,
            traversals=1.0,
        )
    )
    place = before.order.index("sign")
    after = replace(
        before,
        order=(*before.order[:place], "portal", *before.order[place:]),
        steps=tuple(replace(step, number=k) for k, step in enumerate(steps, start=1)),
        blocks=(replace(before.blocks[0], branches=(("refs",), ("bg",))),),
        flows=tuple(flows),
    )
    return before, after


def one_by_one() -> Outline:
    """Return checks that wait for each other."""
    s = Sketch("One by one", ROLES)
    s.step("offer", "Conditional offer", "hr", 10, 2)
    s.step("id", "Identity check", "hr", 13, 3)
    s.step("drug", "Drug test", "candidate", 16, 4)
    s.step("refs", "References", "recruiter", 19, 5)
    s.step("bg", "Background check", "vendor", 22, 6)
    s.step("clear", "Clear the hire", "hr", 25, 7)
    s.step("start", "First day", "manager", 28, 8)
    s.chain("offer", "id", "drug", "refs", "bg", "clear", "start", "hired")
    return s.outline()


def side_by_side() -> Outline:
    """Return the same checks at the same time, one of them no longer made."""
    s = Sketch("Side by side", ROLES)
    s.step("offer", "Conditional offer", "hr", 10, 2)
    s.step("id", "Identity check", "hr", 10, 2, inside=True)
    s.step("drug", "Drug test", "candidate", 12, 3, inside=True)
    s.step("bg", "Background check", "vendor", 14, 4, inside=True)
    s.block("checks", ("id",), ("drug",), ("bg",))
    s.step("clear", "Clear the hire", "hr", 25, 7)
    s.step("start", "First day", "manager", 28, 8)
    for step in ("id", "drug"):
        s.flow(step, "done")
    s.flow("bg", "done", 0.95)
    s.flow("bg", "rejected", 0.05)
    s.chain("offer", "checks", "clear", "start", "hired")
    return s.outline()


def _paired(
    before: Outline, after: Outline
) -> tuple[Outline, Outline, tuple[StepPair, ...]]:
    return before, after, pairs_of(before, after)


CHANGES = {
    "packet": _paired(*packet()),
    "store": _paired(*changed_store()),
    "side by side": _paired(one_by_one(), side_by_side()),
    "one by one": _paired(side_by_side(), one_by_one()),
}
