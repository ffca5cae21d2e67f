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
from collections.abc import Callable
from dataclasses import make_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

_HERE = Path(__file__).parent

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
PLAIN = not COMPILED
"""Whether the kernel is machine code in this process."""


def digest_of_sources() -> str:
    """Return what changes whenever a source of this room does."""
    digest = hashlib.sha256()
    for source in sorted(_HERE.rglob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _cache_folder() -> Path | None:
    """Return a folder of these very sources that can be written to, if there is one."""
    chosen = _numba.config.CACHE_DIR
    places = [Path(chosen)] if chosen else [_HERE / "__pycache__", _home()]
    name = f"hiring-audit-{digest_of_sources()}"
    for place in places:
        folder = place / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        return folder
    return None


def _home() -> Path:
    return Path("~/.cache").expanduser()


_folder = _cache_folder() if COMPILED else None


def _njit(**options: Any) -> Any:
    """Return the compiler of functions that neither make nor keep arrays.

    Without counts of who holds an array, which numba would keep at every call of one
    function by another: they took two thirds of the time. Nor is each division asked
    whether it is by nought: the callers see to it that none is.
    """
    return _numba.njit(nogil=True, _nrt=False, error_model="numpy", **options)


def compiled(function: _Function) -> _Function:
    """Return the function as machine code when numba is there, else as it is."""
    if not COMPILED:
        return function
    chosen = _numba.config.CACHE_DIR
    _numba.config.CACHE_DIR = str(_folder) if _folder else chosen
    try:
        fast: _Function = _njit(cache=_folder is not None)(function)
    finally:
        _numba.config.CACHE_DIR = chosen
    return fast


def inlined(function: _Function) -> _Function:
    """Return the function so that the compiler copies it to where it is called.

    For a few lines that every event meets. A function that only some events meet is
    better left to a call: it would make the loop too long for the processor's memory.
    """
    if not COMPILED:
        return function
    fast: _Function = _njit(forceinline=True)(function)
    return fast


# A word of 64 bits. Python's own integers do not wrap, so the source masks them; for
# machine words the mask changes nothing.
word: Any = np.uint64 if COMPILED else int
WORD: Any = word(0xFFFF_FFFF_FFFF_FFFF)


def reals(count: int, value: float) -> Any:
    """Return as many numbers as asked, 8 bytes each when compiled."""
    return _cells(count, value, np.float64)


def small_integers(count: int, value: int) -> Any:
    """Return as many integers as asked, 2 bytes each when compiled."""
    return _cells(count, value, np.int16)


def integers(count: int, value: int) -> Any:
    """Return as many integers as asked, 4 bytes each when compiled."""
    return _cells(count, value, np.int32)


def whole(count: int, value: int) -> Any:
    """Return as many integers as asked, 8 bytes each when compiled."""
    return _cells(count, value, np.int64)


def _cells(count: int, value: float, kind: Any) -> Any:
    # One element of a numpy array costs plain Python five times one of a list.
    return np.full(count, value, kind) if COMPILED else [value] * count


def rows(fields: Any, table: tuple[Any, ...]) -> Any:
    """Return arrays as rows with these fields (a numpy dtype).

    Compiled they are records of one array, so that all of a row lies side by side in
    memory; without the compiler they are plain objects.
    """
    if not COMPILED:
        kind = _row(fields.names)
        return [kind(*row) for row in zip(*(c.tolist() for c in table), strict=True)]
    made = np.empty(len(table[0]), fields)
    for name, column in zip(fields.names, table, strict=True):
        made[name] = column
    return made


def column(made: Any, name: str) -> np.ndarray[Any, Any]:
    """Return one field of all rows."""
    return made[name] if COMPILED else np.array([getattr(row, name) for row in made])


@cache
def _row(names: tuple[str, ...]) -> Any:
    """Return a class of rows: its fields are found faster than those of a tuple."""
    return make_dataclass("Row", names, slots=True)


def one_row(table: _Table) -> _Table:
    """Return a named tuple in the form whose fields the kernel finds fastest."""
    if COMPILED:
        return table
    names: tuple[str, ...] = table._fields  # type: ignore[attr-defined]
    made: _Table = _row(names)(*table)
    return made


def columns(table: _Table) -> _Table:
    """Return a named tuple of arrays in the form that the kernel reads fastest."""
    if COMPILED:
        return table
    kind: Any = type(table)
    made: _Table = kind(*(column.tolist() for column in table))
    return made
