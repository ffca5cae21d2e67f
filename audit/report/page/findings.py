"""Findings as cards, gravest first; and the friction that is there for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from audit.report.comparison.pointers import Pointer
from audit.report.page.amounts import amount
from audit.report.page.names import NOTE, listing, readable, shorten
from audit.report.page.sources import Sources
from audit.report.page.steps import StepLink, Steps
from audit.report.page.table import (
    Cell,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.result import AuditResult, Finding, FindingStep
from audit.units import (
    format_days,
    format_minutes,
    format_number,
    format_share,
    plural,
)

OPEN = 3
"""Cards that start open."""
STEPS = 8
"""Steps that a card names; the rest is counted."""

SELF_EVIDENT = frozenset({"days", "minutes", "min", "hours", "share", "%", "money"})
OURS = 3000
"""Characters of a text that a check writes; its legal notes are never cut."""

SEVERITIES = {
    5: "can end a hire alone",
    4: "loses people or weeks",
    3: "costs every hire",
    2: "costs some hires",
    1: "small",
}
REASONS = {
    "law": "asked for by law",
    "safety": "needed for safety",
    "assessment": "is the assessment itself",
    "policy": "asked for by policy",
}
REMOVABLE = {
    "never": "must stay as it is",
    "medium_only": "the medium may change",
    "freely": "may go",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step that shows a finding, with its part of the measure."""

    link: StepLink
    line: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Evidence behind a finding: its row in the appendix."""

    id: str
    href: str | None
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding."""

    id: str
    check: str
    code: str
    name: str
    title: str
    severity: int
    severity_text: str
    confidence: str
    measure: str
    points: str
    side: str
    steps: tuple[ShownStep, ...]
    more_steps: str
    why: str
    helps: str
    decide: str
    how: str
    guard: str
    guards: tuple[Pointer, ...] = ()
    """What is to be kept and stands in a list elsewhere on the page."""
    sources: tuple[Source, ...]
    grade: str
    reason: str
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Severity:
    """The cards of one severity."""

    level: int
    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The section."""

    heading: str
    lede: str
    severities: tuple[Severity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Justified:
    """Friction that is kept."""

    heading: str
    lede: str
    steps: Table | None
    cards: tuple[Card, ...]


def findings(result: AuditResult, steps: Steps, sources: Sources) -> Findings:
    """Return the section of findings that somebody could act on."""
    shown = [finding for finding in result.findings if finding.justified is None]
    cards = [
        card(finding, steps, sources, result, start_open=place < OPEN)
        for place, finding in enumerate(shown)
    ]
    levels = sorted({card.severity for card in cards}, reverse=True)
    return Findings(
        heading=_heading(shown),
        lede=(
            "Each finding names its steps, its measure and its source. Severity 5 can "
            "end a hire alone. Confidence says how sure the file lets us be."
            if shown
            else "See below which checks passed and which the file does not decide."
        ),
        severities=tuple(
            Severity(
                level=level,
                heading=f"Severity {level}: {SEVERITIES.get(level, '')}",
                cards=tuple(card for card in cards if card.severity == level),
            )
            for level in levels
        ),
    )


def _heading(shown: list[Finding]) -> str:
    if not shown:
        return "No check found friction to act on in what the file states"
    grave = sum(finding.severity >= 4 for finding in shown)
    start = plural(len(shown), "finding")
    if grave == 0:
        return f"{start}, none of severity 4 or 5"
    return f"{start}, {grave} of severity 4 or 5"


def card(
    finding: Finding,
    steps: Steps,
    sources: Sources,
    result: AuditResult,
    *,
    start_open: bool,
) -> Card:
    """Return the card of a finding."""
    points = ""
    if finding.points is not None:
        points = plural(round(finding.points, 1), "point")
        if result.score:
            points += f", {format_share(finding.points / result.score)} of the score"
    shown = [
        shown_step(step, link, finding)
        for step in finding.steps
        if (link := steps.link(step.id)) is not None
    ]
    rest = len(shown) - STEPS
    return Card(
        id=f"f-{finding.id}",
        check=finding.id,
        code=finding.code,
        name=finding.name,
        title=shorten(finding.title, 240),
        severity=finding.severity,
        severity_text=f"Severity {finding.severity} of 5",
        confidence=f"{finding.confidence} confidence",
        measure=amount(
            finding.measure.value, finding.measure.unit, result.process.currency
        ),
        points=points,
        side={"both": "both sides", "candidate": "the candidate"}.get(
            finding.side, f"the {finding.side}"
        ),
        steps=tuple(shown[:STEPS]),
        more_steps=f"and {plural(rest, 'more step')}" if rest > 0 else "",
        why=shorten(finding.why, OURS),
        helps=shorten(finding.helps, OURS),
        decide=shorten(finding.decide, NOTE),
        how=shorten(finding.how, OURS),
        guard=shorten(finding.guard or "", OURS),
        sources=tuple(
            Source(
                id=name,
                href=sources.href(name),
                grade=sources.grade(name),
            )
            for name in finding.evidence
        ),
        grade=finding.grade,
        reason=REASONS.get(finding.justified or "", ""),
        open=start_open,
    )


def shown_step(step: FindingStep, link: StepLink, finding: Finding) -> ShownStep:
    """Return a step of a finding with its line, its part of the measure, its note."""
    # The measure above has named the unit; a duration or money cannot do without.
    head = finding.measure.unit.partition(" ")[0]
    shown = amount(step.amount, head if head in SELF_EVIDENT else "")
    note = shorten(step.note, 120)
    parts = [note] if note else []
    if step.amount and len(finding.steps) > 1 and shown not in note:
        parts.insert(0, shown)
    return ShownStep(
        link=link,
        line="" if step.line is None else f"line {step.line}",
        detail=", ".join(parts),
    )


def justified(result: AuditResult, steps: Steps, sources: Sources) -> Justified:
    """Return the friction kept for a reason, with the score that is left without it."""
    points = fsum(entry.points for entry in result.ledger if entry.justified)
    kept = [finding for finding in result.findings if finding.justified is not None]
    return Justified(
        heading=_justified_heading(result, points, kept),
        lede=(
            "Law, safety, policy or the assessment itself asks for these steps. They "
            "count in the score, are shown apart, and nothing here advises to drop "
            "them. How they are carried out may still change."
            if points
            else "Law, safety, policy or the assessment itself asks for what these "
            "findings show. It counts in the score, and nothing here advises to drop "
            "it. How it is carried out may still change. Mark the steps in the file "
            "(`justified`), and their points are shown apart."
            if kept
            else "The file marks no step as asked for by law, safety, assessment or "
            "policy (`justified`)."
        ),
        steps=_justified_steps(result, steps),
        cards=tuple(
            card(finding, steps, sources, result, start_open=False) for finding in kept
        ),
    )


def _justified_heading(result: AuditResult, points: float, kept: list[Finding]) -> str:
    if not points or not result.score:
        words = "No friction is marked as justified"
        if not kept:
            return words
        # A finding may know the law behind it though the file marks no step.
        reasons = dict.fromkeys(REASONS.get(f.justified or "", "kept") for f in kept)
        verb = "is" if len(kept) == 1 else "are"
        return (
            f"{words}, but {plural(len(kept), 'finding')} {verb} there for a reason: "
            f"{listing([*reasons])}"
        )
    rest = format_number(result.score - points, 0)
    share = format_share(points / result.score)
    return (
        f"{share} of the friction is there for a reason; without it the score is {rest}"
    )


def _justified_steps(result: AuditResult, steps: Steps) -> Table | None:
    marked = [step for step in result.process.steps if step.justified]
    if not marked:
        return None
    rows = []
    points = candidate = staff = days = 0.0
    for step in marked:
        # A step's own totals hold only its own lines, and all of them share its mark.
        points += step.points
        candidate += step.candidate_minutes
        staff += step.employer_minutes
        days += step.contribution_days
        removable = REMOVABLE.get(step.removable or "", "")
        rows.append(
            Row(
                cells=(
                    steps.cell(step.id, 44),
                    Cell(text=REASONS.get(step.justified or "", readable("other"))),
                    Cell(text=shorten(step.mandate or "", 60)),
                    Cell(text=removable),
                    Cell(text=format_minutes(step.candidate_minutes)),
                    Cell(text=format_minutes(step.employer_minutes)),
                    Cell(text=format_days(step.contribution_days)),
                    Cell(text=format_number(step.points, 1)),
                )
            )
        )
    return Table(
        id="t-justified",
        caption="Justified steps of one hire",
        columns=(
            *text_columns("Step", "Why", "Rule", "What may change"),
            *number_columns("Candidate", "Staff", "Calendar", "Points"),
        ),
        rows=tuple(rows),
        total=Row(
            cells=(
                Cell(text="Together"),
                Cell(text=""),
                Cell(text=""),
                Cell(text=""),
                Cell(text=format_minutes(candidate)),
                Cell(text=format_minutes(staff)),
                Cell(text=format_days(days)),
                Cell(text=format_number(points, 1), strong=True),
            )
        ),
    )
