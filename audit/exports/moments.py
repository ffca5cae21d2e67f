"""Days of a run as moments of a calendar that other programs read."""

from __future__ import annotations

from datetime import datetime, timedelta

FIRST_DAY = datetime(2001, 1, 1)
"""A Monday, as the first day of a run is; the year stands for none in particular."""


def moment(days: float) -> str:
    """Return the moment of a day of the run, to the second.

    >>> moment(7.5)
    '2001-01-08T12:00:00'
    """
    return (FIRST_DAY + timedelta(seconds=round(days * 86_400))).isoformat()
