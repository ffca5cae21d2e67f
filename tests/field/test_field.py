"""Process files written by others in this format load, score and keep their meaning.

Each file has its own handwriting: business days, German, JSON, ISO numbers, everything
on one line. The expected numbers were worked out by hand from the file.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from audit.loaders import read_file
from audit.pipeline import audit_process
from audit.report import render_html
from audit.result import AuditResult, from_json, to_json

FIELD = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the file says, in numbers."""

    steps: int
    hired: float
    days: float


FILES = {
    # 22 business days and half of two weeks.
    "dental-clinic.yaml": Expected(steps=6, hired=0.25 * 0.5, days=22 * 7 / 5 + 14 / 2),
    # A tenth waits half a year for the academy; the longest branch of four decides.
    "county-police.yaml": Expected(
        steps=16,
        hired=0.6 * 0.7 / 0.85 * 0.65 * 0.4 * 0.75 / 0.9 * 0.93 * 0.85 * 0.88,
        days=409.6,
    ),
    # Two rounds of the form for one starter in eight; the laptop is the long branch.
    "onboarding.json.yaml": Expected(
        steps=7, hired=1.0, days=0.5 + (2 + 1) / 0.875 + 7
    ),
    # The search runs over until somebody is found: 1.5 days for each of 1 / 0.75 calls
    # of those who are placed; references come back once in ten.
    "staffing-agency.yaml": Expected(steps=7, hired=0.55 / 0.75, days=11.12),
    # Seven lists in a hundred go back for a third opinion.
    "universitaet.yaml": Expected(
        steps=16, hired=0.15 * 0.5 * 0.88 / 0.93 * 0.7, days=582.0
    ),
    # 92 % of the 64 % qualified and 40 % of the others reach the call, and so on.
    "warehouse.yaml": Expected(
        steps=8,
        hired=0.62 * (0.64 * 0.92 * 0.95 + 0.36 * 0.40 * 0.30) * 0.78 * (0.90 / 0.92),
        days=1 + 0 + 1.5 + 5 / 1440 + 2 / 0.92 + 0.3 * 1.5 + 3.5,
    ),
}


@pytest.fixture(scope="module", params=sorted(FILES))
def audited(request: pytest.FixtureRequest) -> tuple[Expected, AuditResult]:
    name = str(request.param)
    return FILES[name], audit_process(read_file(FIELD / name).process)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_of_a_stranger_loads_without_a_problem(name: str) -> None:
    """Handwriting is no mistake: nothing in these files deserves a warning."""
    loaded = read_file(FIELD / name)
    assert loaded.warnings == ()
    assert len(loaded.process.steps) == FILES[name].steps


def test_every_field_file_is_audited() -> None:
    """No file lies beside the list."""
    assert sorted(path.name for path in FIELD.glob("*.yaml")) == sorted(FILES)


def test_the_share_hired_is_the_one_by_hand(
    audited: tuple[Expected, AuditResult],
) -> None:
    """Shares, screens, loops and blocks mean what their writer meant."""
    expected, result = audited
    assert result.outcomes["hired"] == pytest.approx(expected.hired, rel=1e-9)
    assert sum(result.outcomes.values()) == pytest.approx(1, abs=1e-9)


def test_the_days_are_those_by_hand(audited: tuple[Expected, AuditResult]) -> None:
    """Ranges, business days, batches and blocks add up to the same calendar."""
    expected, result = audited
    assert result.time.mean == pytest.approx(expected.days, rel=1e-3)
    assert sum(result.time.contributions.values()) == pytest.approx(result.time.mean)


def test_the_score_is_the_sum_of_the_ledger(
    audited: tuple[Expected, AuditResult],
) -> None:
    """The score is made of nothing but lines that can be looked up."""
    _, result = audited
    assert result.score == pytest.approx(sum(line.points for line in result.ledger))
    assert result.score > 0


def test_the_result_survives_json(audited: tuple[Expected, AuditResult]) -> None:
    """A saved audit is the audit."""
    _, result = audited
    assert from_json(to_json(result)) == result


def test_the_report_can_be_written(audited: tuple[Expected, AuditResult]) -> None:
    """Leadership gets a page, small and without a hole where a number should be."""
    _, result = audited
    page = render_html(result)
    assert html.escape(result.process.title, quote=False) in page
    assert len(page.encode("utf-8")) < 250_000
    words = re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    assert not re.search(r"\b(None|nan|inf)\b", words)
