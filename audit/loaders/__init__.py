"""Reads process files: text to `Process`, or every problem with its place.

Importing this package is quick; the parser and pydantic come in with the first file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from audit.loaders.reading import Loaded
    from audit.model import Process

__all__ = [
    "Loaded",
    "load_process",
    "load_process_text",
    "overlay_schema",
    "overlay_starter",
    "process_schema",
    "read_bytes",
    "read_file",
    "starter_text",
]


def load_process(path: Path | str) -> Process:
    """Read a process file; warnings about it are dropped.

    Raises:
        ProcessFileError: the file is wrong; carries every problem found.
        OSError: there is no such file, or it cannot be opened.
    """
    return read_file(path).process


def load_process_text(text: str, file: str = "process.yaml") -> Process:
    """Read a process from text; `file` is the name that problems show.

    Raises:
        ProcessFileError: the text is wrong; carries every problem found.
    """
    return read_bytes(text.encode("utf-8", "surrogatepass"), file).process


def read_file(path: Path | str) -> Loaded:
    """Read a process file, and the warnings about it.

    Raises:
        ProcessFileError: the file is wrong; carries every problem found.
        OSError: there is no such file, or it cannot be opened.
    """
    from audit.loaders.reading import read_file as read

    return read(path)


def read_bytes(data: bytes, file: str, path: Path | None = None) -> Loaded:
    """Read a process from bytes.

    Args:
        data: the bytes.
        file: the name that problems show.
        path: where they lie, for an overlay to find the file that it extends.

    Raises:
        ProcessFileError: the bytes are wrong; carries every problem found.
    """
    from audit.loaders.reading import read_bytes as read

    return read(data, file, path)


def __getattr__(name: str) -> Any:
    if name == "Loaded":
        from audit.loaders.reading import Loaded

        return Loaded
    raise AttributeError(name)


def process_schema() -> dict[str, Any]:
    """Return the JSON Schema of a process file."""
    from audit.loaders.schema import process_schema as schema

    return schema()


def starter_text() -> str:
    """Return a commented process file to start from."""
    from audit.loaders.starter import starter_text as text

    return text()


def overlay_schema() -> dict[str, Any]:
    """Return the JSON Schema of an overlay."""
    from audit.loaders.overlay.schema import overlay_schema as schema

    return schema()


def overlay_starter(before: Process) -> str:
    """Return a commented overlay of a process to start from."""
    from audit.loaders.overlay.starter import overlay_starter as text

    return text(before)
