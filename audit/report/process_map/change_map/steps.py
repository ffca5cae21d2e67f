"""What became of each step, and the words that stand above it for that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.report.page.names import listing, readable
from audit.report.process_map.corner import Became, points_label
from audit.report.process_map.layout.elements import Change, Chart, Element, Link
from audit.result import Outline, StepOutline, StepPair, Verdict

_BECAME = {Verdict.BETTER: Became.LESS, Verdict.WORSE: Became.MORE}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChange:
    """What became of a step."""

    pair: StepPair
    before: StepOutline | None
    after: StepOutline | None
    was_role: str | None
    """Name of the role that did it, where another does it now."""
    was_behind: str | None
    """Tag of what it followed, where it has moved; "" when it followed nothing."""
    was_start: bool
    """Whether the process began with it, and no longer does."""

    @property
    def became(self) -> Became | None:
        """What became of it; None where nothing did, or nothing to be seen."""
        if self.before is None:
            return Became.NEW
        if self.after is None:
            return Became.GONE
        before, after = self.pair.points_before, self.pair.points_after
        became = _BECAME.get(self.pair.verdict)
        if became is not None and points_label(before) != points_label(after):
            return became
        return Became.CHANGED if self.pair.changed else None

    @property
    def is_same(self) -> bool:
        """Whether nothing became of it that the map shows."""
        return self.became is None and not self.remarks

    @property
    def remarks(self) -> tuple[str, ...]:
        """What became of it beside its points, in words for the map, one a line."""
        said: list[str] = []
        if self.became is Became.MORE:
            said.append("more friction")
        if self.was_behind is not None:
            behind = f"after {self.was_behind}" if self.was_behind else "first"
            said += ["moved", f"was {behind}"]
        if self.was_role is not None:
            said.append(f"was {self.was_role}")
        if self.was_start:
            said.append("was the start")
        return tuple(said)

    @property
    def differs(self) -> str:
        """What differs in the file, as words of a sentence."""
        return listing([readable(key) for key in self.pair.changed])


def step_changes(
    chart: Chart,
    was: Chart,
    moved: frozenset[int],
    lane_of: dict[str, str],
    outlines: tuple[Outline, Outline],
    pairs: tuple[StepPair, ...],
) -> dict[int, StepChange]:
    """Return what became of each step, by place.

    Args:
        chart: both processes.
        was: the process before, its flows between places of the chart.
        moved: places of what stands in another order than before.
        lane_of: for each role before the lane it is drawn in.
        outlines: the processes before and after.
        pairs: which step before is which step after.
    """
    before, after = ({step.id: step for step in one.steps} for one in outlines)
    was_pairs = {pair.before: pair for pair in pairs if pair.before is not None}
    now_pairs = {pair.after: pair for pair in pairs if pair.after is not None}
    names = {role.id: role.name for role in outlines[0].roles}
    rerouted = {
        end
        for link in chart.links
        if link.change is not Change.KEPT
        for end in (link.source, link.target)
    }
    found: dict[int, StepChange] = {}
    for item in chart.elements:
        if item.step is None:
            continue
        is_gone = item.change is Change.GONE
        pair = was_pairs[item.node] if is_gone else now_pairs[item.node]
        old = None if pair.before is None else before[pair.before]
        new = None if pair.after is None else after[pair.after]
        has_moved = item.place in moved and item.place in rerouted
        other_role = old is not None and lane_of[old.role] != item.lane
        found[item.place] = StepChange(
            pair=pair,
            before=old,
            after=new,
            was_role=names[old.role] if old is not None and other_role else None,
            was_behind=_behind(item, was.links, chart) if has_moved else None,
            was_start=item.place == was.start != chart.start,
        )
    return found


def _behind(item: Element, links: Iterable[Link], chart: Chart) -> str:
    """Return the tag of what most cases came from to an element; "" if from nowhere."""
    ways = [link for link in links if link.target == item.place and not link.rework]
    if not ways:
        return ""
    most = max(ways, key=lambda link: (link.share, -link.source))
    return chart.elements[most.source].tag
