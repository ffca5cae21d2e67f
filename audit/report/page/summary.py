"""The executive summary: the answer, six numbers, findings, decisions, how sure."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from audit.report.page.amounts import of_a_hundred, whole_share
from audit.report.page.grade import why_no_grade
from audit.report.page.names import capital, listing, readable, shorten
from audit.report.page.tiles import Tile, left_share, tiles
from audit.report.page.where import half_count
from audit.result import AuditResult, Finding
from audit.units import (
    format_days,
    format_minutes,
    format_number,
    plural,
)

SHOWN = 3
"""Findings and decisions on the first screen."""

# Within this distance of 1 the score counts as that of a typical process.
TYPICAL = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A sentence that leads to its evidence."""

    text: str
    href: str
    severity: int
    evidence: str
    """Words of the link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """What the gauge shows."""

    score: float
    score_text: str
    grade: str | None
    grade_note: str
    """Why there is no grade, or what the grade compares with."""
    bounds: tuple[tuple[str, float], ...]
    low: float
    high: float
    text: str
    """All of it in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The section."""

    answer: str
    lede: str
    gauge: Gauge
    tiles: tuple[Tile, ...]
    findings: tuple[Pointer, ...]
    no_findings: str
    decisions: tuple[Pointer, ...]
    no_decisions: str
    sure: tuple[str, ...]


def summary(result: AuditResult) -> Summary:
    """Return the section for a result."""
    open_findings = addressable(result)
    return Summary(
        answer=answer(result),
        lede=lede(result),
        gauge=gauge(result),
        tiles=tiles(result),
        findings=tuple(
            Pointer(
                text=shorten(finding.title, 150),
                href=f"#f-{finding.id}",
                severity=finding.severity,
                evidence="Evidence",
            )
            for finding in open_findings[:SHOWN]
        ),
        no_findings="No check found friction in what the file states.",
        decisions=_decisions(open_findings),
        no_decisions="No decision follows from what the file states.",
        sure=sure(result),
    )


def addressable(result: AuditResult) -> tuple[Finding, ...]:
    """Return the findings that somebody could act on, in the order of the result."""
    return tuple(finding for finding in result.findings if finding.justified is None)


def _decisions(findings: tuple[Finding, ...]) -> tuple[Pointer, ...]:
    chosen: list[Pointer] = []
    texts: set[str] = set()
    for finding in findings:
        if not finding.decide or finding.decide in texts or len(chosen) == SHOWN:
            continue
        texts.add(finding.decide)
        chosen.append(
            Pointer(
                text=shorten(finding.decide, 170),
                href=f"#f-{finding.id}",
                severity=finding.severity,
                evidence="Why",
            )
        )
    return tuple(chosen)


def answer(result: AuditResult) -> str:
    """Return the one sentence that is the answer, with its numbers."""
    steps, count = len(result.process.steps), half_count(result)
    if result.score == 0:
        return "What the file states of this process costs no friction"
    if steps == 1:
        where = "all of it in its one step"
    else:
        where = f"half of it in {count} of {plural(steps, 'step')}"
    if result.process.scope == "partial":
        return (
            f"The part of the process described here holds {_points(result)}, {where}"
        )
    if result.grade is None:
        # Points of a file that says little are no more than what it says.
        whole = (
            "What the file states of this process"
            if result.grade_gaps
            else ("This process")
        )
        return f"{whole} holds {_points(result)}, {where}"
    return f"This process holds {_against_typical(result.score / 100)}, {where}"


def _points(result: AuditResult) -> str:
    return f"{format_number(result.score, 0)} points of friction"


def _against_typical(ratio: float) -> str:
    if ratio > 1 + TYPICAL:
        return f"{format_number(ratio, 1)} times the friction of a typical one"
    if ratio < 1 - TYPICAL:
        less = format_number((1 - ratio) * 100, 0)
        return f"{less} % less friction than a typical one"
    return (
        "about as much friction as a typical one "
        f"({format_number(ratio * 100, 0)} points, typical is 100)"
    )


def lede(result: AuditResult) -> str:
    """Return what a hire takes and who is hired; clauses not assessed are left out."""
    time = result.time
    sentences = []
    if time.waits_stated:
        first = f"A hire takes {format_days(time.mean)} on average"
        if time.flow_efficiency is not None and time.flow_efficiency < 1:
            first += f", {whole_share(1 - time.flow_efficiency)} of it waiting"
        sentences.append(first)
    efforts = []
    for key, who in (("candidate", "the candidate"), ("employer", "staff")):
        minutes = result.sides[key].minutes
        if minutes:
            efforts.append(f"{format_minutes(minutes)} of {who}")
    if efforts:
        sentences.append(f"It takes {listing(efforts)} for each hire")
    hired = result.candidates.hired_share
    if result.candidates.losses:
        words = f"Of 100 who apply, {of_a_hundred(hired)} are hired"
        left = left_share(result)
        if left:
            words += f" and {of_a_hundred(left)} leave on their own"
        sentences.append(words)
    return ". ".join(sentences) + "." if sentences else ""


def gauge(result: AuditResult) -> Gauge:
    """Return the grade with its number, and why there may be none."""
    low, high = result.score_interval
    number = format_number(result.score, 0)
    scope = result.profile.reference_scope
    if result.grade is not None:
        note = f"100 is a typical {scope} process; lower is better"
        start = f"Grade {result.grade}, "
    else:
        note = f"No grade: {why_no_grade(result)}"
        start = "No grade, "
    interval = f"{format_number(low, 0)} to {format_number(high, 0)}"
    return Gauge(
        score=result.score,
        score_text=number,
        grade=result.grade,
        grade_note=note,
        bounds=tuple(result.grade_bounds.items()) if result.grade is not None else (),
        low=low,
        high=high,
        text=f"{start}{number} friction points, 90 % interval {interval}. {note}.",
    )


def sure(result: AuditResult) -> tuple[str, ...]:
    """Return how far the numbers can be trusted, one clause each."""
    low, high = result.score_interval
    parts = [
        f"Score between {format_number(low, 0)} and {format_number(high, 0)} "
        "in 90 of 100 draws of rates and weights"
    ]
    weak = [name for name in ("estimated", "assumed") if name in result.basis_shares]
    guessed = fsum(result.basis_shares[name] for name in weak)
    if weak:
        parts.append(
            f"{whole_share(guessed)} of the stated numbers are {' or '.join(weak)}"
        )
    unknown = result.basis_shares.get("not stated", 0.0)
    if unknown:
        part = "" if unknown > 0.995 else f"{whole_share(unknown)} of "
        parts.append(f"The file does not say where {part}its numbers come from")
    elif result.basis_shares and not weak:
        best = max(sorted(result.basis_shares), key=lambda x: result.basis_shares[x])
        share = whole_share(result.basis_shares[best])
        parts.append(f"{share} of the stated numbers are {readable(best)}")
    parts.append(
        f"The file lets us decide {whole_share(result.coverage)} "
        "of the checks that apply"
    )
    time = result.time
    waits = time.waits_stated + time.waits_missing
    if time.waits_missing:
        parts.append(f"{time.waits_missing} of {plural(waits, 'wait')} not stated")
    return tuple(capital(part) for part in parts)
