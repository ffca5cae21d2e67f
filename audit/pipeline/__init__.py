"""From processes to results: audit, compare, rank, recommend, simulate."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from audit.pipeline.auditing import audit_process

if TYPE_CHECKING:
    from audit.pipeline.comparing import Scenario, compare, compare_scenarios
    from audit.pipeline.recommending import recommend
    from audit.pipeline.run_plan import RunPlan
    from audit.pipeline.simulating import simulate
    from audit.pipeline.simulating_scenarios import simulate_scenarios

__all__ = [
    "RunPlan",
    "Scenario",
    "audit_process",
    "compare",
    "compare_scenarios",
    "recommend",
    "simulate",
    "simulate_scenarios",
]

_HOME = {
    "RunPlan": "run_plan",
    "Scenario": "comparing",
    "compare": "comparing",
    "compare_scenarios": "comparing",
    "recommend": "recommending",
    "simulate": "simulating",
    "simulate_scenarios": "simulating_scenarios",
}


def __getattr__(name: str) -> object:
    # Whoever audits one process does not wait for what compares or simulates several.
    if name in _HOME:
        return getattr(import_module(f"audit.pipeline.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
