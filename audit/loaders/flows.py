"""From `next` to flows: shares resolved, returns marked as rework."""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.loaders.document import Document, Path
from audit.loaders.step_format import FlowMap
from audit.model import Flow, FlowKind, Pass, Quantity

WHOLE = Quantity.point(1.0)
EXACT = 1e-6
ROUNDING = 0.002
"""How far written shares may miss 100 % because each was rounded (3 x 33.3 %)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFlow:
    """A flow as written: its share may still be `rest`, or missing."""

    flow: Flow
    share: Quantity | Pass | str | None
    path: Path


def written_flows(
    next_value: object, path: Path, document: Document
) -> list[WrittenFlow]:
    """Return the flows that a `next` of any shape writes."""
    match next_value:
        case str():
            flow = Flow(to=next_value, share=WHOLE, line=document.line(path))
            return [WrittenFlow(flow=flow, share=WHOLE, path=path)]
        case dict():
            return [
                WrittenFlow(
                    flow=Flow(to=to, share=None, line=document.line((*path, to))),
                    share=share,
                    path=(*path, to),
                )
                for to, share in next_value.items()
            ]
        case list():
            return [
                _from_map(item, (*path, place), document, alone=len(next_value) == 1)
                for place, item in enumerate(next_value)
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
        line=document.line(path),
    )
    share = WHOLE if alone and item.share is None else item.share
    return WrittenFlow(flow=flow, share=share, path=path)


def resolve_shares(
    written: list[WrittenFlow], path: Path, document: Document
) -> list[Flow]:
    """Return flows whose shares sum to the whole, or that a screen decides."""
    rest = 1.0 - sum(w.share.mean for w in written if isinstance(w.share, Quantity))
    flows: list[Flow] = []
    for one in written:
        match one.share:
            case Quantity() as share:
                flows.append(replace(one.flow, share=share))
            case Pass() as via:
                flows.append(replace(one.flow, via=via))
            case _:
                flows.append(replace(one.flow, share=Quantity.point(max(rest, 0.0))))
    return flows
