"""What a sample of those turned away says, as the result carries it."""

from __future__ import annotations

from audit.analysis.exact_interval import exact_interval
from audit.analysis.screening import ScreenYield
from audit.result import AuditedShare


def audited_share(screen: ScreenYield) -> AuditedShare | None:
    """Return the share that a sample found, None where the file has no sample."""
    if screen.audited is None:
        return None
    read, qualified = screen.audited.read, screen.audited.qualified
    low, high = exact_interval(qualified, read)
    return AuditedShare(
        read=read, qualified=qualified, low=low, high=high, stated=screen.stated
    )
