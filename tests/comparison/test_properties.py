"""What holds of the comparison of any two processes."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.comparison import (
    Alignment,
    align,
    difference_lines,
    finding_changes,
    same,
    shifts,
    silences,
    step_pairs,
    warnings,
)
from audit.ledger import load_profile
from audit.model import Flow, Node, Process, Step, walk_blocks
from audit.pipeline import audit_process
from audit.result import (
    AuditResult,
    DifferenceLine,
    FindingChange,
    Shift,
    StepPair,
    Verdict,
)
from tests.properties.strategies import Drafts, built, drafts

PROFILE = load_profile()
SWAPPED = {
    Verdict.BETTER: Verdict.WORSE,
    Verdict.WORSE: Verdict.BETTER,
    Verdict.ADDED: Verdict.REMOVED,
    Verdict.REMOVED: Verdict.ADDED,
}
several = settings(
    max_examples=80, deadline=None, suppress_health_check=list(HealthCheck)
)


@dataclass(frozen=True)
class Compared:
    """All that this room says of two processes."""

    before: Process
    after: Process
    alignment: Alignment
    lines: tuple[DifferenceLine, ...]
    steps: tuple[StepPair, ...]
    findings: tuple[FindingChange, ...]
    shifts: tuple[Shift, ...]
    warnings: tuple[str, ...]


def audited(process: Process) -> AuditResult:
    return audit_process(process, PROFILE, accuracy=0.02)


def compared(before: Process, after: Process) -> Compared:
    alignment, first, second = align(before, after), audited(before), audited(after)
    return Compared(
        before=before,
        after=after,
        alignment=alignment,
        lines=difference_lines(first, second),
        steps=step_pairs(before, after, alignment, first, second),
        findings=finding_changes(first, second),
        shifts=shifts(first, second, alignment),
        warnings=warnings(first, second, alignment.pairs)
        + silences(before, after, alignment),
    )


def assert_nothing_changed(found: Compared) -> None:
    assert same(found.before, found.after)
    for line in found.lines:
        assert (line.verdict, line.change) == (Verdict.UNCHANGED, 0.0), line
    for pair in found.steps:
        assert pair.verdict is Verdict.UNCHANGED, pair
        assert pair.changed == ()
    for finding in found.findings:
        assert finding.verdict is Verdict.UNCHANGED, finding
    assert found.shifts == found.warnings == found.alignment.guesses == ()


@several
@given(drafts())
def test_an_after_equal_to_the_before_changes_nothing(nodes: Drafts) -> None:
    """No difference is invented where there is none."""
    assert_nothing_changed(compared(built(nodes), built(nodes)))


@several
@given(drafts(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_changes_nothing(
    nodes: Drafts, chance: random.Random
) -> None:
    """Two people who write one process down in another order wrote one process."""
    before = built(nodes)
    after = replace(before, nodes=shuffled(before.nodes, chance))
    assert_nothing_changed(compared(before, after))


def shuffled(nodes: tuple[Node, ...], chance: random.Random) -> tuple[Node, ...]:
    """Return a level in another order but for its first node; its branches too."""
    first, *rest = nodes
    chance.shuffle(rest)
    done: list[Node] = []
    for node in (first, *rest):
        if not isinstance(node, Step):
            branches = [shuffled(branch, chance) for branch in node.branches]
            chance.shuffle(branches)
            node = replace(node, branches=tuple(branches))
        flows = list(node.flows)
        chance.shuffle(flows)
        done.append(replace(node, flows=tuple(flows)))
    return tuple(done)


@several
@given(drafts())
def test_ids_that_changed_and_say_so_change_nothing(nodes: Drafts) -> None:
    """Tidying up the ids of a file is no change of the process."""
    before = built(nodes)
    fixed = {block.id for block in walk_blocks(before.nodes)}
    names = {step.id: f"new_{step.id}" for step in before.steps} | {
        block: block for block in fixed
    }
    after = replace(before, nodes=renamed(before.nodes, names))
    found = compared(before, after)
    assert_nothing_changed(found)
    assert {pair.matched_by for pair in found.steps} == {"was"}


def renamed(nodes: tuple[Node, ...], names: dict[str, str]) -> tuple[Node, ...]:
    done: list[Node] = []
    for node in nodes:
        flows: tuple[Flow, ...] = tuple(
            replace(flow, to=names.get(flow.to, flow.to)) for flow in node.flows
        )
        if isinstance(node, Step):
            done.append(replace(node, id=names[node.id], was=node.id, flows=flows))
        else:
            branches = tuple(renamed(branch, names) for branch in node.branches)
            done.append(replace(node, branches=branches, flows=flows))
    return tuple(done)


@several
@given(drafts(), drafts())
def test_swapping_before_and_after_turns_everything_round(
    one: Drafts, other: Drafts
) -> None:
    """What was gained one way is lost the other way, to the digit."""
    there, back = (
        compared(built(one), built(other)),
        compared(built(other), built(one)),
    )
    swapped = {line.key: line for line in back.lines}
    assert len(swapped) == len(there.lines)
    for line in there.lines:
        turned = swapped[line.key]
        assert (line.before, line.after) == (turned.after, turned.before)
        assert turned.verdict is SWAPPED.get(line.verdict, line.verdict)
        assert line.change == (None if turned.change is None else -turned.change)

    pairs = {(pair.after, pair.before): pair for pair in back.steps}
    assert len(pairs) == len(there.steps)
    for pair in there.steps:
        turned_pair = pairs[pair.before, pair.after]
        assert turned_pair.verdict is SWAPPED.get(pair.verdict, pair.verdict)
        assert len(turned_pair.changed) == len(pair.changed)

    changes = {change.check: change for change in back.findings}
    assert len(changes) == len(there.findings)
    for change in there.findings:
        turned_change = changes[change.check]
        assert turned_change.verdict is SWAPPED.get(change.verdict, change.verdict)
        assert turned_change.measure_before == change.measure_after

    assert [(s.source, s.target, s.minutes) for s in there.shifts] == [
        (s.target, s.source, s.minutes) for s in back.shifts
    ]


@several
@given(drafts(), drafts(), st.data())
def test_every_step_stands_in_one_pair(
    one: Drafts, other: Drafts, data: st.DataObject
) -> None:
    """Nothing is matched twice, and nothing is left out, whatever `was` says."""
    before, after = built(one), built(other)
    earlier = st.sampled_from([None, *(step.id for step in before.steps)])
    claimed = {
        step.id: replace(step, id=f"x{step.id}", was=data.draw(earlier))
        for step in after.steps
        if data.draw(st.booleans())
    }
    names = {name: step.id for name, step in claimed.items()}
    claims = {step.id: step.was for step in claimed.values()}
    for step in after.steps:
        names.setdefault(step.id, step.id)
    for block in walk_blocks(after.nodes):
        names[block.id] = block.id
    after = replace(after, nodes=with_claims(renamed(after.nodes, names), claims))

    found = compared(before, after)
    old, new = [s.id for s in before.steps], [s.id for s in after.steps]
    alignment = found.alignment
    assert sorted([*alignment.pairs, *alignment.removed]) == sorted(old)
    assert sorted([*alignment.pairs.values(), *alignment.added]) == sorted(new)
    assert [pair.after for pair in found.steps if pair.after is not None] == new
    kept = [pair.before for pair in found.steps if pair.before is not None]
    assert sorted(kept) == sorted(old)
    for guess in alignment.guesses:
        assert guess.before in alignment.removed
        assert guess.after in alignment.added
    assert len({guess.before for guess in alignment.guesses}) == len(alignment.guesses)
    assert len({guess.after for guess in alignment.guesses}) == len(alignment.guesses)


def with_claims(
    nodes: tuple[Node, ...], claims: dict[str, str | None]
) -> tuple[Node, ...]:
    return tuple(
        replace(node, was=claims.get(node.id))
        if isinstance(node, Step)
        else replace(
            node,
            branches=tuple(with_claims(branch, claims) for branch in node.branches),
        )
        for node in nodes
    )
