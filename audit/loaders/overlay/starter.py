"""The overlay that `hiring-audit new --extends` writes: one change, with comments."""

from __future__ import annotations

import re
from importlib.resources import files

from audit.model import Process


def overlay_starter(before: Process) -> str:
    """Return a commented overlay of a process that checks without a problem.

    Its one change shortens the longest wait.
    """
    longest = max(
        before.steps,
        key=lambda step: step.wait.takes.mean if step.wait is not None else -1.0,
    )
    text = (files("audit.loaders.overlay") / "starter.yaml").read_text(encoding="utf-8")
    values = {
        "@BEFORE@": _quoted(before.file),
        "@STEP@": longest.id,
        "@WAIT@": "1 day"
        if longest.wait is None or longest.wait.takes.mean != 1
        else "4 hours",
    }
    return re.sub("@[A-Z]+@", lambda match: values[match[0]], text)


def _quoted(name: str) -> str:
    """Return a file name as YAML reads it back, whatever is in it."""
    plain = name.replace(".", "").replace("-", "").replace("_", "")
    if plain.isascii() and plain.isalnum():
        return name
    # JSON writes letters beyond the first plane as two halves, which YAML refuses.
    return f'"{"".join(map(_escaped, name))}"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
