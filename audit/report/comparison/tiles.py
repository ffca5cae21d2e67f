"""Six numbers before and after: those that leaders know and both files state."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.seen import is_seen
from audit.report.comparison.wording import ARROW, VERDICTS, relative
from audit.report.page.amounts import NOT_ASSESSED, amount, of_a_hundred
from audit.report.page.tiles import EACH, INK, states_who_leaves
from audit.result import ComparisonResult, DifferenceLine, Verdict
from audit.units import format_number

SHOWN = 6

_LABELS = {
    "score": ("Friction score", "100 is typical"),
    "days_p50": ("Days to hire, P50", "half take less"),
    "days_p90": ("Days to hire, P90", "one in ten longer"),
    "pages": ("Pages to handle", EACH),
    "wet_signatures": (INK, EACH),
    "people_lost": ("Applicants who leave, of 100", ""),
    "candidate_minutes": ("Candidate's own time", EACH),
    "days": ("Days to hire, on average", ""),
    "employer_minutes": ("Staff time", EACH),
    "handoffs": ("Handoffs", EACH),
    "candidate_cash": ("Candidate's own cash", EACH),
}
"""What a tile shows by the key of its line, in order of preference, with a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTile:
    """A number before and after."""

    label: str
    before: str
    after: str
    change: str
    verdict: str
    """better, worse, same, changed; "" where it cannot be said."""
    note: str
    assessed: bool = True


def tiles(result: ComparisonResult) -> tuple[ChangeTile, ...]:
    """Return six numbers; those that one file does not state only fill what is left."""
    lines = {line.key: line for line in result.lines}
    wanted = [lines[key] for key in _LABELS if key in lines]
    wanted = [line for line in wanted if not _says_nothing(line, result)]
    known = [line for line in wanted if line.change is not None]
    chosen = known[:SHOWN]
    chosen += [line for line in wanted if line.change is None][: SHOWN - len(chosen)]
    return tuple(_tile(line, result) for line in chosen)


def _says_nothing(line: DifferenceLine, result: ComparisonResult) -> bool:
    """Say whether a line repeats another one or rests on what no file states."""
    sides = (result.before, result.after)
    if line.key == "score":
        return False
    if line.key == "people_lost":
        # A file that lets nobody leave has not said that nobody does.
        return not (
            all(side.candidates.losses for side in sides)
            and any(states_who_leaves(side) for side in sides)
        )
    if line.key in {"days", "days_p90"}:
        known = all(side.time.p50 is not None for side in sides)
        ranged = any(side.time.p50 != side.time.p90 for side in sides)
        return known if line.key == "days" else not ranged
    return not line.before and not line.after


def _tile(line: DifferenceLine, result: ComparisonResult) -> ChangeTile:
    label, note = _LABELS[line.key]
    if line.key == "wet_signatures":
        note += _fax(result)
    if line.before is None or line.after is None or line.change is None:
        silent = "old" if line.before is None else "new"
        return ChangeTile(
            label=label, before="", after=NOT_ASSESSED, change="", verdict="",
            note=f"the {silent} file does not say", assessed=False,
        )  # fmt: skip
    currency = result.after.process.currency
    if line.key == "people_lost":
        before, after = of_a_hundred(line.before), of_a_hundred(line.after)
    else:
        before, after = (_short(x, line, currency) for x in (line.before, line.after))
    change, verdict = "", Verdict.UNCHANGED
    # Of nothing there is no part: what is new has to be seen in its own unit.
    part_of = line.before or None
    if line.verdict is not verdict and is_seen(line.change, line.unit, part_of):
        change, verdict = relative(line.before, line.after), line.verdict
    return ChangeTile(
        label=label,
        before=before,
        after=after,
        change=change,
        verdict=VERDICTS[verdict],
        note=note,
    )


def _short(value: float, line: DifferenceLine, currency: str) -> str:
    """Return a value with its unit where a number alone could be misread."""
    if line.unit in {"days", "minutes", "money", "share"}:
        return amount(value, line.unit, currency)
    return format_number(value, 0 if line.key == "score" else 1)


def _fax(result: ComparisonResult) -> str:
    fax = next((line for line in result.lines if line.key == "fax_pages"), None)
    if fax is None or fax.before is None or fax.after is None:
        return ""
    if not fax.before and not fax.after:
        return "; no fax"
    before, after = (format_number(x, 1) for x in (fax.before, fax.after))
    return f"; fax pages {before} {ARROW} {after}"
