"""Overlays and the files they change, written into a folder for a test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from audit.loaders import Loaded, read_file

ROLES = {
    "candidate": {"side": "candidate"},
    "hr": {"side": "employer"},
    "manager": {"side": "employer"},
    "firm": {"side": "vendor"},
    "ats": {"side": "system"},
}


def write(folder: Path, name: str, **keys: Any) -> Path:
    """Write a file of these keys; JSON is YAML too."""
    path = folder / name
    path.write_text(json.dumps(keys), encoding="utf-8")
    return path


def whole(folder: Path, name: str, steps: Any, **keys: Any) -> Path:
    """Write a whole process file with the usual roles."""
    roles = {**ROLES, **keys.pop("roles", {})}
    return write(folder, name, process="A", roles=roles, steps=steps, **keys)


def overlaid(folder: Path, steps: Any, changes: Any, **keys: Any) -> Loaded:
    """Return what an overlay makes of a file with these steps."""
    whole(folder, "before.yaml", steps, **keys)
    return read_file(
        write(folder, "after.yaml", extends="before.yaml", changes=changes)
    )
