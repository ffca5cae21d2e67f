"""Evidence rows: complete, graded, and none from memory."""

from __future__ import annotations

import pytest

from audit.errors import RequestError
from audit.ledger.evidence import GRADES, VERIFICATIONS, all_evidence, evidence_row


def test_every_row_is_whole() -> None:
    """A reader of any row learns what was claimed, by whom and how sure it is."""
    for row in all_evidence():
        assert row.claim and row.value and row.source and row.population, row.id
        assert row.grade in GRADES, row.id
        assert row.verification in VERIFICATIONS, row.id
        assert row.url.startswith(("http://", "https://")) or row.grade == "D", row.id


def test_ids_are_unique_and_found() -> None:
    """An id on a page leads to its row."""
    ids = [row.id for row in all_evidence()]
    assert len(ids) == len(set(ids)) > 100
    assert all(evidence_row(row_id).id == row_id for row_id in ids)


def test_assumptions_say_so() -> None:
    """What the project set itself never looks like a source."""
    for row in all_evidence():
        ours = row.verification == "assumption"
        assert ours == (row.source == "our own assumption"), row.id
        if ours:
            assert row.grade == "D", row.id


def test_nothing_is_from_memory() -> None:
    """No row ships whose source was never opened."""
    assert all("RECALLED" not in row.note for row in all_evidence())


def test_unknown_row_is_named() -> None:
    """A wrong id says which one was probably meant."""
    with pytest.raises(RequestError, match="no evidence row 'PAP-71'; did you mean"):
        evidence_row("PAP-71")


def test_values_show_their_range() -> None:
    """The value of a row carries its range as a reader would write it."""
    assert evidence_row("PAP-17").value == "238 (175-300)"
    assert evidence_row("PAP-19").value == "10.6 (from 10)"
    assert evidence_row("APL-01").value == "10.6"
