"""Named changes from one process to another, and which of them are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from audit.model.process import Process
from audit.model.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change that can be made, left out and credited on its own."""

    id: str
    name: str
    """As written, else the id made readable."""
    note: str | None = None
    needs: frozenset[str] = frozenset()
    """Ids of changes that have to be made first, those implied included: a change to a
    step that another change adds needs that one."""
    steps: tuple[str, ...] = ()
    """Ids of the steps it touches."""
    one_off: Quantity | None = None
    """Money paid once; None when the file does not say."""
    per_year: Quantity | None = None
    """Money paid each year."""
    origin: str = "overlay"
    """See `audit.result.ChangeLine`."""
    file: str | None = None


class ChangePlan(Protocol):
    """A process, changes to it, and the process that any set of them makes."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes, in the order of the file."""

    def process(self, made: frozenset[str]) -> Process:
        """Return the process with these changes made, and no others.

        Steps that no change of the set touches are the same objects each time, so that
        what is known about them can be kept.

        Args:
            made: ids of changes, with the needs of each among them.

        Raises:
            AnalysisError: together they make no process that hangs together.
        """
