"""The committed reports are those of the committed processes."""

from __future__ import annotations

import pytest

from tests.shipped import REPORTS, ShippedReport, reports

ALL = reports()


@pytest.mark.parametrize("report", ALL, ids=lambda report: report.id)
def test_a_report_is_current(report: ShippedReport) -> None:
    """Made anew, each is the same to the byte; `make golden` brings them up to date."""
    name, page = report.make()
    place = REPORTS / name
    assert place.is_file(), f"{name} is missing: run `make golden`"
    assert place.read_text(encoding="utf-8") == page


def test_no_report_is_left_over() -> None:
    """Every committed page is one of these, and no two of these share a name."""
    kept = sorted(page.name for page in REPORTS.glob("*.html"))
    assert len(kept) == len(ALL)
    assert {report.id.split("/")[0] for report in ALL} == {
        folder.name for folder in (REPORTS.parent / "processes").iterdir()
        if folder.is_dir()
    }  # fmt: skip
