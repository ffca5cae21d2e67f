"""`report FILE --recommend`: the page says what to do first."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit.cli import main
from tests.report.markup import words_of

PACKET = "processes/packet/before.yaml"
AFTER = "processes/packet/after.yaml"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["report", *arguments], input=stdin)


def page_of(folder: Path) -> str:
    (page,) = folder.glob("*.html")
    return page.read_text(encoding="utf-8")


def test_the_page_gains_what_to_do_when_it_is_asked_for(tmp_path: Path) -> None:
    """With the option the section and the box are there, without it neither is."""
    assert run(PACKET, "-o", str(tmp_path / "plain")).exit_code == 0
    assert run(PACKET, "--recommend", "-o", str(tmp_path / "more")).exit_code == 0
    plain, more = page_of(tmp_path / "plain"), page_of(tmp_path / "more")
    assert 'id="todo"' not in plain
    assert 'id="todo"' in more
    assert 'id="whatif-box"' in more


def test_a_budget_limits_what_is_recommended(tmp_path: Path) -> None:
    """The page names the budget, and the set costs no more."""
    done = run(PACKET, "--recommend", "--budget", "5000", "-o", str(tmp_path))
    assert done.exit_code == 0
    words = words_of(page_of(tmp_path))
    assert "the budget stated ($5,000)" in words
    assert "for about $4,800 in the first year" in words


def test_a_process_from_a_pipe_gets_its_recommendation_too(tmp_path: Path) -> None:
    """Standard input has no name, and needs none to be looked at."""
    text = Path(PACKET).read_bytes()
    done = run("-", "--recommend", "-o", str(tmp_path), stdin=text)
    assert done.exit_code == 0
    assert 'id="todo"' in page_of(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((PACKET, AFTER, "--recommend"), "leave out --recommend to compare"),
        ((PACKET, "--budget", "100"), "add --recommend"),
        ((PACKET, "--recommend", "--budget", "-1"), "no amount of money"),
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    """Exit code 2, words that say what to do instead, and no page."""
    done = run(*arguments, "-o", str(tmp_path / "out"))
    assert done.exit_code == 2
    assert words in done.stderr
    assert not (tmp_path / "out").exists()
