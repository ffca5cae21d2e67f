"""What was taken for granted of the steps of a process, and what it leaves open."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping

from audit.model import Per, Process, Quantity, Requisitions, Step
from audit.simulation.assembly.participants import Guests, has_queue
from audit.simulation.assembly.step_times import makes_its_wait
from audit.units import format_days, format_number, format_share, plural


def step_assumptions(
    process: Process,
    steps: tuple[Step, ...],
    pools: Collection[str],
    workless: Collection[str],
    left_out: Mapping[str, float],
    visits: Mapping[str, float],
) -> Iterator[str]:
    """Yield what was taken for granted, as sentences with their numbers.

    Args:
        process: the process.
        steps: those on a candidate's way.
        pools: roles with a queue.
        workless: steps whose work is not stated.
        left_out: node -> share of its cases that the run makes itself.
        visits: step -> how often a hire is there.
    """
    queued = [s for s in steps if s.role in pools and s.id not in workless]
    waits = [step for step in queued if step.wait is not None and step.delay is None]
    made = [step for step in waits if makes_its_wait(step)]
    if made:
        stated = math.fsum(
            visits[step.id] * step.wait.takes.mean
            for step in made
            if step.wait is not None
        )
        yield (
            f"{plural(len(made), 'wait')} for a queue: the simulation makes them "
            f"itself. Those of the file, {format_days(stated)} for a hire in all, are "
            "not used; where they are far from those of the runs, the file's people, "
            "other work or applicants do not explain its waits."
        )
    if len(waits) > len(made):
        yield (
            f"{plural(len(waits) - len(made), 'wait')} for something else: what the "
            "work leaves of them passes beside the queue."
        )
    if left_out:
        yield (
            "People who withdraw or find the position filled come from the simulation "
            f"itself: the shares that {plural(len(left_out), 'step')} "
            f"{'states' if len(left_out) == 1 else 'state'} for them, up to "
            f"{format_share(max(left_out.values()))}, are not used."
        )
    once = [step for step in steps if step.per is Per.VACANCY]
    if once:
        yield (
            f"{plural(len(once), 'step')} done once for each opening after people have "
            "applied: taken as done for each candidate who gets there."
        )
    if process.clock.days == "business":
        yield "Business days of the file were counted as 7/5 calendar days."


def open_questions(
    process: Process,
    steps: tuple[Step, ...],
    pools: Collection[str],
    workless: Collection[str],
) -> Iterator[str]:
    """Yield what the file does not say, with the key that would say it.

    Args:
        process: the process.
        steps: those on a candidate's way.
        pools: roles with a queue.
        workless: steps whose work is not stated.
    """
    for step in steps:
        if step.role in pools and step.id in workless:
            yield (
                f"{step.name}: the file does not say its work (key work), so nobody "
                "is busy with it and its time is that of the file."
            )
    if process.other_offers is None:
        yield "How many take another offer a day (other_offers): nobody does."
    race = isinstance(process.demand, Requisitions)
    if race and not any(step.offer for step in steps):
        yield (
            "Which step makes the offer (offer: true): an offer counts as taken back "
            "only where somebody comes to the end and finds the position filled."
        )
    silent = [
        step
        for step in steps
        if step.wait is None and step.every is None and step.delay is None
    ]
    if silent:
        yield (
            f"{plural(len(silent), 'step')} without a wait: only queue and work take "
            "time there."
        )


def counted_assumptions(process: Process, steps: tuple[Step, ...]) -> Iterator[str]:
    """Yield the numbers of things or people that were taken as whole ones.

    Args:
        process: the process.
        steps: those on a candidate's way.
    """
    for number, words in _counts(process, steps):
        if number is not None and number.mean != number.whole:
            yield f"{words}: {format_number(number.mean)} were taken as {number.whole}."


def _counts(
    process: Process, steps: tuple[Step, ...]
) -> Iterator[tuple[Quantity | None, str]]:
    demand = process.demand
    if isinstance(demand, Requisitions):
        yield demand.openings, "Positions of a requisition"
        yield demand.reposts, "Later postings of a requisition"
    for role in process.roles:
        for duty in role.duties:
            yield duty.per_hire, f"Jobs for each hire, {role.name}, {duty.id}"
    for step in steps:
        yield step.in_progress, f"Candidates in progress before {step.name}"
        for person in step.participants:
            if has_queue(process, person):
                guest = process.role(person.role).name
                yield person.people, f"People of {guest} who take part in {step.name}"


def guest_assumptions(
    process: Process,
    steps: tuple[Step, ...],
    guests: Mapping[str, tuple[Guests, ...]],
) -> Iterator[str]:
    """Yield what was taken for granted of people who take part in steps of others.

    Args:
        process: the process.
        steps: those on a candidate's way.
        guests: step -> who takes part and has a queue.
    """
    joint = [s for s in steps if any(group.people for group in guests[s.id])]
    if joint:
        yield (
            f"{plural(len(joint), 'step')} in which people of other roles take part: "
            "each of them has the work in the own queue, and the step is over when the "
            "last one is done. Nobody looks for an hour at which all are free, so a "
            "joint date takes longer in life. In the days of a hire by cause, the wait "
            "for each of them and the work of each count, so these days add up to more "
            "than the days of a hire."
        )
    if any(step.leaves is not None for step in joint):
        yield (
            "Who loses patience with a step in which others take part does so until "
            "its own role is done, not while the last of the others is waited for."
        )
    for step in steps:
        for group in guests[step.id]:
            if group.people < group.asked:
                who = "person" if group.asked == 1 else "people"
                are = "is" if group.people == 1 else "are"
                yield (
                    f"{step.name} asks for {group.asked} {who} of "
                    f"{process.role(group.role).name} beside who does it, and there "
                    f"{are} {group.people}: the hours of the others are not in the "
                    "load."
                )


def guest_questions(process: Process, steps: tuple[Step, ...]) -> Iterator[str]:
    """Yield who takes part for a time that the file does not say."""
    for step in steps:
        for person in step.participants:
            untold = person.work is None and person.trip is None
            if untold and has_queue(process, person):
                yield (
                    f"{step.name}: the file does not say how long "
                    f"{process.role(person.role).name} gives to it "
                    f"(with.{person.role}.work), so nobody waits for that role here."
                )
