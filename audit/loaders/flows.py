"""From `next` to flows: shares resolved, so that they sum to the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from audit.loaders.document import Document, Path
from audit.loaders.problem_text import shown
from audit.loaders.step_format import FlowMap
from audit.loaders.sums import scaled
from audit.loaders.value_types import REST
from audit.model import Flow, FlowKind, Pass, Quantity
from audit.units import format_share

WHOLE = Quantity.point(1.0)
EXACT = 1e-6
ROUNDING = 0.002
"""How far written shares may miss 100 % because each was rounded (3 x 33.3 %)."""

WrittenShare = Quantity | Pass | Literal["rest"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFlow:
    """A flow as written: its share may still be `rest`, or missing."""

    flow: Flow
    share: WrittenShare
    path: Path
    to_path: Path
    """Where the target's name stands,"""
    to_is_key: bool
    """and whether it is a key there."""


def written_flows(
    following: object, path: Path, document: Document
) -> list[WrittenFlow]:
    """Return the flows that a `next` of any shape writes."""
    match following:
        case str():
            flow = Flow(to=following, share=WHOLE, line=document.line(path))
            return [
                WrittenFlow(
                    flow=flow, share=WHOLE, path=path, to_path=path, to_is_key=False
                )
            ]
        case dict():
            alone = len(following) == 1
            return [
                WrittenFlow(
                    flow=Flow(to=to, share=None, line=document.line((*path, to))),
                    share=WHOLE if alone and share is None else share,
                    path=(*path, to),
                    to_path=(*path, to),
                    to_is_key=True,
                )
                for to, share in following.items()
            ]
        case list():
            alone = len(following) == 1
            return [
                _from_map(item, (*path, place), document, alone=alone)
                for place, item in enumerate(following)
            ]
    return []


def _from_map(
    item: FlowMap, path: Path, document: Document, *, alone: bool
) -> WrittenFlow:
    flow = Flow(
        to=item.to,
        share=None,
        kind=item.kind or FlowKind.FLOW,
        reason=item.reason,
        redo=item.redo,
        simulated=item.simulated,
        line=document.line((*path, "to")),
    )
    return WrittenFlow(
        flow=flow,
        share=WHOLE if alone and item.share is None else item.share,
        path=path,
        to_path=(*path, "to"),
        to_is_key=False,
    )


def resolved_flows(
    written: list[WrittenFlow], node_id: str, path: Path, document: Document
) -> tuple[Flow, ...]:
    """Return flows whose shares sum to the whole, or that a screen divides.

    Args:
        written: the flows of one node.
        node_id: for the words of problems.
        path: of the node's `next`.
        document: notes shares that do not add up.
    """
    _check_once(written, document)
    marked = any(isinstance(one.share, Pass) for one in written)
    shares = [one.share for one in written]
    if marked:
        shares = _name_the_rest(shares)
    stated = sum(share.mean for share in shares if isinstance(share, Quantity))
    open_ended = marked or REST in shares
    if None not in shares and path not in document.broken_flows:
        _check_sum(stated, open_ended, node_id, path, document)
    scale = 1.0
    if not open_ended and 0 < abs(stated - 1) <= ROUNDING:
        scale = 1 / stated
    rest = max(1.0 - stated, 0.0)
    return tuple(
        _resolved(one.flow, share, rest, scale)
        for one, share in zip(written, shares, strict=True)
    )


def with_returns(
    flows: tuple[Flow, ...],
    written: list[WrittenFlow],
    order: Mapping[str, int],
    here: int,
    document: Document,
) -> tuple[Flow, ...]:
    """Return the flows with every jump back marked as rework.

    Args:
        flows: of one node, resolved.
        written: the same as written, for the words of warnings.
        order: place of each node of the level in the file.
        here: place of the node the flows leave; a flow to itself is a return too.
        document: warned of a `redo` on a flow that is no return.
    """
    marked = tuple(
        replace(flow, kind=FlowKind.REWORK)
        if order.get(flow.to, here + 1) <= here
        else flow
        for flow in flows
    )
    for flow, one in zip(marked, written, strict=True):
        if flow.redo is not None and flow.kind is FlowKind.FLOW:
            document.add(
                "W107",
                f"'redo' means nothing on a flow forward to '{shown(flow.to)}'",
                (*one.path, "redo"),
                key=True,
                label="not a return",
                hint="if it is one, add kind: rework",
            )
    return marked


def _check_once(written: list[WrittenFlow], document: Document) -> None:
    """Note a share that is missing, a second `rest`, and a target given twice."""
    first_rest: WrittenFlow | None = None
    targets: dict[str, WrittenFlow] = {}
    for one in written:
        target = one.flow.to
        if one.share is None:
            document.add(
                "E052",
                f"the flow to '{shown(target)}' has no share",
                one.to_path,
                key=one.to_is_key,
                hint="write how many of the cases go there, or rest",
            )
        if one.share == REST and first_rest is not None:
            document.add(
                "E051",
                "'rest' is given twice",
                one.path,
                hint="only one flow can take what is left",
                related=first_rest.path,
                related_label="first given here",
            )
        elif one.share == REST:
            first_rest = one
        if target and target in targets:
            document.add(
                "E056",
                f"two flows go to '{shown(target)}'",
                one.to_path,
                hint="make them one flow, or two steps",
                related=targets[target].to_path,
                related_label="the first",
            )
        targets.setdefault(target, one)


def _name_the_rest(shares: list[WrittenShare]) -> list[WrittenShare]:
    """Read `rest` beside pass as fail, and beside fail as pass."""
    absent = [mark for mark in Pass if mark not in shares]
    if len(absent) != 1:
        return shares
    return [absent[0] if share == REST else share for share in shares]


def _check_sum(
    stated: float, open_ended: bool, node_id: str, path: Path, document: Document
) -> None:
    """Note shares that do not sum to the whole."""
    missing = 1 - stated
    if open_ended and missing >= -EXACT:
        return
    if abs(missing) <= EXACT:
        return
    if abs(missing) <= ROUNDING:
        document.add(
            "W103",
            f"the shares of '{shown(node_id)}' sum to {stated * 100:.4g} %",
            path,
            key=True,
            label="read as rounded, scaled to 100 %",
            hint="write rest for one of them",
        )
        return
    document.add(
        "E050",
        f"the shares of '{shown(node_id)}' sum to {format_share(stated)}, not 100 %",
        path,
        key=True,
        label=(
            f"{format_share(missing)} go nowhere"
            if missing > 0
            else f"{format_share(-missing)} too many"
        ),
        hint=(
            "write rest for one of them, or say where the others go "
            "(rejected, withdrew, ...)"
            if missing > 0
            else "lower one of them"
        ),
    )


def _resolved(flow: Flow, share: WrittenShare, rest: float, scale: float) -> Flow:
    match share:
        case Pass():
            return replace(flow, via=share)
        case Quantity() if scale == 1.0:
            return replace(flow, share=share)
        case Quantity():
            return replace(flow, share=scaled(share, scale))
    return replace(flow, share=Quantity.point(rest))
