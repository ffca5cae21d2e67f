"""An intervention as it would be made in one process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from audit.changes.base import Costs, Effect, Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One change to one process: what would stand in a file, and what it takes."""

    intervention: Intervention
    deeds: Mapping[str, Any]
    """As plain data of an overlay."""
    steps: tuple[str, ...]
    """Ids of the steps that it touches."""
    why: str
    costs: Costs
    guards: tuple[str, ...]
    """Ids of what the law asks to be kept in mind."""
    needs: frozenset[str] = frozenset()
    """Ids of the proposals that have to be made first, all the way down."""
    excludes: frozenset[str] = frozenset()
    """Ids of the proposals that it cannot be made together with."""

    @property
    def id(self) -> str:
        """Id of the change, which is that of the intervention."""
        return self.intervention.id

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Ranges of what it changes."""
        return self.intervention.effects
