"""Shares of the flows of one node as they may be, which still sum to the whole.

Exact shares stay. Ranges are drawn from their own law. What they leave is divided
among the other shares in proportion to their drawn weights; a share that only takes
what the exact ones leave is no less exact than they are.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from audit.comparison.certainty.number_laws import (
    Array,
    drawn_range,
    drawn_weight,
    is_range,
    is_uncertain,
)
from audit.model import Flow, Provenance, Quantity

_SLIVER = 0.01
"""Of the share that ranges leave by their means: a way that a file draws stays open,
however wide the ranges beside it."""


def uncertain_shares(
    flows: tuple[Flow, ...], origin: Provenance
) -> dict[int, Quantity]:
    """Return place -> share of the flows whose share may be another.

    Args:
        flows: of one node.
        origin: of the node, for a share without one of its own.
    """
    stated = _stated(flows)
    found = {k: share for k, share in stated.items() if is_uncertain(share, origin)}
    weights = len(found) + (_screened(stated, flows) > 0)
    if weights > 1 or any(map(is_range, found.values())):
        return found
    return {}


def drawn_shares(
    flows: tuple[Flow, ...],
    uncertain: Mapping[int, Quantity],
    luck: Mapping[int, Array],
) -> dict[int, Array]:
    """Return place -> (draws,) share, for each flow whose share varies.

    Args:
        flows: of one node.
        uncertain: place -> share; see `uncertain_shares`.
        luck: place -> (draws,) between 0 and 1, for each of them.
    """
    stated = _stated(flows)
    ranges: dict[int, Array] = {}
    takers: dict[int, Array | float] = {}
    for k, share in uncertain.items():
        if is_range(share):
            ranges[k] = drawn_range(share, luck[k])
        else:
            takers[k] = drawn_weight(share, luck[k])
    exact = {k: share.mean for k, share in stated.items() if k not in uncertain}
    screened = _screened(stated, flows)
    room = 1 - sum(exact.values())
    if not takers and not screened:
        # Nobody else can make room for what the ranges do.
        takers, room = dict(exact), 1.0
    usual = screened + sum(stated[k].mean for k in takers)
    wide = sum(ranges.values(), np.zeros(1))
    left = np.maximum(room - wide, _SLIVER * usual) if usual > 0 else np.zeros(1)
    scale = room / (wide + left)
    found = {k: share * scale for k, share in ranges.items()}
    whole = screened + sum(takers.values(), np.zeros(1))
    for k, weight in takers.items():
        found[k] = left * scale * weight / whole
    return found


def _stated(flows: tuple[Flow, ...]) -> dict[int, Quantity]:
    """Return place -> share of the flows that state one above nought."""
    return {
        place: flow.share
        for place, flow in enumerate(flows)
        if flow.share is not None and flow.share.mean > 0
    }


def _screened(stated: Mapping[int, Quantity], flows: tuple[Flow, ...]) -> float:
    """Return what the stated shares leave for a screen to divide."""
    if all(flow.via is None for flow in flows):
        return 0.0
    return max(1 - sum(share.mean for share in stated.values()), 0.0)
