"""Numbers that no house has, and those that a simulation can only live with in part."""

from __future__ import annotations

import math
from collections.abc import Iterator

from audit.loaders.defaults import origin, with_defaults
from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap, RoleMap
from audit.loaders.levels import written_steps
from audit.loaders.problem_text import shown
from audit.loaders.workload import WITHOUT_A_QUEUE
from audit.loaders.workload_format import RequisitionsMap
from audit.model import Quantity
from audit.units import HOURS_IN_A_WEEK, format_number

Counted = tuple[Quantity | None, str, Path]
"""A number of things or people, words for it, and its place."""


def check_limits(written: ProcessMap, document: Document) -> None:
    """Note people, hours, openings and times that cannot be, or are no whole number."""
    for role_id, role in written.roles.items():
        _check_role(role, role_id, document)
    _check_demand(written, document)
    for own, path in written_steps(written):
        step = with_defaults(own, written)
        _check_leaving(
            step.leaves,
            f"everybody leaves '{shown(step.id)}' on the first day",
            origin(own, path, "leaves", document),
            document,
        )
    if written.requisitions is None and written.arrivals is None:
        return
    for number, words, where in _counts(written, document):
        _check_whole(number, words, where, document)
    for role_id, role in written.roles.items():
        _check_time_left(role, role_id, document)
    if written.arrivals is None:
        _check_requisitions(written.requisitions, document)


def _check_role(role: RoleMap, role_id: str, document: Document) -> None:
    path: Path = ("roles", role_id)
    if role.people is not None and role.people.mean <= 0:
        _refuse(
            f"nobody works in role '{shown(role_id)}'",
            (*path, "people"),
            "write how many people it has, or leave it out if nobody knows",
            document,
        )
    hours = role.hours_per_week
    if hours is not None and not 0 < hours.mean <= HOURS_IN_A_WEEK:
        _refuse(
            f"role '{shown(role_id)}' works {format_number(hours.mean)} hours a week, "
            f"and a week has {HOURS_IN_A_WEEK}",
            (*path, "hours_per_week"),
            "write the hours of one person; how many people there are is people",
            document,
        )
    for name, duty in (role.duties or {}).items():
        if duty.work is not None and duty.work.mean <= 0:
            _refuse(
                f"the jobs of the duty '{shown(name)}' take no time",
                (*path, "duties", name, "work"),
                "say how long one of them takes, for example work: 1-3 h",
                document,
            )


def _check_demand(written: ProcessMap, document: Document) -> None:
    opened, arrivals = written.requisitions, written.arrivals
    if opened is not None and opened.openings is not None and opened.openings.mean <= 0:
        _refuse(
            "a requisition has no opening",
            ("requisitions", "openings"),
            "write how many positions one requisition has, or leave it out for one",
            document,
        )
    if arrivals is not None and arrivals.every is not None and arrivals.every.mean <= 0:
        _refuse(
            "there is no time between two candidates",
            ("arrivals", "every"),
            "for example every: 1 day, or per_week: 6",
            document,
        )
    _check_leaving(
        written.other_offers,
        "everybody takes another offer on the first day",
        ("other_offers",),
        document,
    )


def _check_leaving(
    share: Quantity | None, what: str, path: Path, document: Document
) -> None:
    if share is not None and share.mean >= 1:
        _refuse(
            what, path, "it is the share who leave in one day, for example 2%", document
        )


def _refuse(what: str, path: Path, hint: str, document: Document) -> None:
    document.add("E095", what, path, hint=hint)


def _counts(written: ProcessMap, document: Document) -> Iterator[Counted]:
    """Yield the numbers that a simulation takes as whole ones."""
    for role_id, role in written.roles.items():
        for name, duty in (role.duties or {}).items():
            where: Path = ("roles", role_id, "duties", name, "per_hire")
            yield duty.per_hire, "jobs for a hire", where
    if (opened := written.requisitions) is not None:
        yield opened.openings, "openings", ("requisitions", "openings")
        yield opened.reposts, "later postings", ("requisitions", "reposts")
    for own, path in written_steps(written):
        step = with_defaults(own, written)
        where = origin(own, path, "in_progress", document)
        yield step.in_progress, "candidates in progress", where
        others = origin(own, path, "with", document)
        for role_id, person in (step.participants or {}).items():
            yield person.people, "people", (*others, role_id, "people")


def _check_whole(
    number: Quantity | None, words: str, path: Path, document: Document
) -> None:
    if number is None or number.mean == number.whole:
        return
    document.add(
        "W115",
        f"a simulation takes {format_number(number.mean)} {words} as {number.whole}",
        path,
        label="no whole number"
        if number.low == number.high
        else "not whole on average",
        hint="write a whole number",
    )


def _check_time_left(role: RoleMap, role_id: str, document: Document) -> None:
    """Warn of other work that leaves no hour for candidates."""
    if role.people is None or role.side in WITHOUT_A_QUEUE:
        return
    duties = (role.duties or {}).values()
    shares = [duty.share for duty in duties] if duties else [role.other_duties]
    total = math.fsum(share.mean for share in shares if share is not None)
    # Duties of more than the whole are wrong, and noted as such.
    if not math.isclose(total, 1):
        return
    document.add(
        "W116",
        f"the other work of role '{shown(role_id)}' takes all of its time",
        ("roles", role_id, "duties" if duties else "other_duties"),
        label="nobody is left for candidates",
        hint="say what is left for hiring: 90% of other work leaves a tenth",
    )


def _check_requisitions(opened: RequisitionsMap | None, document: Document) -> None:
    if opened is None:
        return
    for key, example in (("per_year", 170), ("applicants", 30)):
        place = ("requisitions", key)
        if getattr(opened, key) is None and not document.put_aside(place):
            document.add(
                "W116",
                f"'requisitions' lacks '{key}', which a simulation needs",
                ("requisitions",),
                key=True,
                hint=f"for example {key}: {example}",
            )
