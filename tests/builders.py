"""Small processes for tests, written in Python.

`process(step("a", wait=2), step("b", next={"a": 0.2, "hired": 0.8}))` reads like one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from audit.model import (
    BUILT_IN_OUTCOMES,
    DONE,
    HIRED,
    Flow,
    FlowKind,
    Node,
    Outcome,
    ParallelBlock,
    Process,
    Quantities,
    Quantity,
    Role,
    Scope,
    Side,
    Step,
    Wait,
)

ROLES = (
    Role(id="candidate", side=Side.CANDIDATE, name="Candidate"),
    Role(id="hr", side=Side.EMPLOYER, name="HR generalist"),
    Role(id="manager", side=Side.EMPLOYER, name="Hiring manager"),
    Role(id="firm", side=Side.VENDOR, name="Background firm"),
    Role(id="referee", side=Side.THIRD_PARTY, name="Referee"),
    Role(id="ats", side=Side.SYSTEM, name="Applicant tracking"),
)
_QUANTITIES = frozenset(Quantities.__dataclass_fields__)

Next = Mapping[str, float] | str | None


def amount(value: float | Quantity) -> Quantity:
    """Return a quantity as it is, or an exact one."""
    return value if isinstance(value, Quantity) else Quantity.point(float(value))


def step(
    id: str,
    role: str = "hr",
    *,
    wait: float | Quantity | None = None,
    next: Next = None,
    rework: tuple[str, ...] = (),
    **keys: object,
) -> Step:
    """Return a step; quantities by their model names, other fields as they are.

    `next` maps targets to shares, or names one target; None flows to the step below.
    Targets in `rework` are returns even when they lie ahead.
    """
    counted = {name: amount(keys.pop(name)) for name in _QUANTITIES & set(keys)}  # type: ignore[arg-type]
    if "applies_to" in keys:
        keys["applies_to"] = amount(keys["applies_to"])  # type: ignore[arg-type]
    targets = {next: 1.0} if isinstance(next, str) else dict(next or {})
    return Step(
        id=id,
        name=id,
        role=role,
        wait=None if wait is None else Wait(takes=amount(wait)),
        quantities=Quantities(**counted),
        flows=tuple(
            Flow(
                to=to,
                share=amount(share),
                kind=FlowKind.REWORK if to in rework else FlowKind.FLOW,
            )
            for to, share in targets.items()
        ),
        **keys,  # type: ignore[arg-type]
    )


def block(id: str, *branches: tuple[Node, ...] | list[Node], next: Next = None) -> Node:
    """Return a parallel block of the branches given."""
    targets = {next: 1.0} if isinstance(next, str) else dict(next or {})
    return ParallelBlock(
        id=id,
        name=id,
        branches=tuple(linked(tuple(branch), DONE) for branch in branches),
        flows=tuple(Flow(to=to, share=amount(s)) for to, s in targets.items()),
    )


def linked(nodes: tuple[Node, ...], success: str) -> tuple[Node, ...]:
    """Give nodes without flows one to the node below, and mark jumps back."""
    place = {node.id: k for k, node in enumerate(nodes)}
    done: list[Node] = []
    for k, node in enumerate(nodes):
        below = nodes[k + 1].id if k + 1 < len(nodes) else success
        flows = node.flows or (Flow(to=below, share=Quantity.point(1.0)),)
        flows = tuple(
            replace(flow, kind=FlowKind.REWORK)
            if place.get(flow.to, len(nodes)) <= k
            else flow
            for flow in flows
        )
        done.append(replace(node, flows=flows))
    return tuple(done)


def process(*nodes: Node, **keys: object) -> Process:
    """Return a process with the usual roles; own outcomes may be added."""
    settings: dict[str, object] = {"scope": Scope.ONBOARDING, "roles": ROLES, **keys}
    own = settings.pop("outcomes", ())
    assert isinstance(own, tuple)
    return Process(
        title="Test process",
        nodes=linked(tuple(nodes), HIRED),
        outcomes=(*BUILT_IN_OUTCOMES, *own),
        **settings,  # type: ignore[arg-type]
    )


__all__ = ["ROLES", "Outcome", "amount", "block", "linked", "process", "step"]
