"""What each change bought: its share of the gain, the range of it, and its cost."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.change_table import change_table
from audit.report.comparison.credit import attribution, undivided
from audit.report.comparison.waterfall import Waterfall, waterfall
from audit.report.page.names import NOTE, capital, shorten
from audit.report.page.table import Table
from audit.result import Attribution, ComparisonResult, Credit
from audit.units import format_number, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """What the files say about a change."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """The section."""

    heading: str
    lede: str
    waterfall: Waterfall | None
    changes: Table | None
    method: str
    notes: tuple[ChangeNote, ...]


def bought(result: ComparisonResult, addresses: Addresses) -> Bought:
    """Return the section for a result."""
    score = attribution(result.credit, "score")
    return Bought(
        heading=_heading(result, score, addresses),
        lede=_lede(result),
        waterfall=None if score is None else waterfall(score, addresses),
        changes=change_table(result, addresses) if result.changes else None,
        method=_method(result.credit) if score is not None else "",
        notes=_notes(result, addresses),
    )


def _heading(
    result: ComparisonResult, score: Attribution | None, addresses: Addresses
) -> str:
    if result.same or not result.changes:
        return "There is no change to credit"
    if score is None:
        return "What was gained cannot be divided among the changes"
    first, last = score.shares[0], score.shares[-1]
    if first.gain > 0:
        most, verb, of = first, "saves", "gained"
        total = fsum(share.gain for share in score.shares if share.gain > 0)
    elif last.gain < 0:
        most, verb, of = last, "adds", "added"
        total = -fsum(share.gain for share in score.shares if share.gain < 0)
    else:
        return "No change moves the score"
    name = addresses.change_name(most.change, 60)
    points = format_number(abs(most.gain), 1)
    if len(score.shares) == 1:
        return f"“{name}” {verb} all {points} points"
    return f"“{name}” {verb} most: {points} of {format_number(total, 1)} points {of}"


def _lede(result: ComparisonResult) -> str:
    if not result.changes:
        return "Nothing differs that a change could be credited with."
    if attribution(result.credit, "score") is None:
        return undivided(result)
    words = "Minus means less after than before, plus means more."
    if all(change.origin == "overlay" for change in result.changes):
        return words
    return (
        "The files do not name their changes, so each step that differs counts as "
        "one; steps that are added, taken out or put elsewhere count as one change "
        f"where they belong together. {words}"
    )


def _method(credit: Credit) -> str:
    """Return how the gain was divided, in two sentences."""
    priced = plural(credit.evaluations, "process", "processes")
    end = (
        f"The shares sum to the whole difference exactly; {priced} were priced for it."
    )
    match credit.method:
        case "exact":
            how = "all orders in which the changes could be made"
        case "ordered":
            how = "all orders that respect which change needs which"
        case _:
            how = "random orders and their reverses, because there are too many"
            end = (
                f"The shares sum to the whole difference; {priced} were priced, and ± "
                "is half of a 90 % interval."
            )
    return (
        "Changes overlap, so each share is what a change buys on average over "
        f"{how} (the Shapley value). {end}"
    )


def _notes(result: ComparisonResult, addresses: Addresses) -> tuple[ChangeNote, ...]:
    notes = []
    for change in result.changes:
        parts = []
        if change.note:
            parts.append(shorten(change.note, NOTE).rstrip(".") + ".")
        if touched := addresses.steps_in_words(change.steps):
            parts.append(f"Touches {touched}.")
        if change.needs:
            needs = addresses.change_names(tuple(sorted(change.needs)))
            parts.append(f"Needs {needs} first.")
        if parts:
            name = capital(addresses.change_name(change.id))
            notes.append(ChangeNote(name=name, text=" ".join(parts)))
    return tuple(notes)
