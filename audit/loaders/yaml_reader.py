"""Reads YAML into a `Document`, within bounds.

Scalars stay text: the file format says which of them is a number, so YAML's own
guesses (`no`, `12:30`, `1_000`) never matter. Only an unquoted `null`, `~` or nothing
becomes None. The C parser hands over events, not nodes, because its node composer
overflows the stack on deep nesting (measured: 200,000 brackets kill the interpreter).
"""

from __future__ import annotations

from typing import Any, NoReturn

import yaml

from audit.loaders.document import Document, List, Map, Span
from audit.loaders.meant_numbers import broken_number, comma_hint
from audit.loaders.problem_text import inert, shown
from audit.loaders.yaml_syntax import explain_syntax

MAX_DEPTH = 40
MAX_COPIES = 100_000
"""Values that aliases and merge keys may add to a document."""

FLOW_KEYS = frozenset({"id", "next", "parallel", "steps", "outcomes", "to", "share"})
"""Keys that decide where cases go; wrong, they put the flows in doubt."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_document(text: str, file: str, first_line: int = 0) -> Document:
    """Parse YAML; duplicate keys and wrong merges are noted, not fatal.

    Args:
        text: of the file.
        file: its name, as problems show it.
        first_line: number that spans give to its first line.

    Raises:
        ProcessFileError: the text cannot be read as one plain YAML document.
    """
    document = Document(text, file, first_line)
    reader = _Reader(document)
    try:
        reader.read()
    except yaml.YAMLError as error:
        explain_syntax(error, document)
        raise document.error() from None
    return document


class _Reader:
    """Turns the parser's events into data."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.above = document.first_line
        self.anchors: dict[str, tuple[Any, int]] = {}
        """Name -> its value and how many values that holds."""
        self.open_anchors: set[str] = set()
        self.copies = 0

    def read(self) -> None:
        """Read the one document of the stream into `document.root`."""
        parser = _Loader(self.document.text)
        self.next = parser.get_event
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return
        self.document.root = self._value(self.next(), 0)
        self.next()
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            self._stop(
                "E008",
                "the file holds more than one document",
                event,
                label="a second one begins here",
                hint="a line '---' begins a document; keep one process per file",
            )

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            self._stop(
                "E007",
                f"the tag '{shown(event.tag)}' is not allowed",
                event,
                hint="delete it; quote text that begins with '!'",
            )
        anchor = event.anchor
        if kind is yaml.ScalarEvent:
            value = event.value
            if not event.style and value in _NULL:
                value = None
            if anchor is not None:
                self.anchors[anchor] = (value, 1)
            return value
        if depth >= MAX_DEPTH:
            self._stop(
                "E005", f"the file is nested more than {MAX_DEPTH} levels deep", event
            )
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
            self._stop(
                "E006", f"the alias '*{inert(name)}' stands inside itself", event
            )
        if name not in self.anchors:
            self._stop(
                "E001",
                f"the alias '*{inert(name)}' has no anchor '&{inert(name)}' above it",
                event,
                hint="quote text that begins with '*'",
            )
        value, size = self.anchors[name]
        self._count_copies(size, event)
        return value

    def _count_copies(self, size: int, event: Any) -> None:
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
            built.items_at.append(self._span_of(event, value))
            built.size += getattr(value, "size", 1)
        built.span = self._between(start, event)
        return built

    def _map(self, start: Any, depth: int) -> Map:
        built = Map()
        built.keys_at, built.values_at = {}, {}
        built.size = 1
        merges: list[tuple[Any, Any]] = []
        last, broken = "", dict[str, str]()
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self._value(event, depth + 1)
            at = self._span_of(event, key)
            value_event = self.next()
            value = self._value(value_event, depth + 1)
            if last and (n := self._goes_on(built, last, event, value_event)):
                if n.startswith(broken.setdefault(last, n)):
                    broken[last] = n
                continue
            last = ""
            if key == "<<" and not getattr(event, "style", None):
                merges.append((value_event, value))
                continue
            built.size += getattr(value, "size", 1)
            if not isinstance(key, str):
                self.document.flows_in_doubt = True
                self.document.add("E010", f"{shown(key)} cannot be a key", at)
            elif key in built:
                self._given_twice(key, at, built.keys_at[key])
            else:
                built[key] = value
                built.keys_at[key] = at
                built.values_at[key] = self._span_of(value_event, value)
                last = key if _is_plain(value_event) else ""
        for key, number in broken.items():
            self._note_broken(number, built.values_at[key])
        for value_event, value in merges:
            self._merge(built, value, value_event)
        built.span = self._between(start, event)
        return built

    def _goes_on(self, built: Map, last: str, event: Any, value_event: Any) -> str:
        """Put a number together again that a comma broke in two; return it.

        In braces a comma ends a value, so `{per_year: 1,200}` has a key `200` without a
        value. The answer is empty where this is no such key.

        Args:
            built: the mapping so far.
            last: its last key, whose value may be the first half.
            event: of the key that may be the second.
            value_event: of the value of that key.
        """
        if not (_is_plain(event) and _is_plain(value_event)) or value_event.value:
            return ""
        before, span = built[last], built.values_at[last]
        rest = self._between(event, event)
        number = broken_number(before or "", event.value)
        if not number or rest[:2] != (span.end_line, span.end_column + 1):
            return ""
        built[last] = f"{before},{event.value}"
        built.values_at[last] = span._replace(end_column=rest.end_column)
        return number

    def _note_broken(self, number: str, at: Span) -> None:
        """Note a comma in a number; nothing is read otherwise than by other readers."""
        self.document.broken_numbers.add(at)
        self.document.add(
            "E028",
            f"'{shown(number)}' has a comma in a number",
            at,
            label="a comma ends the value",
            hint=comma_hint(number),
        )

    def _given_twice(self, key: str, at: Span, first: Span) -> None:
        self.document.flows_in_doubt |= key in FLOW_KEYS
        self.document.add(
            "E003",
            f"the key '{shown(key)}' is given twice",
            at,
            label="given again",
            hint="keep one of the two",
            related=first,
            related_label="first given here",
        )

    def _merge(self, built: Map, value: Any, event: Any) -> None:
        """Fill keys that a mapping lacks from others; of two others the first wins."""
        sources = value if isinstance(value, List) else [value]
        if not all(isinstance(source, Map) for source in sources):
            self.document.add(
                "E009",
                "'<<' can only merge mappings",
                self._span_of(event, value),
                hint="write <<: *name, where &name stands before a mapping",
            )
            return
        for source in sources:
            self._count_copies(source.size, event)
            built.size += source.size
            for key in source:
                if key not in built:
                    built[key] = source[key]
                    built.keys_at[key] = source.keys_at[key]
                    built.values_at[key] = source.values_at[key]

    def _stop(
        self, code: str, message: str, event: Any, *, label: str = "", hint: str = ""
    ) -> NoReturn:
        span = self._between(event, event)
        self.document.add(code, message, span, label=label, hint=hint)
        raise self.document.error()

    def _between(self, start: Any, end: Any) -> Span:
        first, last, above = start.start_mark, end.end_mark, self.above
        return Span(first.line + above, first.column, last.line + above, last.column)

    def _span_of(self, event: Any, value: Any) -> Span:
        """Return where a value stands; a collection's event marks its beginning."""
        if isinstance(value, Map | List) and not isinstance(event, yaml.AliasEvent):
            return value.span
        return self._between(event, event)


def _is_plain(event: Any) -> bool:
    """Say whether an event is a word without quotes, anchor or tag."""
    return (
        isinstance(event, yaml.ScalarEvent) and not event.style and event.anchor is None
    )
