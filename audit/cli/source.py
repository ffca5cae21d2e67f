"""Read a process named on the command line; `-` is standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.errors import RequestError

if TYPE_CHECKING:
    from audit.loaders import Loaded

STANDARD_INPUT = "-"


def read_process(file: str) -> Loaded:
    """Return the process in a file, and the warnings about it.

    Raises:
        ProcessFileError: the file is wrong.
        RequestError: there is no such file.
    """
    from audit.loaders import read_bytes, read_file

    if file == STANDARD_INPUT:
        import sys

        return read_bytes(sys.stdin.buffer.read(), "standard input")
    try:
        return read_file(file)
    except IsADirectoryError:
        raise RequestError(f"{file} is a folder; name a process file in it") from None
    except FileNotFoundError:
        raise RequestError(f"there is no file {file}{_near(file)}") from None


def _near(file: str) -> str:
    from difflib import get_close_matches
    from pathlib import Path

    folder = Path(file).parent
    if not folder.is_dir():
        return f", nor a folder {folder}"
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    near = get_close_matches(Path(file).name, names, 1, 0.6)
    return f"; did you mean {folder / near[0]}?" if near else ""
