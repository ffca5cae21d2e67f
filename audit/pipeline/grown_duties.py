"""Other work that grows with the people who do it, since the file states it as a share.

Whoever adds a person to a role rarely means to add other work. The share that would
keep it as it was is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.result.simulation import SimulatedRole, SimulatedVariant
from audit.units import format_number, format_share, plural

_LEAST_HOURS = 1.0
"""Hours a week below which nothing is said."""
_SAME_SHARE = 0.005


def with_grown_duties(
    before: SimulatedVariant, after: SimulatedVariant
) -> SimulatedVariant:
    """Return the after with what is taken for granted of other work that changed."""
    was = {role.id: role for role in before.roles}
    told = (
        words
        for role in after.roles
        if role.id in was
        for words in _grown(was[role.id], role)
    )
    return replace(after, assumptions=(*told, *after.assumptions))


def _grown(was: SimulatedRole, now: SimulatedRole) -> Iterator[str]:
    shares = [role.duty_hours / role.hours_per_week for role in (was, now)]
    if (
        was.people == now.people
        or abs(now.duty_hours - was.duty_hours) < _LEAST_HOURS
        or abs(shares[1] - shares[0]) > _SAME_SHARE
    ):
        return
    hours = [f"{format_number(role.duty_hours, 1)} h" for role in (was, now)]
    kept = format_share(was.duty_hours / now.hours_per_week)
    people = plural(now.people, "person", "people")
    yield (
        f"{now.name}: the file states its other work as a share of its hours, so with "
        f"{people} instead of {was.people} it is {hours[1]} a week instead of "
        f"{hours[0]}. Where the work stays as it is, state {kept}."
    )
