"""Every problem code: what it means, an example, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCode:
    """The page that `hiring-audit explain` prints for a code."""

    code: str
    title: str
    meaning: str
    example: str
    """Lines of a file that have the problem."""
    remedy: str


@cache
def problem_codes() -> tuple[ProblemCode, ...]:
    """Return the codes of a process file, in their order."""
    import yaml

    text = (files("audit.loaders") / "problem_codes.yaml").read_text(encoding="utf-8")
    return tuple(
        ProblemCode(code=code, **words)
        for code, words in yaml.load(text, yaml.CSafeLoader).items()
    )
