"""Every step of two processes once: matched, new or taken out, better or worse."""

from __future__ import annotations

from audit.comparison.difference.alignment import Alignment
from audit.comparison.difference.resolution import step_points, steps_in_blocks
from audit.comparison.difference.step_keys import changed_keys
from audit.comparison.difference.verdicts import verdict
from audit.model import Process
from audit.result import AuditResult, StepPair, Verdict


def step_pairs(
    before: Process,
    after: Process,
    alignment: Alignment,
    before_result: AuditResult,
    after_result: AuditResult,
) -> tuple[StepPair, ...]:
    """Return the steps in the order of the after, removed ones where they stood.

    A removed step stands behind the nearest step before it that is still there.

    Args:
        before: a process.
        after: the process after the change.
        alignment: of the two.
        before_result: audit of the before.
        after_result: audit of the after.
    """
    old = {step.id: step for step in before.steps}
    new = {step.id: step for step in after.steps}
    names = {**alignment.pairs, **alignment.blocks}
    old_points = {step.id: step.points for step in before_result.process.steps}
    new_points = {step.id: step.points for step in after_result.process.steps}
    in_block = steps_in_blocks(before_result) | steps_in_blocks(after_result)
    cell = step_points(before_result, after_result)

    def matched(was: str, now: str) -> StepPair:
        changed = changed_keys(old[was], new[now], names)
        points = old_points[was], new_points[now]
        found = verdict(*points, within=cell if {was, now} & in_block else 0.0)
        if found is Verdict.UNCHANGED and changed:
            found = Verdict.CHANGED
        return StepPair(
            before=was,
            after=now,
            matched_by="id" if was == now else "was",
            points_before=points[0],
            points_after=points[1],
            changed=changed,
            verdict=found,
        )

    earlier = {now: was for was, now in alignment.pairs.items()}
    gone_behind = _removed_behind(before, alignment)
    found = [_removed(step, old_points[step]) for step in gone_behind.get(None, ())]
    for step in after.steps:
        if step.id not in earlier:
            found.append(_added(step.id, new_points[step.id]))
            continue
        was = earlier[step.id]
        found.append(matched(was, step.id))
        found += [_removed(one, old_points[one]) for one in gone_behind.get(was, ())]
    return tuple(found)


def _removed_behind(
    before: Process, alignment: Alignment
) -> dict[str | None, list[str]]:
    """Return step of the before that is still there -> removed steps behind it.

    None stands for the beginning of the file.
    """
    behind: dict[str | None, list[str]] = {}
    last: str | None = None
    for step in before.steps:
        if step.id in alignment.pairs:
            last = step.id
        else:
            behind.setdefault(last, []).append(step.id)
    return behind


def _removed(step: str, points: float) -> StepPair:
    return StepPair(
        before=step,
        after=None,
        matched_by="",
        points_before=points,
        points_after=0.0,
        changed=(),
        verdict=Verdict.REMOVED,
    )


def _added(step: str, points: float) -> StepPair:
    return StepPair(
        before=None,
        after=step,
        matched_by="",
        points_before=0.0,
        points_after=points,
        changed=(),
        verdict=Verdict.ADDED,
    )
