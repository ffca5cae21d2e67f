"""A YAML document as plain data that remembers where each value stands.

Scalars stay text: the file format says which of them is a number, so YAML's own
guesses (`no`, `12:30`, `1_000`) never matter. Only an unquoted `null`, `~` or nothing
becomes None. The C parser hands over events, not nodes, because its node composer
overflows the stack on deep nesting (measured: 50,000 brackets kill the interpreter).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

import yaml

from audit.errors import Location, Problem, ProcessFileError, Severity
from audit.loaders.problem_text import shown

MAX_DEPTH = 40
MAX_COPIES = 100_000
"""Values that aliases and merge keys may add to a document."""

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions that lead from the top of the file to a value."""

_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What the parser counts as the end of a line."""
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Span(NamedTuple):
    """From one mark of the parser to another; lines and columns count from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


class Map(dict[str, Any]):
    """A mapping; knows where its keys and values stand."""

    __slots__ = ("keys_at", "size", "span", "values_at")
    span: Span
    size: int
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

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.root: Any = None
        self.problems: list[Problem] = []

    @cached_property
    def lines(self) -> Sequence[str]:
        """The source, line by line, without line breaks."""
        return _BREAK.split(self.text)

    def at(self, span: Span) -> Location:
        """Return the place of a span; one that runs on ends with its first line."""
        line, column, end_line, end_column = span
        text = self.lines[line] if line < len(self.lines) else ""
        if end_line != line:
            end_column = len(text.rstrip())
        return Location(
            file=self.file,
            line=line + 1,
            column=column + 1,
            end_column=max(end_column, column + 1) + 1,
            text=text,
        )

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

    def location(self, path: Path, *, key: bool = False) -> Location:
        """Return the place of the value at a path, or of its key."""
        return self.at(self.span(path, key=key))

    def line(self, path: Path) -> int:
        """Return the line of the value at a path, from 1."""
        return self.span(path).line + 1

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
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note a problem at a path or span."""
        found = Problem(
            code=code,
            message=message,
            location=self._place(place, key),
            label=label,
            hint=hint,
            related=None if related is None else self._place(related, True),
            related_label=related_label,
            severity=severity,
        )
        if found not in self.problems:
            self.problems.append(found)

    def _place(self, place: Path | Span, key: bool) -> Location:
        if isinstance(place, Span):
            return self.at(place)
        return self.location(place, key=key)

    def failed(self) -> bool:
        """Say whether the file cannot be used."""
        return any(found.severity is Severity.ERROR for found in self.problems)

    def error(self) -> ProcessFileError:
        """Return everything found as one error, in the order of the file."""
        return ProcessFileError(self.sorted_problems(), self.file)

    def sorted_problems(self) -> tuple[Problem, ...]:
        """Return everything found, in the order of the file."""
        return tuple(
            sorted(
                self.problems,
                key=lambda p: (p.location.line, p.location.column, p.code, p.message),
            )
        )


def read_document(text: str, file: str) -> Document:
    """Parse YAML; duplicate keys and merge keys are noted, not fatal.

    Raises:
        ProcessFileError: the text cannot be read as one plain YAML document.
    """
    document = Document(text, file)
    _Builder(document).build()
    return document


class _Builder:
    """Turns the parser's events into data."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.open_anchors: set[str] = set()
        self.copies = 0

    def build(self) -> None:
        """Read the one document of the stream into `document.root`."""
        try:
            self.parser = _Loader(self.document.text)
            self.next = self.parser.get_event
            self.next()
            event = self.next()
            if isinstance(event, yaml.StreamEndEvent):
                return
            self.document.root = self._value(self.next(), 0)
            self.next()
            event = self.next()
            if not isinstance(event, yaml.StreamEndEvent):
                self._stop("E008", "the file holds more than one document", event)
        except yaml.YAMLError as error:
            self._syntax(error)

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            self._stop("E007", f"tag '{shown(event.tag)}' is not allowed", event)
        anchor = event.anchor
        if kind is yaml.ScalarEvent:
            value = event.value
            if not event.style and value in _NULL:
                value = None
            if anchor is not None:
                self.anchors[anchor] = (value, 1)
            return value
        if depth >= MAX_DEPTH:
            self._stop("E005", f"nested more than {MAX_DEPTH} levels deep", event)
        if anchor is not None:
            self.open_anchors.add(anchor)
        built = (
            self._map(event, depth)
            if kind is yaml.MappingStartEvent
            else self._list(event, depth)
        )
        if anchor is not None:
            self.open_anchors.discard(anchor)
            self.anchors[anchor] = (built, built.size)
        return built

    def _alias(self, event: Any) -> Any:
        name = event.anchor
        if name in self.open_anchors:
            self._stop("E006", f"alias '*{shown(name)}' stands inside itself", event)
        if name not in self.anchors:
            self._stop("E001", f"no anchor '&{shown(name)}' before this alias", event)
        value, size = self.anchors[name]
        self._copied(size, event)
        return value

    def _copied(self, size: int, event: Any) -> None:
        self.copies += size
        if self.copies > MAX_COPIES:
            self._stop(
                "E006", f"aliases expand to more than {MAX_COPIES:,} values", event
            )

    def _list(self, start: Any, depth: int) -> List:
        built = List()
        built.items_at = []
        built.size = 1
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            value = self._value(event, depth + 1)
            built.append(value)
            built.items_at.append(_span_of(event, value))
            built.size += getattr(value, "size", 1)
        built.span = _between(start, event)
        return built

    def _map(self, start: Any, depth: int) -> Map:
        built = Map()
        built.keys_at, built.values_at = {}, {}
        built.size = 1
        merges: list[tuple[Any, Any]] = []
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self._value(event, depth + 1)
            at = _span_of(event, key)
            value_event = self.next()
            value = self._value(value_event, depth + 1)
            if key == "<<" and not getattr(event, "style", "'"):
                merges.append((value_event, value))
                continue
            built.size += getattr(value, "size", 1)
            if not isinstance(key, str):
                self.document.add("E010", f"{shown(key)} cannot be a key", at)
            elif key in built:
                self.document.add(
                    "E003",
                    f"key '{shown(key)}' is given twice",
                    at,
                    label="given again",
                    hint="keep one of the two",
                    related=built.keys_at[key],
                    related_label="first given here",
                )
            else:
                built[key] = value
                built.keys_at[key] = at
                built.values_at[key] = _span_of(value_event, value)
        for value_event, value in merges:
            self._merge(built, value, value_event)
        built.span = _between(start, event)
        return built

    def _merge(self, built: Map, value: Any, event: Any) -> None:
        sources = value if isinstance(value, List) else [value]
        if not all(isinstance(source, Map) for source in sources):
            self.document.add("E009", "'<<' merges mappings only", _span_of(event, ""))
            return
        for source in sources:
            self._copied(source.size, event)
            built.size += source.size
            for key in source:
                if key not in built:
                    built[key] = source[key]
                    built.keys_at[key] = source.keys_at[key]
                    built.values_at[key] = source.values_at[key]

    def _stop(self, code: str, message: str, event: Any) -> None:
        self.document.add(code, message, _span_of(event, ""))
        raise self.document.error()

    def _syntax(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        self.document.add("E001", str(error), Span(line, column, line, column + 1))
        raise self.document.error() from None


def _between(start: Any, end: Any) -> Span:
    first, last = start.start_mark, end.end_mark
    return Span(first.line, first.column, last.line, last.column)


def _span_of(event: Any, value: Any) -> Span:
    """Return where an event stands; a collection's event only marks its beginning."""
    if isinstance(value, Map | List) and not isinstance(event, yaml.AliasEvent):
        return value.span
    return _between(event, event)
