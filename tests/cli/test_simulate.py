"""People and queues on the command line: formats, logs, gaps, interrupts."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import joblib
import pytest
from click.testing import CliRunner, Result

from audit.cli import main
from audit.result import simulated_scenarios_from_json, simulation_from_json
from audit.simulation import Tables
from audit.simulation.workers import LocalWorkers, Row, run_row
from tests.pipeline.simulated_files import BEFORE

QUICK = ("--runs", "3", "--years", "0.5")


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(
        main, ["simulate", *(str(argument) for argument in arguments)], input=stdin
    )


@pytest.fixture
def before(tmp_path: Path) -> Path:
    path = tmp_path / "before.yaml"
    path.write_text(BEFORE, encoding="utf-8")
    return path


@pytest.fixture
def after(before: Path) -> Path:
    path = before.parent / "after.yaml"
    path.write_text(
        "extends: before.yaml\nvariant: locked\nother_offers: 2%\n"
        "changes: [{id: lock, set: {offer: {position: lock}}}]\n",
        encoding="utf-8",
    )
    return path


def test_text_answers_first(before: Path) -> None:
    """The first line is the process, the first sentence the answer."""
    done = run(before, *QUICK)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("Small house (before)\n\nA hire takes ")
    assert done.stderr == ""


def test_json_is_the_result(before: Path, after: Path) -> None:
    """Other programs read what the text was made of."""
    alone = run(before, *QUICK, "--format", "json")
    assert simulation_from_json(alone.stdout).process.runs == 3
    both = run(before, after, *QUICK, "--format", "json")
    assert both.exit_code == 0, both.stderr
    (pair,) = simulated_scenarios_from_json(both.stdout).pairs
    assert pair.after.variant == "locked"


def test_the_seed_makes_the_numbers(before: Path) -> None:
    """Same seed, same bytes; another seed, other numbers."""
    first, second = run(before, *QUICK), run(before, *QUICK)
    other = run(before, *QUICK, "--seed", "9")
    assert first.stdout == second.stdout != other.stdout


def test_an_overlay_may_change_who_leaves(before: Path, after: Path) -> None:
    """What a simulation asks for can be stated anew after a change."""
    done = run(before, after, *QUICK)
    assert done.exit_code == 0, done.stderr
    assert "After: locked" in done.stdout


def test_standard_input_is_a_file() -> None:
    """`-` reads what another program made."""
    assert run("-", *QUICK, stdin=BEFORE).exit_code == 0


def test_quick_makes_no_run(before: Path, after: Path) -> None:
    """While typing: at once, and labelled as screening."""
    done = run(before, after, "--quick")
    assert done.exit_code == 0, done.stderr
    assert "for screening only" in done.stdout
    assert "How sure we are" not in done.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("log.csv", "case,step,role,visit,ready,begun,done,outcome\n"),
        ("log.xes", "<?xml "),
    ],
)
def test_the_log_is_written_by_its_ending(
    before: Path, tmp_path: Path, name: str, begins: str
) -> None:
    """The first run of the file, whole or not at all; the answer stays on stdout."""
    path = tmp_path / "new" / name
    done = run(before, *QUICK, "--log", path)
    assert done.exit_code == 0, done.stderr
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert str(path) in done.stderr
    assert "event log" not in done.stdout


def test_a_log_of_another_kind_is_refused(before: Path) -> None:
    """The two endings are named before anything runs."""
    done = run(before, "--log", "log.txt")
    assert done.exit_code == 2
    assert ".csv or .xes" in done.stderr


BAD = [
    ({"requisitions: {per_year: 24, applicants: 8, over: 1 week, notice: 1 day}": ""},
     "does not say who comes"),
    ({"people: 1": "people: 0"}, "nobody works in role 'hr'"),
    ({"share: 60%": "share: 100%"}, "other duties of role `hr` alone"),
    ({"requisitions: {per_year: 24, applicants: 8, over: 1 week, notice: 1 day}":
      "arrivals: {per_week: 500}", "other_offers: 1%": "", "    leaves: 2%\n": ""},
     "role `hr` has no steady state"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "words"), BAD)
def test_what_cannot_be_simulated_is_said_in_words(
    before: Path, changes: dict[str, str], words: str
) -> None:
    """The role or key is named, with exit code 2 and never a hang."""
    text = BEFORE
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    before.write_text(text, encoding="utf-8")
    done = run(before, *QUICK)
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr


def test_a_wrong_file_shows_its_problems(before: Path) -> None:
    """As everywhere: code, line, caret, hint."""
    before.write_text(BEFORE.replace("per_year", "per_yaer"), encoding="utf-8")
    done = run(before)
    assert done.exit_code == 2
    assert "error[E002]" in done.stderr
    assert "did you mean 'per_year'?" in done.stderr


def test_a_cluster_that_does_not_answer_is_said_in_words(before: Path) -> None:
    """The address is named; no traceback."""
    done = run(before, "--cluster", "nonsense://nowhere")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nonsense://nowhere" in done.stderr


@contextmanager
def cluster_here() -> Iterator[str]:
    """Give the address of a small cluster of dask on this machine."""
    from distributed import LocalCluster

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with LocalCluster(
            n_workers=1,
            threads_per_worker=2,
            processes=False,
            protocol="tcp://",
            host="127.0.0.1",
            dashboard_address=None,
        ) as cluster:
            yield cluster.scheduler_address


def test_a_cluster_gives_the_same_result(before: Path, after: Path) -> None:
    """The whole command on a real cluster: where a run was made changes no digit."""
    plan = ("--runs", "4", "--years", "0.1", "--format", "json")
    with cluster_here() as address:
        there = [
            run(*files, *plan, "--cluster", address)
            for files in ((before,), (before, after))
        ]
    here = [run(*files, *plan) for files in ((before,), (before, after))]
    for one, other in zip(there, here, strict=True):
        assert one.exit_code == 0, one.stderr
        assert one.stdout == other.stdout
        assert one.stderr == ""


def test_with_a_cluster_no_run_is_made_here(
    before: Path, after: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first runs, which say how long to warm up, are sent away with the others."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a run was to be made on this machine")

    monkeypatch.setattr(joblib, "Parallel", refused)
    plan = ("--runs", "3", "--years", "0.1")
    with cluster_here() as address:
        there = run(before, after, *plan, "--cluster", address)
    assert there.exit_code == 0, there.stderr
    assert "the course of the first runs" in " ".join(there.stdout.split())


def interrupted(after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop all local workers after some runs, as Ctrl-C does."""
    left = [after]

    def rows(self: LocalWorkers, tables: Tables, seeds: Sequence[int]) -> Iterator[Row]:
        for seed in seeds:
            if left[0] == 0:
                raise KeyboardInterrupt
            left[0] -= 1
            yield run_row(tables, seed)

    monkeypatch.setattr(LocalWorkers, "rows", rows)


