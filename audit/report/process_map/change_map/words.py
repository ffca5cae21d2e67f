"""What the change map says in words: titles, captions, and a summary of it all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.report.page.names import clean, listing, shorten
from audit.report.process_map.change_map.steps import StepChange
from audit.report.process_map.corner import Became
from audit.report.process_map.layout.elements import Change, Chart, Element
from audit.report.process_map.words import asked, capital_numbers, ways
from audit.result import StepOutline
from audit.units import format_number, plural

_TELLING = 3
"""How many steps the summary names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many steps became what."""

    gone: int
    new: int
    changed: int
    """Of both processes, with another load, place or role."""
    more: int
    """Of the changed ones, those with more points than before."""
    same: int
    points_before: float
    points_after: float


def tally(changes: Iterable[StepChange]) -> Tally:
    """Count what became of steps."""
    changes = tuple(changes)
    became = [change.became for change in changes]
    gone, new = became.count(Became.GONE), became.count(Became.NEW)
    same = sum(change.is_same for change in changes)
    return Tally(
        gone=gone,
        new=new,
        changed=len(changes) - gone - new - same,
        more=became.count(Became.MORE),
        same=same,
        points_before=sum(change.pair.points_before for change in changes),
        points_after=sum(change.pair.points_after for change in changes),
    )


def change_caption(
    chart: Chart, changes: Sequence[StepChange], span: tuple[int, int]
) -> str:
    """Return the sentence below a band: how many steps became what, and the points."""
    counted = tally(changes)
    said = _counts(counted) or "nothing changes"
    return f"{capital_numbers(chart, span)}: {said}{_points(counted)}."


def _counts(counted: Tally) -> str:
    """Return "2 steps gone, 1 new, 4 changed", or "" where nothing did."""
    said: list[str] = []
    for count, word in (
        (counted.gone, "gone"),
        (counted.new, "new"),
        (counted.changed, "changed"),
    ):
        if count:
            shown = str(count) if said else plural(count, "step")
            said.append(f"{shown} {word}")
    if counted.more:
        said[-1] += f" ({counted.more} with more friction)"
    return ", ".join(said)


def _points(counted: Tally) -> str:
    change = difference(counted.points_before, counted.points_after)
    return f"; {change}" if change else ""


def difference(before: float, after: float) -> str:
    """Return how many points less or more, or "" where it is none to speak of.

    >>> difference(60, 36), difference(3, 4), difference(5, 5.001)
    ('24 points less', '1 point more', '')
    """
    size = format_number(abs(after - before), 1)
    if size == "0":
        return ""
    noun = "point" if size == "1" else "points"
    return f"{size} {noun} {'less' if after < before else 'more'}"


def change_summary(
    chart: Chart,
    steps: dict[int, StepChange],
    points_before: float,
    points_after: float,
) -> str:
    """Return a few sentences that say what the whole map shows."""
    counted = tally(steps.values())
    before = counted.gone + counted.changed + counted.same
    after = counted.new + counted.changed + counted.same
    counts = _counts(counted)
    said = [f"{plural(before, 'step')} before, {after} after"]
    said[0] += f": {counts}" if counts else ", none of them changed"
    if counts and counted.same:
        said[0] += f", {counted.same} as before"
    change = difference(points_before, points_after)
    said.append(
        f"{format_number(points_before, 1)} friction points before, "
        f"{format_number(points_after, 1)} after: {change or 'no change'}"
    )
    for opening, sign in (("Most is saved at", 1), ("More is asked at", -1)):
        named = _largest(chart, steps, sign)
        if named:
            said.append(f"{opening} {listing(named)}")
    said += _flows(chart)
    said += _roles(chart)
    return ". ".join(said) + "."


def _largest(chart: Chart, steps: dict[int, StepChange], sign: int) -> list[str]:
    """Return the steps that save most, or with the sign -1 those that add most."""
    gains = {
        place: sign * (change.pair.points_before - change.pair.points_after)
        for place, change in steps.items()
    }
    places = sorted(gains, key=lambda place: (-gains[place], place))
    named: list[str] = []
    for place in places[:_TELLING]:
        pair = steps[place].pair
        change = difference(pair.points_before, pair.points_after)
        if gains[place] > 0 and change:
            item = chart.elements[place]
            named.append(f"{_name(item)} (step {item.tag}{_became(item)}, {change})")
    return named


def _name(item: Element) -> str:
    return shorten(clean(item.step.name), 60) if item.step is not None else item.tag


def _became(item: Element) -> str:
    return "" if item.change is Change.KEPT else f", {item.change}"


def _flows(chart: Chart) -> list[str]:
    """Return what became of the flows."""
    counts = (
        (sum(flow.change is Change.GONE for flow in chart.flows), "gone"),
        (sum(flow.change is Change.NEW for flow in chart.flows), "new"),
        (sum(flow.was is not None for flow in chart.flows), "with another share"),
    )
    said = [f"{count} {word}" for count, word in counts if count]
    return [f"Flows: {listing(said)}"] if said else []


def _roles(chart: Chart) -> list[str]:
    """Return which roles no longer take part, and which do for the first time."""
    said: list[str] = []
    steps = [item for item in chart.elements if item.step is not None]
    for change, words in (
        (Change.GONE, ("no longer has a step", "no longer have a step")),
        (Change.NEW, ("takes part now", "take part now")),
    ):
        names = [
            shorten(clean(name), 40)
            for role, name in chart.lanes
            if {item.change for item in steps if item.lane == role} == {change}
        ]
        if names:
            said.append(f"{listing(names)} {words[len(names) > 1]}")
    return said


def change_title(
    chart: Chart, item: Element, step: StepOutline, change: StepChange
) -> str:
    """Return all a step shows, what became of it and where it leads, as sentences."""
    roles = dict(chart.lanes)
    said = [
        f"{_opening(item)}: {shorten(clean(step.name), 200)}",
        shorten(clean(roles[item.lane]), 60),
        _weight(change),
    ]
    if change.before is not None and change.after is not None:
        if change.before.number != change.after.number:
            said.append(f"Step {change.before.number} before")
        if change.before.name != change.after.name:
            said.append(f"Called {shorten(clean(change.before.name), 60)} before")
    if change.was_behind is not None:
        said.append(
            f"Moved from behind step {change.was_behind}"
            if change.was_behind
            else "Moved from the beginning"
        )
    if change.was_role is not None:
        said.append(f"Done by {shorten(clean(change.was_role), 60)} before")
    if change.pair.changed:
        said.append(f"Changed: {change.differs}")
    return ". ".join([*said, *asked(step), *ways(chart, item)]) + "."


def _opening(item: Element) -> str:
    match item.change:
        case Change.GONE:
            return f"Step {item.tag}, gone"
        case Change.NEW:
            return f"Step {item.tag}, new"
        case Change.KEPT:
            return f"Step {item.tag}"


def _weight(change: StepChange) -> str:
    """Return the points of a step before and after."""
    before, after = (
        plural(float(format_number(points, 1).replace(",", "")), "point")
        for points in (change.pair.points_before, change.pair.points_after)
    )
    match change.became:
        case Became.NEW:
            return after
        case Became.GONE:
            return f"{before} before"
        case Became.CHANGED | None:
            return f"{after}, as before"
        case _:
            less = difference(change.pair.points_before, change.pair.points_after)
            return f"{after}, {before} before: {less}" if less else after
