"""From the keys of hours, other duties and demand to the model, and their checks."""

from __future__ import annotations

import math

from audit.loaders.calendars import week_shifts
from audit.loaders.defaults import origin, with_defaults
from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap, RoleMap
from audit.loaders.levels import written_steps
from audit.loaders.problem_text import shown
from audit.loaders.workload_format import CalendarMap
from audit.model import Arrivals, Duty, Requisitions, Side, WorkingHours
from audit.units import format_number, format_share

_WORKING_DAYS = (0, 1, 2, 3, 4)
_OFFICE_HOURS = ((9.0, 17.0),)
WITHOUT_A_QUEUE = frozenset({Side.CANDIDATE, Side.SYSTEM})
_CLOSE = 0.01


def working_hours(calendar: CalendarMap | None) -> WorkingHours | None:
    """Return the week of a role; Monday to Friday, nine to five, where parts lack."""
    if calendar is None:
        return None
    return WorkingHours(
        shifts=week_shifts(
            calendar.days or _WORKING_DAYS, calendar.hours or _OFFICE_HOURS
        ),
        utc_offset_hours=calendar.zone or 0.0,
    )


def duties(role: RoleMap, path: Path, document: Document) -> tuple[Duty, ...]:
    """Return the other work of a role, in the order of the file."""
    return tuple(
        Duty(
            id=name,
            work=duty.work,
            share=duty.share,
            per_hire=duty.per_hire,
            priority=duty.priority,
            line=document.line((*path, "duties", name)),
            place=document.place((*path, "duties", name)),
        )
        for name, duty in (role.duties or {}).items()
        if duty.work is not None
    )


def demand(written: ProcessMap, document: Document) -> Requisitions | Arrivals | None:
    """Return who comes, and for which openings."""
    opened, arrivals = written.requisitions, written.arrivals
    if opened is not None:
        return Requisitions(
            per_year=opened.per_year,
            openings=opened.openings,
            applicants=opened.applicants,
            over=opened.over,
            notice=opened.notice,
            reposts=opened.reposts,
            repost_after=opened.repost_after,
            line=document.line(("requisitions",)),
            place=document.place(("requisitions",)),
        )
    if arrivals is not None:
        return Arrivals(
            per_week=arrivals.per_week,
            every=arrivals.every,
            days=arrivals.days,
            line=document.line(("arrivals",)),
            place=document.place(("arrivals",)),
        )
    return None


def check_workload(written: ProcessMap, document: Document) -> None:
    """Note demand and duties that contradict themselves, and keys without effect."""
    _check_demand(written, document)
    for role_id, role in written.roles.items():
        _check_role(role, ("roles", role_id), document)
    for own, path in written_steps(written):
        step = with_defaults(own, written)
        if step.in_progress is not None and len(path) > 2:
            document.add(
                "E094",
                f"'{shown(step.id)}' stands in a parallel block, where nobody can be "
                "in progress",
                origin(own, path, "in_progress", document),
                key=True,
                label="the other branches would have to be under way, too",
                hint="write it at a step before the block",
            )
        if step.first is not None and step.every is None:
            document.add(
                "W113",
                f"'first' of '{shown(step.id)}' means nothing without 'every'",
                origin(own, path, "first", document),
                key=True,
                hint="say how often the batches come, for example every: 2 weeks",
            )


def _check_demand(written: ProcessMap, document: Document) -> None:
    arrivals = written.arrivals
    if written.requisitions is not None and arrivals is not None:
        document.add(
            "E090",
            "candidates come for requisitions or one by one, not both",
            ("arrivals",),
            key=True,
            hint="keep requisitions where people race for an opening, else arrivals",
            related=("requisitions",),
            related_label="the other way",
        )
    if arrivals is None:
        return
    ways = ("per_week", "every", "days")
    stated = [way for way in ways if getattr(arrivals, way) is not None]
    if len(stated) != 1 and not any(
        document.put_aside(("arrivals", way)) for way in ways
    ):
        document.add(
            "E091",
            f"'arrivals' says {' and '.join(stated) or 'nothing'}, and needs one of "
            "per_week, every and days",
            ("arrivals",),
            key=True,
            hint="for example arrivals: {per_week: 6}",
        )


def _check_role(role: RoleMap, path: Path, document: Document) -> None:
    for key in ("calendar", "duties"):
        if getattr(role, key) is not None and role.side in WITHOUT_A_QUEUE:
            document.add(
                "W113",
                f"'{key}' means nothing for a role of side {role.side.value}",
                (*path, key),
                key=True,
                label="nobody queues for it",
                hint="write it at the role of the people who do the work",
            )
    _check_duties(role, path, document)
    week = working_hours(role.calendar)
    if week is None or role.hours_per_week is None:
        return
    if not math.isclose(
        week.hours_per_week, role.hours_per_week.mean, rel_tol=_CLOSE, abs_tol=_CLOSE
    ):
        document.add(
            "W112",
            f"the calendar holds {format_number(week.hours_per_week)} hours a week, "
            f"and hours_per_week says {format_number(role.hours_per_week.mean)}",
            (*path, "calendar"),
            key=True,
            label="a simulation takes the calendar",
            hint="make the two agree",
        )


def _check_duties(role: RoleMap, path: Path, document: Document) -> None:
    total = 0.0
    for name, duty in (role.duties or {}).items():
        here = (*path, "duties", name)
        if duty.share is not None:
            total += duty.share.mean
        elif duty.per_hire is None and not any(
            document.put_aside((*here, key)) for key in ("share", "per_hire")
        ):
            document.add(
                "E092",
                f"the duty '{shown(name)}' does not say how much of it there is",
                here,
                key=True,
                hint="add share: 40%, or per_hire: 1",
            )
    _check_shares(role, total, path, document)
    if total > 1:
        document.add(
            "E093",
            f"the duties take {format_share(total)} of the time",
            (*path, "duties"),
            key=True,
            label="more than the whole",
            hint="lower one of the shares",
        )


def _check_shares(role: RoleMap, total: float, path: Path, document: Document) -> None:
    """Note a share of other work that is not that of the jobs beside it.

    Jobs that each hire adds may make up what the shares lack.
    """
    stated = role.other_duties
    if stated is None or not role.duties or document.failed:
        return
    added = any(duty.per_hire is not None for duty in role.duties.values())
    if abs(total - stated.mean) <= _CLOSE or (added and total < stated.mean):
        return
    document.add(
        "W114",
        f"the duties take {format_share(total)} of the time, and other_duties says "
        f"{format_share(stated.mean)}",
        (*path, "other_duties"),
        key=True,
        label="the duties are taken",
        hint="make the two agree, or leave other_duties out",
        related=(*path, "duties"),
        related_label="the jobs",
    )
