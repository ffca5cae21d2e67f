"""Simulations to render, each made once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from audit.loaders import read_file
from audit.model import Process
from audit.pipeline import RunPlan, simulate, simulate_scenarios
from audit.pipeline.simulating import quick_looks
from audit.result import SimulationResult
from audit.result.simulation import SimulationScenarios

PLAN = RunPlan(runs=6, years=1)
PAIRS = RunPlan(runs=12, years=1)
"""Enough to tell most remedies from chance."""
STORIES = ("overloaded-hr", "hospital")
REMEDIES = (
    "train-hr",
    "department-recruits",
    "recruiting-firm",
    "electronic-and-lock",
)


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


@cache
def after(name: str) -> Process:
    """Return a remedy for the overloaded department."""
    return read_file(Path("processes/overloaded-hr") / f"{name}.yaml").process


@cache
def remedied() -> SimulationScenarios:
    """Return the overloaded department with all its remedies, simulated."""
    return simulate_scenarios(
        before("overloaded-hr"), [after(name) for name in REMEDIES], plan=PAIRS
    )


@cache
def remedies_looked_at() -> SimulationScenarios:
    """Return the screening numbers of all remedies, without a run."""
    afters = [after(name) for name in REMEDIES]
    found = quick_looks([before("overloaded-hr"), *afters])
    assert isinstance(found, SimulationScenarios)
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


@cache
def paired() -> SimulationScenarios:
    """Return the overloaded department with one remedy, simulated."""
    return simulate_scenarios(
        before("overloaded-hr"), [after("electronic-and-lock")], plan=PAIRS
    )
