"""Published totals beside ours, so that a reader sees how far the file is trusted."""

from __future__ import annotations

from collections.abc import Mapping

from audit.model import Process
from audit.result import KnownLine, VectorLine


def known_lines(
    process: Process, lines: Mapping[str, VectorLine]
) -> tuple[KnownLine, ...]:
    """Return each published total with ours and the difference, ours less published.

    What people publish counts each box once, so counts are compared as drawn; days are
    compared as expected, since a published time is a mean over hires.
    """
    if process.known is None:
        return ()
    return tuple(
        _line(name, quantity.mean, lines.get(name), process.known.source)
        for name, quantity in process.known.values
    )


def _line(
    name: str, published: float, line: VectorLine | None, source: str | None
) -> KnownLine:
    ours = None
    if line is not None:
        ours = line.drawn if line.unit != "days" else line.expected
        ours = line.expected if ours is None else ours
    return KnownLine(
        what=name,
        published=published,
        ours=ours,
        difference=None if ours is None else ours - published,
        source=source,
    )
