"""The steps of a result, ready to be named and linked to."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import shorten
from audit.report.page.table import Cell
from audit.result import Outline, StepOutline


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLink:
    """A step as a link: its number and name, and the row it leads to."""

    number: int
    name: str
    href: str


class Steps:
    """The steps of an outline by id."""

    def __init__(self, outline: Outline) -> None:
        self.all = outline.steps
        self._by_id = {step.id: step for step in outline.steps}
        self._roles = {role.id: role.name for role in outline.roles}

    def __len__(self) -> int:
        return len(self.all)

    def get(self, step_id: str) -> StepOutline | None:
        """Return the step, or None when the id is of something else."""
        return self._by_id.get(step_id)

    def name(self, step_id: str) -> str:
        """Return the name of a step, shortened; an unknown id names itself."""
        step = self.get(step_id)
        return shorten(step.name if step else step_id)

    def role(self, step: StepOutline) -> str:
        """Return the name of the role that does a step."""
        return shorten(self._roles.get(step.role, step.role), 40)

    def link(self, step_id: str) -> StepLink | None:
        """Return the link to a step's row; None for an id of something else."""
        step = self.get(step_id)
        if step is None:
            return None
        return StepLink(
            number=step.number, name=shorten(step.name), href=f"#s-{step.number}"
        )

    def links(self, step_ids: tuple[str, ...]) -> tuple[StepLink, ...]:
        """Return the links of those ids that are steps."""
        found = (self.link(step_id) for step_id in step_ids)
        return tuple(link for link in found if link is not None)

    def cell(self, step_id: str, limit: int = 60) -> Cell:
        """Return a cell that names a step by number and leads to its row."""
        step = self.get(step_id)
        if step is None:
            return Cell(text=shorten(step_id, limit))
        return Cell(
            text=f"{step.number}\u2002{shorten(step.name, limit)}",
            href=f"#s-{step.number}",
        )
