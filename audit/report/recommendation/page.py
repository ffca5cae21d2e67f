"""What to do first as data: a record for each part, nothing to compute left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.errors import RequestError
from audit.report.page.names import NOTE, cleaned, shorten
from audit.report.page.sources import Sources
from audit.report.page.steps import Steps
from audit.report.page.summary import SHOWN, Pointer, Summary
from audit.report.page.table import Table
from audit.report.recommendation.cards import Cards, ChangeCard
from audit.report.recommendation.decisions import decisions
from audit.report.recommendation.fronts import Fronts, fronts
from audit.report.recommendation.headline import heading, lede, potential
from audit.report.recommendation.kept import Kept, kept
from audit.report.recommendation.law import Law, law
from audit.report.recommendation.matrix import Matrix, matrix
from audit.report.recommendation.proposals import Proposals
from audit.report.recommendation.roadmap import roadmap
from audit.report.recommendation.shares import shares
from audit.report.recommendation.what_if import WhatIfBox, what_if_box
from audit.report.recommendation.words import judged
from audit.report.recommendation.worse import Worse, worse
from audit.result import AuditResult, Recommendation

CURRENCY = 12
"""Characters of a currency that are shown beside an amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatToDo:
    """The section, the what-if box, and what they say on the first screen."""

    heading: str
    lede: str
    potential: str
    """For the first screen; empty when nothing is recommended."""
    decisions: tuple[Pointer, ...]
    shares: Table | None
    credit_note: str
    roadmap: Table | None
    matrix: Matrix | None
    fronts: Fronts | None
    judged: str
    """What a simulation of the best sets says; empty when none was made."""
    worse: Worse | None
    recommended: tuple[ChangeCard, ...]
    others: tuple[ChangeCard, ...]
    law: Law
    kept: Kept
    assumptions: tuple[str, ...]
    what_if: WhatIfBox | None


def build_what_to_do(result: AuditResult, recommendation: Recommendation) -> WhatToDo:
    """Return the section; text from files is cleaned here, once.

    Raises:
        RequestError: the two are not of the same file and profile.
    """
    require_same(result, recommendation)
    result, recommendation = cleaned(result), cleaned(recommendation)
    recommendation = replace(
        recommendation, currency=shorten(recommendation.currency, CURRENCY)
    )
    proposals, steps = Proposals(recommendation), Steps(result.process)
    checks = frozenset(finding.id for finding in result.findings)
    cards = Cards(recommendation, proposals, steps, Sources(result), checks)
    bounds = tuple(result.grade_bounds.items()) if result.grade is not None else ()
    return WhatToDo(
        heading=heading(recommendation),
        lede=lede(recommendation),
        potential=f"{potential(recommendation)}." if recommendation.chosen else "",
        decisions=decisions(recommendation, proposals),
        shares=shares(recommendation, proposals),
        credit_note=shorten(recommendation.credit_note, NOTE),
        roadmap=roadmap(recommendation, proposals),
        matrix=matrix(recommendation, proposals),
        fronts=fronts(recommendation, proposals, bounds),
        judged=judged(recommendation),
        worse=worse(recommendation, steps),
        recommended=tuple(cards.card(one) for one in proposals.chosen),
        others=tuple(cards.card(one) for one in proposals.all if one.chosen is None),
        law=law(recommendation, proposals, steps),
        kept=kept(recommendation, proposals),
        assumptions=tuple(shorten(line, NOTE) for line in recommendation.assumptions),
        what_if=what_if_box(recommendation, proposals, bounds),
    )


def require_same(result: AuditResult, recommendation: Recommendation) -> None:
    """Make sure that both are about the same process at the same prices.

    Raises:
        RequestError: they are not.
    """
    if recommendation.input.sha256 != result.input.sha256:
        raise RequestError("the recommendation is not of the process that was audited")
    if recommendation.profile != result.profile.name:
        raise RequestError("the recommendation was made with another profile")


def with_decisions(summary: Summary, what: WhatToDo) -> Summary:
    """Return the first screen with what is recommended.

    Its decisions come first; where there are fewer than three, those that follow from
    the findings fill up.
    """
    asked = (*what.decisions, *summary.decisions)[:SHOWN]
    words = " ".join(part for part in (summary.lede, what.potential) if part)
    return replace(summary, lede=words, decisions=asked)
