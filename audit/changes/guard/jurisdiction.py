"""The law of one place as data: items to keep, and what may change about each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from audit.checks.guards import guards_of_mandate
from audit.model import Step


class Aspect(StrEnum):
    """Something about a step that a change can touch."""

    MEDIUM = "medium"
    ORDER = "order"
    TIME = "time"
    CONTENT = "content"


class Milestone(StrEnum):
    """A point of the process before which an item must not stand."""

    OFFER = "offer"
    ACCEPTANCE = "acceptance"


class Occasion(StrEnum):
    """A kind of change that has to be made with a guard in mind."""

    ELECTRONIC_SIGNATURES = "electronic_signatures"
    DIGITAL_ONLY = "digital_only"
    SELECTION = "selection"
    OFFER = "offer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that a law asks to be kept."""

    id: str
    guard: str
    """Id of the text that readers are shown; see `audit.checks.guards`."""
    by_mandate: bool
    """The words of `mandate:` that mean the guard mean this item too."""
    words: tuple[str, ...]
    """Words of a step's mandate, name or id that mean it, in lower case."""
    asks: frozenset[str]
    """Data items that mean it wherever they are asked."""
    may_change: frozenset[Aspect]
    keeps: dict[str, float] | None
    """Least content of a step that holds it among others, by kind; None where the
    step holds nothing else, so that all of it stays."""
    not_before: Milestone | None
    before: tuple[str, ...]
    """Words of the steps that must not come to stand before it."""
    least_wait: float
    """Calendar days that must not be shortened."""
    deadline: str
    evidence: tuple[str, ...]

    def holds(self, step: Step) -> bool:
        """Say whether a step is, or contains, this item."""
        mandate = step.mandate or ""
        if self.by_mandate and any(
            guard.id == self.guard for guard in guards_of_mandate(mandate)
        ):
            return True
        return says(step, self.words) or bool(self.asks & set(step.asks or ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """All items of one place."""

    id: str
    name: str
    note: str
    items: tuple[Item, ...]
    minded_when: dict[Occasion, str]
    """Kind of change -> id of the guard that it has to carry."""


def says(step: Step, words: tuple[str, ...]) -> bool:
    """Say whether a step's mandate, name or id holds one of these words."""
    text = " ".join((step.mandate or "", step.name, re.sub(r"[_.-]", " ", step.id)))
    return any(
        re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE) for word in words
    )


@cache
def load_jurisdiction(name: str = "us") -> Jurisdiction:
    """Return the law of a place that ships, by the name of its file."""
    import yaml

    text = (files("audit.changes.guard") / f"{name}.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, yaml.CSafeLoader)
    return Jurisdiction(
        id=name,
        name=data["name"],
        note=data["note"],
        items=tuple(_item(raw) for raw in data["items"]),
        minded_when={
            Occasion(occasion): guard for occasion, guard in data["minded_when"].items()
        },
    )


def _item(raw: dict[str, Any]) -> Item:
    milestone = raw.get("not_before")
    return Item(
        id=raw["id"],
        guard=raw["guard"],
        by_mandate=raw.get("mandates", False),
        words=tuple(raw.get("words", ())),
        asks=frozenset(raw.get("asks", ())),
        may_change=frozenset(Aspect(aspect) for aspect in raw["may_change"]),
        keeps=raw.get("keeps"),
        not_before=None if milestone is None else Milestone(milestone),
        before=tuple(raw.get("before", ())),
        least_wait=raw.get("least_wait", 0.0),
        deadline=raw.get("deadline", ""),
        evidence=tuple(raw["evidence"]),
    )
