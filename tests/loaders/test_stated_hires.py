"""A file that states more hires than its demand can bring is told so by `check`."""

from __future__ import annotations

import pytest

from tests.loaders.files import codes

STEP = "  - {id: a, role: hr}"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("hires_per_year: 300\nrequisitions: {per_year: 48, applicants: 9}\n", True),
        # Chance brings 57 of 48 in one year of ten: no contradiction.
        ("hires_per_year: 56\nrequisitions: {per_year: 48, applicants: 9}\n", False),
        ("hires_per_year: 58\nrequisitions: {per_year: 48, applicants: 9}\n", True),
        # Openings may stay unfilled.
        ("hires_per_year: 20\nrequisitions: {per_year: 48, applicants: 9}\n", False),
        (
            "hires_per_year: 90\n"
            "requisitions: {per_year: 48, openings: 2, applicants: 9}\n",
            False,
        ),
        (
            "hires_per_year: 300\n"
            "requisitions: {per_year: 48, openings: 2, applicants: 9}\n",
            True,
        ),
        ("hires_per_year: 400\narrivals: {per_week: 6}\n", True),
        ("hires_per_year: 300\narrivals: {per_week: 6}\n", False),
        ("hires_per_year: 380\narrivals: {every: 1 day}\n", False),
        ("hires_per_year: 400\narrivals: {every: 2 days}\n", True),
        ("hires_per_year: 400\narrivals: {days: [1 day]}\n", False),
        ("requisitions: {per_year: 48, applicants: 9}\n", False),
        ("hires_per_year: 400\n", False),
    ],
)
def test_more_hires_than_openings_or_people(head: str, told: bool) -> None:
    """Told where chance does not explain it, and nowhere else."""
    assert codes(STEP, head) == (["W117"] if told else [])
