"""From processes to results: audit one, compare two, rank several, recommend."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from audit.pipeline.auditing import audit_process

if TYPE_CHECKING:
    from audit.pipeline.comparing import Scenario, compare, compare_scenarios
    from audit.pipeline.recommending import recommend

__all__ = ["Scenario", "audit_process", "compare", "compare_scenarios", "recommend"]


def __getattr__(name: str) -> object:
    # Whoever audits one process does not wait for what compares several.
    if name == "recommend":
        return import_module("audit.pipeline.recommending").recommend
    if name in __all__:
        return getattr(import_module("audit.pipeline.comparing"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
