"""Audit a hiring process for friction: score it, find where it hurts, show it.

>>> from audit import audit_process, load_process_text
>>> process = load_process_text('''
... process: Tiny
... roles: {hr: {side: employer}}
... steps: [{id: hire, role: hr, work: 10 min}]
... ''')
>>> audit_process(process).sides["employer"].minutes
10.0
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from audit.version import __version__

if TYPE_CHECKING:
    from audit.errors import (
        AnalysisError,
        AuditError,
        Problem,
        ProcessFileError,
        ProfileError,
        RequestError,
        SimulationError,
    )
    from audit.ledger import Profile, load_profile
    from audit.loaders import load_process, load_process_text, read_file
    from audit.model import ChangePlan, Process
    from audit.pipeline import (
        RunPlan,
        Scenario,
        audit_process,
        compare,
        compare_scenarios,
        recommend,
        simulate,
        simulate_scenarios,
    )
    from audit.report import (
        render_comparison_html,
        render_comparison_text,
        render_html,
        render_recommendation_text,
        render_scenarios_html,
        render_scenarios_text,
        render_simulation_html,
        render_simulation_scenarios_html,
        render_text,
    )
    from audit.result import (
        AuditResult,
        ComparisonResult,
        Finding,
        LedgerEntry,
        Recommendation,
        ScenariosResult,
        comparison_from_json,
        from_json,
        recommendation_from_json,
        to_json,
    )

__all__ = [
    "AnalysisError",
    "AuditError",
    "AuditResult",
    "ChangePlan",
    "ComparisonResult",
    "Finding",
    "LedgerEntry",
    "Problem",
    "Process",
    "ProcessFileError",
    "Profile",
    "ProfileError",
    "Recommendation",
    "RequestError",
    "RunPlan",
    "Scenario",
    "ScenariosResult",
    "SimulationError",
    "__version__",
    "audit_process",
    "compare",
    "compare_scenarios",
    "comparison_from_json",
    "from_json",
    "load_process",
    "load_process_text",
    "load_profile",
    "read_file",
    "recommend",
    "recommendation_from_json",
    "render_comparison_html",
    "render_comparison_text",
    "render_html",
    "render_recommendation_text",
    "render_scenarios_html",
    "render_scenarios_text",
    "render_simulation_html",
    "render_simulation_scenarios_html",
    "render_text",
    "simulate",
    "simulate_scenarios",
    "to_json",
]

_HOME = {
    "AnalysisError": "errors",
    "AuditError": "errors",
    "AuditResult": "result",
    "ChangePlan": "model",
    "ComparisonResult": "result",
    "Finding": "result",
    "LedgerEntry": "result",
    "Problem": "errors",
    "Process": "model",
    "ProcessFileError": "errors",
    "Profile": "ledger",
    "ProfileError": "errors",
    "Recommendation": "result",
    "RequestError": "errors",
    "RunPlan": "pipeline",
    "Scenario": "pipeline",
    "ScenariosResult": "result",
    "SimulationError": "errors",
    "audit_process": "pipeline",
    "compare": "pipeline",
    "compare_scenarios": "pipeline",
    "comparison_from_json": "result",
    "from_json": "result",
    "load_process": "loaders",
    "load_process_text": "loaders",
    "load_profile": "ledger",
    "read_file": "loaders",
    "recommend": "pipeline",
    "recommendation_from_json": "result",
    "render_comparison_html": "report",
    "render_comparison_text": "report",
    "render_html": "report",
    "render_recommendation_text": "report",
    "render_scenarios_html": "report",
    "render_scenarios_text": "report",
    "render_simulation_html": "report",
    "render_simulation_scenarios_html": "report",
    "render_text": "report",
    "simulate": "pipeline",
    "simulate_scenarios": "pipeline",
    "to_json": "result",
}


def __getattr__(name: str) -> object:
    # numpy and scipy take a third of a second; `--help` and `check` do without them.
    if name in _HOME:
        return getattr(import_module(f"audit.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
