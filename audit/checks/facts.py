"""The facts that checks ask for, computed once and by name.

Checks do not walk the graph or add up the ledger; they ask here.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from audit.model import (
    Channel,
    Leaver,
    Outcome,
    Per,
    Process,
    Quantity,
    Role,
    Scope,
    Side,
    Step,
    StepKind,
    WaitCause,
    walk_steps,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.analysis import Analysis, ScreenYield
    from audit.ledger import Ledger

STAFF = frozenset({Side.EMPLOYER, Side.VENDOR})
SPOKEN = frozenset({Channel.PHONE, Channel.VIDEO, Channel.IN_PERSON})
WRITTEN_BY_HAND = frozenset({Channel.PAPER, Channel.FAX, Channel.POST})


class Ending:
    """Applicants whose case ends at a step in another way than a hire."""

    __slots__ = ("outcome", "share", "step")

    def __init__(self, step: Step, outcome: Outcome, share: float) -> None:
        self.step = step
        self.outcome = outcome
        self.share = share
        """Of those who apply."""


class Facts:
    """One process with its analysis and its ledger, as checks see it."""

    def __init__(self, analysis: Analysis, ledger: Ledger) -> None:
        self.analysis = analysis
        self.ledger = ledger
        self.process: Process = analysis.process
        self.steps: tuple[Step, ...] = self.process.steps
        self.by_id: dict[str, Step] = {step.id: step for step in self.steps}
        self.roles: dict[str, Role] = {role.id: role for role in self.process.roles}
        self.visits: dict[str, float] = analysis.work_visits
        """Step id -> visits of one hire, weighted by the work they repeat."""
        self._after: dict[str, frozenset[str]] = {}

    def side(self, step: Step) -> Side:
        """Return who bears the effort of a step."""
        return self.roles[step.role].side

    def role_name(self, step: Step) -> str:
        """Return the name of a step's role."""
        return self.roles[step.role].name

    @cached_property
    def candidate_steps(self) -> tuple[Step, ...]:
        """Steps that the candidate does."""
        return tuple(s for s in self.steps if self.side(s) is Side.CANDIDATE)

    @cached_property
    def staff_steps(self) -> tuple[Step, ...]:
        """Steps that the employer or a vendor does."""
        return tuple(s for s in self.steps if self.side(s) in STAFF)

    @cached_property
    def employer_steps(self) -> tuple[Step, ...]:
        """Steps that the employer's own people do."""
        return tuple(s for s in self.steps if self.side(s) is Side.EMPLOYER)

    @cached_property
    def people_steps(self) -> tuple[Step, ...]:
        """Steps that the candidate, the employer or a vendor does."""
        return tuple(s for s in self.steps if self.side(s) in STAFF | {Side.CANDIDATE})

    @cached_property
    def meetings(self) -> tuple[Step, ...]:
        """Steps that the candidate does or takes part in."""
        return tuple(s for s in self.steps if self.takes_part(s))

    def takes_part(self, step: Step) -> bool:
        """Return whether the candidate does a step or gives time in it."""
        return self.side(step) is Side.CANDIDATE or any(
            self.roles[person.role].side is Side.CANDIDATE
            for person in step.participants
        )

    @cached_property
    def under_way(self) -> frozenset[str]:
        """Steps that can come after one in which a candidate took part."""
        if not self.meetings:
            return frozenset(self.by_id)
        return frozenset().union(*(self.after(step.id) for step in self.meetings))

    @cached_property
    def forms(self) -> tuple[Step, ...]:
        """Steps of the candidate that can hold paperwork.

        A step says that it holds none by its kind, by a spoken channel, by a trip, or
        by being the notice that the candidate works elsewhere.
        """
        return tuple(s for s in self.candidate_steps if _can_be_form(s))

    @cached_property
    def paper_forms(self) -> tuple[Step, ...]:
        """Forms that may have to be signed on paper; a portal says that they need not.

        A portal form that is printed, scanned or signed in ink is one all the same.
        """
        return tuple(
            s
            for s in self.forms
            if s.channel not in {Channel.PORTAL, Channel.SYSTEM}
            or any(
                q is not None and q.mean > 0
                for q in (
                    s.quantities.print_pages,
                    s.quantities.scan_pages,
                    s.quantities.fax_pages,
                    s.quantities.wet_signatures,
                )
            )
        )

    @cached_property
    def onboarding(self) -> bool:
        """Whether the process begins with somebody who has accepted an offer."""
        return self.process.scope is Scope.ONBOARDING

    def after(self, step_id: str) -> frozenset[str]:
        """Return the steps that can come after a step on some way forward."""
        if step_id not in self._after:
            import networkx as nx

            ahead = nx.descendants(self.analysis.forward, step_id)
            self._after[step_id] = frozenset(s for s in ahead if s in self.by_id)
        return self._after[step_id]

    def is_before(self, first: str, second: str) -> bool:
        """Return whether a step can come before another on some way forward."""
        return second in self.after(first)

    @cached_property
    def endings(self) -> tuple[Ending, ...]:
        """Where the employer ends a case, and for which share of the applicants."""
        return self._endings_by(Leaver.EMPLOYER)

    @cached_property
    def departures(self) -> tuple[Ending, ...]:
        """Where candidates end their own case, and which share of the applicants."""
        return self._endings_by(Leaver.CANDIDATE)

    def _endings_by(self, leaver: Leaver) -> tuple[Ending, ...]:
        outcomes = {outcome.id: outcome for outcome in self.process.outcomes}
        return tuple(
            Ending(self.last_step(node), outcomes[outcome], share)
            for node, outcome, share in self.analysis.losses
            if outcomes[outcome].by is leaver
        )

    def last_step(self, node_id: str) -> Step:
        """Return the step itself, or the last one of a block, which ends with it."""
        node = self.analysis.nodes[node_id]
        return node if isinstance(node, Step) else list(walk_steps((node,)))[-1]

    @cached_property
    def turned_away(self) -> float:
        """Share of the applicants whose case the employer ends."""
        return math.fsum(ending.share for ending in self.endings)

    @cached_property
    def screens(self) -> dict[str, ScreenYield]:
        """Step id -> what its screen does, for screens that state their rates."""
        return {screen.step: screen for screen in self.analysis.screens}

    def per_hire(self, step_id: str) -> float:
        """Return how many applicants come to a step for each one hired."""
        return self.analysis.experienced_visits[step_id] / self.analysis.hired_share

    def wait_days(self, step: Step) -> float:
        """Return the calendar days that a step adds to a hire, 0 when it states none.

        Inside the clock, days that run beside a longer branch do not count.
        """
        known = self.ledger.flow_time.contributions
        if step.id in known:
            return known[step.id]
        return self.visits[step.id] * step.wait.takes.mean if step.wait else 0.0

    @cached_property
    def _points(self) -> dict[tuple[str, str], list[float]]:
        found: dict[tuple[str, str], list[float]] = defaultdict(list)
        for entry in self.ledger.entries:
            found[entry.factor, entry.step].append(entry.points)
        return found

    def points(self, factors: Iterable[str], steps: Iterable[str]) -> float | None:
        """Return the points of some factors on some steps; None for no line."""
        ids = tuple(dict.fromkeys(steps))
        lines = [
            points
            for factor in factors
            for step in ids
            for points in self._points.get((factor, step), ())
        ]
        return math.fsum(lines) if lines else None

    @cached_property
    def role_minutes(self) -> dict[str, dict[str, float]]:
        """Role id -> step id -> staff minutes of one visit, handoffs not counted."""
        found: dict[str, dict[str, float]] = {role: {} for role in self.roles}
        for step in self.steps:
            own = math.fsum(
                line.minutes
                for line in self.ledger.visit_lines[step.id].effort
                if line.side == "employer"
            )
            for person in step.participants:
                if self.roles[person.role].side not in STAFF:
                    continue
                each = math.fsum(
                    q.mean for q in (person.work, person.trip) if q is not None
                )
                minutes = person.people.mean * each
                steps = found[person.role]
                steps[step.id] = steps.get(step.id, 0.0) + minutes
                own -= minutes
            if self.side(step) in STAFF:
                steps = found[step.role]
                steps[step.id] = steps.get(step.id, 0.0) + own
        return found

    def loaded_visits(self, step: Step) -> float:
        """Return the visits of all applicants for each one hired.

        A step that is done once for a vacancy counts with its own repetitions only.
        """
        analysis = self.analysis
        if step.per is Per.VACANCY:
            reach = analysis.reach[step.id]
            visits = analysis.experienced_visits[step.id] / reach if reach else 0.0
        else:
            visits = self.per_hire(step.id)
        by_design = analysis.visits[step.id]
        return visits * (self.visits[step.id] / by_design if by_design else 1.0)


def _can_be_form(step: Step) -> bool:
    if step.kind is not None:
        return step.kind is StepKind.FORM
    if step.channel in SPOKEN or step.commits or _positive(step.quantities.trip):
        return False
    return step.wait is None or step.wait.cause is not WaitCause.NOTICE


def _positive(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.mean > 0
