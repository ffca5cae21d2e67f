"""Simulations to render, each made once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from audit.loaders import read_file
from audit.model import Process
from audit.pipeline import RunPlan, simulate
from audit.pipeline.simulating import quick_looks
from audit.result import SimulationResult

PLAN = RunPlan(runs=6, years=1)
STORIES = ("overloaded-hr", "hospital")


@cache
def before(story: str) -> Process:
    return read_file(Path("processes") / story / "before.yaml").process


@cache
def simulated(story: str) -> SimulationResult:
    """Return a short simulation of a story."""
    return simulate(before(story), plan=PLAN)


@cache
def looked_at(story: str) -> SimulationResult:
    """Return the screening numbers of a story, without a run."""
    found = quick_looks([before(story)])
    assert isinstance(found, SimulationResult)
    return found


def renamed(process: Process, name: str) -> Process:
    """Return a process in which everything goes by one name."""

    def steps(nodes: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(
            replace(node, name=name, branches=tuple(map(steps, node.branches)))
            if hasattr(node, "branches")
            else replace(node, name=name)
            for node in nodes
        )

    return replace(
        process,
        title=name,
        variant=name,
        nodes=steps(process.nodes),
        roles=tuple(replace(role, name=name) for role in process.roles),
    )
