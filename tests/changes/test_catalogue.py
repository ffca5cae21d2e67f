"""Every intervention is in the catalogue, whole, and says what it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.changes.base import Family, Intervention
from audit.changes.catalogue import CATALOGUE
from audit.changes.pages import page_text, parse_page
from audit.checks import CHECKS
from audit.checks.guards import GUARD_BY_ID
from audit.ledger.evidence import evidence_row, has_evidence
from audit.result import Spread

FOLDER = Path("audit/changes/catalogue")
IDS = [intervention.id for intervention in CATALOGUE]
each = pytest.mark.parametrize("one", CATALOGUE, ids=IDS)


def test_every_file_is_in_the_catalogue() -> None:
    """An intervention that somebody forgets to list would never be proposed."""
    files = {
        (path.parent.name, path.stem.replace("_", "-"))
        for path in FOLDER.glob("*/*.py")
        if path.stem != "__init__"
    }
    assert {(one.family.value, one.id) for one in CATALOGUE} == files
    assert len(IDS) == len(set(IDS)) >= 18


def test_every_family_has_a_folder() -> None:
    """Apart from the user's own, which come from a file."""
    folders = {path.parent.name for path in FOLDER.glob("*/__init__.py")}
    assert {family.value for family in Family} - {Family.OWN.value} == folders


@each
def test_a_page_is_whole(one: Intervention) -> None:
    """`explain` prints what it is, when it fits, what it takes and where it is from."""
    page = parse_page(one.doc)
    assert all(page.sections.values())
    assert all(evidence_row(row) for row in page.evidence)
    text = page_text(one)
    assert one.id in text
    assert max(map(len, text.splitlines())) <= 80


@each
def test_what_it_names_exists(one: Intervention) -> None:
    """Changes, checks, guards and sources that a reader can look up."""
    assert {*one.needs, *one.excludes} <= set(IDS) - {one.id}
    assert set(one.checks) <= {check.id for check in CHECKS}
    assert set(one.guards) <= set(GUARD_BY_ID)
    assert all(has_evidence(row) for effect in one.effects for row in effect.evidence)


@each
def test_effects_are_ranges_with_a_grade(one: Intervention) -> None:
    """No effect is one number; what no source carries is graded as our judgement."""
    for effect in one.effects:
        assert 0 <= effect.low <= effect.likely <= effect.high <= 10
        assert effect.low < effect.high
        best = min((evidence_row(row).grade for row in effect.evidence), default="D")
        assert effect.grade in {best, "D"}
        assert effect.what[0].islower()


@each
def test_costs_and_weeks_rise(one: Intervention) -> None:
    """A range that runs backwards would turn a budget round."""
    spreads = [one.costs.one_off, one.costs.per_year, one.lead_weeks]
    for spread in (part for part in spreads if part is not None):
        assert isinstance(spread, Spread)
        assert 0 <= spread.low <= spread.likely <= spread.high
    assert one.lead_weeks.low >= 1
    assert one.costs.note.endswith(".")


@each
def test_names_tell_what_to_do(one: Intervention) -> None:
    """A short imperative without a full stop."""
    assert one.name[0].isupper()
    assert not one.name.endswith(".")
    assert len(one.name) <= 70
    assert one.owner


def test_excludes_are_meant_by_both() -> None:
    """If one rules out another, the other's page says so too."""
    by_id = {one.id: one for one in CATALOGUE}
    for one in CATALOGUE:
        for other in one.excludes:
            back = by_id[other].excludes
            assert one.id in back or other == "one-contact", (one.id, other)
