"""Work that was not saved but moved: from the employer to the candidate, or back."""

from __future__ import annotations

from audit.comparison.difference.alignment import Alignment
from audit.comparison.difference.said import says_candidate, says_employer
from audit.comparison.difference.verdicts import differ
from audit.result import AuditResult, Shift, StepOutline


def shifts(
    before: AuditResult, after: AuditResult, alignment: Alignment
) -> tuple[Shift, ...]:
    """Return the work that one side no longer does and the other does now.

    Work has moved when the minutes of one side fall and those of the other rise, per
    hire in the design lens. What moved is at most the smaller of the two; the rest was
    saved, or added. Nothing is said where a file keeps quiet about a side.

    Args:
        before: an audit.
        after: the audit after the change.
        alignment: of their steps.
    """
    if not all(says_candidate(one) and says_employer(one) for one in (before, after)):
        return ()
    more = {side: _growth(before, after, side) for side in ("candidate", "employer")}
    return tuple(
        Shift(
            source=source,
            target=target,
            minutes=min(-more[source], more[target]),
            steps=_grown(before, after, alignment, target),
        )
        for source, target in (("employer", "candidate"), ("candidate", "employer"))
        if more[source] < 0 < more[target]
    )


def _growth(before: AuditResult, after: AuditResult, side: str) -> float:
    """Return the minutes per hire that a side does more; round-off is none."""
    was, now = before.sides[side].minutes or 0.0, after.sides[side].minutes or 0.0
    return now - was if differ(was, now) else 0.0


def _grown(
    before: AuditResult, after: AuditResult, alignment: Alignment, side: str
) -> tuple[str, ...]:
    """Return the steps of the after in which a side does more, most first."""
    old = {step.id: _minutes(step, side) for step in before.process.steps}
    earlier = {now: was for was, now in alignment.pairs.items()}
    grown: dict[str, float] = {}
    for step in after.process.steps:
        was = old[earlier[step.id]] if step.id in earlier else 0.0
        now = _minutes(step, side)
        if now > was and differ(was, now):
            grown[step.id] = now - was
    return tuple(sorted(grown, key=lambda step: -grown[step]))


def _minutes(step: StepOutline, side: str) -> float:
    return step.candidate_minutes if side == "candidate" else step.employer_minutes
