"""What each change bought: its share of the gain, the range of it, and its cost."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, fsum, log10

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.pointers import Pointer
from audit.report.comparison.wording import (
    money_range,
    signed,
    signed_days,
    signed_number,
)
from audit.report.page.amounts import amount, whole_share
from audit.report.page.names import NOTE, capital, listing, shorten
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.result import (
    Attribution,
    ChangeLine,
    ChangeShare,
    ComparisonResult,
    Credit,
)
from audit.units import format_number, plural

TOP = 3
"""Changes on the first screen."""
BARS = 12
"""Changes that the chart draws; the rest is one bar."""

FAR = 0.6
"""Of the highest score: where no bar ends below it, the scale begins above nought."""

_METRICS = {
    "score": "Points",
    "days": "Days",
    "candidate_minutes": "Candidate, min",
    "employer_minutes": "Staff, min",
    "candidate_cash": "Candidate's cash",
}
"""Metrics that the table shows, in the order of their columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of the waterfall, from `start` to `end` points."""

    label: str
    start: float
    end: float
    text: str
    kind: str
    """before, less, more or after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """How the score of the before becomes that of the after, change by change."""

    bars: tuple[Bar, ...]
    base: float
    """Points at which the scale begins: nought, or more where all bars end far off."""
    title: str
    text: str
    caption: str


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
        changes=_table(result, addresses) if result.changes else None,
        method=_method(result.credit) if score is not None else "",
        notes=_notes(result, addresses),
    )


def attribution(credit: Credit, metric: str) -> Attribution | None:
    """Return who bought how much of a metric; None where it cannot be divided."""
    return next(
        (part for part in credit.attributions if part.metric == metric and part.shares),
        None,
    )


def buyers(result: ComparisonResult, addresses: Addresses) -> tuple[Pointer, ...]:
    """Return the changes that took off most points, each in a line."""
    score = attribution(result.credit, "score")
    if score is None:
        return ()
    days = attribution(result.credit, "days")
    days_by = {share.change: share.gain for share in days.shares} if days else {}
    gained = fsum(share.gain for share in score.shares if share.gain > 0)
    pointers = []
    for share in [share for share in score.shares if share.gain > 0][:TOP]:
        part = share.gain / gained
        of = "all that" if part == 1.0 else f"{whole_share(part)} of what"
        words = (
            f"{addresses.change_name(share.change, 80)}: "
            f"{signed(-share.gain, 'points')}, {of} was gained"
        )
        if abs(days_by.get(share.change, 0.0)) >= 0.05:
            words += f"; {signed_days(-days_by[share.change])}"
        pointers.append(_pointer(words, share.change, addresses))
    return tuple(pointers)


def adders(result: ComparisonResult, addresses: Addresses) -> tuple[Pointer, ...]:
    """Return the changes that added points, most first, each in a line."""
    score = attribution(result.credit, "score")
    if score is None:
        return ()
    shares = sorted(
        (share for share in score.shares if round(share.gain, 2) < 0),
        key=lambda share: share.gain,
    )
    return tuple(
        _pointer(
            f"{addresses.change_name(share.change, 80)}: "
            f"{signed(-share.gain, 'points')}",
            share.change,
            addresses,
        )
        for share in shares
    )


def _pointer(words: str, change: str, addresses: Addresses) -> Pointer:
    return Pointer(text=words, href=f"#{addresses.change_id(change) or 'bought'}")


def unbought(result: ComparisonResult) -> str:
    """Return why no change is named as one that took friction off."""
    if result.same or not result.changes:
        return "There is no change to credit."
    if attribution(result.credit, "score") is None:
        return _undivided(result)
    return "No change takes friction off."


def _undivided(result: ComparisonResult) -> str:
    why = shorten(result.credit.note, NOTE)
    start = "What was gained cannot be divided among the changes"
    return f"{start}: {why}" if why else f"{start}."


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
        return _undivided(result)
    words = "Minus means less after than before, plus means more."
    if all(change.origin == "overlay" for change in result.changes):
        return words
    return (
        "The files do not name their changes, so each step that differs counts as "
        "one; steps that are added, taken out or put elsewhere count as one change "
        f"where they belong together. {words}"
    )


def waterfall(score: Attribution, addresses: Addresses, bars: int = BARS) -> Waterfall:
    """Return the chart of who bought how much of the score."""
    shown = score.shares
    rest: tuple[ChangeShare, ...] = ()
    if len(shown) > bars:
        # Those that move the score least are drawn as one, whichever way they go.
        kept = sorted(shown, key=lambda share: -abs(share.gain))[: bars - 1]
        rest = tuple(share for share in shown if share not in kept)
        shown = tuple(share for share in shown if share in kept)
    at = score.before
    drawn = [_total("Before", score.before, "before")]
    for share in shown:
        drawn.append(_bar(addresses.change_name(share.change, 70), at, share.gain))
        at -= share.gain
    if rest:
        gain = fsum(share.gain for share in rest)
        drawn.append(_bar(f"{len(rest)} smaller changes", at, gain))
    drawn.append(_total("After", score.after, "after"))
    base = _base(drawn)
    cut = f" The scale begins at {format_number(base)} points." if base else ""
    return Waterfall(
        bars=tuple(drawn),
        base=base,
        title=(
            f"From {format_number(score.before, 1)} points to "
            f"{format_number(score.after, 1)}, change by change"
        ),
        text="; ".join(f"{bar.label}: {bar.text}" for bar in drawn) + ".",
        caption=(
            "Friction points. Solid bars take off, hatched bars add. Each bar is the "
            f"change's mean over the orders in which the changes can be made.{cut}"
        ),
    )


