"""The roles of two processes as one column of lanes.

Lanes stand as the after declares them. A role that only the before has stands below the
role it stood below there. A role is the same by its id, or else by its name.
"""

from __future__ import annotations

LaneList = tuple[tuple[str, str], ...]
"""Id and name of each role, in order."""


def merge_lanes(before: LaneList, after: LaneList) -> tuple[LaneList, dict[str, str]]:
    """Return the lanes of both, and for each role before the lane it is drawn in.

    >>> lanes, _ = merge_lanes((("hr", "HR"), ("fax", "Fax room")), (("hr", "HR"),))
    >>> [name for _, name in lanes]
    ['HR', 'Fax room']
    """
    ids = {role for role, _ in after}
    by_name = {name.casefold(): role for role, name in reversed(after)}
    lanes = list(after)
    lane_of: dict[str, str] = {}
    behind = 0
    for role, name in before:
        # A role of another id may be meant by its name; one of the same id is it.
        same = role if role in ids else by_name.get(name.casefold())
        lane_of[role] = same or role
        if same is None:
            lanes.insert(behind, (role, name))
            behind += 1
        else:
            behind = [lane for lane, _ in lanes].index(same) + 1
    return tuple(lanes), lane_of
