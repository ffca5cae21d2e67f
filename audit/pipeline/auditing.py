"""From a process to its audit: load, analyse, price, check, result. The whole story."""

from __future__ import annotations

from dataclasses import dataclass

from audit.analysis import DEFAULT_ACCURACY, Analysis
from audit.checks import Facts, run_checks
from audit.ledger import Ledger, Profile, load_profile, price
from audit.ledger.sensitivity import sensitivity
from audit.ledger.uncertainty import score_interval
from audit.model import Process
from audit.pipeline.assumptions import assumptions, basis_shares
from audit.pipeline.candidates import candidates
from audit.pipeline.known import known_lines
from audit.pipeline.outline import outline
from audit.pipeline.sources import evidence_used
from audit.pipeline.time_view import time_result
from audit.pipeline.vector import vector
from audit.result import SCHEMA_VERSION, AuditResult, Input, Tool
from audit.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """A process with its audit and what that was made from."""

    process: Process
    result: AuditResult
    analysis: Analysis
    ledger: Ledger


def audit_process(
    process: Process,
    profile: Profile | None = None,
    *,
    accuracy: float = DEFAULT_ACCURACY,
) -> AuditResult:
    """Audit a hiring process.

    Args:
        process: what `load_process` returns.
        profile: rates, weights and references; None takes the default ones.
        accuracy: widest cell of the calendar-time law, as a share of its mean.

    Raises:
        AnalysisError: the process has no answer, because nobody can be hired, say.
    """
    return audited(process, profile or load_profile(), accuracy=accuracy).result


def audited(
    process: Process, profile: Profile, *, accuracy: float = DEFAULT_ACCURACY
) -> Audited:
    """Audit a hiring process and keep what the audit was made from.

    Raises:
        AnalysisError: the process has no answer, because nobody can be hired, say.
    """
    analysis = Analysis(process)
    ledger = price(analysis, profile, accuracy=accuracy)
    verdicts = run_checks(Facts(analysis, ledger))
    lines = vector(analysis, ledger)
    result = AuditResult(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name="hiring-audit", version=__version__),
        input=Input(
            file=process.file,
            sha256=process.sha256,
            extends=tuple((base.file, base.sha256) for base in process.extends),
        ),
        process=outline(analysis, ledger),
        profile=profile.summary(process.scope),
        score=ledger.score,
        grade=ledger.grade,
        grade_bounds=ledger.grade_bounds,
        grade_gaps=ledger.gaps,
        score_interval=score_interval(ledger.quantities, profile, process.scope),
        sides=ledger.sides,
        vector=lines,
        lenses=ledger.lenses,
        ledger=ledger.entries,
        outcomes=dict(analysis.outcomes),
        time=time_result(analysis, ledger),
        candidates=candidates(analysis),
        money=ledger.money,
        findings=verdicts.findings,
        passed=verdicts.passed,
        not_applicable=verdicts.not_applicable,
        not_assessed=verdicts.not_assessed,
        coverage=verdicts.coverage,
        basis_shares=basis_shares(process),
        assumptions=assumptions(analysis, ledger),
        known=known_lines(process, lines),
        sensitivity=sensitivity(ledger),
        evidence=evidence_used(profile, verdicts.findings),
    )
    return Audited(process=process, result=result, analysis=analysis, ledger=ledger)