def _base(bars: list[Bar]) -> float:
    """Return where the scale begins, so that small changes to much can be seen."""
    ends = [bar.end for bar in bars]
    low, high = min(ends), max(ends)
    if high <= 0 or low < FAR * high:
        return 0.0
    span = max(high - low, high / 10)
    unit = 10.0 ** floor(log10(span))
    return max(0.0, floor((low - span) / unit) * unit)


def _total(label: str, points: float, kind: str) -> Bar:
    return Bar(
        label=label, start=0.0, end=points, text=format_number(points, 1), kind=kind
    )


def _bar(label: str, at: float, gain: float) -> Bar:
    return Bar(
        label=label,
        start=at,
        end=at - gain,
        text=signed_number(-gain, 1),
        kind="less" if gain >= 0 else "more",
    )


def _table(result: ComparisonResult, addresses: Addresses) -> Table:
    parts = {
        metric: part
        for metric in _METRICS
        if (part := attribution(result.credit, metric)) is not None
        and any(abs(share.gain) > 1e-9 for share in part.shares)
    }
    score = parts.get("score")
    order = [share.change for share in score.shares] if score else []
    order += [change.id for change in result.changes if change.id not in order]
    columns = [Column(label="Change"), *number_columns(*(_METRICS[m] for m in parts))]
    if score:
        columns += number_columns("Points in any order")
    if score and score.interactions:
        columns.append(Column(label="With others"))
    columns.append(Column(label="Cost"))
    return Table(
        id="t-changes",
        caption="What each change takes off or adds, per hire",
        columns=tuple(columns),
        rows=tuple(
            _row(change, parts, result, addresses)
            for name in order
            if (change := addresses.change(name)) is not None
        ),
        total=_totals(parts, len(columns), result) if parts else None,
    )


def _row(
    change: ChangeLine,
    parts: dict[str, Attribution],
    result: ComparisonResult,
    addresses: Addresses,
) -> Row:
    currency = result.after.process.currency
    cells = [Cell(text=shorten(change.name, 80))]
    for metric, part in parts.items():
        gain = next((s.gain for s in part.shares if s.change == change.id), 0.0)
        cells.append(_gain(gain, part, currency, strong=metric == "score"))
    if "score" in parts:
        share = next((s for s in parts["score"].shares if s.change == change.id), None)
        cells.append(Cell(text=_orders(share, result.credit)))
        if parts["score"].interactions:
            cells.append(Cell(text=_overlap(change.id, parts["score"], addresses)))
    cells.append(Cell(text=cost_in_words(change, currency)))
    return Row(id=addresses.change_id(change.id), cells=tuple(cells))


def _gain(gain: float, part: Attribution, currency: str, *, strong: bool) -> Cell:
    if abs(gain) < 1e-9:
        return Cell(text="·")
    if part.unit == "money":
        return Cell(text=signed(-gain, part.unit, currency))
    return Cell(text=signed_number(-gain, 1), strong=strong)


def _totals(parts: dict[str, Attribution], width: int, result: ComparisonResult) -> Row:
    currency = result.after.process.currency
    cells = [Cell(text="Together")]
    cells += [
        _gain(part.before - part.after, part, currency, strong=metric == "score")
        for metric, part in parts.items()
    ]
    cells += [Cell(text="")] * (width - len(cells))
    return Row(cells=tuple(cells))


def _orders(share: ChangeShare | None, credit: Credit) -> str:
    if share is None:
        return "·"
    if credit.method == "sampled":
        return f"{signed_number(-share.gain, 1)} ± {format_number(share.error, 1)}"
    low, high = signed_number(-share.most, 1), signed_number(-share.least, 1)
    return "the same" if low == high else f"{low} to {high}"


def _overlap(change: str, score: Attribution, addresses: Addresses) -> str:
    """Return the strongest overlap with another change, and the strongest help."""
    words = []
    for sign, verb in ((-1, "overlaps with"), (1, "is helped by")):
        pairs = [
            pair
            for pair in score.interactions
            if change in {pair.first, pair.second} and sign * pair.gain >= 0.05
        ]
        if not pairs:
            continue
        pair = max(pairs, key=lambda pair: abs(pair.gain))
        other = pair.second if pair.first == change else pair.first
        words.append(
            f"{verb} “{addresses.change_name(other, 40)}” by "
            f"{amount(abs(pair.gain), 'points')}"
        )
    return "; ".join(words) if words else "·"


def cost_in_words(change: ChangeLine, currency: str) -> str:
    """Return what a change costs, once and each year."""
    if change.cost is None:
        return "not stated"
    parts = []
    if change.cost.one_off is not None:
        parts.append(f"{money_range(change.cost.one_off, currency)} once")
    if change.cost.per_year is not None:
        parts.append(f"{money_range(change.cost.per_year, currency)} a year")
    return listing(parts) if parts else "not stated"


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
