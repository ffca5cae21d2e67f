"""What leaves the program: files whole or not at all, colour only where it is seen."""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.result import AuditResult, ComparisonResult, ScenariosResult

LONGEST = 80
"""Letters of the name of a page, its ending and its parts aside."""
_END = 50
"""Letters of what tells a page from others of the same process."""
_MARK = 6
"""Digits of a hash that keep names apart."""


def write_whole(path: Path, text: str) -> None:
    """Write a text file under a temporary name, then rename it.

    A reader never meets half a file, and an old one stays until the new one is whole.

    Raises:
        OSError: the folder cannot be written to, or is full; it names this file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(path, text)
    except OSError as error:
        # Not the temporary one, which nobody has heard of.
        error.filename = str(path)
        raise


def _write(path: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        # mkstemp gives 0600; the file should be as readable as any other.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def wants_colour(stream: TextIO) -> bool:
    """Return whether to colour what goes to a stream (no-color.org is respected)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def report_name(result: AuditResult) -> str:
    """Return the file name of the report of one process."""
    return f"{page_stem(result.process.title, result.process.variant, 'report')}.html"


def comparison_name(result: ComparisonResult) -> str:
    """Return the file name of the report of a before and an after."""
    title = result.before.process.title
    return f"{against(title, _variant(result.before), [_variant(result.after)])}.html"


def scenarios_name(result: ScenariosResult) -> str:
    """Return the file name of the report of a before and several afters."""
    title = result.before.process.title
    afters = [_variant(one.after) for one in result.comparisons]
    return f"{against(title, _variant(result.before), afters)}.html"


def _variant(result: AuditResult) -> str:
    return result.process.variant or Path(result.input.file).stem


def with_parts(name: str, parts: Sequence[str]) -> str:
    """Return the name of a page that holds more than the plain one of that name.

    >>> with_parts("nurses.html", ["recommendation", "simulation"])
    'nurses-with-recommendation-and-simulation.html'
    """
    if not parts:
        return name
    return f"{Path(name).stem}-with-{'-and-'.join(parts)}.html"


def page_stem(title: str, variant: str | None, fallback: str) -> str:
    """Return a file name for the page of one process, without its ending.

    Where the name is cut, or the title or the variant has letters that it cannot hold,
    the start of a hash of both keeps two processes apart.

    >>> page_stem("Nurses", "simulated before", "x"), page_stem("\u770b", None, "x")
    ('nurses-simulated-before', 'x-e855cd')
    """
    label = variant or ""
    if len(_plain(f"{title} {label}")) <= LONGEST and not any(
        map(_loses, (title, label))
    ):
        return file_stem(title, label, fallback)
    return _marked(title, label, repr((title, label)), fallback)


def against(title: str, before: str, afters: Sequence[str]) -> str:
    """Return a file name for a before and its afters: the same for the same set.

    It names the afters where there is room. Where there is not, or letters and digits
    do not say all of a name, the start of a hash of all names keeps two sets apart.

    >>> against("Nurses", "before", ["recruiting firm", "lock"])
    'nurses-before-against-lock-and-recruiting-firm'
    >>> against("Nurses", "before", ["a" * 60, "b" * 60])
    'nurses-before-against-2-f77f61'
    """
    names = sorted(afters)
    every = f"{before} against {' and '.join(names)}"
    if (
        len(_plain(f"{title} {every}")) <= LONGEST
        and all(map(_plain, names))
        and not any(map(_loses, (title, before, *names)))
    ):
        return file_stem(title, every, "report")
    few = f"{before} against {names[0] if len(names) == 1 else len(names)}"
    return _marked(title, few, repr((title, before, names)))


def _marked(title: str, end: str, told: str, fallback: str = "") -> str:
    """Return a name of at most so many letters, with what tells it from others.

    Args:
        title: of the process; cut where there is no room.
        end: what tells the page from others of the process.
        told: what must not be the same for two pages.
        fallback: where neither leaves a letter.
    """
    last = _cut(_plain(end), _END)
    first = _cut(_plain(title), LONGEST - len(last) - _MARK - 2)
    mark = sha256(told.encode()).hexdigest()[:_MARK]
    said = [part for part in (first, last) if part]
    return "-".join([*(said or filter(None, [fallback])), mark])


def _loses(text: str) -> bool:
    """Return whether a letter or digit of a text has no place in a plain name."""
    return any(c.isalnum() and not c.isascii() for c in _unmarked(text))


def file_stem(title: str, variant: str | None, fallback: str) -> str:
    """Return a plain file name for a process: letters, digits and hyphens.

    >>> file_stem("Nurse hiring, St. Anne's", "before", "x")
    'nurse-hiring-st-annes-before'
    """
    return _cut(_plain(f"{title} {variant or ''}"), LONGEST) or fallback


def _plain(text: str) -> str:
    """Return the letters and digits of a text, a hyphen for all between them."""
    words = _unmarked(text).replace("'", "").replace("\u2019", "")
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in words)
    return "-".join(plain.split())


def _unmarked(text: str) -> str:
    """Return a text in small letters without their accents."""
    import unicodedata

    words = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in words if not unicodedata.combining(c))


def _cut(stem: str, longest: int) -> str:
    return stem[:longest].strip("-")
