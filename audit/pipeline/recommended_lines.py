"""Proposals and what was found about them, as lines of the result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from audit.changes.base import Costs, Intervention
from audit.changes.proposal import Proposal
from audit.changes.proposing import Offer
from audit.changes.roadmap import Slot
from audit.changes.search.fronts import Point
from audit.changes.selecting import Selector
from audit.changes.trying import Tried
from audit.changes.writing import deed_lines
from audit.checks.guards import GUARD_BY_ID
from audit.comparison.credit.metrics import METRICS
from audit.result import (
    ChangeCost,
    ChosenLine,
    EffectLine,
    FrontPoint,
    GuardNote,
    NotProposedLine,
    ProposalLine,
    Spread,
    WithheldLine,
)


def proposal_lines(
    selector: Selector, tried: Mapping[str, Tried]
) -> tuple[ProposalLine, ...]:
    """Return every proposal with what it does alone, largest gain first."""
    lines = [
        _line(proposal, _gains(selector, place), tried[proposal.id])
        for place, proposal in enumerate(selector.proposals)
    ]
    return tuple(sorted(lines, key=lambda line: -round(line.gains["score"], 9)))


def _gains(selector: Selector, place: int) -> dict[str, float]:
    alone = selector.choices.needs[place] | 1 << place
    before, after = selector.values.totals(0), selector.values.totals(alone)
    if before is None or after is None:
        return {metric.id: 0.0 for metric in METRICS}
    return {metric.id: float(before[k] - after[k]) for k, metric in enumerate(METRICS)}


def _line(proposal: Proposal, gains: dict[str, float], tried: Tried) -> ProposalLine:
    intervention = proposal.intervention
    return ProposalLine(
        id=proposal.id,
        name=intervention.name,
        family=intervention.family.value,
        why=proposal.why,
        steps=proposal.steps,
        deeds="\n".join(deed_lines(proposal.deeds, 0)),
        effects=tuple(
            EffectLine(
                what=effect.what,
                low=effect.low,
                likely=effect.likely,
                high=effect.high,
                evidence=effect.evidence,
                grade=effect.grade,
                why=effect.why,
            )
            for effect in proposal.effects
        ),
        cost=_cost(proposal.costs),
        cost_note=proposal.costs.note,
        first_year=proposal.costs.first_year,
        lead_weeks=intervention.lead_weeks,
        owner=intervention.owner,
        needs=tuple(sorted(proposal.needs)),
        excludes=tuple(sorted(proposal.excludes)),
        guards=tuple(
            GuardNote(
                id=guard,
                title=GUARD_BY_ID[guard].title,
                text=GUARD_BY_ID[guard].text,
            )
            for guard in proposal.guards
        ),
        answers=intervention.checks,
        gains=gains,
        staff_minutes_of_all=tried.staff_minutes_of_all,
        ends=tried.turned.ends,
        eases=tried.turned.eases,
        undecided=tried.turned.undecided,
        brings=tried.turned.brings,
    )


def _cost(costs: Costs) -> ChangeCost | None:
    if costs.one_off is None and costs.per_year is None:
        return None
    return ChangeCost(one_off=costs.one_off, per_year=costs.per_year)


def chosen_lines(
    slots: Sequence[Slot],
    proposals: Mapping[str, Proposal],
    safeguards: frozenset[str],
    points: Mapping[str, float],
    days: Mapping[str, float],
) -> tuple[ChosenLine, ...]:
    """Return the chosen changes in the order of the roadmap."""
    by_worth = sorted(
        (slot.change for slot in slots),
        key=lambda change: (
            change in safeguards,
            -round(points.get(change, 0.0), 9),
            change,
        ),
    )
    return tuple(
        ChosenLine(
            change=slot.change,
            place=1 + by_worth.index(slot.change),
            reason="safeguard" if slot.change in safeguards else "friction",
            points=points.get(slot.change, 0.0),
            days=days.get(slot.change, 0.0),
            start_week=slot.start,
            end_week=slot.end,
            owner=proposals[slot.change].intervention.owner,
        )
        for slot in slots
    )


def points(selector: Selector, front: Sequence[Point]) -> tuple[FrontPoint, ...]:
    """Return the points of a front."""
    return tuple(
        FrontPoint(
            changes=selector.ids(point.chosen),
            cost=point.cost,
            value=point.value,
            proven=point.proven,
        )
        for point in front
    )


def withheld_lines(offer: Offer) -> tuple[WithheldLine, ...]:
    """Return what is not proposed because it would break a guard."""
    return tuple(
        WithheldLine(
            change=one.intervention.id,
            name=one.intervention.name,
            steps=one.steps,
            guard=GUARD_BY_ID[one.breach.guard].title if one.breach.guard else "",
            reason=one.breach.reason,
        )
        for one in offer.withheld
    )


def not_proposed(
    notes: Iterable[tuple[Intervention, str]],
) -> tuple[NotProposedLine, ...]:
    """Return interventions that are not proposed, and why."""
    return tuple(
        NotProposedLine(change=one.id, name=one.name, note=note) for one, note in notes
    )


def sum_of_costs(parts: Iterable[Spread | None]) -> Spread:
    """Return the sum of amounts of money, end by end."""
    known = [part for part in parts if part is not None]
    return Spread(
        low=sum(part.low for part in known),
        likely=sum(part.likely for part in known),
        high=sum(part.high for part in known),
    )
