"""Kinds of events; with each comes the place of what it is about."""

from __future__ import annotations

(
    APPLIES,
    SERVED,
    DELAYED,
    BATCHED,
    IMPATIENT,
    WALKS_AWAY,
    DUTY_COMES,
    OTHER_OFFER,
    HEARS,
    OPENS,
    POSTS_AGAIN,
    STOPS,
    WEEK_BEGINS,
) = range(13)
"""A case applies; a token is served, its delay or its batch is over, its patience ends
in a queue, or in a delay; a job of a duty comes; a case accepts another offer; all hear
that a requisition is filled; a role opens; a requisition is posted again; the run
stops, with how it ended as its place; another week begins."""
