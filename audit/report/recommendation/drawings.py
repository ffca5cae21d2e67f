"""The charts of what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.report.charts.canvas import plain_settings
from audit.report.charts.cost_front import cost_front
from audit.report.charts.effort_impact import effort_impact
from audit.report.recommendation.fronts import CostFront
from audit.report.recommendation.page import WhatToDo

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """The charts as markup; empty where the section has none."""

    matrix: Markup
    score_front: Markup
    days_front: Markup


def drawn(what: WhatToDo) -> Plans:
    """Return the charts of the section."""
    from markupsafe import Markup

    fronts = what.fronts
    with plain_settings():
        return Plans(
            matrix=Markup(
                effort_impact(what.matrix) if what.matrix and what.matrix.marks else ""
            ),
            score_front=_front(fronts.score if fronts else None, "c-front-score"),
            days_front=_front(fronts.days if fronts else None, "c-front-days"),
        )


def _front(front: CostFront | None, uid: str) -> Markup:
    from markupsafe import Markup

    return Markup(cost_front(front, uid) if front else "")
