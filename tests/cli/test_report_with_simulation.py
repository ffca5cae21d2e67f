"""`report FILE [AFTER...] --simulate`: the page tells of people and queues."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import audit.ledger
import audit.pipeline
from audit.cli import main
from audit.pipeline import RunPlan

HOUSE = "processes/overloaded-hr/before.yaml"
LOCK = "processes/overloaded-hr/electronic-and-lock.yaml"
TRAINED = "processes/overloaded-hr/train-hr.yaml"
SILENT = "processes/lean-tech/before.yaml"


@pytest.fixture(autouse=True)
def short_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few runs will do here."""
    monkeypatch.setattr(audit.pipeline, "RunPlan", lambda: RunPlan(runs=3, years=0.3))


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["report", *arguments], input=stdin)


def page_of(folder: Path) -> str:
    (page,) = folder.glob("*.html")
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("files", [(HOUSE,), (HOUSE, LOCK), (HOUSE, LOCK, TRAINED)])
def test_the_page_gains_its_chapter_when_it_is_asked_for(
    files: tuple[str, ...], tmp_path: Path
) -> None:
    """One process, a pair, several; without the option none has it."""
    assert run(*files, "-o", str(tmp_path / "plain")).exit_code == 0
    done = run(*files, "--simulate", "-o", str(tmp_path / "more"))
    assert done.exit_code == 0, done.stderr
    assert 'id="queues"' not in page_of(tmp_path / "plain")
    assert 'id="queues"' in page_of(tmp_path / "more")


def test_it_goes_with_recommended_changes(tmp_path: Path) -> None:
    """Both may be asked for; the page holds both."""
    done = run(HOUSE, "--simulate", "--recommend", "-o", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert 'id="queues"' in page_of(tmp_path)
    assert 'id="todo"' in page_of(tmp_path)


def test_a_process_from_a_pipe_is_simulated_too(tmp_path: Path) -> None:
    """Standard input can be read once alone, and that is enough."""
    done = run("-", "--simulate", "-o", str(tmp_path), stdin=Path(HOUSE).read_bytes())
    assert done.exit_code == 0, done.stderr
    assert 'id="queues"' in page_of(tmp_path)


def test_a_file_that_does_not_say_who_comes_gets_no_page(tmp_path: Path) -> None:
    """Words that name the keys it lacks; nothing is written."""
    text = Path(SILENT).read_bytes()
    done = run("-", "--simulate", "-o", str(tmp_path / "out"), stdin=text)
    assert done.exit_code != 0
    assert "requisitions" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_runs_are_those_of_simulate(tmp_path: Path) -> None:
    """How many, with what luck, after what warm-up: the page tells what was asked."""
    options = ("--runs", "4", "--seed", "9", "--warm-up", "30")
    done = run(HOUSE, "--simulate", *options, "-o", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    page = page_of(tmp_path)
    assert "4 runs (as many as asked for)" in page
    assert "seed 9. Before that, 30 days to warm up, as asked for." in page


@pytest.mark.parametrize("option", ["--runs", "--seed", "--warm-up"])
def test_options_of_a_simulation_that_is_not_asked_for(
    option: str, tmp_path: Path
) -> None:
    """They would change nothing, so the command says what is missing."""
    done = run(HOUSE, option, "5", "-o", str(tmp_path / "out"))
    assert done.exit_code == 2
    assert done.stderr == f"error: {option} is for a simulation; add --simulate\n"
    assert not (tmp_path / "out").exists()


def test_both_commands_tell_the_same_of_an_option() -> None:
    """One place says what an option does, and both show it."""
    helps = [
        CliRunner().invoke(main, [command, "--help"], terminal_width=200).stdout
        for command in ("report", "simulate")
    ]
    for option in ("--runs", "--seed", "--warm-up"):
        told = [
            [line for line in text.splitlines() if line.strip().startswith(option)]
            for text in helps
        ]
        assert len(told[0]) == len(told[1]) == 1
        assert told[0][0].split() == told[1][0].split()


@pytest.mark.parametrize("files", [(HOUSE,), (HOUSE, LOCK), (HOUSE, LOCK, TRAINED)])
def test_the_profile_is_read_once(
    files: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Audit, comparison and simulation share what was read."""
    read = []
    load = audit.ledger.load_profile

    def counted(path: str | None = None) -> audit.ledger.Profile:
        read.append(path)
        return load(path)

    monkeypatch.setattr(audit.ledger, "load_profile", counted)
    done = run(*files, "--simulate", "-o", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert read == [None]


def test_no_page_takes_the_place_of_one_with_other_parts(tmp_path: Path) -> None:
    """What was asked for stands in the name; that of a plain page stays as it was."""
    for options in (
        (),
        ("--simulate",),
        ("--recommend",),
        ("--recommend", "--simulate"),
    ):
        done = run(HOUSE, *options, "-o", str(tmp_path / "one"))
        assert done.exit_code == 0, done.stderr
    plain, *others = sorted(
        (page.stem for page in (tmp_path / "one").iterdir()), key=len
    )
    assert others == [
        f"{plain}-with-{parts}"
        for parts in ("simulation", "recommendation", "recommendation-and-simulation")
    ]


@pytest.mark.parametrize("afters", [(LOCK,), (LOCK, TRAINED)])
def test_a_simulated_comparison_leaves_the_plain_one(
    afters: tuple[str, ...], tmp_path: Path
) -> None:
    """The same of a pair and of several."""
    for options in ((), ("--simulate",)):
        done = run(HOUSE, *afters, *options, "-o", str(tmp_path))
        assert done.exit_code == 0, done.stderr
    names = [page.name for page in tmp_path.iterdir()]
    assert len(names) == 2
    assert sum("with-simulation" in name for name in names) == 1
