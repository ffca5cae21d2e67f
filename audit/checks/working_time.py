"""The hours of a year that a role has, and how many its other work leaves."""

from __future__ import annotations

from audit.model import Process, Quantity, Role, other_work

WEEKS = 46
"""Weeks of a year in which one person is at work; our judgement."""
HOURS_PER_WEEK = 40
"""Unless stated; the same that a simulation takes."""


def weekly_hours(role: Role) -> float:
    """Return the hours that one of a role works in a week.

    The stated number, else those of the calendar, else the usual ones.
    """
    if role.hours_per_week is not None:
        return role.hours_per_week.mean
    if role.calendar is not None:
        return role.calendar.hours_per_week
    return HOURS_PER_WEEK


def yearly_hours(role: Role) -> float | None:
    """Return the hours a year of all people of a role; None where nobody counts them.

    What the other work takes is not yet off.
    """
    if role.people is None:
        return None
    return role.people.mean * weekly_hours(role) * WEEKS


def other_hours(role: Role, process: Process) -> float | None:
    """Return the hours a year that the other work of a role takes.

    The jobs that each hire adds are among them.

    Returns:
        None where the file does not say what else the role does, how many people it
        has, or, where hires add jobs, how many are hired.
    """
    other, all_hours = other_work(role), yearly_hours(role)
    if other is None or all_hours is None:
        return None
    standing = all_hours * other.share
    if not other.hours_per_hire:
        return standing
    if process.hires_per_year is None:
        return None
    return standing + process.hires_per_year.mean * other.hours_per_hire


def share_numbers(role: Role, process: Process) -> tuple[Quantity, ...]:
    """Return the numbers of the file that the share of the other work rests on."""
    other = other_work(role)
    if other is None:
        return ()
    if not other.hours_per_hire:
        return other.numbers
    return stated_numbers(role, process)


def stated_numbers(role: Role, process: Process) -> tuple[Quantity, ...]:
    """Return the numbers of the file that the hours left to a role rest on."""
    other = other_work(role)
    stated = (process.hires_per_year, role.people, role.hours_per_week)
    return (
        *(number for number in stated if number is not None),
        *(other.numbers if other is not None else ()),
    )
