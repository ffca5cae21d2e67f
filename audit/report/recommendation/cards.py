"""A card for each change: why, what it does, cost, time, law, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.wording import money_range
from audit.report.page.amounts import amount
from audit.report.page.findings import STEPS, Source
from audit.report.page.names import NOTE, capital, listing, shorten
from audit.report.page.sources import Sources
from audit.report.page.steps import StepLink, Steps
from audit.report.recommendation.figures import NOT_KNOWN, points, taken_off, weeks
from audit.report.recommendation.proposals import Numbered, Proposals
from audit.result import EffectLine, FindingNote, ProposalLine, Recommendation
from audit.units import format_number

_GAINS = {
    "days": ("days", 0.05, ""),
    "candidate_minutes": ("minutes", 0.5, " of the candidate"),
    "employer_minutes": ("minutes", 0.5, " of staff"),
}
"""Metrics of a card: unit, the smallest gain that is told, and whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a change is assumed to do to one number, and what that rests on."""

    text: str
    grade: str
    why: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLink:
    """A finding that a change ends or brings, or what the law asks to be kept."""

    text: str
    href: str | None
    """None where this page has no card of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCard:
    """One change."""

    id: str
    title: str
    tags: tuple[str, ...]
    why: str
    steps: tuple[StepLink, ...]
    more_steps: str
    gain: str
    effects: tuple[Effect, ...]
    cost: str
    time: str
    relations: str
    ends: tuple[NoteLink, ...]
    eases: tuple[NoteLink, ...]
    """Found no more where they are found, and open elsewhere."""
    brings: tuple[NoteLink, ...]
    guards: tuple[NoteLink, ...]


class Cards:
    """Writes the cards of one page."""

    def __init__(
        self,
        recommendation: Recommendation,
        proposals: Proposals,
        steps: Steps,
        sources: Sources,
        found: frozenset[str],
    ) -> None:
        self._currency = recommendation.currency
        self._proposals = proposals
        self._steps = steps
        self._sources = sources
        self._found = found
        """Ids of the checks that have a card on the page."""

    def card(self, one: Numbered) -> ChangeCard:
        """Return the card of a change."""
        line = one.line
        links = self._steps.links(line.steps)
        more = len(links) - STEPS
        return ChangeCard(
            id=f"r-{one.number}",
            title=f"{one.code}\u2002{one.name(90)}",
            tags=_tags(one),
            why=shorten(line.why, NOTE),
            steps=links[:STEPS],
            more_steps=f"and {more} more" if more > 0 else "",
            gain=_gain(one),
            effects=tuple(self._effect(effect) for effect in line.effects),
            cost=_cost(line, self._currency),
            time=f"{weeks(line.lead_weeks)} from start to first case. "
            f"Carried by: {shorten(line.owner, 80)}.",
            relations=self._relations(line),
            ends=self._findings(self._proposals.ends(one)),
            eases=self._findings(self._proposals.eases(one)),
            brings=self._findings(line.brings),
            guards=tuple(
                NoteLink(
                    text=shorten(guard.title),
                    href=f"#{self._proposals.guard_row(guard)}",
                )
                for guard in line.guards
            ),
        )

    def _effect(self, effect: EffectLine) -> Effect:
        return Effect(
            text=f"{capital(shorten(effect.what, 80))}: {factor(effect)}",
            grade=effect.grade,
            why=shorten(effect.why, NOTE),
            sources=tuple(
                Source(
                    id=shorten(name, 40),
                    href=self._sources.href(name),
                    grade=self._sources.grade(name),
                )
                for name in effect.evidence
            ),
        )

    def _relations(self, line: ProposalLine) -> str:
        parts = []
        if line.needs:
            parts.append(f"Needs {self._proposals.codes(line.needs)} first.")
        if line.excludes:
            others = self._proposals.codes(line.excludes)
            parts.append(f"Cannot be made together with {others}.")
        return " ".join(parts)

    def _findings(self, notes: tuple[FindingNote, ...]) -> tuple[NoteLink, ...]:
        return tuple(
            NoteLink(
                text=f"{shorten(note.name, 60)} (severity {note.severity})",
                href=f"#f-{note.check}" if note.check in self._found else None,
            )
            for note in notes
        )


def _tags(one: Numbered) -> tuple[str, ...]:
    if one.chosen is None:
        return ("not recommended",)
    if one.chosen.reason == "safeguard":
        return ("recommended", "for what no score shows")
    return ("recommended", f"{taken_off(one.chosen.points)} points")


def _gain(one: Numbered) -> str:
    """Return what the change does in this process when it is made alone."""
    gains, line = one.line.gains, one.line
    needed = ", with what it needs" if line.needs else ""
    saved: list[str] = []
    taken: list[str] = []
    for metric, (unit, least, whose) in _GAINS.items():
        if abs(gains[metric]) >= least:
            words = f"{amount(abs(gains[metric]), unit)}{whose}"
            (saved if gains[metric] > 0 else taken).append(words)
    parts = []
    if abs(gains["score"]) >= 0.05:
        verb = "takes off" if gains["score"] > 0 else "adds"
        parts.append(f"{verb} {points(abs(gains['score']))}")
    parts += [f"saves {listing(saved)}"] if saved else []
    parts += [f"takes {listing(taken)} more"] if taken else []
    if not parts:
        return f"Alone{needed} it moves neither score, days nor minutes."
    return f"Alone{needed} it {'; it '.join(parts)} for each hire."


def factor(effect: EffectLine) -> str:
    """Return what a number is multiplied by: "times 0.6 (0.4 to 0.9)"."""
    likely = f"times {format_number(effect.likely)}"
    if effect.low == effect.high:
        return likely
    return f"{likely} ({format_number(effect.low)} to {format_number(effect.high)})"


def _cost(line: ProposalLine, currency: str) -> str:
    note = shorten(line.cost_note, NOTE)
    if line.cost is None:
        return f"{NOT_KNOWN.capitalize()}. {note}".strip()
    parts = [
        f"{money_range(money, currency)} {when}"
        for money, when in ((line.cost.one_off, "once"), (line.cost.per_year, "a year"))
        if money is not None
    ]
    return f"{listing(parts)}. {note}".strip()
