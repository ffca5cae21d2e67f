"""Commands that a command ends with run as they are printed, from the same folder."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit.cli import main

BEFORE = Path("processes/packet/before.yaml").resolve()
AFTER = Path("processes/packet/after.yaml").resolve()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a folder, as one types it, that needs quotes and has a long name."""
    name = "our nurses' files, of which there are many; all of them of this year"
    (tmp_path / name).mkdir()
    for file in (BEFORE, AFTER):
        (tmp_path / name / file.name).write_bytes(file.read_bytes())
    monkeypatch.chdir(tmp_path)
    return name


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done


def printed(done: Result, command: str) -> list[str]:
    """Return the words of a printed command after the name of the program."""
    (line,) = (x for x in done.stdout.splitlines() if f"hiring-audit {command} " in x)
    return shlex.split(line[line.index("hiring-audit ") :])[1:]


def test_score_ends_with_a_command_that_runs(folder: str) -> None:
    """The bare name of a file of another folder is found nowhere."""
    again = printed(run("score", f"{folder}/before.yaml"), "report")
    assert again == ["report", f"{folder}/before.yaml"]
    run(*again)


def test_compare_ends_with_a_command_that_runs(folder: str) -> None:
    """Both files, as they were given."""
    files = [f"{folder}/before.yaml", f"{folder}/after.yaml"]
    again = printed(run("compare", *files), "report")
    assert again == ["report", *files]
    run(*again)


def test_recommend_ends_with_commands_that_run(folder: str) -> None:
    """To write the changes, then to compare with them."""
    asked = ["recommend", f"{folder}/before.yaml", "--max-changes", "1"]
    again = printed(run(*asked), "recommend")
    assert again == [*asked, "--write", "AFTER.yaml"]
    after = f"{folder}/found.yaml"
    run(*printed(run(*again[:-1], after), "compare"))
