"""Jobs of other duties that hires bring."""

from __future__ import annotations

from typing import Any

from audit.simulation.compiling import compiled
from audit.simulation.events.tokens import put, take


@compiled
def add_jobs(
    duties: Any, duty_count: Any, tokens: Any, free: Any, entering: Any
) -> None:
    """Put the jobs that one hire adds on the stack of tokens that enter.

    Args:
        duties: All duties.
        duty_count: Duty -> jobs so far.
        tokens: All tokens.
        free: Stack of free tokens.
        entering: Stack of tokens that enter a node.
    """
    for d in range(len(duties)):
        for _ in range(duties[d].per_hire):
            t = take(free)
            token = tokens[t]
            token.case = -1 - d
            token.node = duties[d].node
            token.visit = duty_count[d]
            token.alarm = -1
            duty_count[d] += 1
            put(entering, t)
