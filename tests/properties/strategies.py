"""Random hiring processes: choices, loops, nested parallel blocks, people leaving.

Processes are drawn as plain records first (`Draft`), so that a property can change one
detail and build both versions.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

from hypothesis import strategies as st

from audit.model import Node, Process
from tests.builders import block, process, step

EXIT = "EXIT"
"""Where a fragment ends; becomes the next fragment, `done` or `hired`."""
COUNTED = (
    "pages_read",
    "fields",
    "wet_signatures",
    "electronic_signatures",
    "fax_pages",
    "print_pages",
    "documents",
    "uploads",
    "work",
)
ROLES = ("candidate", "hr", "manager")


@dataclass
class Draft:
    """A node on paper: a step, a gateway (a step of the system) or a block."""

    id: str
    next: dict[str, float]
    role: str = "ats"
    counted: dict[str, float] = field(default_factory=dict)
    wait: float = 0.0
    channel: str | None = None
    branches: list[list[Draft]] = field(default_factory=list)

    def build(self) -> Node:
        """Return the node of the model."""
        if self.branches:
            built = [[node.build() for node in branch] for branch in self.branches]
            return block(self.id, *built, next=self.next)
        return step(self.id, self.role, wait=self.wait, next=self.next, **self.counted)


Drafts = list[Draft]


class _Names:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return f"s{self.count}"


def sent(nodes: Drafts, to: str) -> Drafts:
    """Return a copy of a fragment whose exit is `to`."""
    found = []
    for node in copy.deepcopy(nodes):
        shares: dict[str, float] = {}
        for target, share in node.next.items():
            place = to if target == EXIT else target
            shares[place] = shares.get(place, 0.0) + share
        node.next = shares
        found.append(node)
    return found


@st.composite
def fragments(
    draw: st.DrawFn, names: _Names, depth: int, leaving: bool = True
) -> Drafts:
    """Draw a fragment: its first node is its entry, EXIT its end."""
    kinds = ["step", "step", "series", "choice", "loop", "parallel"]
    kind = draw(st.sampled_from(kinds)) if depth else "step"
    if kind == "step":
        return [draw(_steps(names, leaving))]
    first = draw(fragments(names, depth - 1, leaving))
    if kind == "loop":
        again = draw(st.sampled_from([0.1, 0.4]))
        gate = names()
        back = Draft(gate, {first[0].id: again, EXIT: 1 - again})
        return [*sent(first, gate), back]
    second = draw(fragments(names, depth - 1, leaving))
    if kind == "series":
        return [*sent(first, second[0].id), *second]
    if kind == "choice":
        share = draw(st.sampled_from([0.2, 0.5, 0.7]))
        gate = Draft(names(), {first[0].id: share, second[0].id: 1 - share})
        return [gate, *first, *second]
    return [
        Draft(
            names(), {EXIT: 1.0}, branches=[sent(first, "done"), sent(second, "done")]
        )
    ]


@st.composite
def _steps(draw: st.DrawFn, names: _Names, leaving: bool) -> Draft:
    share = draw(st.sampled_from([0.0, 0.1, 0.3])) if leaving else 0.0
    shares = {EXIT: 1.0}
    if share:
        shares = {
            EXIT: 1 - share,
            draw(st.sampled_from(["withdrew", "rejected"])): share,
        }
    return Draft(
        names(),
        shares,
        role=draw(st.sampled_from(ROLES)),
        counted=draw(
            st.dictionaries(st.sampled_from(COUNTED), st.integers(0, 20), max_size=3)
        ),
        wait=draw(st.sampled_from([0.0, 0.5, 1.0, 2.5])),
    )


@st.composite
def drafts(draw: st.DrawFn, leaving: bool = True, prefix: str = "") -> Drafts:
    """Draw a whole process on paper; ids begin with `prefix`."""
    nodes = sent(draw(fragments(_Names(), 2, leaving)), "hired")
    return renamed(nodes, lambda name: prefix + name) if prefix else nodes


def renamed(nodes: Drafts, name_of: object) -> Drafts:
    """Return a copy with every node renamed; outcomes keep their names."""
    assert callable(name_of)
    fixed = {"hired", "done", "withdrew", "rejected", EXIT}

    def walk(some: Drafts) -> Drafts:
        return [
            Draft(
                name_of(node.id),
                {t if t in fixed else name_of(t): s for t, s in node.next.items()},
                node.role,
                dict(node.counted),
                node.wait,
                node.channel,
                [walk(branch) for branch in node.branches],
            )
            for node in some
        ]

    return walk(nodes)


def built(nodes: Drafts) -> Process:
    """Return the process of a draft."""
    return process(*(node.build() for node in nodes))


def steps_of(nodes: Drafts) -> list[tuple[Drafts, int]]:
    """Return (level, place) of every step of a person, nested ones included."""
    found: list[tuple[Drafts, int]] = []
    for place, node in enumerate(nodes):
        for branch in node.branches:
            found.extend(steps_of(branch))
        if not node.branches and node.role != "ats":
            found.append((nodes, place))
    return found
