"""What became of every check that fired before or after."""

from __future__ import annotations

from audit.checks import CHECKS
from audit.checks.elsewhere import denial_of
from audit.comparison.difference.resolution import mean_share, step_days
from audit.comparison.difference.verdicts import verdict
from audit.loaders.problem_text import shown
from audit.result import AuditResult, Finding, FindingChange, Verdict
from audit.units import plural

HIGHER_IS_BETTER = frozenset({"print-scan-against-deadline"})
"""Checks whose measure is something good: the days that a deadline leaves."""
NEITHER_IS_BETTER = frozenset({"low-flow-efficiency"})
"""The share of the time that is work falls when work is saved as well as when waiting
grows: only its severity tells. Of all other checks less is better."""

MOST_KEYS = 4
"""Missing keys named in a note; the rest is counted."""

_PLACE = {check.id: place for place, check in enumerate(CHECKS)}


def finding_changes(
    before: AuditResult, after: AuditResult
) -> tuple[FindingChange, ...]:
    """Return the checks that fired in at least one of two audits.

    New and worse ones come first, then the rest; both by severity, then in the order of
    the checks. A check that one of the files does not let us decide is unknown: a
    finding is neither gone nor new because a file keeps quiet.
    """
    old = {finding.id: finding for finding in before.findings}
    new = {finding.id: finding for finding in after.findings}
    changes = [
        _change(either, old.get(check), new.get(check), before, after)
        for check, either in (old | new).items()
    ]
    return tuple(sorted(changes, key=_order))


def _order(change: FindingChange) -> tuple[bool, int, int, str]:
    severity = max(change.severity_before or 0, change.severity_after or 0)
    return (
        change.verdict not in {Verdict.ADDED, Verdict.WORSE},
        -severity,
        _PLACE.get(change.check, len(_PLACE)),
        change.check,
    )


def _change(
    either: Finding,
    old: Finding | None,
    new: Finding | None,
    before: AuditResult,
    after: AuditResult,
) -> FindingChange:
    if old is None:
        found, note = _alone(Verdict.ADDED, either.id, before, "before")
    elif new is None:
        found, note = _alone(Verdict.REMOVED, either.id, after, "after")
    else:
        found, note = _both(old, new, _width(old.measure.unit, before, after))
        if either.id in NEITHER_IS_BETTER:
            found, note = _by_days(found, before, after)
    return FindingChange(
        check=either.id,
        code=either.code,
        name=either.name,
        verdict=found,
        title_before=None if old is None else old.title,
        title_after=None if new is None else new.title,
        severity_before=None if old is None else old.severity,
        severity_after=None if new is None else new.severity,
        measure_before=None if old is None else old.measure.value,
        measure_after=None if new is None else new.measure.value,
        unit=either.measure.unit,
        points_before=None if old is None else old.points,
        points_after=None if new is None else new.points,
        note=note,
    )


def _by_days(
    found: Verdict, before: AuditResult, after: AuditResult
) -> tuple[Verdict, str]:
    """Return a verdict on the share of work that the days bear out, and why if not."""
    days, width = after.time.mean - before.time.mean, step_days(before, after)
    if found is Verdict.WORSE and days <= width:
        return Verdict.CHANGED, "Less work, in no more days."
    if found is Verdict.BETTER and days >= -width:
        return Verdict.CHANGED, "More work, in no fewer days."
    return found, ""


def _alone(
    decided: Verdict, check: str, other: AuditResult, when: str
) -> tuple[Verdict, str]:
    """Return what to say of a finding that only one file shows, and why.

    Args:
        decided: the verdict if the other file says that the friction is not there.
        check: its id.
        other: the audit without the finding.
        when: which of the two that is, in words.
    """
    note = denial_of(check, other)
    if note is not None:
        applies = note not in other.not_applicable
        words = f"The {when}" if applies else f"Does not apply to the {when}"
        return decided, f"{words}: {note.note}"
    missing = dict.fromkeys(
        item.missing for item in other.not_assessed if item.check == check
    )
    return Verdict.UNKNOWN, _not_assessed(list(missing), when)


def _not_assessed(missing: list[str], when: str) -> str:
    words = f"Not assessed in the {when}."
    if not missing:
        return words
    named = ", ".join(shown(key) for key in missing[:MOST_KEYS])
    rest = len(missing) - MOST_KEYS
    more = f" and {plural(rest, 'more key', 'more keys')}" if rest > 0 else ""
    return f"{words} The file does not say: {named}{more}."


def _width(unit: str, before: AuditResult, after: AuditResult) -> float:
    """Return how far a measure may be off for the grid that times are read off."""
    if unit.startswith("days"):
        return step_days(before, after)
    if unit == "% of the calendar time":
        return 100 * mean_share(before, after)
    return 0.0


def _both(old: Finding, new: Finding, within: float) -> tuple[Verdict, str]:
    """Return what became of a finding that both files show.

    Measure and severity usually move together. Where they part (fewer offers are taken
    back, but after notice is given), neither way is better as such.
    """
    was, now = old.measure, new.measure
    if was.unit != now.unit:
        return Verdict.UNKNOWN, f"Counted in {was.unit} before, in {now.unit} after."
    measure = verdict(
        was.value,
        now.value,
        lower_is_better=_direction(old.id),
        within=within,
    )
    severity = verdict(old.severity, new.severity)
    if old.id in NEITHER_IS_BETTER and severity is not Verdict.UNCHANGED:
        return severity, ""
    parts = {measure, severity} - {Verdict.UNCHANGED}
    if not parts:
        return Verdict.UNCHANGED, ""
    return (parts.pop() if len(parts) == 1 else Verdict.CHANGED), ""


def _direction(check: str) -> bool | None:
    """Return whether less of what a check measures is better."""
    if check in NEITHER_IS_BETTER:
        return None
    return check not in HIGHER_IS_BETTER
