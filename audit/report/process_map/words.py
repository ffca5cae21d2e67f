"""What the map says in words: titles of steps, captions of bands, the summary.

All that the drawing shows is said here too, so that nobody depends on seeing it.
"""

from __future__ import annotations

from collections import defaultdict

from audit.report.page.names import clean, listing, shorten
from audit.report.process_map.box import says_nothing
from audit.report.process_map.layout.elements import (
    Change,
    Chart,
    Element,
    Exit,
    Kind,
    Link,
)
from audit.report.process_map.layout.grid import phase_runs
from audit.result import StepOutline
from audit.units import format_days, format_number, format_share, plural


def band_headings(chart: Chart, spans: list[tuple[int, int]]) -> list[str]:
    """Return the heading of each band: its phases, counted where one is cut."""
    phases = [_phases(chart, span) for span in spans]
    parts: dict[str, int] = defaultdict(int)
    for names in phases:
        for name in names:
            parts[name] += 1
    met: dict[str, int] = defaultdict(int)
    headings: list[str] = []
    for names, span in zip(phases, spans, strict=True):
        shown: list[str] = []
        for name in names:
            met[name] += 1
            part = f" ({met[name]} of {parts[name]})" if parts[name] > 1 else ""
            shown.append(f"{shorten(clean(name), 60)}{part}")
        headings.append(" · ".join(shown) or capital_numbers(chart, span))
    return headings


def capital_numbers(chart: Chart, span: tuple[int, int]) -> str:
    """Return "Steps 1–8" for the elements of a band; what is gone counts for nothing.

    A band that holds only what is gone is named by that: "Steps ×3–×4".
    """
    steps = [item for item in chart.elements[slice(*span)] if item.step is not None]
    steps = [item for item in steps if item.change is not Change.GONE] or steps
    tags = [item.tag for item in sorted(steps, key=lambda item: item.first)]
    return f"Step {tags[0]}" if len(tags) == 1 else f"Steps {tags[0]}–{tags[-1]}"


def steps_of(chart: Chart, span: tuple[int, int]) -> list[StepOutline]:
    """Return the steps of a band in the order of their numbers."""
    band = chart.elements[span[0] : span[1]]
    return [element.step for element in band if element.step is not None]


def _phases(chart: Chart, span: tuple[int, int]) -> list[str]:
    band = chart.elements[span[0] : span[1]]
    names = [element.phase for element in band if element.kind is Kind.STEP]
    return list(dict.fromkeys(name for name in names if name is not None))


def caption(
    chart: Chart, span: tuple[int, int], total_days: float, total_points: float
) -> str:
    """Return the sentence below a band: what its steps take and weigh, by phase."""
    runs = phase_runs(chart, *span)
    if len(runs) == 1 or total_points <= 0:
        return f"{_weighed(chart, span, total_days, total_points)}."
    ends = [*(first for _, first in runs[1:]), span[1]]
    said: list[str] = []
    for (phase, first), end in zip(runs, ends, strict=True):
        sentence = _weighed(chart, (first, end), total_days, total_points)
        name = shorten(clean(phase), 60)
        said.append(
            f"{name}: {sentence[0].lower()}{sentence[1:]}." if name else sentence
        )
    return " ".join(said)


def _weighed(
    chart: Chart, span: tuple[int, int], total_days: float, total_points: float
) -> str:
    steps = steps_of(chart, span)
    one = len(steps) == 1
    said: list[str] = []
    days = sum(step.contribution_days for step in steps)
    if total_days > 0:
        verb = "takes" if one else "take"
        if days > 0:
            said.append(f"{verb} {_of(days)} the {format_days(total_days)}")
        else:
            said.append(f"{verb} none of the {format_days(total_days)}")
    if total_points > 0:
        share = sum(step.points for step in steps) / total_points
        verb = "holds" if one else "hold"
        part = f"{format_share(share)} of all" if share > 0 else "no"
        said.append(f"{verb} {part} friction points")
    if not said:
        return capital_numbers(chart, span)
    return f"{capital_numbers(chart, span)} {listing(said)}"


def _of(days: float) -> str:
    """Return "16 of", or "3 hours of" where the unit is not the same."""
    return f"{format_days(days).removesuffix(' days').removesuffix(' day')} of"


