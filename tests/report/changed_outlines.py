"""Processes and what somebody made of them, at random from a seed.

Steps are taken out, put in, moved, handed to another role; flows are led elsewhere or
taken by another share; neighbours become branches, and branches a row. What comes out
is a process nobody would want, but one that a file could say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from audit.result import (
    BlockOutline,
    FlowOutline,
    Outline,
    StepOutline,
    StepPair,
    Verdict,
)
from tests.report.random_outlines import random_outline

OUTCOMES = ("hired", "rejected", "withdrew", "declined", "rescinded")


def changed_pair(
    seed: int, most: int = 60
) -> tuple[Outline, Outline, tuple[StepPair, ...]]:
    """Return a process, what became of it, and the pairs of their steps."""
    before = random_outline(seed, most)
    editor = Editor(before, Random(seed + 1_000_003))
    for _ in range(editor.random.randint(1, 14)):
        editor.edit()
    after, renamed = editor.finish()
    return before, after, pairs_of(before, after, renamed)


def pairs_of(
    before: Outline, after: Outline, renamed: dict[str, str] | None = None
) -> tuple[StepPair, ...]:
    """Return the pairs of steps of the same id, or of the id it was renamed to."""
    renamed = renamed or {}
    now = {step.id: step for step in after.steps}
    old = {renamed.get(step.id, step.id): step for step in before.steps}
    pairs = [_pair(old.get(step.id), step) for step in after.steps]
    return *pairs, *(_pair(step, None) for id_, step in old.items() if id_ not in now)


def _pair(before: StepOutline | None, after: StepOutline | None) -> StepPair:
    was = before.points if before else 0.0
    now = after.points if after else 0.0
    if before is None or after is None:
        changed: tuple[str, ...] = ()
        verdict = Verdict.ADDED if before is None else Verdict.REMOVED
    else:
        changed = tuple(
            word
            for word, key in (
                ("name", "name"),
                ("role", "role"),
                ("wait", "wait_days"),
                ("pages", "pages"),
            )
            if getattr(before, key) != getattr(after, key)
        )
        verdict = Verdict.CHANGED if changed else Verdict.UNCHANGED
        if was != now:
            verdict = Verdict.BETTER if now < was else Verdict.WORSE
    return StepPair(
        before=before.id if before else None,
        after=after.id if after else None,
        matched_by="id" if before and after else "",
        points_before=was,
        points_after=now,
        changed=changed,
        verdict=verdict,
    )


@dataclass
class Row:
    """The nodes of the process or of a branch, in order."""

    nodes: list[str]
    inside: bool = False
    """Whether it is a branch, and so ends in `done`."""

    @property
    def end(self) -> str:
        """Where its last node leads."""
        return "done" if self.inside else "hired"


@dataclass
class Block:
    """A parallel block."""

    outline: BlockOutline
    branches: list[Row] = field(default_factory=list)


class Editor:
    """An outline that can be changed."""

    def __init__(self, outline: Outline, random: Random) -> None:
        self.random = random
        self._outline = outline
        self._steps = {step.id: step for step in outline.steps}
        self._flows = list(outline.flows)
        self._top = Row(list(outline.order))
        self._blocks = {
            block.id: Block(
                block, [Row(list(branch), inside=True) for branch in block.branches]
            )
            for block in outline.blocks
        }
        self._added = 0
        self._renamed: dict[str, str] = {}

    def edit(self) -> None:
        """Make one change."""
        pick = self.random.choice(
            (
                self.remove,
                self.remove,
                self.add,
                self.add,
                self.move,
                self.reroute,
                self.reweight,
                self.reweight,
                self.relieve,
                self.relieve,
                self.hand_over,
                self.rename,
                self.side_by_side,
                self.one_by_one,
            )
        )
        pick()

    def remove(self) -> None:
        """Take a step out; what led to it leads to what followed."""
        row = self._row()
        steps = [node for node in row.nodes if node in self._steps]
        if len(row.nodes) > 1 and steps:
            step = self.random.choice(steps)
            self._bridge(row, step)
            del self._steps[step]

    def add(self) -> None:
        """Put a new step behind another node."""
        self._added += 1
        step = f"new{self._added}"
        like = self.random.choice(list(self._steps.values()))
        role = self.random.choice(self._outline.roles)
        self._steps[step] = replace(
            like, id=step, name=f"New {like.name}", role=role.id, points=3.0
        )
        self._insert(step)

    def move(self) -> None:
        """Take a step out and put it in elsewhere."""
        row = self._row()
        steps = [node for node in row.nodes if node in self._steps]
        if len(row.nodes) > 1 and steps:
            step = self.random.choice(steps)
            self._bridge(row, step)
            self._insert(step)

    def reroute(self) -> None:
        """Add a flow to another node of the row, or to an outcome."""
        row = self._row()
        source = self.random.choice(row.nodes)
        to = self.random.choice((*row.nodes, "rejected", "withdrew"))
        back = to in row.nodes and row.nodes.index(to) <= row.nodes.index(source)
        if to not in {flow.to for flow in self._out(source)}:
            self._flows.append(_flow(source, to, 0.3, back=back))
            self._rescale(source)

    def reweight(self) -> None:
        """Let other shares of the cases take the flows of a node."""
        source = self.random.choice(self._flows).source
        for flow in self._out(source):
            self._swap(flow, replace(flow, share=self.random.randint(1, 20)))
        self._rescale(source)

    def relieve(self) -> None:
        """Give a step other points, mostly fewer, and other pages."""
        step = self.random.choice(list(self._steps.values()))
        factor = self.random.choice((0.0, 0.3, 0.6, 0.9, 1.7))
        self._steps[step.id] = replace(
            step, points=round(step.points * factor, 1), pages=1.0
        )

    def hand_over(self) -> None:
        """Let another role do a step."""
        step = self.random.choice(list(self._steps.values()))
        role = self.random.choice(self._outline.roles)
        self._steps[step.id] = replace(step, role=role.id)

    def rename(self) -> None:
        """Give a step another id."""
        old = self.random.choice(list(self._steps))
        if old.startswith("new") or old in self._renamed.values():
            return
        new = f"{old}-renamed"
        self._renamed[old] = new
        self._steps[new] = replace(self._steps.pop(old), id=new)
        for row in self._rows():
            row.nodes = [new if node == old else node for node in row.nodes]
        self._flows = [
            replace(
                flow,
                source=new if flow.source == old else flow.source,
                to=new if flow.to == old else flow.to,
            )
            for flow in self._flows
        ]

    def side_by_side(self) -> None:
        """Make branches of neighbours of the top row."""
        nodes = self._top.nodes
        if len(nodes) < 4:
            return
        start = self.random.randrange(len(nodes) - 2)
        inner = nodes[start : start + self.random.randint(2, 4)]
        self._added += 1
        name = f"side{self._added}"
        follower = self._next(self._top, inner[-1])
        self._flows = [flow for flow in self._flows if flow.source not in inner]
        for flow in self._flows:
            if flow.to in inner:
                self._swap(flow, replace(flow, to=name))
        self._flows = list(dict.fromkeys(self._flows))
        self._flows += [_flow(node, "done") for node in inner]
        self._flows.append(_flow(name, follower))
        nodes[start : start + len(inner)] = [name]
        outline = BlockOutline(id=name, name=name, phase=None, line=None, branches=())
        self._blocks[name] = Block(
            outline, [Row([node], inside=True) for node in inner]
        )
        self._merge()

    def one_by_one(self) -> None:
        """Make a row of the branches of a block."""
        found = [
            (row, node)
            for row in self._rows()
            for node in row.nodes
            if node in self._blocks
        ]
        if not found:
            return
        row, name = self.random.choice(found)
        block = self._blocks.pop(name)
        inner = [node for branch in block.branches for node in branch.nodes]
        follower = self._next(row, name)
        lasts = {branch.nodes[-1] for branch in block.branches}
        heads = [branch.nodes[0] for branch in block.branches[1:]]
        for branch, then in zip(block.branches, (*heads, follower), strict=True):
            for node in branch.nodes:
                for flow in self._out(node):
                    if flow.to == "done":
                        self._swap(flow, replace(flow, to=then))
        assert lasts <= set(inner)
        self._flows = [flow for flow in self._flows if flow.source != name]
        for flow in self._flows:
            if flow.to == name:
                self._swap(flow, replace(flow, to=inner[0]))
        place = row.nodes.index(name)
        row.nodes[place : place + 1] = inner
        self._merge()

    def finish(self) -> tuple[Outline, dict[str, str]]:
        """Return the changed outline, and the new ids of renamed steps."""
        self._merge()
        order = list(self._walk(self._top))
        numbers = {step: place for place, step in enumerate(order, start=1)}
        return replace(
            self._outline,
            start=self._top.nodes[0],
            order=tuple(self._top.nodes),
            steps=tuple(
                replace(self._steps[id_], number=numbers[id_]) for id_ in order
            ),
            blocks=tuple(
                replace(
                    block.outline,
                    branches=tuple(tuple(branch.nodes) for branch in block.branches),
                )
                for block in self._blocks.values()
            ),
            flows=tuple(self._flows),
        ), {old: new for old, new in self._renamed.items() if new in self._steps}

    def _walk(self, row: Row) -> Iterator[str]:
        for node in row.nodes:
            if node in self._blocks:
                for branch in self._blocks[node].branches:
                    yield from self._walk(branch)
            else:
                yield node

    def _rows(self) -> list[Row]:
        return [
            self._top,
            *(row for one in self._blocks.values() for row in one.branches),
        ]

    def _row(self) -> Row:
        """Return a row, one of many nodes sooner than one of few."""
        rows = self._rows()
        return self.random.choices(rows, [len(row.nodes) for row in rows])[0]

    def _out(self, source: str) -> list[FlowOutline]:
        return [flow for flow in self._flows if flow.source == source]

    def _swap(self, old: FlowOutline, new: FlowOutline) -> None:
        self._flows[self._flows.index(old)] = new

    def _next(self, row: Row, node: str) -> str:
        """Return where the way through a row goes on behind a node."""
        place = row.nodes.index(node) + 1
        return row.nodes[place] if place < len(row.nodes) else row.end

    def _bridge(self, row: Row, node: str) -> None:
        """Take a node out of its row."""
        then = self._next(row, node)
        row.nodes.remove(node)
        self._flows = [flow for flow in self._flows if flow.source != node]
        for flow in self._flows:
            if flow.to == node:
                self._swap(flow, replace(flow, to=then, kind="flow", reason=None))
        self._merge()

    def _insert(self, step: str) -> None:
        """Put a step behind a node of any row; it takes over the flows of that node."""
        row = self._row()
        behind = self.random.choice(row.nodes)
        row.nodes.insert(row.nodes.index(behind) + 1, step)
        for flow in self._out(behind):
            self._swap(flow, replace(flow, source=step))
        self._flows.append(_flow(behind, step))

    def _merge(self) -> None:
        """Let two flows of the same ends be one, and none lead to itself as a flow."""
        seen: dict[tuple[str, str], FlowOutline] = {}
        for flow in self._flows:
            ends = flow.source, flow.to
            if ends in seen:
                share = seen[ends].share + flow.share
                seen[ends] = replace(seen[ends], share=share)
            else:
                seen[ends] = flow
        self._flows = list(seen.values())
        for source in {flow.source: None for flow in self._flows}:
            self._rescale(source)

    def _rescale(self, source: str) -> None:
        flows = self._out(source)
        whole = sum(flow.share for flow in flows)
        for flow in flows:
            self._swap(flow, replace(flow, share=flow.share / whole))


def _flow(
    source: str, to: str, share: float = 1.0, *, back: bool = False
) -> FlowOutline:
    return FlowOutline(
        source=source,
        to=to,
        share=share,
        kind="rework" if back else "flow",
        reason=None,
        traversals=share,
    )
