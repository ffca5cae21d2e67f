"""The process file that `hiring-audit new` writes: a small process with comments."""

from __future__ import annotations

from importlib.resources import files


def starter_text() -> str:
    """Return a commented process file that checks without a problem."""
    return (files("audit.loaders") / "starter.yaml").read_text(encoding="utf-8")
