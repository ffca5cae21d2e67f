"""Every problem is shown as it should be, and every code has its page and its file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from audit.exports.problems import PROBLEM_FORMATS, render_problems
from audit.loaders.problem_codes import problem_codes
from tests.invalid_files import FILES, FOLDER, problems_of, text_of

LOADER = Path("audit/loaders")
SOURCES = (*LOADER.rglob("*.py"), Path("audit/errors.py"))
# Written by the test below: a file of that size does not belong in a repository. What
# only a simulation finds is shown by the tests of its command.
WITHOUT_A_FILE = {"E011", "E096"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_wrong_file_says_what_is_wrong(path: Path) -> None:
    """Code, place, line, caret, cause and what to do, to the letter."""
    assert text_of(path) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_named_by_a_code_shows_it(path: Path) -> None:
    """The file of a code is wrong in the way the code means, and in no other."""
    code = re.match(r"[EW]\d{3}", path.stem)
    found = {problem.code for problem in problems_of(path)}
    if code:
        assert found == {code[0]}
    else:
        assert len(found) > 1


def test_every_code_has_a_page_and_a_file() -> None:
    """Codes in the loader, pages to explain them, and files that show them agree."""
    written = {
        code
        for path in SOURCES
        for code in re.findall(r'"([EW]\d{3})"', path.read_text(encoding="utf-8"))
    }
    explained = {page.code for page in problem_codes()}
    shown = {path.stem[:4] for path in FILES} | WITHOUT_A_FILE
    assert written == explained
    assert explained <= shown
    assert {path.stem for path in FOLDER.rglob("*.txt")} == {f.stem for f in FILES}


def test_pages_are_sentences() -> None:
    """Each page says what the code means and what to do, in whole sentences."""
    for page in problem_codes():
        assert page.meaning.endswith("."), page.code
        assert page.remedy.endswith((".", "ate.")), page.code
        assert page.example.endswith("\n"), page.code


def test_a_file_too_large_is_refused_by_name() -> None:
    """Nothing of it is parsed."""
    from audit.errors import ProcessFileError
    from audit.loaders import read_bytes

    with pytest.raises(ProcessFileError) as caught:
        read_bytes(b"process: " + b"x" * 12_000_000, "large.yaml")
    assert [problem.code for problem in caught.value.problems] == ["E011"]


@pytest.mark.parametrize("form", PROBLEM_FORMATS)
def test_every_form_shows_every_problem(form: str) -> None:
    """People, editors and build servers get the same list."""
    for path in FILES:
        problems = problems_of(path)
        text = render_problems(problems, form)  # type: ignore[arg-type]
        for problem in problems:
            assert problem.code in text
        assert "\x1b" not in text
        assert "\u202e" not in text
        if form in {"json", "sarif"}:
            json.loads(text)
