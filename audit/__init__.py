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
    )
    from audit.ledger import Profile, load_profile
    from audit.loaders import load_process, load_process_text
    from audit.model import Process
    from audit.pipeline import audit_process
    from audit.report import render_html, render_text
    from audit.result import AuditResult, Finding, LedgerEntry, from_json, to_json

__all__ = [
    "AnalysisError",
    "AuditError",
    "AuditResult",
    "Finding",
    "LedgerEntry",
    "Problem",
    "Process",
    "ProcessFileError",
    "Profile",
    "ProfileError",
    "RequestError",
    "__version__",
    "audit_process",
    "from_json",
    "load_process",
    "load_process_text",
    "load_profile",
    "render_html",
    "render_text",
    "to_json",
]

_HOME = {
    "AnalysisError": "errors",
    "AuditError": "errors",
    "AuditResult": "result",
    "Finding": "result",
    "LedgerEntry": "result",
    "Problem": "errors",
    "Process": "model",
    "ProcessFileError": "errors",
    "Profile": "ledger",
    "ProfileError": "errors",
    "RequestError": "errors",
    "audit_process": "pipeline",
    "from_json": "result",
    "load_process": "loaders",
    "load_process_text": "loaders",
    "load_profile": "ledger",
    "render_html": "report",
    "render_text": "report",
    "to_json": "result",
}


def __getattr__(name: str) -> object:
    # numpy and scipy take a third of a second; `--help` and `check` do without them.
    if name in _HOME:
        return getattr(import_module(f"audit.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
