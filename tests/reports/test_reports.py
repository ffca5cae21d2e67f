"""The committed reports are those of the committed processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.loaders import load_process
from tests.shipped import PROCESSES, ROOT, kept_at, report_of


@pytest.mark.parametrize("path", PROCESSES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_report_is_current(path: Path) -> None:
    """Made anew, each is the same to the byte; `make golden` brings them up to date."""
    place, page = report_of(path)
    assert place.is_file(), f"{place.name} is missing: run `make golden`"
    assert place.read_text(encoding="utf-8") == page


def test_no_report_is_left_over() -> None:
    """Each committed report belongs to a process, and each process has its own."""
    places = [kept_at(load_process(path)) for path in PROCESSES]
    assert len(set(places)) == len(places)
    assert set((ROOT / "reports").glob("*.html")) == set(places)
