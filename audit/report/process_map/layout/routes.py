"""The parts a line is made of, before they have coordinates.

A forward flow leaves its element to the right in the middle of its row and enters the
next from the left. On the way it may use a trunk (a vertical piece in the channel after
its source, shared by all flows of that source), a run (a horizontal piece in a gutter
between rows) and a trunk before its target, shared by all flows into it. Lines that
belong together so become trees, like the branches of a river.

A return leaves and enters above or below, and runs in gutters.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from audit.report.process_map.layout.elements import Link
from audit.report.process_map.layout.grid import Cell
from audit.report.process_map.layout.tracks import Wire

ABOVE = -1
BELOW = 1


@dataclass(slots=True, eq=False)
class Trunk(Wire):
    """A vertical piece in the channel to the left of a column."""

    channel: int = 0
    gate: bool = False
    """A decision parts here: drawn with a small diamond."""
    label_width: float = 0.0
    """Room to keep free after it for the shares on its branches."""
    port: float = 0.0
    """Of a trunk before a target: how far below the middle it enters."""
    x: float = 0.0


@dataclass(slots=True, eq=False)
class Run(Wire):
    """A horizontal piece in the gutter above a row."""

    gutter: int = 0
    labelled: bool = False
    y: float = 0.0


@dataclass(slots=True, eq=False, kw_only=True)
class Forward:
    """The way of a flow to the right."""

    link: Link
    source: Cell
    target: Cell
    leave: Trunk | None = None
    run: Run | None = None
    arrive: Trunk | None = None
    port: float = 0.0
    """How far below the middle it enters, when it has no trunk before its target."""
    label: str | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class Return:
    """The way of a flow that sends the case back."""

    link: Link
    source: Cell
    target: Cell
    leaves: int
    """ABOVE or BELOW."""
    enters: int
    out: float = 0.0
    """Distance of its port from the middle of the source, to the right."""
    into: float = 0.0
    first: Run
    """Run beside the source."""
    trunk: Trunk | None = None
    second: Run
    """Run beside the target; the same as the first where there is no trunk."""
    labelled: Run
    """The longer of the two: it carries the words."""
    shares: tuple[str, ...]
    """Its words, then the same where there is less room; "" is none at all."""


@dataclass(slots=True, kw_only=True)
class Routes:
    """All ways of a band."""

    forwards: list[Forward] = field(default_factory=list)
    returns: list[Return] = field(default_factory=list)
    trunks: list[Trunk] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)


def channel_place(channel: int) -> float:
    """Return where a channel lies along a gutter; columns lie at odd numbers."""
    return 2.0 * channel


def port_place(column: int, offset: float) -> float:
    """Return where a port lies along a gutter, in the same measure."""
    return 2.0 * column + 1.0 + offset / 250


CHANNEL_REACH = 0.45
"""Half the width of a channel in that measure: wires that end in the same channel are
kept on different tracks, since which ends first is not known yet."""
