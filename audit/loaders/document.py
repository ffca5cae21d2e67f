"""The data of a file that remembers where each value stands, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from audit.errors import Location, Problem, ProcessFileError, Severity

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions that lead from the top of the file to a value."""

_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What the parser counts as the end of a line."""

_CROWD = 50


class Span(NamedTuple):
    """From one mark of the parser to another; lines and columns count from 0.

    Where a document is made of several files, their lines are counted through.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Map(dict[str, Any]):
    """A mapping; knows where its keys and values stand."""

    __slots__ = ("keys_at", "size", "span", "values_at")
    span: Span
    size: int
    """Values in it, those of aliases counted each time."""
    keys_at: dict[str, Span]
    values_at: dict[str, Span]


class List(list[Any]):
    """A sequence; knows where its items stand."""

    __slots__ = ("items_at", "size", "span")
    span: Span
    size: int
    items_at: list[Span]


class Document:
    """The data of a file, its source, and what was wrong with it so far."""

    def __init__(self, text: str, file: str, first_line: int = 0) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        """Number that its spans give to its first line."""
        self.parts: tuple[Document, ...] = (self,)
        """The files that it is made of; it alone, unless `joined` made it."""
        self.root: Any = None
        self.flows_in_doubt = False
        """Something is wrong with ids or flows, so what follows from them is moot."""
        self.broken_flows: set[Path] = set()
        """Paths of each `next` that lost a flow, whose shares cannot sum to 100 %."""
        self.broken_numbers: set[Span] = set()
        """Values that a comma broke in two; what else is wrong with them is moot."""
        self._problems: dict[Problem, None] = {}

    @classmethod
    def joined(cls, parts: tuple[Document, ...], root: Any) -> Document:
        """Return data made of several files, problems pointing into each of them.

        Args:
            parts: the files, each with a first line beyond those before it; what was
                wrong with the first of them so far is wrong with the whole.
            root: the data, its spans in the lines of the parts.
        """
        document = cls("", parts[0].file)
        document.parts = parts
        document.root = root
        document._problems.update(parts[0]._problems)
        return document

    @property
    def next_line(self) -> int:
        """Number for the first line of a file that is to be joined to this one."""
        last = self.parts[-1]
        return last.first_line + len(last.lines)

    @cached_property
    def lines(self) -> Sequence[str]:
        """The source, line by line, without line breaks."""
        return _BREAK.split(self.text)

    def at(self, span: Span) -> Location:
        """Return the place of a span; one that runs on ends with its first line."""
        line, column, end_line, end_column = span
        part = self.part_of(span)
        local = line - part.first_line
        text = part.lines[local] if local < len(part.lines) else ""
        if end_line != line:
            end_column = len(text.rstrip())
        return Location(
            file=part.file,
            line=local + 1,
            column=column + 1,
            end_column=max(end_column, column + 1) + 1,
            text=text,
        )

    def part_of(self, span: Span) -> Document:
        """Return the file that a span stands in."""
        return next(
            part for part in reversed(self.parts) if part.first_line <= span.line
        )

    def has(self, path: Path) -> bool:
        """Say whether the file itself holds a value at a path."""
        here = self.root
        for part in path:
            if isinstance(here, Map) and part in here:
                here = here[str(part)]
            elif isinstance(here, List) and isinstance(part, int) and part < len(here):
                here = here[part]
            else:
                return False
        return True

    def put_aside(self, path: Path) -> bool:
        """Say whether the file has a value here that was wrong and noted as such.

        What seems to be missing then is none, and to say so would be a second problem
        for one mistake.
        """
        here = self.value(path[:-1])
        written = isinstance(here, Map) and path[-1] in here.values_at
        return written and path[-1] not in here

    def value(self, path: Path) -> Any:
        """Return the raw value at a path, None if there is none."""
        here = self.root
        for part in path:
            if isinstance(here, Map):
                here = here.get(str(part))
            elif isinstance(here, List) and isinstance(part, int) and part < len(here):
                here = here[part]
            else:
                return None
        return here

    def span(self, path: Path, *, key: bool = False) -> Span:
        """Return where the value at a path stands, or its key.

        Parts of the path that the document does not have are passed over: the answer
        is then the nearest value above.
        """
        here, span = self.root, getattr(self.root, "span", Span(0, 0, 0, 1))
        for part in path:
            if isinstance(here, Map) and part in here.values_at:
                name = str(part)
                span = here.keys_at[name] if key else here.values_at[name]
                here = here.get(name)
            elif isinstance(here, List) and isinstance(part, int):
                if part >= len(here):
                    break
                span = here.items_at[part]
                here = here[part]
        return span

    def place(self, path: Path) -> Location:
        """Return where the key at a path stands, for what is found later."""
        return self.at(self.span(path, key=True))

    def line(self, path: Path) -> int | None:
        """Return the line of the value at a path, from 1; None among several files."""
        return self.span(path).line + 1 if self.parts == (self,) else None

    def add(
        self,
        code: str,
        message: str,
        place: Path | Span,
        *,
        label: str = "",
        hint: str = "",
        key: bool = False,
        related: Path | Span | None = None,
        related_label: str = "",
    ) -> None:
        """Note a problem at a path (at its key, if so) or span.

        A code that begins with W is a warning. The same problem met twice, as an
        aliased value is, counts once.
        """
        found = Problem(
            code=code,
            message=message,
            location=self._place(place, key),
            label=label,
            hint=hint,
            related=None if related is None else self._place(related, False),
            related_label=related_label,
            severity=Severity.WARNING if code[0] == "W" else Severity.ERROR,
        )
        self._problems[found] = None

    def _place(self, place: Path | Span, key: bool) -> Location:
        if isinstance(place, Span):
            return self.at(place)
        return self.at(self.span(place, key=key))

    @property
    def failed(self) -> bool:
        """Whether the file cannot be used."""
        return any(found.severity is Severity.ERROR for found in self._problems)

    @property
    def crowded(self) -> bool:
        """Whether so much is wrong that costly hints no longer help anybody."""
        return len(self._problems) > _CROWD

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything found, file by file, in the order of each."""
        place = {part.file: n for n, part in enumerate(self.parts)}
        return tuple(
            sorted(
                self._problems,
                key=lambda p: (
                    place[p.location.file],
                    p.location.line,
                    p.location.column,
                    p.code,
                    p.message,
                ),
            )
        )

    def error(self) -> ProcessFileError:
        """Return everything found as one error."""
        return ProcessFileError(self.problems, self.file)
