"""The numbers of every set of a few changes, for a page that cannot compute."""

from __future__ import annotations

import math
from collections.abc import Sequence

from audit.changes.search.choices import Choices, mask_of, members
from audit.changes.search.set_values import SetValues
from audit.comparison.credit.metrics import METRICS
from audit.result import WhatIf

MOST = 10
"""Changes in the table: a thousand sets."""
SHOWN = ("score", "days", "candidate_minutes", "employer_minutes")
COST = "cost"


def what_if(
    ids: Sequence[str], wanted: Sequence[int], choices: Choices, values: SetValues
) -> WhatIf:
    """Return the table.

    Args:
        ids: of the changes; the place of each is its bit.
        wanted: places of changes, most wanted first; those that they need come along.
        choices: needs, exclusions and costs.
        values: of sets.
    """
    taken: list[int] = []
    for place in wanted:
        group = [i for i in (*members(choices.needs[place]), place) if i not in taken]
        if len(taken) + len(group) <= MOST:
            taken += group
    places = [[metric.id for metric in METRICS].index(metric) for metric in SHOWN]
    sets: list[int] = []
    rows: list[tuple[float, ...]] = []
    for small in range(1 << len(taken)):
        chosen = mask_of([taken[i] for i in members(small)])
        if not choices.fits_together(chosen):
            continue
        totals = values.totals(chosen)
        if totals is None or not all(math.isfinite(totals[k]) for k in places):
            continue
        sets.append(small)
        rows.append((*(float(totals[k]) for k in places), choices.cost(chosen)))
    return WhatIf(
        changes=tuple(ids[i] for i in taken),
        metrics=(*SHOWN, COST),
        sets=tuple(sets),
        values=tuple(rows),
    )
