"""Two processes as they may be, where the numbers of their files are uncertain.

The luck of a number is keyed by seed, step and key, so that a step more or less shifts
nobody else's. The same number in both files (same step, key, value and origin) has the
same luck in both: what nobody knows about it makes no difference between them. A number
that the after changes is uncertain by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from audit.comparison.certainty.flow_share_draws import drawn_shares, uncertain_shares
from audit.comparison.certainty.input_numbers import (
    SHARES,
    NumberKey,
    numbers_of,
    with_numbers,
)
from audit.comparison.certainty.luck import Luck
from audit.comparison.certainty.number_laws import (
    Array,
    drawn_amount,
    drawn_share,
    is_uncertain,
)
from audit.comparison.difference.alignment import align
from audit.model import (
    Flow,
    Node,
    Process,
    Provenance,
    Quantity,
    Step,
    walk_blocks,
)

_SHARE = "share"
_ABOUT_NODES = frozenset({_SHARE, "redo"})
"""Keys that go with the id of another node."""

Place = tuple[str, NumberKey]
"""Node id and key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputDraws:
    """Draws of the uncertain numbers of two files."""

    count: int
    """Different numbers that are drawn; one that both files share counts once."""
    _before: _Drawn
    _after: _Drawn

    def pair(self, draw: int) -> tuple[Process, Process]:
        """Return before and after in one draw; nodes without uncertain numbers stay."""
        return self._before.process_in(draw), self._after.process_in(draw)


def drawn_inputs(
    before: Process, after: Process, *, draws: int, seed: int
) -> InputDraws:
    """Draw the uncertain numbers of two files together."""
    luck = Luck(draws, seed)
    old = _uncertain(before, {})
    new = _uncertain(after, _names(before, after))
    known = {(number.name, number.value) for number in old}
    shared = {n.place for n in new if (n.name, n.value) in known}
    return InputDraws(
        count=len(old) + len(new) - len(shared),
        _before=_drawn(before, {n: luck.stream(n.name) for n in old}),
        _after=_drawn(
            after,
            {
                n: luck.stream(n.name if n.place in shared else ("after", *n.name))
                for n in new
            },
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Uncertain:
    """An uncertain number of a file."""

    place: Place
    """In its own file,"""
    name: tuple[str, ...]
    """and what it is called in both: nodes by their ids in the before."""
    value: Quantity
    """With its origin, be it that of its step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A process with its uncertain numbers drawn."""

    process: Process
    amounts: Mapping[Place, Array]
    """(draws,) each."""
    shares: Mapping[str, Mapping[int, Array]]
    """Node id -> place of the flow -> (draws,)."""
    touched: frozenset[str]
    """Steps with amounts."""

    def process_in(self, draw: int) -> Process:
        """Return the process in one draw."""
        return replace(self.process, nodes=self._nodes(self.process.nodes, draw))

    def _nodes(self, nodes: tuple[Node, ...], draw: int) -> tuple[Node, ...]:
        return tuple(self._node(node, draw) for node in nodes)

    def _node(self, node: Node, draw: int) -> Node:
        if not isinstance(node, Step):
            branches = tuple(self._nodes(branch, draw) for branch in node.branches)
            node = replace(node, branches=branches)
        elif node.id in self.touched:
            node = self._step(node, draw)
        if node.id not in self.shares:
            return node
        return replace(node, flows=_flows(node, self.shares[node.id], draw))

    def _step(self, step: Step, draw: int) -> Step:
        def drawn(key: NumberKey, number: Quantity) -> Quantity:
            values = self.amounts.get((step.id, key))
            return number if values is None else Quantity.point(float(values[draw]))

        return with_numbers(step, drawn)


def _flows(node: Node, shares: Mapping[int, Array], draw: int) -> tuple[Flow, ...]:
    return tuple(
        replace(flow, share=Quantity.point(float(shares[place][draw])))
        if place in shares
        else flow
        for place, flow in enumerate(node.flows)
    )


def _all_nodes(process: Process) -> Iterator[tuple[Node, Provenance]]:
    """Yield all nodes with the origin of their numbers."""
    for step in process.steps:
        yield step, step.provenance
    for block in walk_blocks(process.nodes):
        yield block, Provenance()


def _names(before: Process, after: Process) -> dict[str, str]:
    """Return id in the after -> id in the before; a new node gets one of its own."""
    aligned = align(before, after)
    old = {new: old for old, new in (aligned.pairs | aligned.blocks).items()}
    # No id holds a colon.
    return {n.id: old.get(n.id, f":{n.id}") for n, _ in _all_nodes(after)}


def _uncertain(process: Process, names: Mapping[str, str]) -> list[_Uncertain]:
    """Return the uncertain numbers of a process.

    Args:
        process: one of the two.
        names: of its nodes in the before, where they differ.
    """
    found: list[_Uncertain] = []
    for node, origin in _all_nodes(process):
        counted = numbers_of(node) if isinstance(node, Step) else {}
        numbers = {
            key: number
            for key, number in counted.items()
            if is_uncertain(number, origin, share=key[0] in SHARES)
        }
        for k, share in uncertain_shares(node.flows, origin).items():
            numbers[_SHARE, node.flows[k].to] = share
        found.extend(
            _Uncertain(
                place=(node.id, key),
                name=_name((node.id, key), names),
                value=replace(number, provenance=number.provenance or origin),
            )
            for key, number in numbers.items()
        )
    return found


def _name(place: Place, names: Mapping[str, str]) -> tuple[str, ...]:
    node, (key, *whose) = place
    if key in _ABOUT_NODES:
        whose = [names.get(other, other) for other in whose]
    return (names.get(node, node), key, *whose)


def _drawn(process: Process, luck: Mapping[_Uncertain, Array]) -> _Drawn:
    """Turn luck into numbers."""
    amounts: dict[Place, Array] = {}
    streams: dict[Place, Array] = {}
    for number, stream in luck.items():
        key = number.place[1][0]
        if key == _SHARE:
            streams[number.place] = stream
        else:
            law = drawn_share if key in SHARES else drawn_amount
            amounts[number.place] = law(number.value, stream)
    shares: dict[str, Mapping[int, Array]] = {}
    for node, origin in _all_nodes(process):
        uncertain = uncertain_shares(node.flows, origin)
        if uncertain:
            own = {k: streams[node.id, (_SHARE, node.flows[k].to)] for k in uncertain}
            shares[node.id] = drawn_shares(node.flows, uncertain, own)
    return _Drawn(
        process=process,
        amounts=amounts,
        shares=shares,
        touched=frozenset(step for step, _ in amounts),
    )
