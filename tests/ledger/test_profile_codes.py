"""Every problem that a profile can have is explained, by an example that has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import audit.ledger
from audit.errors import ProfileError
from audit.ledger import load_profile_text
from audit.ledger.profile_codes import PROFILE_CODES
from audit.loaders.problem_codes import ProblemCode

SOURCES = sorted(Path(audit.ledger.__file__).parent.glob("*.py"))


def test_codes_raised_and_codes_explained_are_the_same() -> None:
    """No code without its page, no page without its code."""
    raised = set()
    for source in SOURCES:
        if source.name != "profile_codes.py":
            raised |= set(re.findall(r'"(P\d{3})"', source.read_text("utf-8")))
    explained = [page.code for page in PROFILE_CODES]
    assert explained == sorted(raised)


@pytest.mark.parametrize("page", PROFILE_CODES, ids=lambda page: page.code)
def test_example_has_the_problem(page: ProblemCode) -> None:
    """The example on the page is refused with the very code it explains."""
    head = (
        "" if page.code == "P004" or "extends" in page.example else "extends: default\n"
    )
    with pytest.raises(ProfileError) as caught:
        load_profile_text(f"profile: example\n{head}{page.example}\n")
    assert page.code in {problem.code for problem in caught.value.problems}
