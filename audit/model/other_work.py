"""What else a role does: read in one way by the audit and by the simulation."""

from __future__ import annotations

import math
from dataclasses import dataclass

from audit.model.process import Role
from audit.model.quantity import Quantity
from audit.units import MINUTES_PER_HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWork:
    """The work of a role that no step of the process is."""

    share: float
    """Of the working time, 0 to 1, however many are hired."""
    hours_per_hire: float
    """Hours of the jobs that each hire adds."""
    numbers: tuple[Quantity, ...]
    """What both rest on."""


def other_work(role: Role) -> OtherWork | None:
    """Return the other work of a role; None where the file does not say.

    Jobs go before the share that may stand beside them: they say the same and more, and
    the loader warns where the two disagree.
    """
    if role.duties:
        shares = [duty.share for duty in role.duties if duty.share is not None]
        added = [
            (duty.per_hire, duty.work)
            for duty in role.duties
            if duty.per_hire is not None
        ]
        return OtherWork(
            share=math.fsum(share.mean for share in shares),
            hours_per_hire=math.fsum(
                jobs.mean * minutes.mean / MINUTES_PER_HOUR for jobs, minutes in added
            ),
            numbers=(*shares, *(number for pair in added for number in pair)),
        )
    if role.other_duties is None:
        return None
    return OtherWork(
        share=role.other_duties.mean, hours_per_hire=0.0, numbers=(role.other_duties,)
    )
