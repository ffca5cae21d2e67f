"""The whole page as data: one small record for each section, nothing to compute left.

Templates only lay these records out. Every number in them is formatted, every sentence
written.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.candidates import People, people
from audit.report.page.findings import Findings, Justified, findings, justified
from audit.report.page.ledger import EveryStep, every_step
from audit.report.page.method import Method, method
from audit.report.page.names import cleaned, shorten
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

MARGIN_LINE = 110
"""Characters of the line at the foot of every printed page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Who, for whom, when."""

    title: str
    """Of the process, with its variant."""
    prepared_by: str
    """"Prepared for … by …", or ""."""
    issue: str
    """Date, version and confidentiality, or ""."""
    margin: str
    """What stands at the foot of every printed page."""


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
        cover=_cover(result),
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


def _cover(result: AuditResult) -> Cover:
    about = {
        key: shorten(value, 80) for key, value in result.process.about.items() if value
    }
    title = shorten(result.process.title)
    if result.process.variant:
        title += f" ({shorten(result.process.variant, 40)})"
    client, author = about.get("client", ""), about.get("prepared_by", "")
    prepared = [f"for {client}"] if client else []
    prepared += [f"by {author}"] if author else []
    issue = [about.get("date", "")]
    if "version" in about:
        issue.append(f"version {about['version']}")
    issue.append(about.get("confidentiality", ""))
    confidentiality = about.get("confidentiality", "")
    foot = (confidentiality, client or title, "Hiring friction audit")
    margin = " · ".join(words for words in foot if words)
    return Cover(
        title=title,
        prepared_by=" ".join(["Prepared", *prepared]) if prepared else "",
        issue=" · ".join(words for words in issue if words),
        margin=shorten(margin, MARGIN_LINE),
    )
