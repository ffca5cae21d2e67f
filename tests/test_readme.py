"""What the README shows is what a stranger gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit.cli import main

README = Path(__file__).parents[1] / "README.md"


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    text = README.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def test_the_ten_lines_print_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The examples are run, and their output is the one printed below them."""
    monkeypatch.chdir(tmp_path)
    process, changes, _ = blocks("yaml")
    score, comparison, _ = blocks("text")
    before, after = Path("packet.yaml"), Path("after.yaml")
    before.write_text(process)
    after.write_text(changes)
    for command, shown in (
        (["score", str(before)], score),
        (["compare", str(before), str(after)], comparison),
    ):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0
        assert done.stdout.rstrip() == shown.rstrip()
    assert len(process.splitlines()) <= 10
    assert len(changes.splitlines()) <= 10


def test_the_simulation_begins_as_is_shown(tmp_path: Path) -> None:
    """People, duties and applicants of the example give the numbers below it."""
    file = tmp_path / "clinic.yaml"
    file.write_text(blocks("yaml")[2])
    done = CliRunner().invoke(main, ["simulate", str(file)])
    assert done.exit_code == 0
    assert done.stdout.startswith(blocks("text")[2].rstrip())


def test_every_command_shown_exists() -> None:
    """No command is promised that the program does not have."""
    text = README.read_text(encoding="utf-8")
    shown = set(re.findall(r"hiring-audit ([a-z]+)", text))
    assert shown <= set(main.commands)
    makefile = (README.parent / "Makefile").read_text()
    for target in re.findall(r"`make ([a-z]+)`", text):
        assert f"\n{target}:" in makefile


def test_every_file_linked_exists() -> None:
    """Pictures and links lead somewhere."""
    text = README.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (README.parent / target).exists(), target


def test_the_python_shown_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown to those who build on it works as it stands."""
    monkeypatch.chdir(README.parent)
    (example,) = blocks("python")
    names: dict[str, object] = {}
    exec(compile(example, "README", "exec"), names)
    for page in ("page", "comparison"):
        assert str(names[page]).startswith("<!doctype html>")


def test_the_number_to_cite_is_the_number() -> None:
    """The sentence to copy holds the figures of the shipped packet."""
    from audit import audit_process, load_process

    result = audit_process(load_process(README.parent / "processes/packet/before.yaml"))
    low, high = result.score_interval
    pages, ink = (result.vector[k].expected for k in ("pages", "wet_signatures"))
    assert pages is not None
    assert ink is not None
    text = " ".join(README.read_text(encoding="utf-8").replace("> ", "").split())
    assert (
        f"friction score {result.score:.0f} (90 % interval {low:.0f} to {high:.0f}), "
        f"{pages:.0f} pages and {ink:.0f} signatures in ink per hire" in text
    )
