"""The last pages: totals published elsewhere, assumptions, limits, words, versions."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import NOTE, capital, readable, shorten
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.result import AuditResult
from audit.units import format_number, format_share

LIMITS = (
    "Rates are judgements with ranges; their table names the source and grade of each.",
    "The score compares designs within a scope. It does not rank employers or people.",
    "Effort of those who are turned away or leave is not in the score; see the lenses.",
    "What feels longer than it takes counts in points, never in money.",
    "Shares are taken as independent of time and of friction, and parallel branches as "
    "independent of each other; people and rooms are never short in this computation.",
    "The legal notes are a checklist, not legal advice.",
)

GLOSSARY = (
    ("Friction score", "Points; 100 is the published typical process of its scope; "
     "lower is better. The sum of the ledger and nothing else."),
    ("Grade", "A to E from the score, against a good and a typical process."),
    ("Ledger", "One line for each step and kind of friction: visits × quantity × rate, "
     "then in points."),
    ("Visits", "How often a person who is hired comes to a step, returns included."),
    ("Returns, rework", "Going back to an earlier step because something was missing "
     "or wrong."),
    ("Handoff", "The case passes from one role to another. Handing to a system is "
     "none."),
    ("Wait", "Clock time of a step from ready to done, the work included."),
    ("Work, touch time", "Time that people spend on a step with their hands on it."),
    ("P50, P90", "Half of the hires take at most P50, nine in ten at most P90."),
    ("Wet signature", "A signature in ink on paper."),
    ("Felt", "Minutes that count on top of the clock because the task grates, such as "
     "answering again what was answered before."),
    ("Justified", "Asked for by law, safety, policy or the assessment itself: counted, "
     "shown apart, never advised away."),
    ("Number of a finding", "F1, F2 and so on: a kind of friction. Several checks may "
     "look for one kind, each for itself."),
    ("Severity", "1 to 5: how much a friction can do; 5 can end a hire alone."),
    ("Confidence", "How sure the file lets us be that a finding holds."),
    ("Not assessed", "The file does not say. It costs no points and earns no praise."),
    ("Design lens", "The journey of a person who stays the course and is hired."),
    ("Experienced lens", "What an applicant goes through on average, leaving "
     "included."),
    ("Loaded lens", "Everything spent on all applicants, divided by the hires."),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The part of the appendix."""

    note: str
    known: Table | None
    bases: Table | None
    assumptions: tuple[str, ...]
    limits: tuple[str, ...]
    glossary: tuple[Term, ...]
    versions: tuple[Term, ...]


def notes(result: AuditResult) -> Notes:
    """Return the part for a result."""
    return Notes(
        note=shorten(result.process.note or "", NOTE),
        known=_known(result),
        bases=_bases(result),
        assumptions=tuple(shorten(line, NOTE) for line in result.assumptions),
        limits=LIMITS,
        glossary=tuple(Term(word=word, meaning=text) for word, text in GLOSSARY),
        versions=versions(result),
    )


def _known(result: AuditResult) -> Table | None:
    if not result.known:
        return None
    rows = []
    for line in result.known:
        difference = "–"
        if line.difference is not None:
            sign = "+" if line.difference > 0 else ""
            difference = f"{sign}{format_number(line.difference)}".replace("-", "−")
        rows.append(
            Row(
                cells=(
                    Cell(text=capital(readable(line.what))),
                    Cell(text=format_number(line.published)),
                    Cell(text="–" if line.ours is None else format_number(line.ours)),
                    Cell(text=difference),
                    Cell(text=shorten(line.source or "", 120)),
                )
            )
        )
    return Table(
        id="t-known",
        caption="Totals published elsewhere beside ours",
        columns=(
            Column(label="What"),
            *number_columns("Published", "Ours", "Difference"),
            Column(label="Source", wide=True),
        ),
        rows=tuple(rows),
    )


def _bases(result: AuditResult) -> Table | None:
    if not result.basis_shares:
        return None
    ordered = sorted(result.basis_shares.items(), key=lambda item: (-item[1], item[0]))
    return Table(
        id="t-bases",
        caption="What the stated numbers rest on",
        columns=(Column(label="Basis"), *number_columns("Share")),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=capital(readable(basis))),
                    Cell(text=format_share(share), share=share),
                )
            )
            for basis, share in ordered
        ),
    )


def versions(result: AuditResult) -> tuple[Term, ...]:
    """Return what made the page, so that it can be made again."""
    sensitivity = result.sensitivity
    lines = (
        ("Made by", f"{result.tool.name} {result.tool.version}"),
        ("Form of the result", f"version {result.schema_version}"),
        ("File", shorten(result.input.file, 120)),
        ("SHA-256 of the file", result.input.sha256),
        ("Rate profile", shorten(result.profile.name, 60)),
        (
            "Interval",
            f"{format_number(sensitivity.draws)} draws, seed {sensitivity.seed}",
        ),
    )
    return tuple(Term(word=word, meaning=text) for word, text in lines if text)
