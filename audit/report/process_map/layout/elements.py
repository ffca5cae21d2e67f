"""What there is to draw: steps and gateways in a row, and the flows between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from audit.report.page.amounts import whole_share
from audit.result import StepOutline
from audit.units import format_share

HIRED = "hired"
GONE_SIGN = "×"
"""Before the number of a step that is gone: it counts in the process before."""


class Kind(StrEnum):
    """What an element is drawn as."""

    STEP = "step"
    SPLIT = "split"
    JOIN = "join"


class Change(StrEnum):
    """What became of a step, gateway or flow; in a map of one process all is kept."""

    KEPT = "kept"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A step, or a gateway where parallel branches begin or end."""

    place: int
    kind: Kind
    node: str
    """Id of its step or block."""
    lane: str
    """Id of the role."""
    phase: str | None
    depth: int
    """Number of blocks around it; a gateway counts its own."""
    first: int
    last: int
    """Step numbers it stands for: a gateway's are those of its block."""
    step: StepOutline | None = None
    change: Change = Change.KEPT
    remarks: tuple[str, ...] = ()
    """What became of it, in words that stand above it, one a line."""

    @property
    def opens_level(self) -> bool:
        """Whether it is a step or split outside all (other) blocks."""
        return self.depth == (1 if self.kind is Kind.SPLIT else 0)

    @property
    def tag(self) -> str:
        """How other bands refer to it: "12", or "10–14" for a gateway."""
        sign = GONE_SIGN if self.change is Change.GONE else ""
        if self.first == self.last:
            return f"{sign}{self.first}"
        return f"{sign}{self.first}–{self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A flow between two elements."""

    key: str
    """Number of the flow in the outline, or `b` and a number into a branch."""
    source: int
    target: int
    share: float
    rework: bool
    """Drawn as a return: declared rework, or a jump back in the file."""
    reason: str | None
    change: Change = Change.KEPT
    was: float | None = None
    """Its share before, where that was another."""
    detour: bool = False
    """Led like a return though it sent no case back: a flow that is gone, between
    steps that no longer follow each other."""

    @property
    def shown(self) -> str:
        """Its share in words, with what became of it: "25 % → 5 %", "was 30 %"."""
        return share_shown(self.share, self.was, self.change)

    @property
    def sends_back(self) -> bool:
        """Whether it returns a case."""
        return self.rework and not self.detour


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """A flow to an outcome."""

    key: str
    source: int
    outcome: str
    name: str
    share: float
    change: Change = Change.KEPT
    was: float | None = None
    """Its share before, where that was another."""

    @property
    def shown(self) -> str:
        """Its share in words, with what became of it; "" where all go this way."""
        certain = self.share >= 1 and self.was is None
        return "" if certain else share_shown(self.share, self.was)

    @property
    def called(self) -> str:
        """Name of the outcome, with what became of the way to it: "was Rejected"."""
        return f"{CHANGE_WORDS[self.change]}{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What there is to draw."""

    elements: tuple[Element, ...]
    links: tuple[Link, ...]
    exits: tuple[Exit, ...]
    lanes: tuple[tuple[str, str], ...]
    """Id and name of each role, in declared order."""
    start: int
    """Place of the element the process begins with."""

    @property
    def flows(self) -> tuple[Link | Exit, ...]:
        """All flows: between elements, then to outcomes."""
        return *self.links, *self.exits


CHANGE_WORDS = {Change.KEPT: "", Change.NEW: "new ", Change.GONE: "was "}
"""What is said before a flow's share or target."""


def share_shown(share: float, was: float | None, change: Change = Change.KEPT) -> str:
    """Return the share of a flow with what became of it.

    Two shares stand without tenths where they differ without them.

    >>> share_shown(0.0512, 0.25), share_shown(0.304, 0.301)
    ('25 % → 5 %', '30.1 % → 30.4 %')
    >>> share_shown(0.3, None, Change.GONE)
    'was 30 %'
    """
    if was is None:
        return f"{CHANGE_WORDS[change]}{format_share(share)}"
    shown = whole_share(was), whole_share(share)
    if shown[0] == shown[1]:
        shown = format_share(was), format_share(share)
    return " → ".join(shown)
