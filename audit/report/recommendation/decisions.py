"""What leadership is asked to decide: the set, where to begin, what no score says."""

from __future__ import annotations

from audit.report.page.amounts import amount
from audit.report.page.names import listing, opening_number, shorten
from audit.report.page.summary import SHOWN, Pointer
from audit.report.recommendation.figures import points
from audit.report.recommendation.headline import total
from audit.report.recommendation.proposals import Numbered, Proposals
from audit.report.recommendation.words import mending
from audit.result import FindingNote, Recommendation
from audit.units import format_number

NAME = 60
"""Characters of a change's name in a decision."""
SEVERE = 4
"""Severity from which on a finding is named as a reason."""


def decisions(
    recommendation: Recommendation, proposals: Proposals
) -> tuple[Pointer, ...]:
    """Return at most three decisions: what, who, by when."""
    chosen = proposals.chosen
    buyers = [one for one in chosen if not _is_safeguard(one)]
    guards = [one for one in chosen if _is_safeguard(one)]
    asked: list[Pointer] = []
    if len(chosen) > 1:
        asked.append(_set(recommendation, chosen))
    asked += [_begin(recommendation, proposals, one) for one in buyers[:1]]
    asked += [_weigh(proposals, proposals[it]) for it in recommendation.to_weigh[:1]]
    asked += [_protect(proposals, one) for one in guards[:1]]
    asked += [_begin(recommendation, proposals, one) for one in buyers[1:]]
    return tuple(asked[:SHOWN])


def _set(recommendation: Recommendation, chosen: tuple[Numbered, ...]) -> Pointer:
    score = total(recommendation, "score")
    cost = recommendation.cost
    words = f"{opening_number(len(chosen))} changes"
    if cost.high > 0:
        money = amount(cost.likely, "money", recommendation.currency)
        words = f"Release about {money} for the first year of {words.lower()}"
    else:
        words = f"Make {words.lower()} that cost no money"
    saved = points(score.before - score.after)
    ready = format_number(max(line.end_week for line in recommendation.chosen))
    return Pointer(
        text=f"{words}: {saved} less friction, all in place by week {ready}.",
        href="#todo",
        severity=0,
        evidence="Plan",
    )


def _begin(
    recommendation: Recommendation, proposals: Proposals, one: Numbered
) -> Pointer:
    assert one.chosen is not None
    line, plan = one.line, one.chosen
    words = f"{one.code} “{one.name(NAME)}”: {points(plan.points)} less"
    if line.cost is not None and line.first_year.likely > 0:
        money = amount(line.first_year.likely, "money", recommendation.currency)
        words += f", {money} in the first year"
    words += f". {_who(one)}."
    return Pointer(
        text=words,
        href=one.href,
        severity=severest(proposals, one),
        evidence="Why",
    )


def _weigh(proposals: Proposals, one: Numbered) -> Pointer:
    cost = points(-one.line.gains["score"])
    return Pointer(
        text=(
            f"Weigh {one.code} “{one.name(NAME)}”: it {mended(proposals, one)}, and "
            f"costs {cost}."
        ),
        href=one.href,
        severity=severest(proposals, one),
        evidence="Why",
    )


def _protect(proposals: Proposals, one: Numbered) -> Pointer:
    assert one.chosen is not None
    return Pointer(
        text=(
            f"{one.code} “{one.name(NAME)}”: it {mended(proposals, one)}, which no "
            f"score shows. {_who(one)}."
        ),
        href=one.href,
        severity=severest(proposals, one),
        evidence="Why",
    )


def _is_safeguard(one: Numbered) -> bool:
    return one.chosen is not None and one.chosen.reason == "safeguard"


def severest(proposals: Proposals, one: Numbered) -> int:
    """Return the severity of the gravest finding that a change mends; 0 for none."""
    notes = (*proposals.ends(one), *proposals.eases(one))
    return max((note.severity for note in notes), default=0)


def mended(proposals: Proposals, one: Numbered) -> str:
    """Return what a change does to the findings that weigh, as a verb and its objects.

    The second half of the sentence is for those that the file leaves open elsewhere.
    """
    return mending(ended(proposals.ends(one)), ended(proposals.eases(one)))


def ended(notes: tuple[FindingNote, ...], most: int = 2) -> str:
    """Return the findings that weigh, gravest first: "“Fax” (severity 4)"."""
    weighty = [note for note in notes if note.severity >= SEVERE] or list(notes)
    words = [
        f"“{shorten(note.name, 60)}” (severity {note.severity})"
        for note in weighty[:most]
    ]
    if len(weighty) > most:
        words[-1:] = [words[-1], f"{len(weighty) - most} more"]
    return listing(words)


def _who(one: Numbered) -> str:
    """Return who carries a recommended change, and when."""
    assert one.chosen is not None
    plan = one.chosen
    start, end = (format_number(week) for week in (plan.start_week, plan.end_week))
    return f"{shorten(plan.owner, 50)}, weeks {start} to {end}"
