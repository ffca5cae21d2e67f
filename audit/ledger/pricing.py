"""From the facts of a process to its ledger.

For step i and factor k on the side of dimension d

    amount_ik    = v_i q_ik r_k                 minutes, or days of calendar time
    perceived_ik = amount_ik (m_k - 1)          the candidate's side only
    points_ik    = 100 (w_d / R_d) (amount_ik + perceived_ik)

with v_i the expected visits of a person who stays the course and is hired, q_ik the
quantity of one visit, r_k and m_k the rate and how it feels, w_d the weight of a side
and R_d what the typical process of the scope takes of it. The form is that of the
Standard Cost Model (price times quantity, evidence row VAL-08).
"""

from __future__ import annotations

from collections.abc import Mapping

from audit.analysis import DEFAULT_ACCURACY, Analysis
from audit.ledger.effort import EffortCounter, EffortLine, StepEffort
from audit.ledger.entries import Ledger, VisitLines
from audit.ledger.factors import CANDIDATE, FACTOR_BY_ID, FACTORS, TIME
from audit.ledger.profile import Profile
from audit.ledger.successions import repeats_per_visit, succession_lines
from audit.model import Law, Process, Quantity, Scope, Step
from audit.result import LedgerEntry
from audit.units import days_from_minutes

_ORDER = {factor.id: place for place, factor in enumerate(FACTORS)}


def price(
    analysis: Analysis, profile: Profile, *, accuracy: float = DEFAULT_ACCURACY
) -> Ledger:
    """Return the ledger of a process at the rates of a profile.

    Args:
        analysis: the facts of the process.
        profile: rates, weights, references and wages.
        accuracy: width of a cell of the calendar-time law as a share of its mean.
    """
    process = analysis.process
    counter = EffortCounter(process, profile)
    repeats = repeats_per_visit(
        analysis.repeated_asks, analysis.visits, analysis.work_visits
    )
    efforts = {
        step.id: counter.count(step, repeats.get(step.id, 0.0))
        for step in process.steps
    }
    durations = {
        step.id: clock_time(step, efforts[step.id].own_minutes)
        for step in process.steps
        if step.id in analysis.in_clock
    }
    flow = analysis.flow_time(durations, accuracy)
    successions = succession_lines(
        process, profile, analysis.handoffs, analysis.channel_switches, analysis.visits
    )
    pricer = Pricer(process, profile)
    serial = {node.id for node in process.nodes}
    entries: list[LedgerEntry] = []
    for step in process.steps:
        work, visits = analysis.work_visits[step.id], analysis.visits[step.id]
        found = [pricer.entry(step, e, work) for e in efforts[step.id].lines]
        found += [pricer.entry(step, line, visits) for line in successions[step.id]]
        days = flow.contributions.get(step.id, 0.0)
        if days > 0:
            # Exact outside parallel blocks: visits times duration.
            each = durations[step.id].mean if step.id in serial else days / visits
            found.append(pricer.entry(step, pricer.wait(step, each), visits))
        entries += sorted(
            (entry for entry in found if entry.visits > 0),
            key=lambda entry: (_ORDER[entry.factor], entry.side, entry.vendor),
        )
    return Ledger(
        entries=tuple(entries),
        profile=profile,
        scope=process.scope,
        flow_time=flow,
        analysis=analysis,
        durations=durations,
        visit_lines={
            step.id: VisitLines(
                effort=efforts[step.id].lines, successions=successions[step.id]
            )
            for step in process.steps
        },
        assumptions=_assumptions(process, profile, efforts),
    )


def clock_time(step: Step, own_minutes: float) -> Quantity:
    """Return how long one visit takes on the clock, in days.

    Its `wait`; else half a period on average for a batch (`every`); else the time is
    not assessed and its own touch time counts at clock time.
    """
    if step.wait is not None:
        return step.wait.takes
    if step.every is not None:
        period = step.every.mean
        return Quantity(low=0.0, likely=period / 2, high=period, law=Law.UNIFORM)
    return Quantity.point(days_from_minutes(own_minutes))


class Pricer:
    """Turns lines of effort into entries at the weights of a scope."""

    def __init__(self, process: Process, profile: Profile) -> None:
        reference = profile.reference(process.scope)
        self._rates = {rate.factor: rate for rate in profile.rates}
        self._points = {
            side: 100 * weight / reference.typical(side)
            for side, weight in profile.weights.as_dict().items()
        }

    def wait(self, step: Step, days: float) -> EffortLine:
        """Return the calendar time of one visit as a line."""
        origin = step.wait.takes.provenance if step.wait is not None else None
        return EffortLine(
            factor="wait_day",
            side=TIME,
            vendor=False,
            quantity=days,
            rate=self._rates["wait_day"].amount,
            wage=0.0,
            cash=0.0,
            basis=(origin or step.provenance).basis,
        )

    def entry(self, step: Step, line: EffortLine, visits: float) -> LedgerEntry:
        """Return a line, visited so often, as an entry."""
        rate = self._rates.get(line.factor)
        amount = visits * line.quantity * line.rate
        felt = rate.felt if rate and line.side == CANDIDATE else 1.0
        perceived = amount * (felt - 1)
        cash = visits * line.cash
        wage = 0.0 if line.side == TIME else line.wage
        return LedgerEntry(
            step=step.id,
            factor=line.factor,
            side=line.side,
            vendor=line.vendor,
            visits=visits,
            quantity=line.quantity,
            rate=line.rate,
            unit=FACTOR_BY_ID[line.factor].unit,
            amount=amount,
            perceived=perceived,
            points=self._points.get(line.side, 0.0) * (amount + perceived),
            cost=amount / 60 * wage + cash,
            cash=cash,
            justified=None if step.justified is None else step.justified.value,
            basis=line.basis.value,
            evidence_id=rate.evidence[0] if rate and rate.evidence else None,
        )


def _assumptions(
    process: Process, profile: Profile, efforts: Mapping[str, StepEffort]
) -> tuple[str, ...]:
    found: list[str] = []
    if process.scope is None:
        found.append(
            "The file states no scope: the process is priced against the end-to-end "
            "reference and gets no grade."
        )
    elif process.scope is Scope.PARTIAL:
        found.append(
            "A part of a process: it is priced against the end-to-end reference and "
            "gets no grade."
        )
    if process.currency != profile.currency:
        found.append(
            f"Wages and prices of the profile are in {profile.currency} and were not "
            f"converted to {process.currency}."
        )
    for effort in efforts.values():
        found += effort.assumptions
    return tuple(found)
