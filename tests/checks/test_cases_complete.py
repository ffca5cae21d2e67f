"""Every check has its cases, and they ask only for keys that a file can hold."""

from __future__ import annotations

import json

import pytest

from audit.checks import CHECKS, Check
from audit.loaders.file_format import ProcessMap
from tests.checks.case_files import CASES, all_cases, process_of, verdicts_of

ALWAYS_DECIDED = {"handoffs", "rework", "rescindable-offer", "unmeasured-numbers"}
"""What the drawing itself says: no key can be missing."""


def test_every_file_of_cases_belongs_to_a_check() -> None:
    """A check that is renamed takes its cases along."""
    assert {path.stem for path in CASES.glob("*.yaml")} == {c.id for c in CHECKS}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_has_a_case_for_every_answer_it_can_give(check: Check) -> None:
    """A check without a case for one of its answers could stop giving it."""
    outcomes = {case.outcome for case in all_cases() if case.check == check.id}
    assert {"fired", "passed"} <= outcomes
    assert ("not assessed" in outcomes) == (check.id not in ALWAYS_DECIDED)


def test_what_is_missing_is_a_key_of_the_format() -> None:
    """A key that no file can hold would send the reader on a search."""
    known = set(_properties(ProcessMap.model_json_schema(by_alias=True)))
    asked = {
        note.missing
        for case in all_cases()
        for note in verdicts_of(process_of(case.file)).not_assessed
    }
    assert {key for key in asked if key.split(".")[-1] not in known} == set()
    assert {key for key in asked if key.split(".")[0] not in known} == set()


def _properties(schema: object) -> list[str]:
    found: list[str] = []
    if isinstance(schema, dict):
        found.extend(schema.get("properties", {}))
        for part in schema.values():
            found.extend(_properties(part))
    elif isinstance(schema, list):
        for part in schema:
            found.extend(_properties(part))
    return json.loads(json.dumps(found))
