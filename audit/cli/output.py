"""What leaves the program: files whole or not at all, colour only where it is seen."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from audit.result import AuditResult, ComparisonResult, ScenariosResult


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
    variants = f"{_variant(result.before)} against {_variant(result.after)}"
    return f"{file_stem(title, variants, 'comparison')}.html"


def scenarios_name(result: ScenariosResult) -> str:
    """Return the file name of the report of a before and several afters."""
    count = f"{_variant(result.before)} against {len(result.comparisons)}"
    return f"{file_stem(result.before.process.title, count, 'scenarios')}.html"


def _variant(result: AuditResult) -> str:
    return result.process.variant or Path(result.input.file).stem


def file_stem(title: str, variant: str | None, fallback: str) -> str:
    """Return a plain file name for a process: letters, digits and hyphens.

    >>> file_stem("Nurse hiring, St. Anne's", "before", "x")
    'nurse-hiring-st-annes-before'
    """
    import unicodedata

    words = unicodedata.normalize("NFKD", f"{title} {variant or ''}").casefold()
    words = words.replace("'", "").replace("\u2019", "")
    unmarked = (c for c in words if not unicodedata.combining(c))
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in unmarked)
    return "-".join(plain.split())[:80].strip("-") or fallback
