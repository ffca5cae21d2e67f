"""Running the checks, and turning their answers into findings and notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.checks.base import (
    Answer,
    Check,
    Excuse,
    Fired,
    Missing,
    NotApplicable,
    Passed,
    Unknown,
    confidence,
)
from audit.checks.bound import is_bound, may_never_change
from audit.checks.guards import Guard, guards_of_mandate
from audit.checks.pages import HELPS, HOW, WHY, guards_of, page_of
from audit.checks.wording import left_alone
from audit.errors import AuditError
from audit.model import Justification, Step
from audit.result import CheckNote, Finding, FindingStep, Measure, NotAssessed

if TYPE_CHECKING:
    from audit.checks.facts import Facts

MOST_NAMED = 5
"""Above this many steps that lack the same key, they are named together."""

FIXED = (
    "Leave this as it is, because nothing about it may change; tell candidates "
    "beforehand what will be asked and why."
)
"""The decision where every step that shows a finding is marked `removable: never`."""

_FIXED = frozenset(
    {Justification.SAFETY, Justification.ASSESSMENT, Justification.POLICY}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """What all checks answered about one process."""

    findings: tuple[Finding, ...]
    """By severity, then points, then the order of the checks."""
    passed: tuple[CheckNote, ...]
    not_applicable: tuple[CheckNote, ...]
    not_assessed: tuple[NotAssessed, ...]
    lacking: Mapping[str, frozenset[Missing]]
    """Check id -> all that it lacks, also where it fired; nothing gathered."""
    coverage: float
    """Share of the applicable checks that the file lets us decide."""


def judge(facts: Facts, checks: Iterable[Check]) -> Verdicts:
    """Run checks on a process.

    Raises:
        RuntimeError: a check failed; the text names it. That is a bug of ours.
    """
    findings: list[Finding] = []
    passed: list[CheckNote] = []
    not_applicable: list[CheckNote] = []
    not_assessed: list[NotAssessed] = []
    lacking: dict[str, frozenset[Missing]] = {}
    undecided = 0
    for check in checks:
        match _ask(check, facts):
            case Fired() as fired:
                findings.append(finding_of(check, fired, facts))
                not_assessed.extend(_gathered(check, fired.missing))
                lacking[check.id] = frozenset(fired.missing)
            case Passed(note=note):
                passed.append(_note(check, note))
            case NotApplicable(note=note):
                not_applicable.append(_note(check, note))
            case Unknown(missing=missing):
                if not missing:
                    raise RuntimeError(f"check {check.id!r} does not say what it lacks")
                undecided += 1
                not_assessed.extend(_gathered(check, missing))
                lacking[check.id] = frozenset(missing)
    decided = len(findings) + len(passed)
    return Verdicts(
        findings=tuple(
            sorted(findings, key=lambda found: (-found.severity, -(found.points or 0)))
        ),
        passed=tuple(passed),
        not_applicable=tuple(not_applicable),
        not_assessed=tuple(not_assessed),
        lacking=lacking,
        coverage=decided / (decided + undecided) if decided + undecided else 1.0,
    )


def finding_of(check: Check, fired: Fired, facts: Facts) -> Finding:
    """Return what a check found, with the words of its page."""
    page = page_of(check)
    steps = tuple(shown.step for shown in fired.steps)
    guards = _guards(check, steps)
    evidence = [*page.evidence]
    for guard in guards:
        evidence.extend(guard.evidence)
    return Finding(
        id=check.id,
        code=check.code,
        family=check.family.value,
        name=page.name,
        title=fired.title,
        severity=fired.severity or check.severity_at(fired.value),
        confidence=confidence(fired).value,
        steps=tuple(
            FindingStep(
                id=shown.step.id,
                line=shown.step.line,
                amount=shown.amount,
                note=shown.note,
            )
            for shown in fired.steps
        ),
        measure=Measure(value=fired.value, unit=fired.unit or check.unit),
        points=facts.points(check.factors, (step.id for step in steps)),
        side=check.side.value,
        why=page.sections[WHY],
        helps=page.sections[HELPS],
        decide=_decision(check.excuse, fired, steps),
        how=page.sections[HOW],
        guard=" ".join(f"{guard.title}: {guard.text}" for guard in guards) or None,
        evidence=tuple(dict.fromkeys(evidence)),
        grade=page.grade,
        justified=_justified(check.excuse, steps),
    )


def _ask(check: Check, facts: Facts) -> Answer:
    try:
        return check.look(facts)
    except AuditError:
        raise
    except Exception as error:
        raise RuntimeError(f"check {check.id!r} failed: {error!r}") from error


def _note(check: Check, note: str) -> CheckNote:
    return CheckNote(
        check=check.id,
        code=check.code,
        family=check.family.value,
        name=page_of(check).name,
        note=note,
    )


def _gathered(check: Check, missing: tuple[Missing, ...]) -> list[NotAssessed]:
    """Return one note a step, or one for all where many steps lack the same key."""
    by_key: dict[str, list[str | None]] = {}
    for one in missing:
        by_key.setdefault(one.key, []).append(one.step)
    notes: list[NotAssessed] = []
    for key, steps in by_key.items():
        named: Iterable[str | None] = dict.fromkeys(steps)
        if len(steps) > MOST_NAMED:
            named = (None,)
        notes.extend(
            NotAssessed(check=check.id, step=step, missing=key) for step in named
        )
    return notes


def _guards(check: Check, steps: tuple[Step, ...]) -> tuple[Guard, ...]:
    """Return the guards of a check, then those that its steps name as mandates."""
    found = list(guards_of(check))
    for step in steps:
        if step.mandate is not None:
            found.extend(guards_of_mandate(step.mandate))
    return tuple(dict.fromkeys(found))


def _decision(excuse: Excuse, fired: Fired, steps: tuple[Step, ...]) -> str:
    """Return the decision to ask for: never to drop what a step is bound to keep."""
    fixed: list[str] = []
    if excuse is not Excuse.NOTHING:
        fixed += [step.name for step in steps if may_never_change(step)]
    if fixed and len(fixed) == len(steps):
        return FIXED
    bound = any(is_bound(step) for step in steps)
    decision = fired.keeping if fired.keeping and bound else fired.decide
    if fixed:
        decision += f" {left_alone(fixed)}"
    return decision


def _justified(excuse: Excuse, steps: tuple[Step, ...]) -> str | None:
    """Return why every step that shows a finding is justified, or None."""
    if not steps or excuse is Excuse.NOTHING:
        return None
    reasons: list[str] = []
    for step in steps:
        excused = _is_fixed(step) if excuse is Excuse.MEDIUM else is_bound(step)
        if not excused:
            return None
        reasons.append((step.justified or Justification.LAW).value)
    return ", ".join(dict.fromkeys(reasons))


def _is_fixed(step: Step) -> bool:
    """Return whether the way a step is done is fixed, not only that it is done."""
    if step.removable is not None or step.mandate is not None:
        return may_never_change(step)
    return step.justified in _FIXED
