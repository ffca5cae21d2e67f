"""One scenario in short: its headline numbers, who pays, and what may be chance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from audit.report.page.names import NOTE, listing, shorten
from audit.report.page.table import (
    Cell,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.report.simulation.course import in_course
from audit.report.simulation.spans import told, told_change
from audit.report.simulation.words import CHANCE, figure, is_same, verdict_of
from audit.result.difference import Verdict
from audit.result.simulation import SimulatedChange, SimulatedPair
from audit.units import format_number

NOBODY = (
    "Nobody, in what a simulation counts. What the changes themselves cost is told by "
    "the comparison of the same files."
)
NO_DIFFERENCE = "No headline number can be compared: before or after, no run gave it."
_COUNTED = (Verdict.BETTER, Verdict.WORSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedNumber:
    """A headline number before and after."""

    label: str
    before: str
    after: str
    change: str
    """With its interval."""
    verdict: str
    """better, worse, changed, same or chance."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioInShort:
    """The section of a scenario."""

    id: str
    name: str
    heading: str
    counted: str
    """How many headline numbers are better, worse, or may be chance."""
    numbers: tuple[ChangedNumber, ...]
    paid_by: tuple[str, ...]
    chance: str
    """Which headline numbers may differ by chance alone, as a sentence."""
    every: Table | None


def scenario(place: int, name: str, pair: SimulatedPair) -> ScenarioInShort:
    """Return the section of a scenario.

    Args:
        place: from 1, in the order given.
        name: what it is called.
        pair: its numbers beside those of the before.
    """
    headline = [one for one in pair.changes if one.headline]
    return ScenarioInShort(
        id=f"scenario-{place}",
        name=name,
        heading=f"{name}: {_counted(headline)}",
        counted=_counted(headline),
        numbers=tuple(_number(one) for one in headline),
        paid_by=tuple(shorten(words, NOTE) for words in pair.paid_by) or (NOBODY,),
        chance=_chance(headline),
        every=_every(place, name, pair) if pair.changes else None,
    )


def _counted(headline: list[SimulatedChange]) -> str:
    if not headline:
        return "not comparable"
    counts = Counter(one.verdict for one in headline)
    parts = [(counts[word], word.value) for word in _COUNTED]
    same = [one for one in headline if is_same(one)]
    unsure = sum(not one.distinguishable for one in headline) - len(same)
    parts += [(unsure, "may be chance"), (len(same), "the same")]
    (first, words), *rest = [part for part in parts if part[0]]
    if not rest:
        return f"all {first} headline numbers {words}"
    more = (f"{count} {word}" for count, word in rest)
    return ", ".join([f"{first} of {len(headline)} headline numbers {words}", *more])


def _number(one: SimulatedChange) -> ChangedNumber:
    return ChangedNumber(
        label=one.label,
        before=figure(one.before.mean, one.unit),
        after=figure(one.after.mean, one.unit),
        change=told_change(one.change, one.unit),
        verdict=_mark(one),
        words=verdict_of(one),
    )


def _mark(one: SimulatedChange) -> str:
    if is_same(one):
        return "same"
    return one.verdict.value if one.distinguishable else "chance"


def _chance(headline: list[SimulatedChange]) -> str:
    if not headline:
        return NO_DIFFERENCE
    unsure = [
        one.label for one in headline if not one.distinguishable and not is_same(one)
    ]
    if not unsure:
        if all(is_same(one) for one in headline):
            return "Nothing: every headline number is the same in every pair of runs."
        return "Nothing: what differs does so by more than chance."
    verb = "differs" if len(unsure) == 1 else "differ"
    names = listing([f"“{label}”" for label in unsure])
    return f"{names} {verb} by an amount that is {CHANCE}."


def _every(place: int, name: str, pair: SimulatedPair) -> Table:
    return Table(
        id=f"t-scenario-{place}",
        caption=f"{name}: every number that is not nought both before and after; p is "
        "of the paired t test",
        columns=(
            *text_columns("Number", "Of"),
            *number_columns("Before", "After", "Difference", "p"),
            *text_columns("Verdict"),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=one.label),
                    Cell(text=shorten(one.name) or "all"),
                    Cell(text=told(one.before, one.unit)),
                    Cell(text=told(one.after, one.unit)),
                    Cell(text=told_change(one.change, one.unit)),
                    Cell(text=_p(one.p_value)),
                    Cell(text=verdict_of(one), strong=one.verdict is Verdict.WORSE),
                )
            )
            for one in _in_course(pair.changes)
            if one.before.mean or one.after.mean
        ),
    )


def _in_course(changes: tuple[SimulatedChange, ...]) -> list[SimulatedChange]:
    """Return the changes with those of steps in the order of the process."""
    return [
        one
        for _, numbers in groupby(changes, lambda one: one.key)
        for one in in_course(numbers, lambda one: one.of)
    ]


def _p(value: float) -> str:
    return "<0.001" if value < 0.001 else format_number(value, 3)
