"""Compile the event loop when numba is there, and run the same source when it is not.

The extra `fast` installs numba. Both ways give the same digits: integers are 64 bits
wide in both, and square roots, exponentials and logarithms come from the same library
of the system. `NUMBA_DISABLE_JIT=1` runs the plain source where numba is installed.

What numba compiles is kept on disk, so that only the first run waits for it. Its folder
is named by the sources of this room: numba itself would not see that a function which
the kernel calls has changed.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

_Function = TypeVar("_Function", bound=Callable[..., Any])
_Table = TypeVar("_Table", bound=tuple[Any, ...])


def _compiler() -> Any:
    """Return the package numba, or None where it is not to be used."""
    try:
        import numba
    except ImportError:
        return None
    settings: Any = numba.config
    return None if settings.DISABLE_JIT else numba


_numba = _compiler()
COMPILED = _numba is not None
"""Whether the kernel is machine code in this process."""


def _cache_folder() -> Path | None:
    """Return a folder of these very sources that can be written to, if there is one."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for source in sorted(here.glob("*.py")):
        digest.update(source.read_bytes())
    chosen = _numba.config.CACHE_DIR
    places = [Path(chosen)] if chosen else [here / "__pycache__", _home()]
    for place in places:
        folder = place / f"hiring-audit-{digest.hexdigest()[:16]}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        return folder
    return None


def _home() -> Path:
    return Path("~/.cache").expanduser()


_folder = _cache_folder() if COMPILED else None


def compiled(function: _Function) -> _Function:
    """Return the function as machine code when numba is there, else as it is."""
    if not COMPILED:
        return function
    chosen = _numba.config.CACHE_DIR
    _numba.config.CACHE_DIR = str(_folder) if _folder else chosen
    try:
        fast: _Function = _numba.njit(cache=_folder is not None, nogil=True)(function)
    finally:
        _numba.config.CACHE_DIR = chosen
    return fast


# A word of 64 bits. Python's own integers do not wrap, so the source masks them; for
# machine words the mask changes nothing.
word: Any = np.uint64 if COMPILED else int
WORD: Any = word(0xFFFF_FFFF_FFFF_FFFF)


if COMPILED:

    @compiled
    def reals(count: int, value: float) -> Any:
        """Return as many numbers as asked, 8 bytes each."""
        return np.full(count, value, np.float64)

    @compiled
    def small_integers(count: int, value: int) -> Any:
        """Return as many integers as asked, 2 bytes each."""
        return np.full(count, value, np.int16)

    @compiled
    def integers(count: int, value: int) -> Any:
        """Return as many integers as asked, 4 bytes each."""
        return np.full(count, value, np.int32)

    @compiled
    def whole(count: int, value: int) -> Any:
        """Return as many integers as asked, 8 bytes each."""
        return np.full(count, value, np.int64)

else:
    # Without numba, one element of a numpy array costs three times one of these.

    def reals(count: int, value: float) -> Any:
        """Return as many numbers as asked, 8 bytes each."""
        return array("d", [value]) * count

    def small_integers(count: int, value: int) -> Any:
        """Return as many integers as asked, 2 bytes each."""
        return array("h", [value]) * count

    def integers(count: int, value: int) -> Any:
        """Return as many integers as asked, 4 bytes each."""
        return array("i", [value]) * count

    def whole(count: int, value: int) -> Any:
        """Return as many integers as asked."""
        return [value] * count


def columns(table: _Table) -> _Table:
    """Return a named tuple of arrays in the form that the kernel reads fastest."""
    return table if COMPILED else _made(table, lambda column: column.tolist())


def compact(table: _Table) -> _Table:
    """Return long columns for the kernel, none wider than its numbers are."""
    if COMPILED:
        return table
    return _made(table, lambda column: array(column.dtype.char, column.tobytes()))


def _made(table: _Table, form: Callable[[Any], Any]) -> _Table:
    kind: Any = type(table)
    made: _Table = kind(*(form(column) for column in table))
    return made
