"""A date in numbers is a day of the calendar, and everybody reads the same one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.loaders.dates import days_meant
from tests.loaders.files import codes

STEP = "  - {id: a, role: hr}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-11-26", []),
        ("2024-02-29", []),
        ("November 2026", []),
        ("2026", []),
        ("2026-11", []),
        ("2025-26", []),
        ("Q3 2026", []),
        ("draft 1.2.3", []),
        ("1.2.3", []),
        ("2026-11-26 10:00", []),
        ("2026-13-45", ["E097"]),
        ("2026-02-29", ["E097"]),
        ("0000-01-01", ["E097"]),
        ("31.2.2026", ["E097"]),
        ("13/45/2026", ["E097"]),
        ("26.11.2026", ["W120"]),
        ("26/11/2026", ["W120"]),
        ("11/26/2026", ["W120"]),
        ("4-11-26", ["W120"]),
        ("2026/11/26", ["W120"]),
        ("2026-1-5", ["W120"]),
    ],
)
def test_a_date_is_a_day_or_words(words: str, expected: list[str]) -> None:
    """Of the report, of a step's numbers, and of a number alike."""
    assert codes(STEP, f"about: {{date: {words}}}\n") == expected
    assert codes(f"  - {{id: a, role: hr, evidence: {{date: {words}}}}}") == expected
    amount = f"{{value: 3 days, date: {words}}}"
    assert codes(f"  - {{id: a, role: hr, wait: {amount}}}") == expected


def test_a_step_called_date_is_none() -> None:
    """A key of that name may be the id of a step, and hold a share."""
    steps = (
        "  - {id: a, role: hr, next: {date: 50%, rejected: 50%}}\n"
        "  - {id: date, role: hr}"
    )
    assert codes(steps) == []


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_found_in_every_order(day: date) -> None:
    """No day of a century is called impossible, however it is written."""
    year, month, number = day.year, day.month, day.day
    for words in (
        day.isoformat(),
        f"{number}.{month}.{year}",
        f"{number}.{month}.{year % 100:02}",
        f"{number}/{month}/{year}",
        f"{month}/{number}/{year}",
        f"{year % 100:02}-{month:02}-{number:02}",
    ):
        assert day in (days_meant(words) or ())
