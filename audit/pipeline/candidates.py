"""Who gets through and who is lost where, as the result carries it."""

from __future__ import annotations

from audit.analysis import Analysis
from audit.pipeline.audited_shares import audited_share
from audit.result import Candidates, Loss, ScreenLoss


def candidates(analysis: Analysis) -> Candidates:
    """Return the course of those who apply, everything per applicant."""
    outcome_by = {outcome.id: outcome.by.value for outcome in analysis.process.outcomes}
    hired = analysis.hired_share
    return Candidates(
        reach={step.id: analysis.reach[step.id] for step in analysis.process.steps},
        losses=tuple(
            Loss(step=step, outcome=outcome, by=outcome_by[outcome], share=share)
            for step, outcome, share in analysis.losses
        ),
        screens=tuple(
            ScreenLoss(
                step=screen.step,
                method=screen.method,
                qualified_share=screen.qualified_share,
                passes_qualified=screen.passes_qualified,
                passes_unqualified=screen.passes_unqualified,
                arriving=analysis.experienced_visits[screen.step],
                qualified_lost=analysis.experienced_visits[screen.step]
                * screen.qualified_lost,
                qualified_lost_per_hire=analysis.experienced_visits[screen.step]
                * screen.qualified_lost
                / hired,
                audited=audited_share(screen),
            )
            for screen in analysis.screens
        ),
        hired_share=hired,
        applicants_per_hire=1 / hired,
    )
