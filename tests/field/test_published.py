"""Published cases rank the right way round on the number that was published.

Each file holds what its source says of a process and nothing more, so most are a step
or two. That an audit orders them as their authors measured them is the least to ask of
it; sizes are claimed only where the published number is itself in the file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from audit.ledger.evidence import evidence_row
from audit.loaders import read_file
from audit.model import Basis
from audit.pipeline import audit_process
from audit.result import AuditResult

PUBLISHED = Path(__file__).parent / "published"
MINUTES_PER_DAY = 1440


def days(result: AuditResult) -> float:
    return result.time.mean


def candidate_minutes(result: AuditResult) -> float:
    return result.sides["candidate"].minutes or 0.0


def pages(result: AuditResult) -> float:
    return result.vector["pages"].expected or 0.0


def fields(result: AuditResult) -> float:
    return result.vector["fields"].expected or 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One published number, worse file first."""

    files: tuple[str, ...]
    published: tuple[float, ...]
    ours: Callable[[AuditResult], float]
    is_stated: bool
    """The file holds the number, so that ours has to be equal, not only in order."""


CASES = {
    "form, pages": Case(
        files=("assistance-form-before", "assistance-form-after"),
        published=(42, 18),
        ours=pages,
        is_stated=True,
    ),
    "form, questions": Case(
        files=("assistance-form-before", "assistance-form-after"),
        published=(1204, 213),
        ours=fields,
        is_stated=True,
    ),
    # Applicants answered only what applied to them, so the size is not compared.
    "form, minutes": Case(
        files=("assistance-form-before", "assistance-form-after"),
        published=(45, 20),
        ours=candidate_minutes,
        is_stated=False,
    ),
    "county, days": Case(
        files=("county-before", "county-after"),
        published=(42.4, 42.4 * (1 - 0.37)),
        ours=days,
        is_stated=True,
    ),
    "university, days": Case(
        files=("university-before", "university-after"),
        published=(93, 68),
        ours=days,
        is_stated=True,
    ),
    "advert, days": Case(
        files=("advert-before", "advert-after"),
        published=(22, 37 / MINUTES_PER_DAY),
        ours=days,
        is_stated=True,
    ),
    # Clicks lost, of 100: the longer form takes more minutes and loses more.
    "questions, people": Case(
        files=("questions-before", "questions-after"),
        published=(100 - 5.7, 100 - 10.6),
        ours=candidate_minutes,
        is_stated=False,
    ),
    # Minutes of an office that sends and chases; ours are those of whoever signs.
    "signature, minutes": Case(
        files=("signature-fax", "signature-scan", "signature-electronic"),
        published=(12, 10.5, 3),
        ours=candidate_minutes,
        is_stated=False,
    ),
}
EVIDENCE = {
    "APL-01": 10.6,
    "APL-02": 5.7,
    "PAP-25": 12,
    "PAP-26": 10.5,
    "PAP-27": 3,
}


@cache
def audited(file: str) -> AuditResult:
    return audit_process(read_file(PUBLISHED / f"{file}.yaml").process)


def test_every_published_file_is_in_a_case() -> None:
    """No file lies beside the list."""
    used = {file for case in CASES.values() for file in case.files}
    assert {path.stem for path in PUBLISHED.glob("*.yaml")} == used


@pytest.mark.parametrize("path", sorted(PUBLISHED.glob("*.yaml")), ids=lambda p: p.stem)
def test_a_published_file_says_where_it_is_from(path: Path) -> None:
    """Each loads without a warning and names its source, step by step."""
    loaded = read_file(path)
    assert loaded.warnings == ()
    assert loaded.process.note
    for step in loaded.process.steps:
        assert step.provenance.basis is Basis.PUBLISHED
        assert step.provenance.source


@pytest.mark.parametrize("name", CASES)
def test_a_published_case_ranks_the_right_way_round(name: str) -> None:
    """What its authors found worse, the audit finds worse, in number and in score."""
    case = CASES[name]
    assert list(case.published) == sorted(case.published, reverse=True)
    for worse, better in zip(case.files, case.files[1:], strict=False):
        assert case.ours(audited(worse)) > case.ours(audited(better))
        assert audited(worse).score > audited(better).score


@pytest.mark.parametrize("name", [n for n, case in CASES.items() if case.is_stated])
def test_a_published_number_comes_back_as_it_was_stated(name: str) -> None:
    """The engine adds nothing to a total that a file states."""
    case = CASES[name]
    for file, published in zip(case.files, case.published, strict=True):
        assert case.ours(audited(file)) == pytest.approx(published, rel=2e-3)


@pytest.mark.parametrize("row", EVIDENCE)
def test_numbers_of_evidence_rows_are_those_of_the_row(row: str) -> None:
    """A case that rests on a row follows when the row is corrected."""
    assert float(evidence_row(row).value) == EVIDENCE[row]


@pytest.mark.parametrize("name", CASES)
def test_known_totals_of_a_case_are_the_published_ones(name: str) -> None:
    """The report shows the published number beside ours, difference and all."""
    case = CASES[name]
    for file in case.files:
        for line in audited(file).known:
            if line.ours is not None and line.what != "candidate_minutes":
                assert line.difference == pytest.approx(0, abs=0.02)
