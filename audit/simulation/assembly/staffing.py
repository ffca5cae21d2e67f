"""From the roles of a file to pools of people with hours and other duties."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from audit.errors import SimulationError
from audit.model import Duty as WrittenDuty
from audit.model import Law, Priority, Process, Quantity, Role, Side, other_work
from audit.simulation.assembly.laws_of import law_of, whole
from audit.simulation.calendar import (
    WeeklyCalendar,
    hours_per_week,
    office_hours,
)
from audit.simulation.scenario import Duty, RolePool
from audit.units import HOURS_IN_A_WEEK, MINUTES_PER_HOUR, format_number

PRIORITIES = {Priority.FIRST: 0, Priority.NORMAL: 1, Priority.LAST: 2}
OTHER_WORK = "other work"
"""Id of the duty that stands for a stated share of other duties."""
OTHER_JOB = Quantity(low=30.0, likely=90.0, high=330.0, law=Law.PERT)
"""Minutes of one job of it, two hours on average: evidence row HAN-16."""

_USUAL_HOURS = 40.0
"""Unless stated; the same that the check of overloaded roles takes."""
_WORKING_DAYS = 5
_LONGEST_DAY = 16.0
_OPENS = 9.0
_PER_MINUTE = 1 / MINUTES_PER_HOUR
_QUEUELESS = frozenset({Side.CANDIDATE, Side.SYSTEM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Who is there, and what was taken for granted of them."""

    pools: tuple[RolePool, ...]
    assumptions: tuple[str, ...]
    not_assessed: tuple[str, ...]


def staff(
    process: Process, doing: frozenset[str], jobs: dict[str, tuple[Duty, ...]]
) -> Staff:
    """Return the pools of the roles that queues can form before.

    Args:
        process: with its roles.
        doing: roles that do a step of the simulated part.
        jobs: role -> duties that follow from the process itself.
    """
    pools: list[RolePool] = []
    assumptions: list[str] = []
    missing: list[str] = []
    for role in process.roles:
        if role.side in _QUEUELESS or role.id not in doing:
            continue
        if role.people is None:
            if role.side is Side.EMPLOYER:
                missing.append(
                    f"{role.name}: the file does not say how many people it has "
                    f"(roles.{role.id}.people), so it has no queue and its waits are "
                    "those of the file."
                )
            else:
                assumptions.append(
                    f"{role.name} takes each case at once: its times are those of the "
                    "file."
                )
            continue
        pools.append(
            RolePool(
                id=role.id,
                people=_people(role),
                calendar=_calendar(role, missing),
                duties=(*_duties(role, assumptions, missing), *jobs.get(role.id, ())),
                place=role.place,
            )
        )
        assumptions += _parted(role, pools[-1])
    return Staff(
        pools=tuple(pools),
        assumptions=tuple(assumptions),
        not_assessed=tuple(missing),
    )


def duty_key(role: str, duty: str) -> str:
    """Return the id of a duty, which is one in the whole scenario."""
    return f"{role}/{duty}"


def pool_hours(role: Role) -> float:
    """Return the hours a week of all people of a role, 0 where it has no queue."""
    if role.people is None or role.side in _QUEUELESS:
        return 0.0
    return _people(role) * hours_per_week(_calendar(role, []))


def _people(role: Role) -> int:
    """Return how many there are; for half a person there is one, half the time."""
    if role.people is None:
        return 1
    stated = role.people.mean
    return round(stated) if _is_whole(stated) else math.ceil(stated)


def _part(role: Role) -> float:
    """Return the share of the hours that each of them is there."""
    if role.people is None or _is_whole(role.people.mean):
        return 1.0
    return role.people.mean / _people(role)


def _is_whole(people: float) -> bool:
    return math.isclose(people, round(people))


def _parted(role: Role, pool: RolePool) -> Iterable[str]:
    if role.people is not None and not _is_whole(role.people.mean):
        one = pool.people == 1
        yield (
            f"{role.name}: {format_number(role.people.mean)} people were taken as "
            f"{pool.people} who {'works' if one else 'work'} "
            f"{format_number(hours_per_week(pool.calendar))} hours a week"
            f"{'' if one else ' each'}, as many hours in all."
        )


def _calendar(role: Role, missing: list[str]) -> WeeklyCalendar:
    part = _part(role)
    if role.calendar is not None:
        return WeeklyCalendar(
            shifts=tuple(
                (start, start + part * (end - start))
                for start, end in role.calendar.shifts
            ),
            utc_offset_hours=role.calendar.utc_offset_hours,
        )
    if role.hours_per_week is None:
        missing.append(
            f"{role.name}: the file does not say its hours (roles.{role.id}.calendar "
            f"or hours_per_week); {format_number(_USUAL_HOURS)} hours a week were "
            "taken, Monday to Friday."
        )
    hours = role.hours_per_week.mean if role.hours_per_week else _USUAL_HOURS
    if hours > HOURS_IN_A_WEEK:
        raise SimulationError(
            f"role `{role.id}` works {format_number(hours)} hours a week, and a week "
            f"has {HOURS_IN_A_WEEK}",
            place=role.place,
        )
    days = _WORKING_DAYS if hours / _WORKING_DAYS <= _LONGEST_DAY else 7
    daily = part * hours / days
    opens = min(_OPENS, max(0.0, 24 - daily))
    return office_hours(opens, opens + daily, days)


def _duties(role: Role, assumptions: list[str], missing: list[str]) -> Iterable[Duty]:
    if role.duties:
        for duty in role.duties:
            yield _duty(role, duty)
        return
    other = other_work(role)
    if other is None:
        if role.side is Side.EMPLOYER:
            missing.append(
                f"{role.name}: the file does not say what else it does "
                f"(roles.{role.id}.duties or other_duties); no other work was taken."
            )
    elif other.share > 0:
        assumptions.append(
            f"{role.name}: its other duties come as jobs of two hours on average, half "
            "an hour to five and a half (HAN-16), in one queue with the candidates."
        )
        yield Duty(
            id=duty_key(role.id, OTHER_WORK),
            work_hours=law_of(OTHER_JOB, _PER_MINUTE),
            share=other.share,
            place=role.place,
        )


def _duty(role: Role, duty: WrittenDuty) -> Duty:
    return Duty(
        id=duty_key(role.id, duty.id),
        work_hours=law_of(duty.work, _PER_MINUTE),
        share=duty.share.mean if duty.share else 0.0,
        per_hire=whole(duty.per_hire, 0),
        priority=PRIORITIES[duty.priority or Priority.NORMAL],
        place=duty.place,
    )