def summary(chart: Chart, bands: int, total_points: float) -> str:
    """Return a sentence or two that describe the whole map."""
    steps = steps_of(chart, (0, len(chart.elements)))
    used = {step.role for step in steps}
    lanes = [shorten(clean(name), 40) for role, name in chart.lanes if role in used]
    blocks = sum(element.kind is Kind.SPLIT for element in chart.elements)
    returns = sum(link.rework for link in chart.links)
    parts = [
        f"{plural(len(steps), 'step')} in {plural(len(lanes), 'lane')} "
        f"({listing(lanes)})",
        "read from left to right"
        + (f" in {plural(bands, 'band')}" if bands > 1 else ""),
    ]
    text = f"{', '.join(parts)}."
    inside: list[str] = []
    if blocks:
        inside.append(plural(blocks, "parallel block"))
    if returns:
        inside.append(plural(returns, "return for rework", "returns for rework"))
    if inside:
        text += f" The map has {listing(inside)}."
    top = sorted(steps, key=lambda step: (-step.points, step.number))[:3]
    top = [step for step in top if step.points > 0]
    if top and total_points > 0:
        named = [
            f"{shorten(clean(step.name), 60)} (step {step.number}, "
            f"{format_share(step.points / total_points)})"
            for step in top
        ]
        text += f" Most friction sits in {listing(named)}."
    return text


def step_title(chart: Chart, element: Element, total_points: float) -> str:
    """Return all a step shows and where it leads, as sentences."""
    step = element.step
    if step is None:
        return f"Parallel gateway of steps {element.tag}."
    roles = dict(chart.lanes)
    weight = plural(float(format_number(step.points, 1).replace(",", "")), "point")
    if says_nothing(step):
        weight = "Friction not assessed"
    elif total_points > 0:
        weight += f", {format_share(step.points / total_points)} of all friction"
    said = [
        f"Step {step.number}: {shorten(clean(step.name), 200)}",
        shorten(clean(roles.get(step.role, step.role)), 60),
        weight,
        *asked(step),
        *ways(chart, element),
    ]
    return ". ".join(said) + "."


def asked(step: StepOutline) -> list[str]:
    """Return what a step takes and whom it concerns, as sentences without stops."""
    parts: list[str] = []
    if step.wait_days:
        parts.append(f"{format_days(step.wait_days)} from ready to done")
    if step.pages > 0:
        parts.append(plural(round(step.pages, 1), "page"))
    if step.wet_signatures > 0:
        parts.append(plural(round(step.wet_signatures, 1), "wet signature"))
    if step.fax_pages > 0:
        parts.append(plural(round(step.fax_pages, 1), "fax page"))
    elif step.channel == "fax":
        parts.append("by fax")
    said = [", ".join(parts)] if parts else []
    if step.applies_to < 1:
        said.append(f"Needed by {format_share(step.applies_to)} of hires")
    if step.loss_share > 0:
        said.append(f"{format_share(step.loss_share)} of all applicants end here")
    return said


def ways(chart: Chart, element: Element) -> list[str]:
    """Return where the flows of a step lead, as sentences without stops."""
    said: list[str] = []
    for opening, is_gone in (("Then", False), ("No longer:", True)):
        chosen = [
            flow
            for flow in chart.flows
            if flow.source == element.place and (flow.change is Change.GONE) is is_gone
        ]
        onward = [flow for flow in chosen if isinstance(flow, Exit) or not flow.rework]
        back = [flow for flow in chosen if flow not in onward]
        if chosen:
            led = ", ".join(_way(chart, flow) for flow in (*onward, *back))
            said.append(f"{opening} {led}")
    return said


def _way(chart: Chart, flow: Link | Exit) -> str:
    """Return where a flow leads, with its share and what became of it."""
    said = "" if flow.share >= 1 and flow.was is None else format_share(flow.share)
    share = f" {said}" if said else ""
    if flow.was is not None:
        share += f" (was {format_share(flow.was)})"
    if flow.change is Change.NEW:
        share += " (new)"
    if isinstance(flow, Exit):
        return f"{shorten(clean(flow.name), 40).lower()}{share}"
    target = _called(chart.elements[flow.target])
    if not flow.sends_back:
        return f"{target}{share}"
    why = f" ({shorten(clean(flow.reason), 60)})" if flow.reason else ""
    return f"back to {target}{share}{why}"


def _called(target: Element) -> str:
    if target.kind is Kind.SPLIT:
        return f"steps {target.tag} side by side"
    if target.kind is Kind.JOIN:
        return f"the end of steps {target.tag}"
    return f"step {target.tag}"
