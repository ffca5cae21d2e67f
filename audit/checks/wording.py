"""Numbers in the sentences of findings: short enough to be said aloud."""

from __future__ import annotations

from collections.abc import Iterable

from audit.checks.base import Shown
from audit.units import format_number, plural


def rounded(n: float) -> str:
    """Write a number with one decimal at most, with two below one.

    >>> rounded(43.333), rounded(0.3333), rounded(0.0012), rounded(12)
    ('43.3', '0.33', '0.0012', '12')
    """
    short = round(n, 1 if abs(n) >= 1 else 2)
    return format_number(short if short or not n else n)


def counted(n: float, one: str, many: str | None = None) -> str:
    """Write a count with its noun, the count as `rounded` writes it.

    >>> counted(43.333, "page"), counted(1, "page"), counted(0.33, "visit")
    ('43.3 pages', '1 page', '0.33 visits')
    """
    short = round(n, 1 if abs(n) >= 1 else 2)
    return plural(short if short or not n else n, one, many)


def on_steps(shown: Iterable[Shown]) -> str:
    """Return "on 2 steps"."""
    return f"on {plural(len(tuple(shown)), 'step')}"


def listed(names: Iterable[str]) -> str:
    """Join names as a sentence does.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    found = list(names)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} and {found[-1]}"


def left_alone(names: Iterable[str]) -> str:
    """Say that steps are to stay as they are.

    >>> left_alone(["A"]), left_alone(["A", "B"])
    ('Leave “A” as it is.', 'Leave “A” and “B” as they are.')
    """
    found = [f"“{name}”" for name in names]
    return f"Leave {listed(found)} as {'they are' if found[1:] else 'it is'}."
