"""The invalid files and the text that each must produce."""

from __future__ import annotations

from pathlib import Path

from audit.errors import Problem, ProcessFileError
from audit.exports.problems import render_problems
from audit.loaders import read_bytes

FOLDER = Path(__file__).parent / "invalid"
FILES = tuple(sorted([*FOLDER.glob("*.yaml"), *FOLDER.glob("overlays/*.yaml")]))


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Return what the loader says of a file, errors and warnings."""
    try:
        return read_bytes(path.read_bytes(), path.name, path).warnings
    except ProcessFileError as error:
        return error.problems


def text_of(path: Path) -> str:
    """Return the full form of the problems of a file."""
    return render_problems(problems_of(path), "full")
