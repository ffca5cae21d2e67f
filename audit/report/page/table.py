"""A table as data: what the template needs to draw any table of the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The heading of a column."""

    label: str
    number: bool = False
    """Set to the right."""
    wide: bool = False
    """Text that may need several lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; `heat` is a class from 0 (none) to 6 and always goes with a number."""

    text: str
    href: str | None = None
    heat: int = 0
    strong: bool = False
    share: float | None = None
    """Length of a small bar, 0 to 1; the text says the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; `id` makes it a target of links."""

    cells: tuple[Cell, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its caption; the cell at `heading` names the row, -1 is none."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heading: int = 0
    total: Row | None = None
    sortable: bool = False


def texts(*words: str) -> tuple[Cell, ...]:
    """Return plain cells."""
    return tuple(Cell(text=word) for word in words)


def text_columns(*labels: str) -> tuple[Column, ...]:
    """Return columns of words."""
    return tuple(Column(label=label) for label in labels)


def number_columns(*labels: str) -> tuple[Column, ...]:
    """Return columns of numbers."""
    return tuple(Column(label=label, number=True) for label in labels)
