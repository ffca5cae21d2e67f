"""Every problem code: what it means, an example, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCode:
    """The page that `hiring-audit explain` prints for a code."""

    code: str
    title: str
    meaning: str
    example: str
    """Lines of a file that have the problem."""
    remedy: str


PROBLEM_CODES: dict[str, ProblemCode] = {}
