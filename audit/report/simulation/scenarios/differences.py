"""One number of all scenarios: its difference from before, with the interval."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.simulation.scenarios.remedies import change_of
from audit.report.simulation.spans import signed, told_change
from audit.report.simulation.words import more_runs, verdict_of
from audit.result.simulation import SimulationScenarios

DRAWN = {
    "days_to_hire": "Days to hire: difference from before",
    "left_per_100_hires": "People who leave, for 100 hires: difference from before",
}
"""Titles of the charts by the key of their number."""
CAPTION = (
    "The mark is the difference, the line its interval. Left of nought is less than "
    "before. A hollow mark is not distinguishable from chance."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """After less before, in one scenario."""

    label: str
    mean: float
    low: float
    high: float
    sure: bool
    """More than chance."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """The same number in several scenarios, to be drawn on one scale."""

    id: str
    rows: tuple[Difference, ...]
    title: str
    text: str
    caption: str


def differences(
    result: SimulationScenarios, names: tuple[str, ...]
) -> tuple[Differences, ...]:
    """Return the charts; those whose number no scenario gives are left out."""
    found = (_chart(result, names, key, title) for key, title in DRAWN.items())
    return tuple(chart for chart in found if chart is not None)


def _chart(
    result: SimulationScenarios, names: tuple[str, ...], key: str, title: str
) -> Differences | None:
    rows, told, shown = [], [], []
    for pair, name in zip(result.pairs, names, strict=True):
        one = change_of(pair, key)
        if one is None:
            continue
        shown.append((f"“{name}”", one))
        mean = one.change.mean
        words = f"{signed(mean, one.unit)}, {verdict_of(one)}"
        rows.append(
            Difference(
                label=name,
                mean=mean,
                low=mean if one.change.low is None else one.change.low,
                high=mean if one.change.high is None else one.change.high,
                sure=one.distinguishable,
                text=words,
            )
        )
        told.append(f"{name}: {told_change(one.change, one.unit)}, {verdict_of(one)}")
    if not rows:
        return None
    return Differences(
        id=key.replace("_", "-"),
        rows=tuple(rows),
        title=title,
        text="; ".join(told) + ".",
        caption=f"{CAPTION} {more_runs(shown)}".rstrip(),
    )
