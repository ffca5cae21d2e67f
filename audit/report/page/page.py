"""The whole page as data: one small record for each section, nothing to compute left.

Templates only lay these records out. Every number in them is formatted, every sentence
written.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.candidates import People, people
from audit.report.page.cover import Cover, cover, process_title
from audit.report.page.findings import Findings, Justified, findings, justified
from audit.report.page.ledger import EveryStep, every_step
from audit.report.page.method import Method, method
from audit.report.page.names import cleaned
from audit.report.page.notes import Notes, notes
from audit.report.page.numbers import Numbers, numbers
from audit.report.page.sources import Sources
from audit.report.page.steps import Steps
from audit.report.page.summary import Summary, summary
from audit.report.page.table import Table
from audit.report.page.time import Time, time
from audit.report.page.verdicts import Verdicts, verdicts
from audit.report.page.where import Where, where
from audit.result import AuditResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The report of one process."""

    cover: Cover
    summary: Summary
    numbers: Numbers
    where: Where
    time: Time
    people: People
    findings: Findings
    justified: Justified
    verdicts: Verdicts
    every_step: EveryStep
    method: Method
    notes: Notes
    sources: Table | None


def build_page(result: AuditResult) -> Page:
    """Return the page of a result; text from the file is cleaned here, once."""
    result = cleaned(result)
    steps, sources = Steps(result.process), Sources(result)
    return Page(
        cover=cover(process_title(result.process), result.process.about),
        summary=summary(result),
        numbers=numbers(result),
        where=where(result, steps),
        time=time(result, steps),
        people=people(result, steps),
        findings=findings(result, steps, sources),
        justified=justified(result, steps, sources),
        verdicts=verdicts(result, steps),
        every_step=every_step(result, steps),
        method=method(result, steps),
        notes=notes(result),
        sources=sources.table(),
    )
