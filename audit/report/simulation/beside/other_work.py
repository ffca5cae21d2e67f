"""What the other work of those who recruit waits, in each process."""

from __future__ import annotations

from audit.report.page.names import shorten
from audit.report.simulation.beside.sides import (
    Part,
    Sides,
    beside_table,
    course,
    keys_in_all,
)
from audit.report.simulation.regular_jobs import LEDE, UNSAID
from audit.report.simulation.words import line_of, mean_of

_KEY = "duty_wait_hours"


def other_work_beside(sides: Sides) -> Part:
    """Return the section; its heading tells of the job that changes most."""
    jobs = keys_in_all(sides, _KEY)
    if not jobs:
        return Part(heading="The regular job", lede=UNSAID, bars=None, table=None)

    def spread(job: str) -> float:
        waits = [mean_of(line_of(one, _KEY, job)) for one in sides.values()]
        return max(waits) - min(waits)

    most = max(jobs, key=spread)
    return Part(
        heading=f"What a job of “{shorten(jobs[most], 60)}” waits: "
        f"{course(sides, _KEY, most)}",
        lede=LEDE,
        bars=None,
        table=beside_table(
            "t-duties",
            "Hours by the clock that a job of other work waits",
            "Other work",
            sides,
            ((name, _KEY, job) for job, name in jobs.items()),
        ),
    )
