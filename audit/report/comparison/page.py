"""The whole comparison as data: a record for each section, nothing to compute left."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.appendix import Appendix, appendix
from audit.report.comparison.benefits import Case, benefits_case
from audit.report.comparison.bought import Bought, bought
from audit.report.comparison.certainty import Sure, certainty
from audit.report.comparison.findings import FindingChanges, finding_changes
from audit.report.comparison.numbers import Numbers, numbers
from audit.report.comparison.steps import StepPairs, step_pairs
from audit.report.comparison.summary import Summary, summary
from audit.report.comparison.time import Times, times
from audit.report.comparison.wording import ARROW
from audit.report.comparison.worse import Worse, worse
from audit.report.page.cover import Cover, cover, process_title
from audit.report.page.names import cleaned, shorten
from audit.report.page.sources import Sources
from audit.report.page.table import Table
from audit.result import AuditResult, ComparisonResult

KIND = "Hiring friction, before and after"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """The report that sets one process beside another."""

    cover: Cover
    summary: Summary
    bought: Bought
    times: Times
    worse: Worse
    numbers: Numbers
    findings: FindingChanges
    sure: Sure
    benefits: Case
    steps: StepPairs
    appendix: Appendix
    sources: Table | None


def build_comparison_page(result: ComparisonResult) -> ComparisonPage:
    """Return the page of a result; text from the files is cleaned here, once."""
    result = cleaned(result)
    addresses, sources = Addresses(result), Sources(result.after)
    return ComparisonPage(
        cover=comparison_cover(result.before, result.after),
        summary=summary(result, addresses),
        bought=bought(result, addresses),
        times=times(result, addresses),
        worse=worse(result, addresses),
        numbers=numbers(result),
        findings=finding_changes(result, sources),
        sure=certainty(result),
        benefits=benefits_case(result, addresses),
        steps=step_pairs(result, addresses),
        appendix=appendix(result),
        sources=sources.table(),
    )


def comparison_cover(before: AuditResult, after: AuditResult) -> Cover:
    """Return the cover; what the after does not say about itself, the before does."""
    about = {**before.process.about}
    about.update({key: value for key, value in after.process.about.items() if value})
    return cover(_title(before, after), about, KIND)


def _title(before: AuditResult, after: AuditResult) -> str:
    old, new = before.process, after.process
    if old.title != new.title:
        return f"{process_title(old)} {ARROW} {process_title(new)}"
    variants = [shorten(v, 40) for v in (old.variant, new.variant) if v]
    if len(variants) < 2:
        return shorten(new.title)
    return f"{shorten(new.title)} ({variants[0]} {ARROW} {variants[1]})"
