"""Processes given as data, as interventions see them."""

from __future__ import annotations

import json
from typing import Any

from audit.changes.situation import Situation
from audit.checks import Facts
from audit.ledger import load_profile
from audit.loaders import Loaded, read_bytes
from audit.pipeline.auditing import audited

ROLES = {
    "candidate": {"side": "candidate"},
    "hr": {"name": "HR", "side": "employer"},
    "manager": {"name": "Hiring manager", "side": "employer"},
    "finance": {"side": "employer"},
    "firm": {"side": "vendor"},
    "ats": {"side": "system"},
}


def loaded(steps: Any, **keys: Any) -> Loaded:
    """Return a process with the usual roles; JSON is YAML too."""
    roles = {**ROLES, **keys.pop("roles", {})}
    data = {"process": "A", "roles": roles, **keys, "steps": steps}
    return read_bytes(json.dumps(data).encode(), "before.yaml")


def situation(steps: Any, **keys: Any) -> Situation:
    """Return the same as interventions see it."""
    return situation_of(loaded(steps, **keys))


def situation_of(file: Loaded) -> Situation:
    """Return a process as interventions see it."""
    audit = audited(file.process, load_profile())
    return Situation(file, Facts(audit.analysis, audit.ledger))
