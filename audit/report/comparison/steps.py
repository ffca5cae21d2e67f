"""Every step before and after: what differs in it, and what that does to its points."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.wording import VERDICTS, signed_number
from audit.report.page.amounts import whole_share
from audit.report.page.names import listing, readable, shorten
from audit.report.page.table import (
    Cell,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.report.process_map.layout.elements import GONE_SIGN
from audit.result import ComparisonResult, Guess, StepOutline, StepPair, Verdict
from audit.units import format_number, plural

_TAKEN_OUT = "taken out"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPairs:
    """The section."""

    heading: str
    lede: str
    table: Table
    guesses: tuple[str, ...]


def step_pairs(result: ComparisonResult, addresses: Addresses) -> StepPairs:
    """Return the section for a result."""
    return StepPairs(
        heading=_heading(result),
        lede=(
            "Steps are the same where their ids are, or where `was` says so; none is "
            "matched by guessing. Points are those of one hire. A cross marks a step "
            "that is gone, with the number it had."
        ),
        table=Table(
            id="t-steps",
            caption="Every step, in the order of the new process",
            columns=(
                *number_columns("No."),
                *text_columns("Step", "Who"),
                *number_columns(
                    "No. before", "Points before", "Points after", "Change"
                ),
                *text_columns("What differs", "Verdict"),
            ),
            rows=tuple(_row(pair, addresses) for pair in result.steps),
            heading=1,
            sortable=True,
        ),
        guesses=tuple(_guess(guess, addresses) for guess in result.guesses),
    )


def verdict_of(pair: StepPair) -> str:
    """Return what became of a step, in one or two words."""
    if pair.verdict is Verdict.REMOVED:
        return _TAKEN_OUT
    return VERDICTS[pair.verdict]


def counted(result: ComparisonResult) -> str:
    """Return how many steps became what: "2 taken out and 5 better"."""
    counts = Counter(verdict_of(pair) for pair in result.steps)
    words = ("new", _TAKEN_OUT, "better", "worse", "changed", "same")
    return listing([f"{counts[word]} {word}" for word in words if counts[word]])


def _heading(result: ComparisonResult) -> str:
    before, after = len(result.before.process.steps), len(result.after.process.steps)
    return f"{plural(before, 'step')} before, {after} after: {counted(result)}"


def _row(pair: StepPair, addresses: Addresses) -> Row:
    new = addresses.after.get(pair.after or "")
    old = addresses.before.get(pair.before or "")
    step = new or old
    names = addresses.after if new else addresses.before
    gone = f"s-x{old.number}" if new is None and old else None
    return Row(
        id=f"s-{new.number}" if new else gone,
        cells=(
            Cell(text=_number(new, old)),
            Cell(text=shorten(step.name, 80) if step else ""),
            Cell(text=names.role(step) if step else ""),
            Cell(text=str(old.number) if old else "–"),
            Cell(text=format_number(pair.points_before, 1) if old else "–"),
            Cell(text=format_number(pair.points_after, 1) if new else "–"),
            Cell(text=signed_number(pair.points_after - pair.points_before, 1)),
            Cell(text=_differs(pair, addresses)),
            Cell(text=verdict_of(pair), strong=pair.verdict is Verdict.WORSE),
        ),
    )


def _number(new: StepOutline | None, old: StepOutline | None) -> str:
    """Return the number that the change map shows: a cross before one that is gone."""
    if new is not None:
        return str(new.number)
    return f"{GONE_SIGN}{old.number}" if old is not None else ""


def _differs(pair: StepPair, addresses: Addresses) -> str:
    words = listing([readable(key) for key in pair.changed])
    if pair.matched_by == "was":
        before = f"was “{shorten(addresses.before.name(pair.before or ''), 50)}”"
        words = f"{before}; {words}" if words else before
    return words or "–"


def _guess(guess: Guess, addresses: Addresses) -> str:
    before, after = (
        addresses.before.name(guess.before),
        addresses.after.name(guess.after),
    )
    return (
        f"We think that “{shorten(before, 60)}” became “{shorten(after, 60)}” "
        f"({whole_share(guess.likeness)} alike). If so, write "
        f"`was: {shorten(guess.before, 60)}` at the step `{shorten(guess.after, 60)}`; "
        "until then they count as one step taken out and one new."
    )
