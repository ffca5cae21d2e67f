"""Roles, not persons: what looks like a name is pointed at, and nothing else."""

from __future__ import annotations

import pytest

from audit.loaders.persons import looks_personal
from tests.loaders.files import codes


@pytest.mark.parametrize(
    "words",
    [
        "Jane Smith",
        "Jane",
        "J. Smith",
        "Maria Garcia Lopez",
        "John van der Berg",
        "Mary-Ann O'Neill",
        "Dr. Okafor",
        "Frau Müller",
        "j.smith@example.org",
        f"ask {'j' * 10_000}@example.org for it",
        "Wei Zhang",
    ],
)
def test_names_of_persons(words: str) -> None:
    """With a common given name, a title, initials or an address."""
    assert looks_personal(words)


@pytest.mark.parametrize(
    "words",
    [
        "HR director",
        "HR Director",
        "Hiring Manager",
        "Nurse Manager",
        "Human Resources",
        "Talent Acquisition",
        "Vice President",
        "Background firm",
        "Acme Corp",
        "St. Anne's",
        "Applicant Tracking System",
        "Auswärtige Gutachter",
        "Neighbours and old employers",
        "Dekanat",
        "mark the date",
        "meet @ noon",
        "@example.org",
    ],
)
def test_names_of_roles(words: str) -> None:
    """Jobs, departments, firms, in capitals or not, in other languages too."""
    assert not looks_personal(words)


@pytest.mark.parametrize(
    "keys",
    [
        "owner: Jane Smith",
        "evidence: {by: Jane Smith}",
        "work: {value: 3 min, by: Jane Smith}",
        "with: {firm: {work: {value: 3 min, by: Jane Smith}}}",
    ],
)
def test_wherever_a_role_belongs(keys: str) -> None:
    """The owner of a step, and whoever gave a number."""
    assert codes(f"  - {{id: a, role: hr, {keys}}}") == ["W102"]


def test_words_that_are_no_role_are_left_alone() -> None:
    """The author of the report, and notes, may name whom they like."""
    head = "about: {prepared_by: Jane Smith, client: Jane Smith}\nnote: Jane Smith\n"
    step = "  - {id: a, name: Jane Smith, role: hr, note: Jane Smith}"
    assert codes(step, head) == []
