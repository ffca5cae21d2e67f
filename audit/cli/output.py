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
"""Letters of the name of a page, its ending aside."""
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
    return f"{file_stem(result.process.title, result.process.variant, 'report')}.html"


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


def against(title: str, before: str, afters: Sequence[str]) -> str:
    """Return a file name for a before and its afters: the same for the same set.

    It names the afters where there is room. Where there is not, or letters and digits
    say nothing of one, the start of a hash of all names keeps two sets apart.

    >>> against("Nurses", "before", ["recruiting firm", "lock"])
    'nurses-before-against-lock-and-recruiting-firm'
    >>> against("Nurses", "before", ["a" * 60, "b" * 60])
    'nurses-before-against-2-f77f61'
    """
    names = sorted(afters)
    every = f"{before} against {' and '.join(names)}"
    if len(_plain(f"{title} {every}")) <= LONGEST and all(map(_plain, names)):
        return file_stem(title, every, "report")
    few = f"{before} against {names[0] if len(names) == 1 else len(names)}"
    end = _cut(_plain(few), _END)
    mark = sha256(repr((title, before, names)).encode()).hexdigest()[:_MARK]
    start = _cut(_plain(title), LONGEST - len(end) - _MARK - 2)
    return "-".join(part for part in (start, end, mark) if part)


def file_stem(title: str, variant: str | None, fallback: str) -> str:
    """Return a plain file name for a process: letters, digits and hyphens.

    >>> file_stem("Nurse hiring, St. Anne's", "before", "x")
    'nurse-hiring-st-annes-before'
    """
    return _cut(_plain(f"{title} {variant or ''}"), LONGEST) or fallback


def _plain(text: str) -> str:
    """Return the letters and digits of a text, a hyphen for all between them."""
    import unicodedata

    words = unicodedata.normalize("NFKD", text).casefold()
    words = words.replace("'", "").replace("\u2019", "")
    unmarked = (c for c in words if not unicodedata.combining(c))
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in unmarked)
    return "-".join(plain.split())


def _cut(stem: str, longest: int) -> str:
    return stem[:longest].strip("-")
