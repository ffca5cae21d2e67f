"""Reads process files: text to `Process`, or every problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from audit.model import Process


def load_process(path: Path | str) -> Process:
    """Read a process file.

    Raises:
        ProcessFileError: the file is wrong; carries every problem found.
        RequestError: there is no such file, or it cannot be opened.
    """
    from audit.loaders.reading import read_process

    return read_process(path).process


def load_process_text(text: str, file: str = "process.yaml") -> Process:
    """Read a process from text; `file` is the name that problems show.

    Raises:
        ProcessFileError: the text is wrong; carries every problem found.
    """
    from audit.loaders.reading import read_process_bytes

    return read_process_bytes(text.encode("utf-8", "surrogatepass"), file).process
