"""Python's search for cycles of objects, put off while none are made.

A run without numba holds some objects for each candidate. None of them refers to
another in a circle, and looking through all of them again and again takes a tenth of
its time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_search_for_cycles() -> Iterator[None]:
    """Put the search off inside the `with`; it is as before behind it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
