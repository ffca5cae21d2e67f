"""Recommendations to render: of shipped files, and with hostile words in them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from audit.loaders import read_file
from audit.pipeline import audit_process, recommend
from audit.report.recommendation.page import WhatToDo, build_what_to_do
from audit.report.recommendation.proposals import Proposals
from audit.result import AuditResult, Recommendation
from tests.report.markup import HOSTILE_NAMES

FILES = {
    "packet": Path("processes/packet/before.yaml"),
    "packet, little money": Path("processes/packet/before.yaml"),
    "screen": Path("processes/keyword-screen/before.yaml"),
    "federal": Path("processes/federal-80-day/before.yaml"),
    "good": Path("processes/archetypes/good-onboarding.yaml"),
}
"""A name, and the process; the good one has nothing that is worth its trouble."""
EVERY = tuple(FILES)
CHOSEN = tuple(name for name in EVERY if name != "good")
BUDGETS = {"packet, little money": 5000.0}
WORDS = frozenset(
    {
        "name", "why", "owner", "cost_note", "what", "text", "title", "note", "reason",
        "notice", "jurisdiction", "credit_note", "label", "currency", "evidence",
        "assumptions",
    }
)  # fmt: skip
"""Fields of a recommendation that a file of the user's may write."""


@cache
def recommended(name: str) -> tuple[AuditResult, Recommendation]:
    """Return the audit of a process and what to change first in it."""
    loaded = read_file(FILES[name])
    found = recommend(loaded, budget=BUDGETS.get(name))
    return audit_process(loaded.process), found


@cache
def built(name: str) -> tuple[Recommendation, Proposals, WhatToDo]:
    """Return a recommendation with its section as data."""
    result, found = recommended(name)
    return found, Proposals(found), build_what_to_do(result, found)


def hostile(found: Recommendation) -> Recommendation:
    """Return the recommendation with every free text a name that wants to be code."""
    names = cycle(HOSTILE_NAMES)

    def spoiled(value: Any, *, word: bool) -> Any:
        if isinstance(value, str):
            return next(names) if word else value
        if isinstance(value, tuple):
            return tuple(spoiled(part, word=word) for part in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value,
                **{
                    field.name: spoiled(
                        getattr(value, field.name), word=field.name in WORDS
                    )
                    for field in fields(value)
                    if field.name not in {"tool", "input"}
                },
            )
        return value

    whole = spoiled(found, word=False)
    assert isinstance(whole, Recommendation)
    return whole
