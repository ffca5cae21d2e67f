"""One mapping of a profile file, read key by key; what is wrong is noted in place."""

from __future__ import annotations

import math
from collections.abc import Iterable

from audit.loaders.document import Document, List, Map, Path
from audit.loaders.problem_text import did_you_mean, shown

_TRUE = frozenset({"true", "yes"})
_FALSE = frozenset({"false", "no"})


class Mapping:
    """A mapping at a path of a document."""

    def __init__(self, document: Document, path: tuple[str, ...], data: Map) -> None:
        self.document = document
        self.path = path
        self.data = data
        self.failed = False
        """A value of this mapping is missing or wrong."""

    def __contains__(self, key: object) -> bool:
        return key in self.data

    def names(self) -> tuple[str, ...]:
        """Return the keys in the order of the file."""
        return tuple(self.data)

    def wrong(
        self,
        code: str,
        message: str,
        name: str,
        *,
        hint: str = "",
        key: bool = False,
        place: int | None = None,
    ) -> None:
        """Note a problem at the value of a key, at the key, or at an item of a list."""
        self.failed = True
        where: Path = (*self.path, name)
        if place is not None:
            where = (*where, place)
        self.document.add(code, message, where, hint=hint, key=key)

    def missing(self, name: str, what: str) -> None:
        """Note that a key is missing."""
        self.failed = True
        inside = f" in '{'.'.join(self.path)}'" if self.path else ""
        self.document.add(
            "P004",
            f"'{name}' is missing{inside}",
            self.path,
            hint=f"{name}: {what}",
            key=True,
        )

    def only(self, known: Iterable[str]) -> None:
        """Note every key that is not one of those known."""
        known = tuple(known)
        for name in self.data:
            if name not in known:
                self.wrong(
                    "P002",
                    f"unknown key '{shown(name)}'",
                    name,
                    hint=did_you_mean(name, known, "known keys"),
                    key=True,
                )

    def section(
        self, name: str, *, needed: bool = True, scalar_as: str = ""
    ) -> Mapping | None:
        """Return the mapping under a key, or None with a note if it is needed.

        Args:
            name: the key.
            needed: whether its absence is a problem.
            scalar_as: a bare value stands for a mapping with this one key.
        """
        if name not in self.data:
            if needed:
                self.missing(name, "…")
            return None
        inner = self.data[name]
        if isinstance(inner, str) and scalar_as:
            inner = Map({scalar_as: inner})
        if not isinstance(inner, Map):
            self.wrong("P001", f"'{name}' holds {shown(inner)}, not keys", name)
            return None
        return Mapping(self.document, (*self.path, name), inner)

    def number(
        self, name: str, default: float | None = None, *, above_zero: bool = False
    ) -> float:
        """Return the number under a key; it may not be negative."""
        if name not in self.data:
            if default is None:
                self.missing(name, "a number")
                return 0.0
            return default
        raw = self.data[name]
        try:
            value = float(raw)
        except (TypeError, ValueError):
            value = math.nan
        if not math.isfinite(value):
            self.wrong("P013", f"'{shown(raw)}' is no number", name)
            return 0.0
        if value < 0 or (above_zero and value == 0):
            least = "more than zero" if above_zero else "zero or more"
            self.wrong(
                "P013", f"{name} is {value:g}", name, hint=f"it has to be {least}"
            )
            return 0.0
        return value

    def text(self, name: str) -> str:
        """Return the words under a key, on one line; empty when there are none."""
        raw = self.data.get(name)
        if raw is None:
            return ""
        if not isinstance(raw, str):
            self.wrong("P001", f"'{name}' holds {shown(raw)}, not words", name)
            return ""
        return " ".join(raw.split())

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the list of words under a key; one word is a list of one."""
        raw = self.data.get(name)
        if raw is None:
            return ()
        items = raw if isinstance(raw, List) else [raw]
        if not all(isinstance(item, str) for item in items):
            self.wrong("P001", f"'{name}' is no list of words", name)
            return ()
        return tuple(items)

    def flag(self, name: str, *, default: bool) -> bool:
        """Return the yes or no under a key."""
        raw = self.data.get(name)
        if raw is None:
            return default
        word = str(raw).lower()
        if word not in _TRUE | _FALSE:
            self.wrong("P001", f"'{shown(raw)}' is neither true nor false", name)
        return word in _TRUE
