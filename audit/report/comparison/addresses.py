"""Steps and changes of a comparison, ready to be named and linked to."""

from __future__ import annotations

from audit.report.page.names import listing, shorten
from audit.report.page.steps import StepLink, Steps
from audit.report.page.table import Cell
from audit.report.process_map.layout.elements import GONE_SIGN
from audit.result import ChangeLine, ComparisonResult

STEPS = 6
"""Steps named in a sentence; the rest is counted."""


class Addresses:
    """Where the page shows a step or a change, by id.

    A step of the after has the number it has there; one that is gone has its number
    before with a cross, as in the change map, so that no two steps look alike.
    """

    def __init__(self, result: ComparisonResult) -> None:
        self.before = Steps(result.before.process)
        self.after = Steps(result.after.process)
        self._changes = {change.id: change for change in result.changes}
        self._places = {
            change.id: place for place, change in enumerate(result.changes, 1)
        }

    def old_step(self, step_id: str) -> StepLink | None:
        """Return the link to a step that the before alone has."""
        link = self.before.link(step_id)
        if link is None:
            return None
        return StepLink(number=link.number, name=link.name, href=f"#s-x{link.number}")

    def step_cell(self, before: str | None, after: str | None, limit: int = 60) -> Cell:
        """Return a cell that names a step of one process or of both."""
        if after is not None:
            return self.after.cell(after, limit)
        link = self.old_step(before or "")
        if link is None:
            return Cell(text=shorten(before or "", limit))
        words = f"{GONE_SIGN}{link.number}\u2002{shorten(link.name, limit)}"
        return Cell(text=words, href=link.href)

    def steps_in_words(self, step_ids: tuple[str, ...]) -> str:
        """Return steps as a sentence names them: "steps 2 and 5"; "" for none."""
        numbers: list[str] = []
        for step_id in step_ids:
            if (link := self.after.link(step_id)) is not None:
                numbers.append(str(link.number))
            elif (link := self.before.link(step_id)) is not None:
                numbers.append(f"{GONE_SIGN}{link.number}")
        if not numbers:
            return ""
        rest = len(numbers) - STEPS
        if rest > 0:
            numbers = [*numbers[:STEPS], f"{rest} more"]
        return ("step " if len(numbers) == 1 else "steps ") + listing(numbers)

    def change(self, change_id: str) -> ChangeLine | None:
        """Return a change, or None for an id of something else."""
        return self._changes.get(change_id)

    def change_name(self, change_id: str, limit: int = 90) -> str:
        """Return the name of a change, shortened; an unknown id names itself."""
        change = self.change(change_id)
        return shorten(change.name if change else change_id, limit)

    def change_id(self, change_id: str) -> str | None:
        """Return the id of the row of a change in the page."""
        place = self._places.get(change_id)
        return None if place is None else f"c-{place}"

    def change_names(self, change_ids: tuple[str, ...], shown: int = 3) -> str:
        """Return changes as a sentence names them; those beyond `shown` are counted."""
        names = [f"“{self.change_name(name, 50)}”" for name in change_ids[:shown]]
        if len(change_ids) > shown:
            names.append(f"{len(change_ids) - shown} more")
        return listing(names)
