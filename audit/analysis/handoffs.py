"""Handoffs and changes of channel: pairs of successors that cost somebody something."""

from __future__ import annotations

from audit.analysis.levels import Level
from audit.analysis.successors import Pairs, successor_pairs
from audit.model import Process, Side


def handoffs(design: Level, process: Process) -> Pairs:
    """Return (giving step, taking step) -> expected handoffs per hire.

    Systems are looked through: handing to one is no handoff.

    Args:
        design: the ways of the process in the design lens.
        process: says whose role does each step.
    """
    systems = {role.id for role in process.roles if role.side is Side.SYSTEM}
    role = {step.id: step.role for step in process.steps}
    pairs = successor_pairs(design, lambda step: role[step.id] not in systems)
    return {pair: n for pair, n in pairs.items() if role[pair[0]] != role[pair[1]]}


def channel_switches(design: Level, process: Process) -> Pairs:
    """Return (step, next step of the candidate) -> expected changes of channel.

    Per hire. Only steps of the candidate that state a channel count; the others are
    looked through.

    Args:
        design: the ways of the process in the design lens.
        process: says who does each step, and over which channel.
    """
    channel = {
        step.id: step.channel
        for step in process.steps
        if step.channel is not None and process.role(step.role).side is Side.CANDIDATE
    }
    pairs = successor_pairs(design, lambda step: step.id in channel)
    return {p: n for p, n in pairs.items() if channel[p[0]] is not channel[p[1]]}
