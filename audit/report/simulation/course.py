"""Steps in the order of the process, what is done again beside what it repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def in_course(things: Iterable[T], step: Callable[[T], str]) -> list[T]:
    """Return things of steps with those of a repetition behind those of its step.

    A simulation makes steps itself, each named behind a comma, which no id of a file
    holds: `fill, with hr 1` is work of somebody who takes part, and stands there
    already; `fill, again 0.2` is the part that is done again, and stands at the end.

    >>> in_course(["fill", "fill, with hr 1", "check", "fill, again 0.2"], str)
    ['fill', 'fill, with hr 1', 'fill, again 0.2', 'check']

    Args:
        things: in the order of the simulation.
        step: the id of the step that a thing is of.
    """
    found = list(things)
    first: dict[str, int] = {}
    for thing in found:
        first.setdefault(_in_file(step(thing)), len(first))
    return sorted(found, key=lambda thing: first[_in_file(step(thing))])


def merged(courses: Iterable[Iterable[str]]) -> list[str]:
    """Return the steps of several processes in one order that suits all.

    A step that only a later process has stands behind the one before it there.

    >>> merged([["apply", "hire"], ["apply", "call", "hire"], ["advertise", "apply"]])
    ['advertise', 'apply', 'call', 'hire']
    """
    steps: list[str] = []
    for course in courses:
        place = 0
        for step in course:
            if step in steps:
                place = steps.index(step) + 1
            else:
                steps.insert(place, step)
                place += 1
    return steps


def _in_file(step: str) -> str:
    """Return the step of the file that a step of a simulation belongs to."""
    return step.partition(",")[0]
