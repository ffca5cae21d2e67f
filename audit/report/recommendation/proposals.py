"""The proposals of a recommendation, ready to be numbered, named and linked to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.report.page.names import listing, shorten
from audit.result import (
    ChosenLine,
    FindingNote,
    GuardNote,
    ProposalLine,
    Recommendation,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A proposal with its number on the page: R1 is the one that buys most."""

    number: int
    line: ProposalLine
    chosen: ChosenLine | None
    """None when it is not recommended."""

    @property
    def code(self) -> str:
        """What charts and tables call it."""
        return f"R{self.number}"

    @property
    def href(self) -> str:
        """Link to its card."""
        return f"#r-{self.number}"

    def name(self, limit: int = 70) -> str:
        """Return its name, shortened."""
        return shorten(self.line.name, limit)


class Proposals:
    """All proposals in the order of their numbers.

    Recommended ones come first, largest share of the gain first; then the others,
    largest gain alone first.
    """

    def __init__(self, recommendation: Recommendation) -> None:
        chosen = {line.change: line for line in recommendation.chosen}
        lines = sorted(
            recommendation.proposals,
            key=lambda line: (
                chosen[line.id].place if line.id in chosen else len(chosen) + 1
            ),
        )
        self.all = tuple(
            Numbered(number=number, line=line, chosen=chosen.get(line.id))
            for number, line in enumerate(lines, start=1)
        )
        self._by_id = {one.line.id: one for one in self.all}
        guards = {guard.id: guard for one in self.all for guard in one.line.guards}
        self.guards: tuple[GuardNote, ...] = tuple(guards.values())
        """What the law asks to be kept, each once, in the order of the changes."""

    @property
    def chosen(self) -> tuple[Numbered, ...]:
        """The recommended ones."""
        return tuple(one for one in self.all if one.chosen is not None)

    def __getitem__(self, change: str) -> Numbered:
        return self._by_id[change]

    def guard_row(self, guard: GuardNote) -> str:
        """Return the id of the row of the checklist that a guard stands in."""
        ids = [known.id for known in self.guards]
        return f"g-{1 + ids.index(guard.id)}"

    def ends(self, one: Numbered) -> tuple[FindingNote, ...]:
        """Return the findings that a change ends beyond those that its needs end."""
        before = {n.check for need in self._needs(one) for n in need.ends}
        return tuple(note for note in one.line.ends if note.check not in before)

    def eases(self, one: Numbered) -> tuple[FindingNote, ...]:
        """Return the findings that a change eases, and its needs do not mend."""
        before = {
            n.check for need in self._needs(one) for n in (*need.ends, *need.eases)
        }
        return tuple(note for note in one.line.eases if note.check not in before)

    def _needs(self, one: Numbered) -> tuple[ProposalLine, ...]:
        return tuple(self._by_id[need].line for need in one.line.needs)

    def codes(self, changes: Iterable[str]) -> str:
        """Return the numbers of some changes in a row: "R1, R2 and R5"."""
        numbers = sorted(self._by_id[change].number for change in changes)
        return listing([f"R{number}" for number in numbers])
