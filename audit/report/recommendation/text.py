"""A recommendation as plain text: what `recommend` prints and a consultant mails."""

from __future__ import annotations

from collections.abc import Sequence

from audit.report.commands import file_word, word
from audit.report.comparison.seen import is_seen, line_got_worse
from audit.report.comparison.text import grades_in_words
from audit.report.comparison.wording import ARROW, signed
from audit.report.page.amounts import amount
from audit.report.page.names import cleaned, shorten
from audit.report.recommendation.words import (
    answer,
    buys,
    cost_words,
    how_sure,
    joined_names,
    judged,
    left_open,
    lowered,
    mends,
    weeks_words,
)
from audit.report.recommendation.worse import shift_words
from audit.report.text import NARROWEST, WIDTH, fill
from audit.result import ChosenLine, DifferenceLine, ProposalLine, Recommendation
from audit.units import format_number, plural

_WORSE = 6
_LISTED = 6
_LEAST_SPARED = 30
"""Minutes of staff for each hire that are worth a line."""
_TOTALS = ("score", "days", "candidate_minutes", "employer_minutes")


def render_recommendation_text(
    result: Recommendation,
    width: int = WIDTH,
    *,
    file: str | None = None,
    options: Sequence[str] = (),
    written: str | None = None,
) -> str:
    """Return a recommendation as text of at most `width` columns.

    Args:
        result: what to change first.
        width: columns; a command to go on with stands whole on a line of its own.
        file: the path as the user gave it; the result's own name unless given.
        options: of the command that it was made with, to be given again.
        written: the path that the changes were written to; None when they were not.
    """
    before = file_word(file, result.input.file, "FILE")
    result, width = cleaned(result), max(width, NARROWEST)
    parts = [
        "\n".join([shorten(result.title, width), "", fill(answer(result), width)]),
        _chosen(result, width),
        _together(result, width),
        _worse(result, width),
        _to_weigh(result, width),
        _of_all(result, width),
        _withheld(result, width),
        _good(result, width),
        fill(how_sure(result), width),
        fill(judged(result), width),
        _go_on(result, before, options, written),
        _more(result, width),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _chosen(result: Recommendation, width: int) -> str:
    if not result.chosen:
        return ""
    proposals = {proposal.id: proposal for proposal in result.proposals}
    lines = ["What to change first"]
    for line in sorted(result.chosen, key=lambda line: line.place):
        lines += ["", *_change(line, proposals[line.change], result, width)]
    return "\n".join(lines)


def _change(
    line: ChosenLine, proposal: ProposalLine, result: Recommendation, width: int
) -> list[str]:
    margin = " " * 6
    said = [
        proposal.why,
        f"{buys(line, proposal)} {cost_words(proposal, result.currency)} "
        f"{weeks_words(line)}",
    ]
    if proposal.guards:
        titles = joined_names([lowered(guard.title) for guard in proposal.guards])
        said.append(f"To keep in mind: {titles}.")
    name = shorten(proposal.name, width - 10)
    return [
        f"  {line.place:>2}. {name}",
        *(fill(shorten(text, 400), width, margin, margin) for text in said),
    ]


def _together(result: Recommendation, width: int) -> str:
    if not result.chosen:
        return ""
    shown = [total for total in result.totals if total.metric in _TOTALS]
    shown.sort(key=lambda total: _TOTALS.index(total.metric))
    label = max(len(total.label) for total in shown)
    lines = ["All of them together"]
    for total in shown:
        before, after = (
            format_number(value, 0)
            if total.unit == "points"
            else amount(value, total.unit, result.currency)
            for value in (total.before, total.after)
        )
        grades = ""
        if total.metric == "score" and result.grade_before is not None:
            grades = f", {grades_in_words(result.grade_before, result.grade_after)}"
        lines.append(f"  {total.label:<{label}}  {before} {ARROW} {after}{grades}")
    if result.ends:
        names = joined_names([lowered(note.name) for note in result.ends], most=_LISTED)
        lines.append(fill(f"Findings that go: {names}.", width, "  ", "    "))
    lines += [fill(text, width, "  ", "    ") for text in left_open(result)]
    return "\n".join(lines)


def _worse(result: Recommendation, width: int) -> str:
    if not result.chosen:
        return ""
    # A number per hire says it; the same number as designed would say it twice.
    worse = [
        line
        for line in result.worse
        if line_got_worse(line) and not line.key.endswith("_designed")
    ]
    said = [_number(line, result.currency) for line in worse[:_WORSE]]
    said += [
        f"{shift_words(shift)}."
        for shift in result.shifts
        if is_seen(shift.minutes, "minutes")
    ]
    said += [f"A new finding: {lowered(note.name)}." for note in result.brings]
    if not said:
        return "Nothing that is counted gets worse."
    lines = ["What gets worse"]
    lines += [fill(text, width, "  - ", "    ") for text in said]
    if len(worse) > _WORSE:
        lines.append(f"    and {len(worse) - _WORSE} more numbers")
    return "\n".join(lines)


def _number(line: DifferenceLine, currency: str) -> str:
    before, after = (amount(x, line.unit, currency) for x in (line.before, line.after))
    if before == after:
        return f"{line.label}: {signed(line.change, line.unit, currency)}."
    return f"{line.label}: {before}, then {after}."


def _to_weigh(result: Recommendation, width: int) -> str:
    proposals = {proposal.id: proposal for proposal in result.proposals}
    if not result.to_weigh:
        return ""
    lines = ["For leadership to weigh: safer for people, and not free"]
    for change in result.to_weigh:
        proposal = proposals[change]
        points, days = (-proposal.gains[metric] for metric in ("score", "days"))
        price = f"{format_number(points, 1)} points"
        if days > 0.05:
            price += f" and {amount(days, 'days')}"
        text = f"{proposal.name}: it {mends(proposal)}, and costs {price}."
        lines.append(fill(text, width, "  - ", "    "))
    return "\n".join(lines)


def _of_all(result: Recommendation, width: int) -> str:
    """Return what only those who are not hired would show: the score is of a hire."""
    chosen = {line.change for line in result.chosen}
    sparing = [
        proposal
        for proposal in result.proposals
        if proposal.id not in chosen and proposal.staff_minutes_of_all >= _LEAST_SPARED
    ]
    if not sparing:
        return ""
    lines = ["Not chosen, yet it spares staff time over all applicants"]
    for proposal in sparing[:_LISTED]:
        spared = amount(proposal.staff_minutes_of_all, "minutes")
        text = f"{proposal.name}: {spared} for each hire."
        lines.append(fill(text, width, "  - ", "    "))
    return "\n".join(lines)


def _withheld(result: Recommendation, width: int) -> str:
    if not result.withheld:
        return ""
    lines = ["Left out, because it has to be kept"]
    for line in result.withheld[:_LISTED]:
        lines.append(fill(f"{line.name}. {line.reason}", width, "  - ", "    "))
    if len(result.withheld) > _LISTED:
        lines.append(f"    and {len(result.withheld) - _LISTED} more")
    return "\n".join(lines)


def _good(result: Recommendation, width: int) -> str:
    if not result.already_good:
        return ""
    lines = ["Already good"]
    for line in result.already_good[:_LISTED]:
        lines.append(fill(shorten(line.note, 200), width, "  - ", "    "))
    if len(result.already_good) > _LISTED:
        more = plural(len(result.already_good) - _LISTED, "more thing", "more things")
        lines.append(f"    and {more}")
    return "\n".join(lines)


def _go_on(
    result: Recommendation, before: str, options: Sequence[str], written: str | None
) -> str:
    """Return how to keep the changes, or what to do with them once they are kept.

    Args:
        result: what to change first.
        before: the process file, as a word of a command.
        options: to be given again.
        written: where the changes are; None when they were not kept.
    """
    if not result.chosen:
        return ""
    if written is None:
        words = (
            "hiring-audit",
            "recommend",
            before,
            *(word(one, "...") for one in options),
        )
        return f"To keep and edit it:\n  {' '.join(words)} --write AFTER.yaml"
    return (
        "To see what it buys, also after you have edited it:\n"
        f"  hiring-audit compare {before} {file_word(written, written, 'AFTER')}"
    )


def _more(result: Recommendation, width: int) -> str:
    lines: list[str] = []
    first = min(result.chosen, key=lambda line: line.place, default=None)
    if first is not None:
        lines.append(
            f"What stands behind a change: hiring-audit explain {first.change}"
        )
    if result.withheld or any(p.guards for p in result.proposals):
        lines.append(fill(f"The law: {result.jurisdiction}. {result.notice}", width))
    return "\n".join(lines)
