"""Figures of a study as lines of a result: each with words, unit and better side."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from audit.result.difference import Verdict
from audit.result.simulation import (
    SimulatedChange,
    SimulatedLine,
    SimulatedNumber,
)
from audit.simulation import HEADLINES, Estimate, Figure, FigureKind, PairedDifference
from audit.simulation.assembly import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """How a kind of figure is told."""

    group: str
    label: str
    unit: str
    lower_is_better: bool | None = True
    signed: bool = False
    """Whether it may be below 0."""

    def shown(self, estimate: Estimate) -> SimulatedNumber | None:
        """Return a mean whose interval stops where the number itself cannot go on."""
        if not math.isfinite(estimate.low):
            return number_of(estimate)
        least = -math.inf if self.signed else 0.0
        most = 1.0 if self.unit == "share" else math.inf
        return number_of(estimate.within(least, most))


_KINDS: Mapping[FigureKind, _Kind] = {
    FigureKind.DAYS_TO_HIRE: _Kind(
        group="headline", label="Days from application to hire", unit="days"
    ),
    FigureKind.DAYS_TO_HIRE_P50: _Kind(
        group="time", label="Days to hire, half take less", unit="days"
    ),
    FigureKind.DAYS_TO_HIRE_P90: _Kind(
        group="time", label="Days to hire, nine in ten take less", unit="days"
    ),
    FigureKind.DAYS_TO_FILL: _Kind(
        group="headline", label="Days from posting to filled", unit="days"
    ),
    FigureKind.DAYS_TO_FILL_P50: _Kind(
        group="time", label="Days to fill, half take less", unit="days"
    ),
    FigureKind.DAYS_TO_FILL_P90: _Kind(
        group="time", label="Days to fill, nine in ten take less", unit="days"
    ),
    FigureKind.HIRES: _Kind(
        group="people", label="Hires a year", unit="hires", lower_is_better=False
    ),
    FigureKind.HIRED_SHARE: _Kind(
        group="headline",
        label="Applicants who are hired",
        unit="share",
        lower_is_better=False,
    ),
    FigureKind.OPENINGS_FILLED: _Kind(
        group="headline", label="Openings filled", unit="share", lower_is_better=False
    ),
    FigureKind.RESCINDED_PER_100_HIRES: _Kind(
        group="headline",
        label="Offers taken back, for 100 hires",
        unit="offers",
    ),
    FigureKind.LEFT_PER_100_HIRES: _Kind(
        group="headline", label="People who leave, for 100 hires", unit="people"
    ),
    FigureKind.LEFT_WAITING_PER_100_HIRES: _Kind(
        group="people", label="Tired of waiting, for 100 hires", unit="people"
    ),
    FigureKind.LEFT_FOR_OTHER_PER_100_HIRES: _Kind(
        group="people", label="Took another offer, for 100 hires", unit="people"
    ),
    FigureKind.LEFT_AS_STATED_PER_100_HIRES: _Kind(
        group="people",
        label="Withdrew or declined as the file states, for 100 hires",
        unit="people",
    ),
    FigureKind.STILL_OPEN: _Kind(
        group="people",
        label="Applicants whose case had not ended",
        unit="share",
        lower_is_better=None,
    ),
    FigureKind.UTILISATION: _Kind(
        group="roles", label="Hours at work", unit="share", lower_is_better=None
    ),
    FigureKind.DUTY_UTILISATION: _Kind(
        group="roles",
        label="Hours at work on other duties",
        unit="share",
        lower_is_better=None,
    ),
    FigureKind.CANDIDATE_HOURS: _Kind(
        group="roles",
        label="Hours at work on candidates, a week",
        unit="hours",
        lower_is_better=None,
    ),
    FigureKind.OPENING_HOURS: _Kind(
        group="roles",
        label="Hours at work on opening requisitions, a week",
        unit="hours",
        lower_is_better=None,
    ),
    FigureKind.ASKED_HOURS: _Kind(
        group="roles",
        label="Hours asked for, a week",
        unit="hours",
        lower_is_better=None,
    ),
    FigureKind.OVERLOAD_HOURS: _Kind(
        group="roles",
        label="Hours over capacity, a week",
        unit="hours",
        signed=True,
    ),
    FigureKind.HOURS_PER_HIRE: _Kind(
        group="roles", label="Hours on candidates, for each hire", unit="hours"
    ),
    FigureKind.WAIT_DAYS: _Kind(
        group="waits", label="Days of a hire spent on", unit="days"
    ),
    FigureKind.STEP_QUEUE_HOURS: _Kind(
        group="steps", label="Open hours a visit waits for its people", unit="hours"
    ),
    FigureKind.OPENING_WAIT_HOURS: _Kind(
        group="openings",
        label="Hours by the clock that a job of opening a requisition waits",
        unit="hours",
    ),
    FigureKind.DUTY_WAIT_HOURS: _Kind(
        group="duties",
        label="Hours by the clock that a job of other work waits",
        unit="hours",
    ),
}

CAUSES = {
    "queue": "people who are busy with something else",
    "closed": "the office to open, in a queue too",
    "batch": "the next date of a group",
    "candidate": "the candidate",
    "outside": "others: outsiders, meetings, answers",
    "position": "a position that is free",
    "work": "work on the case",
}
"""What the time of a hire is spent on, in words that end "days of waiting for"."""


def number_of(estimate: Estimate) -> SimulatedNumber | None:
    """Return a mean with its interval, None where no run gave it."""
    if not estimate.runs:
        return None
    known = math.isfinite(estimate.low) and math.isfinite(estimate.high)
    return SimulatedNumber(
        mean=estimate.mean,
        low=estimate.low if known else None,
        high=estimate.high if known else None,
        runs=estimate.runs,
    )


def simulated_lines(
    figures: Mapping[Figure, Estimate], names: Names
) -> tuple[SimulatedLine, ...]:
    """Return the numbers of a study, by the order in which they are told."""
    return tuple(
        SimulatedLine(
            key=figure.kind.name.lower(),
            of=figure.of,
            group=kind.group,
            label=kind.label,
            name=_name(figure, names),
            unit=kind.unit,
            number=kind.shown(figures[figure]),
            lower_is_better=kind.lower_is_better,
        )
        for figure, kind in _told(figures, names)
    )


def simulated_changes(
    changes: Mapping[Figure, PairedDifference], names: Names
) -> tuple[SimulatedChange, ...]:
    """Return what became of each number that before and after both give."""
    found = []
    for figure, kind in _told(changes, names):
        one = changes[figure]
        # A difference goes both ways, so its interval is left whole.
        before, after = kind.shown(one.before), kind.shown(one.after)
        change = number_of(one.change)
        if before is None or after is None or change is None:
            continue
        found.append(
            SimulatedChange(
                key=figure.kind.name.lower(),
                of=figure.of,
                group=kind.group,
                label=kind.label,
                name=_name(figure, names),
                unit=kind.unit,
                before=before,
                after=after,
                change=change,
                p_value=one.p_value,
                headline=figure in HEADLINES,
                distinguishable=one.distinguishable,
                runs_to_tell=one.runs_to_tell,
                verdict=_verdict(one, kind.lower_is_better),
            )
        )
    return tuple(found)


def _told(figures: Mapping[Figure, object], names: Names) -> list[tuple[Figure, _Kind]]:
    """Return the figures that have a name, by the order of their kinds."""
    order = list(_KINDS)
    told = [figure for figure in figures if not figure.of or _name(figure, names)]
    told.sort(key=lambda figure: order.index(figure.kind))
    return [(figure, _KINDS[figure.kind]) for figure in told]


def _name(figure: Figure, names: Names) -> str:
    """Return what a figure is of, in words; empty for the whole."""
    # A step may have the id of a cause or of a role, so each has a place of its own.
    if figure.kind is FigureKind.WAIT_DAYS:
        return CAUSES[figure.of]
    of_role = _KINDS[figure.kind].group == "roles"
    return (names.roles if of_role else names.parts).get(figure.of, "")


def _verdict(one: PairedDifference, lower_is_better: bool | None) -> Verdict:
    if not one.distinguishable:
        return Verdict.UNCHANGED
    if lower_is_better is None:
        return Verdict.CHANGED
    fell = one.change.mean < 0
    return Verdict.BETTER if fell is lower_is_better else Verdict.WORSE
