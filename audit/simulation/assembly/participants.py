"""Steps in which people of other roles give time too: each from a queue of their own.

Such a step becomes a parallel block: the step itself, and one job for each person who
takes part. The block is over with the last of them, and the ways on leave from it. What
comes before any work (a position to set aside, the date of a group) is seen to once, at
a place before the block, and an offer is made after it.

The step keeps its id, and with it the random numbers of its work and delay: a variant
without participants shares them. The exact engine prices the minutes of participants
but lets the clock pass by the step alone, so the two agree where nobody who takes part
needs longer than the step.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from audit.errors import SimulationError
from audit.model import Participant, Process, Side, Step
from audit.simulation.assembly.laws_of import law_of, shifted, whole
from audit.simulation.laws import DurationLaw
from audit.simulation.scenario import (
    DONE,
    PositionControl,
    RolePool,
    ScenarioBlock,
    ScenarioFlow,
    ScenarioNode,
    ScenarioStep,
)
from audit.units import MINUTES_PER_HOUR, format_number

MOST_TOGETHER = 100
"""People who take part in one step beside the one who does it."""

_SIDES = frozenset({Side.EMPLOYER, Side.VENDOR})
"""Whose people have a queue; candidates and third parties come when they are asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guests:
    """People of one role who give time in a step of which they are not the doer."""

    role: str
    asked: int
    people: int
    """Those who come: no more than the role has beside who does the step."""
    work_hours: DurationLaw
    """Of each, their way included."""

    def scaled(self, share: float) -> Guests:
        """Return the same people where only a share of the work is done again."""
        return replace(self, work_hours=self.work_hours.scaled(share))


def guest_roles(process: Process, steps: Iterable[Step]) -> frozenset[str]:
    """Return the roles whose people are asked for time in steps of others."""
    return frozenset(
        person.role
        for step in steps
        for person in step.participants
        if has_queue(process, person) and hours_of(person) is not None
    )


def guests_of(
    process: Process,
    step: Step,
    pools: Mapping[str, RolePool],
    pooled: Collection[str],
) -> tuple[Guests, ...]:
    """Return who takes part in a step and has to be waited for.

    Args:
        process: with its roles.
        step: the step.
        pools: role -> its people.
        pooled: steps that one of the people of their own role does.

    Raises:
        SimulationError: more people than one step can hold.
    """
    found: list[Guests] = []
    for person in step.participants:
        hours = hours_of(person)
        if hours is None or person.role not in pools:
            continue
        if not has_queue(process, person):
            continue
        doers = int(person.role == step.role and step.id in pooled)
        asked = whole(person.people, 1)
        people = min(asked, pools[person.role].people - doers)
        found.append(
            Guests(role=person.role, asked=asked, people=people, work_hours=hours)
        )
    coming = sum(guests.people for guests in found)
    if coming > MOST_TOGETHER:
        raise SimulationError(
            f"{format_number(coming)} people take part in step `{step.id}`: more than "
            f"the {MOST_TOGETHER} that a simulation takes in one step",
            place=step.place,
        )
    return tuple(found)


def has_queue(process: Process, person: Participant) -> bool:
    """Say whether somebody who takes part may be busy with something else."""
    return process.role(person.role).side in _SIDES


def hours_of(person: Participant) -> DurationLaw | None:
    """Return the law of the hours that each of them gives; None for unknown or none."""
    minutes = person.work or person.trip
    if minutes is None:
        return None
    if person.work is not None and person.trip is not None:
        minutes = shifted(person.work, person.trip.mean)
    return law_of(minutes, 1 / MINUTES_PER_HOUR) if minutes.mean > 0 else None


def together(
    step: ScenarioStep, guests: tuple[Guests, ...]
) -> tuple[ScenarioNode, ...]:
    """Return a step with the people who take part in it, as nodes of its level.

    The first one is the place where cases enter. Nobody taking part: the step alone.
    """
    jobs = tuple(job for group in guests for job in _jobs(step, group))
    if not jobs:
        return (step,)
    begins = ScenarioStep(
        id=beginning_of(step.id),
        flows=_to(_block_of(step.id)),
        batch=step.batch,
        leaves_per_day=step.leaves_per_day,
        position=step.position,
        place=step.place,
    )
    own = replace(
        step,
        flows=_to(DONE),
        batch=None,
        position=PositionControl.NONE,
        offers=False,
    )
    over = f"{step.id}, over"
    block = ScenarioBlock(
        id=_block_of(step.id),
        # The own step comes first: a candidate who leaves stands there, not at a guest.
        branches=((own,), *((job,) for job in jobs)),
        flows=_to(over) if step.offers else step.flows,
        place=step.place,
    )
    if not step.offers:
        return begins, block
    end = ScenarioStep(id=over, flows=step.flows, offers=True, place=step.place)
    return begins, block, end


def beginning_of(step: str) -> str:
    """Return the id of the place before a step with participants; no step has it."""
    return f"{step}, begins"


def job_names(id: str, name: str, role: str, guests: Guests) -> dict[str, str]:
    """Return the job of each person of a role -> its name for people."""
    if guests.people == 1:
        return {_job_of(id, guests.role, 1): f"{name}, {role}"}
    return {
        _job_of(id, guests.role, n): f"{name}, {role} ({n} of {guests.people})"
        for n in range(1, guests.people + 1)
    }


def _jobs(step: ScenarioStep, guests: Guests) -> tuple[ScenarioStep, ...]:
    return tuple(
        ScenarioStep(
            id=_job_of(step.id, guests.role, n),
            flows=_to(DONE),
            role=guests.role,
            work_hours=guests.work_hours,
            priority=step.priority,
            place=step.place,
        )
        for n in range(1, guests.people + 1)
    )


def _job_of(step: str, role: str, number: int) -> str:
    return f"{step}, with {role} {number}"


def _block_of(step: str) -> str:
    return f"{step}, together"


def _to(target: str) -> tuple[ScenarioFlow, ...]:
    return (ScenarioFlow(to=target),)