def test_an_interrupt_shows_what_is_done(
    before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is an answer with fewer runs, and says so."""
    interrupted(4, monkeypatch)
    done = run(before, "--years", "0.5")
    assert done.exit_code == 0, done.stderr
    assert "Stopped after 4 of 30 runs, each of" in done.stdout


def test_an_interrupt_at_once_has_no_answer(
    before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words and exit code 2 in place of numbers that mean nothing."""
    interrupted(0, monkeypatch)
    done = run(before, "--years", "0.5")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "before two runs" in done.stderr


def test_json_holds_no_number_that_json_lacks(before: Path) -> None:
    """Not-a-number and infinity are null, so that every reader can read it."""
    done = run(before, *QUICK, "--format", "json")

    def refuse(word: str) -> None:
        raise AssertionError(word)

    json.loads(done.stdout, parse_constant=refuse)


def test_a_page_is_written_beside_the_text(before: Path) -> None:
    """Text on standard output, the page in the folder, and where it is on the other."""
    folder = before.parent / "pages"
    done = run(before, "--runs", "4", "--years", "1", "-o", folder)
    assert done.exit_code == 0, done.stderr
    (page,) = folder.iterdir()
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert str(page) in done.stderr


def test_several_scenarios_are_written_as_one_page(before: Path, after: Path) -> None:
    """With AFTER the page ranks nothing away: before and each after are on it."""
    folder = before.parent / "pages"
    done = run(before, after, *QUICK, "-o", folder)
    assert done.exit_code == 0, done.stderr
    (page,) = folder.iterdir()
    assert page.name == "small-house-simulated-before-against-locked.html"
    text = page.read_text(encoding="utf-8")
    assert 'id="scenario-1"' in text
    assert "Locked" in text
    assert str(page) in done.stderr


def test_the_page_of_a_long_title_still_says_that_it_is_simulated(
    before: Path, after: Path
) -> None:
    """It stands beside the report of the same files and is told from it by name."""
    text = before.read_text(encoding="utf-8")
    title = "A house whose name is longer than the name of a file may be in any case"
    before.write_text(text.replace("Small house", title), encoding="utf-8")
    folder = before.parent / "pages"
    done = run(before, after, *QUICK, "-o", folder)
    assert done.exit_code == 0, done.stderr
    (page,) = folder.iterdir()
    assert "-simulated-before-against-locked-" in page.name


def test_the_warm_up_can_be_fixed(before: Path) -> None:
    """As many days as asked for, and the text says so; none below nought."""
    done = run(before, *QUICK, "--warm-up", "30")
    assert done.exit_code == 0, done.stderr
    assert "30 days to warm up, as asked for" in " ".join(done.stdout.split())
    assert run(before, "--warm-up", "-1").exit_code == 2


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("30 days", "'30 days'"),
        ("-1", "'-1'"),
        ("nan", "'nan'"),
        ("36501", "'36501'"),
        ("\x1b\u202e", "'\\x1b\\u202e'"),
        ("x" * 10_000, f"'{'x' * 40}'"),
    ],
)
def test_a_wrong_warm_up_is_told_what_is_wanted(
    before: Path, given: str, shown: str
) -> None:
    """Days without a unit, with what was given: not the name of a type."""
    done = run(before, "--warm-up", given)
    assert done.exit_code == 2
    assert "a number of days from 0 to 36500 is wanted, such as 30" in done.stderr
    assert f"{shown} was given" in done.stderr


def test_the_help_says_that_days_stand_without_a_unit(before: Path) -> None:
    """Times of a file have a unit, so one is tried here too."""
    assert "Number of days, without a unit" in " ".join(
        run(before, "--help").stdout.split()
    )
