"""Steps done once for each opening, before anybody applies.

They are no part of a candidate's way. Their work is work of the hiring process, and
waits with all other jobs of those who do it, as often as requisitions open; their time
is before the clock of a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from audit.model import Node, Per, Priority, Process, Requisitions, Step
from audit.simulation.assembly.demand_of import WEEKS_PER_YEAR
from audit.simulation.assembly.laws_of import whole
from audit.simulation.assembly.participants import has_queue, hours_of
from audit.simulation.assembly.staffing import PRIORITIES, duty_key, pool_hours
from audit.simulation.laws import DurationLaw
from audit.simulation.scenario import Duty


def opening_steps(nodes: tuple[Node, ...]) -> tuple[Step, ...]:
    """Return the first steps, as far as all are done once for each opening.

    None where a later step leads back into them, or nothing would be left.
    """
    found: list[Step] = []
    for node in nodes:
        if not isinstance(node, Step) or node.per is not Per.VACANCY:
            break
        found.append(node)
    ids = {step.id for step in found}
    later = nodes[len(found) :]
    if not later or any(flow.to in ids for node in later for flow in node.flows):
        return ()
    return tuple(found)


def opening_jobs(
    process: Process,
    openers: tuple[Step, ...],
    work: Mapping[str, DurationLaw | None],
    visits: Mapping[str, float],
) -> dict[str, tuple[Duty, ...]]:
    """Return role -> jobs of opening requisitions, by chance as these come.

    Args:
        process: with its demand and roles.
        openers: steps done once for each opening.
        work: step -> hours of one visit.
        visits: step -> visits for each requisition.
    """
    demand = process.demand
    if not isinstance(demand, Requisitions) or demand.per_year is None:
        return {}
    per_week = demand.per_year.mean / WEEKS_PER_YEAR
    jobs: dict[str, tuple[Duty, ...]] = {}
    for step in openers:
        for role, key, people, law in _doers(process, step, work[step.id]):
            hours = pool_hours(process.role(role))
            if law is None or law.mean == 0 or hours == 0:
                continue
            duty = Duty(
                id=key,
                work_hours=law,
                share=per_week * visits[step.id] * people * law.mean / hours,
                priority=PRIORITIES[step.priority or Priority.NORMAL],
                for_opening=True,
                place=step.place,
            )
            jobs[role] = (*jobs.get(role, ()), duty)
    return jobs


def guest_key(role: str, step: str) -> str:
    """Return the id of the jobs of those who take part in opening a requisition."""
    return f"{duty_key(role, step)}, with"


def _doers(
    process: Process, step: Step, own: DurationLaw | None
) -> Iterator[tuple[str, str, int, DurationLaw | None]]:
    """Yield role, id of the jobs, people and hours of each, of all who do a step."""
    yield step.role, duty_key(step.role, step.id), 1, own
    for person in step.participants:
        if has_queue(process, person):
            people = whole(person.people, 1)
            yield person.role, guest_key(person.role, step.id), people, hours_of(person)
