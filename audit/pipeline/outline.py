"""The process as the result carries it: ids, names, and what was computed by step."""

from __future__ import annotations

from audit.analysis import Analysis
from audit.ledger import Ledger
from audit.model import Node, Process, Quantity, Step, walk_blocks
from audit.result import (
    BlockOutline,
    FlowOutline,
    OutcomeOutline,
    Outline,
    RoleOutline,
    StepOutline,
)


def outline(analysis: Analysis, ledger: Ledger) -> Outline:
    """Return the outline of a process, with its steps' share of the ledger."""
    process = analysis.process
    about = process.about
    return Outline(
        title=process.title,
        variant=process.variant,
        scope=None if process.scope is None else process.scope.value,
        currency=process.currency,
        hires_per_year=_mean_or_none(process.hires_per_year),
        vacancy_cost=_range_or_none(process.vacancy_cost),
        note=process.note,
        clock={
            "start": process.clock.start,
            "stop": process.clock.stop,
            "days": process.clock.days,
        },
        about={
            "client": about.client,
            "prepared_by": about.prepared_by,
            "date": about.date,
            "confidentiality": about.confidentiality,
            "version": about.version,
        },
        start=process.nodes[0].id,
        order=tuple(node.id for node in process.nodes),
        roles=tuple(
            RoleOutline(id=role.id, name=role.name, side=role.side.value)
            for role in process.roles
        ),
        outcomes=tuple(
            OutcomeOutline(id=outcome.id, name=outcome.name, by=outcome.by.value)
            for outcome in process.outcomes
        ),
        steps=_steps(analysis, ledger),
        blocks=_blocks(process),
        flows=_flows(analysis),
    )


def _phases(nodes: tuple[Node, ...], around: str | None = None) -> dict[str, str]:
    """Return node id -> phase; what stands in a block is in its phase by default."""
    found: dict[str, str] = {}
    for node in nodes:
        phase = node.phase or around
        if phase is not None:
            found[node.id] = phase
        if not isinstance(node, Step):
            for branch in node.branches:
                found.update(_phases(branch, phase))
    return found


def _steps(analysis: Analysis, ledger: Ledger) -> tuple[StepOutline, ...]:
    lost: dict[str, float] = {}
    for step, _, share in analysis.losses:
        lost[step] = lost.get(step, 0.0) + share
    process = analysis.process
    phases = _phases(process.nodes)
    return tuple(
        _step(
            analysis,
            ledger,
            step,
            number=number,
            phase=phases.get(step.id),
            side=process.role(step.role).side.value,
            points=ledger.step_points.get(step.id, 0.0),
            candidate=ledger.step_candidate_minutes.get(step.id, 0.0),
            employer=ledger.step_employer_minutes.get(step.id, 0.0),
            lost=lost.get(step.id, 0.0),
        )
        for number, step in enumerate(process.steps, start=1)
    )


def _step(
    analysis: Analysis,
    ledger: Ledger,
    step: Step,
    *,
    number: int,
    phase: str | None,
    side: str,
    points: float,
    candidate: float,
    employer: float,
    lost: float,
) -> StepOutline:
    counted = step.quantities
    wait = step.wait
    return StepOutline(
        id=step.id,
        number=number,
        name=step.name,
        role=step.role,
        side=side,
        phase=phase,
        kind=None if step.kind is None else step.kind.value,
        channel=None if step.channel is None else step.channel.value,
        line=step.line,
        designed=step.id in analysis.designed,
        in_clock=step.id in analysis.in_clock,
        applies_to=1.0 if step.applies_to is None else step.applies_to.mean,
        visits=analysis.visits[step.id],
        points=points,
        candidate_minutes=candidate,
        employer_minutes=employer,
        wait_days=None if wait is None else wait.takes.mean,
        wait_cause=None if wait is None or wait.cause is None else wait.cause.value,
        contribution_days=ledger.flow_time.contributions.get(step.id, 0.0),
        touch_minutes=ledger.touch_minutes.get(step.id, 0.0),
        pages=_total(counted.pages_read, counted.pages_fill),
        fields=_total(counted.fields),
        wet_signatures=_total(counted.wet_signatures),
        fax_pages=_total(counted.fax_pages),
        loss_share=lost,
        complete_accurate=analysis.complete_accurate.get(step.id),
        justified=None if step.justified is None else step.justified.value,
        mandate=step.mandate,
        removable=None if step.removable is None else step.removable.value,
        basis=step.provenance.basis.value,
        source=step.provenance.source,
        note=step.note,
    )


def _total(*quantities: Quantity | None) -> float:
    return sum(quantity.mean for quantity in quantities if quantity is not None)


def _mean_or_none(quantity: Quantity | None) -> float | None:
    return None if quantity is None else quantity.mean


def _range_or_none(quantity: Quantity | None) -> tuple[float, float, float] | None:
    return None if quantity is None else (quantity.low, quantity.mean, quantity.high)


def _blocks(process: Process) -> tuple[BlockOutline, ...]:
    phases = _phases(process.nodes)
    return tuple(
        BlockOutline(
            id=block.id,
            name=block.name,
            phase=phases.get(block.id),
            line=block.line,
            branches=tuple(
                tuple(node.id for node in branch) for branch in block.branches
            ),
        )
        for block in walk_blocks(process.nodes)
    )


def _flows(analysis: Analysis) -> tuple[FlowOutline, ...]:
    return tuple(
        FlowOutline(
            source=node.id,
            to=flow.to,
            share=analysis.shares[node.id][k],
            kind=flow.kind.value,
            reason=flow.reason,
            traversals=analysis.traversals[node.id, k],
        )
        for node in analysis.nodes.values()
        for k, flow in enumerate(node.flows)
    )
