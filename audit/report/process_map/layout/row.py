"""The outline as a flat row of elements to draw, in the order of the file.

A parallel block becomes a split gateway, the elements of its branches, and a join. The
order of the file is then an order in which every forward flow goes to the right, and a
band of the map is a stretch of this row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.report.process_map.layout.elements import Chart, Element, Exit, Kind, Link
from audit.result import BlockOutline, FlowOutline, Outline, StepOutline

DONE = "done"


def read_chart(outline: Outline) -> Chart:
    """Return the elements of an outline and the flows between them."""
    blocks = {block.id: block for block in outline.blocks}
    row = _Row(outline, blocks)
    entry = row.entry
    links: list[Link] = []
    exits: list[Exit] = []
    names = {outcome.id: outcome.name for outcome in outline.outcomes}
    for number, flow in enumerate(outline.flows):
        key, source = str(number), row.exit[flow.source]
        if flow.to in names:
            exits.append(
                Exit(
                    key=key,
                    source=source,
                    outcome=flow.to,
                    name=names[flow.to],
                    share=flow.share,
                )
            )
        else:
            target = row.end[flow.source] if flow.to == DONE else entry[flow.to]
            links.append(_link(key, source, target, flow))
    for number, (split, first) in enumerate(row.into_branches):
        links.append(
            Link(
                key=f"b{number}",
                source=split,
                target=first,
                share=1.0,
                rework=False,
                reason=None,
            )
        )
    return Chart(
        elements=_with_lanes(row.elements, links),
        links=tuple(links),
        exits=tuple(exits),
        lanes=tuple((role.id, role.name) for role in outline.roles),
        start=entry[outline.start],
    )


def _link(key: str, source: int, target: int, flow: FlowOutline) -> Link:
    return Link(
        key=key,
        source=source,
        target=target,
        share=flow.share,
        rework=flow.kind == "rework" or target <= source,
        reason=flow.reason,
    )


class _Row:
    """The elements in order, and where the flows of a node enter and leave it."""

    def __init__(self, outline: Outline, blocks: dict[str, BlockOutline]) -> None:
        self.elements: list[Element] = []
        self.entry: dict[str, int] = {}
        self.exit: dict[str, int] = {}
        self.end: dict[str, int] = {}
        """Place of the join that `done` means for a node inside a branch."""
        self.into_branches: list[tuple[int, int]] = []
        self._steps = {step.id: step for step in outline.steps}
        self._blocks = blocks
        self._phase: str | None = None
        for node in outline.order:
            self._add(node, depth=0)

    def _add(self, node: str, depth: int) -> None:
        block = self._blocks.get(node)
        if block is None:
            step = self._steps[node]
            # A phase is written where it begins; the steps below it belong to it too.
            self._phase = step.phase or self._phase
            self.entry[node] = self.exit[node] = len(self.elements)
            self._append(Kind.STEP, node, depth, step.number, step.number, step)
            return
        self._phase = block.phase or self._phase
        numbers = [self._steps[step].number for step in self._inside(block)]
        first, last = min(numbers), max(numbers)
        split = self.entry[node] = len(self.elements)
        self._append(Kind.SPLIT, node, depth + 1, first, last)
        for branch in block.branches:
            for inner in branch:
                self._add(inner, depth + 1)
            self.into_branches.append((split, self.entry[branch[0]]))
        join = self.exit[node] = len(self.elements)
        self._append(Kind.JOIN, node, depth + 1, first, last)
        for branch in block.branches:
            self.end.update(dict.fromkeys(branch, join))

    def _append(
        self,
        kind: Kind,
        node: str,
        depth: int,
        first: int,
        last: int,
        step: StepOutline | None = None,
    ) -> None:
        self.elements.append(
            Element(
                place=len(self.elements),
                kind=kind,
                node=node,
                lane="" if step is None else step.role,
                phase=self._phase,
                depth=depth,
                first=first,
                last=last,
                step=step,
            )
        )

    def _inside(self, block: BlockOutline) -> Iterator[str]:
        for branch in block.branches:
            for inner in branch:
                if inner in self._blocks:
                    yield from self._inside(self._blocks[inner])
                else:
                    yield inner


def _with_lanes(elements: list[Element], links: list[Link]) -> tuple[Element, ...]:
    """Put each join in the lane of what follows it, each split in that of its source.

    The lines into a split and out of a join are then straight.
    """
    before: dict[int, int] = {}
    after: dict[int, tuple[float, int]] = {}
    for link in links:
        if not link.rework:
            before.setdefault(link.target, link.source)
            best = after.get(link.source)
            if best is None or link.share > best[0]:
                after[link.source] = link.share, link.target
    lanes = [element.lane for element in elements]
    steps = [element.place for element in elements if element.kind is Kind.STEP]
    for element in reversed(elements):
        if element.kind is Kind.JOIN:
            _, follower = after.get(element.place, (0.0, -1))
            if follower >= 0 and lanes[follower]:
                lanes[element.place] = lanes[follower]
            else:
                near = [place for place in steps if place < element.place]
                lanes[element.place] = lanes[near[-1]]
    for element in elements:
        if element.kind is Kind.SPLIT:
            source = before.get(element.place, -1)
            near = [place for place in steps if place > element.place]
            lanes[element.place] = lanes[source] if source >= 0 else lanes[near[0]]
    return tuple(
        replace(element, lane=lane)
        for element, lane in zip(elements, lanes, strict=True)
    )
