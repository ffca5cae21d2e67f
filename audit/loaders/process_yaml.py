"""From the file format to the model of a process."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from audit.loaders.defaults import with_defaults
from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.flows import WHOLE, resolved_flows, with_returns, written_flows
from audit.loaders.paperwork import quantities_of
from audit.loaders.step_format import (
    AuditedMap,
    BlockMap,
    EvidenceMap,
    ScreenMap,
    StepKeys,
    StepMap,
    WaitMap,
)
from audit.loaders.value_types import Cover, DayCount
from audit.loaders.workload import demand, duties, working_hours
from audit.model import (
    BUILT_IN_OUTCOMES,
    DONE,
    HIRED,
    About,
    AuditedSample,
    Basis,
    Clock,
    Flow,
    Known,
    Leaver,
    Node,
    Outcome,
    ParallelBlock,
    Participant,
    Per,
    Process,
    Provenance,
    Quantity,
    Removable,
    Role,
    Screen,
    Step,
    Wait,
)

Memo = dict[tuple[object, ...], tuple[StepMap | BlockMap, Node]]
"""Nodes built before: what they were built from, and where that leads by order."""


def build_process(
    written: ProcessMap, document: Document, data: bytes, memo: Memo | None = None
) -> Process:
    """Return the process that a checked file describes.

    Args:
        written: the file.
        document: its data, which knows the lines.
        data: its bytes.
        memo: keeps nodes, so that variants of a process share those that are equal;
            only for variants that share their defaults and state no lines.
    """
    clock, about = written.clock, written.about
    return Process(
        title=written.process or "",
        variant=written.variant,
        scope=written.scope,
        clock=Clock(
            start=clock.start if clock else None,
            stop=clock.stop if clock else None,
            days=(clock.days if clock and clock.days else DayCount.CALENDAR).value,
        ),
        hires_per_year=written.hires_per_year,
        vacancy_cost=written.vacancy_cost,
        demand=demand(written, document),
        other_offers=written.other_offers,
        currency=written.currency or "USD",
        about=About(
            client=about.client if about else None,
            prepared_by=about.prepared_by if about else None,
            date=about.date if about else None,
            confidentiality=about.confidentiality if about else None,
            version=about.version if about else None,
        ),
        known=_known(written, document),
        note=written.note,
        roles=tuple(
            Role(
                id=role_id,
                side=role.side,
                name=role.name or readable(role_id),
                people=role.people,
                hourly_cost=role.hourly_cost,
                other_duties=role.other_duties,
                hours_per_week=role.hours_per_week,
                calendar=working_hours(role.calendar),
                duties=duties(role, ("roles", role_id), document),
                note=role.note,
                line=document.line(("roles", role_id)),
                place=document.place(("roles", role_id)),
            )
            for role_id, role in written.roles.items()
        ),
        outcomes=_outcomes(written, document),
        nodes=_level(written.steps, ("steps",), HIRED, written, document, memo),
        file=document.file.replace("\\", "/").rsplit("/", 1)[-1],
        sha256=hashlib.sha256(data).hexdigest(),
    )


def readable(identifier: str) -> str:
    """Turn an id into a name for people.

    >>> readable("drug_test")
    'Drug test'
    """
    words = identifier.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:] if words else identifier


def _known(written: ProcessMap, document: Document) -> Known | None:
    if written.known is None:
        return None
    # In the order of the file, which pydantic keeps for its own keys only.
    values = tuple(
        (name, value)
        for name in document.value(("known",)) or ()
        if isinstance(value := getattr(written.known, name, None), Quantity)
    )
    return Known(values=values, source=written.known.source)


def _outcomes(written: ProcessMap, document: Document) -> tuple[Outcome, ...]:
    stated = written.outcomes or {}
    found = []
    for built_in in BUILT_IN_OUTCOMES:
        more = stated.get(built_in.id)
        if more is None:
            found.append(built_in)
            continue
        found.append(
            replace(
                built_in,
                name=more.name or built_in.name,
                by=more.by or built_in.by,
                told=more.told,
                line=document.line(("outcomes", built_in.id)),
            )
        )
    known = {outcome.id for outcome in BUILT_IN_OUTCOMES}
    found.extend(
        Outcome(
            id=outcome_id,
            name=outcome.name or readable(outcome_id),
            by=outcome.by or Leaver.EMPLOYER,
            told=outcome.told,
            line=document.line(("outcomes", outcome_id)),
        )
        for outcome_id, outcome in stated.items()
        if outcome_id not in known
    )
    return tuple(found)


def _level(
    nodes: list[StepMap | BlockMap],
    path: Path,
    end: str,
    written: ProcessMap,
    document: Document,
    memo: Memo | None,
) -> tuple[Node, ...]:
    """Return the nodes of one level; the last one flows to `end`."""
    order = {node.id: place for place, node in enumerate(nodes)}
    built: list[Node] = []
    for place, node in enumerate(nodes):
        after = nodes[place + 1].id if place + 1 < len(nodes) else end
        key = _memo_key(node, after, order) if memo is not None else ()
        if memo is not None and key in memo:
            built.append(memo[key][1])
            continue
        here = (*path, place)
        flows = _flows(node, here, after, order, document)
        one: Node
        if isinstance(node, StepMap):
            one = _step(node, here, flows, written, document)
        else:
            branches = tuple(
                _level(branch, (*here, "parallel", b), DONE, written, document, memo)
                for b, branch in enumerate(node.parallel)
            )
            one = _block(node, here, flows, branches, document)
        if memo is not None:
            memo[key] = (node, one)
        built.append(one)
    return tuple(built)


def _memo_key(
    node: StepMap | BlockMap, after: str, order: dict[str, int]
) -> tuple[object, ...]:
    """Return what a node is built from: itself, and what order says of its flows."""
    match node.next:
        case None:
            return (id(node), after)
        case str() as to:
            targets = [to]
        case dict() as shares:
            targets = list(shares)
        case flows:
            targets = [flow.to for flow in flows]
    here = order[node.id]
    return (id(node), *(order.get(to, here + 1) <= here for to in targets))


def _block(
    node: BlockMap,
    path: Path,
    flows: tuple[Flow, ...],
    branches: tuple[tuple[Node, ...], ...],
    document: Document,
) -> ParallelBlock:
    return ParallelBlock(
        id=node.id,
        name=node.name or readable(node.id),
        branches=branches,
        flows=flows,
        phase=node.phase,
        on_failure=node.on_failure,
        note=node.note,
        line=document.line((*path, "id")),
        place=document.at(document.span((*path, "id"))),
    )


def _flows(
    node: StepMap | BlockMap,
    path: Path,
    after: str,
    order: dict[str, int],
    document: Document,
) -> tuple[Flow, ...]:
    line = document.line((*path, "id"))
    if node.next is None:
        return (Flow(to=after, share=WHOLE, line=line),)
    there = (*path, "next")
    written = written_flows(node.next, there, document)
    flows = resolved_flows(written, node.id, there, document)
    return with_returns(flows, written, order, order[node.id], document)


def _step(
    own: StepMap,
    path: Path,
    flows: tuple[Flow, ...],
    written: ProcessMap,
    document: Document,
) -> Step:
    step = with_defaults(own, written)
    removable = step.removable
    if removable is None and step.mandate is not None:
        removable = Removable.MEDIUM_ONLY
    return Step(
        id=step.id,
        name=step.name or readable(step.id),
        role=step.role,
        kind=step.kind,
        phase=step.phase,
        channel=step.channel,
        per=step.per or Per.APPLICANT,
        flows=flows,
        quantities=quantities_of(step),
        participants=_participants(step, path, document),
        asks=_asks(step),
        work_covers_all=step.work_covers is Cover.ALL,
        wait=_wait(step),
        silent=step.silent,
        every=step.every,
        first=step.first,
        delay=step.delay,
        priority=step.priority,
        leaves=step.leaves,
        in_progress=step.in_progress,
        offer=step.offer,
        deadline=step.deadline,
        sla=step.sla,
        applies_to=step.applies_to,
        screen=_screen(step.screen),
        justified=step.justified,
        mandate=step.mandate,
        removable=removable,
        owner=step.owner,
        contact=step.contact,
        position=step.position,
        contingency=step.contingency,
        commits=step.commits,
        pay_disclosed=step.pay_disclosed,
        timeline_told=step.timeline_told,
        feedback=step.feedback,
        scheduling=step.scheduling,
        mobile=step.mobile,
        accessible=step.accessible,
        paid=step.paid,
        reading_grade=step.reading_grade,
        requirements=step.requirements,
        provenance=_provenance(step.evidence),
        was=step.was,
        note=step.note,
        line=document.line((*path, "id")),
        place=document.at(document.span((*path, "id"))),
    )


def _participants(
    step: StepKeys, path: Path, document: Document
) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            role=role,
            people=part.people or Quantity.point(1.0),
            work=part.work,
            trip=part.trip,
            line=document.line((*path, "with", role)),
        )
        for role, part in (step.participants or {}).items()
    )


def _asks(step: StepKeys) -> tuple[str, ...] | None:
    if step.asks is None:
        return None
    items = (item.lower() for item in step.asks if item)
    return tuple(dict.fromkeys(items))


def _wait(step: StepKeys) -> Wait | None:
    match step.wait:
        case WaitMap(takes=Quantity() as takes, cause=cause):
            return Wait(takes=takes, cause=cause)
        case Quantity() as takes:
            return Wait(takes=takes)
    return None


def _screen(screen: ScreenMap | None) -> Screen | None:
    if screen is None:
        return None
    return Screen(
        method=screen.method,
        qualified_share=screen.qualified_share,
        passes_qualified=screen.passes_qualified,
        passes_unqualified=screen.passes_unqualified,
        audited=_audited(screen.audited),
    )


def _audited(sample: AuditedMap | None) -> AuditedSample | None:
    if sample is None or sample.read is None or sample.qualified is None:
        return None
    return AuditedSample(
        read=round(sample.read.mean), qualified=round(sample.qualified.mean)
    )


def _provenance(evidence: EvidenceMap | None) -> Provenance:
    if evidence is None:
        return Provenance()
    return Provenance(
        basis=evidence.basis or Basis.UNSTATED,
        source=evidence.source,
        by=evidence.by,
        date=evidence.date,
        n=None if evidence.n is None else round(evidence.n.mean),
    )
