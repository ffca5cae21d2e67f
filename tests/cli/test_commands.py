"""The command as its users meet it: what it prints, writes and ends with."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit import __version__
from audit.cli import main
from audit.cli.output import file_stem, write_whole

EXAMPLE = Path("tests/examples/packet")
STORY = "processes/packet/before.yaml"
TYPO = """\
process: Typo
roles: {hr: {side: employer}}
steps:
  - {id: a, role: hr, wiat: 3 days}
"""


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


@pytest.fixture
def typo(tmp_path: Path) -> str:
    path = tmp_path / "typo.yaml"
    path.write_text(TYPO)
    return str(path)


def test_help_names_every_command() -> None:
    """A stranger finds the six commands and the exit codes on the first page."""
    done = run("--help")
    assert done.exit_code == 0
    for word in ("new", "check", "score", "report", "explain", "schema", "Exit codes"):
        assert word in done.stdout
    assert run("--version").stdout.split()[-1] == __version__


@pytest.mark.parametrize(
    "command", ["new", "check", "score", "report", "explain", "schema"]
)
def test_every_command_and_option_explains_itself(command: str) -> None:
    """No option without a word on what it does."""
    from click import Option

    for parameter in main.commands[command].params:
        if isinstance(parameter, Option):
            assert parameter.help, f"{command} {parameter.name}"
    assert run(command, "--help").exit_code == 0


def test_score_reproduces_the_worked_example() -> None:
    """The published numbers come out of the command, to a millionth."""
    expected = json.loads((EXAMPLE / "expected.json").read_text())
    for variant in ("before", "after"):
        done = run(
            "score",
            str(EXAMPLE / f"{variant}.yaml"),
            "--profile",
            str(EXAMPLE / "profile.yaml"),
            "--format",
            "json",
        )
        assert done.exit_code == 0, done.stderr
        result, wanted = json.loads(done.stdout), expected[variant]
        near = {"rel": 0, "abs": 1e-6}
        sides, lines = result["sides"], result["vector"]
        found = {
            "candidate_minutes": sides["candidate"]["minutes"],
            "perceived_extra_minutes": sides["candidate"]["perceived_extra_minutes"],
            "employer_minutes": sides["employer"]["minutes"],
            "days": sides["time"]["days"],
            "candidate_cash": sides["candidate"]["cash"],
            "handoffs": lines["handoffs"]["expected"],
            "score": result["score"],
            "rolled_complete_accurate": lines["rolled_complete_accurate"]["expected"],
        }
        for name, value in found.items():
            assert value == pytest.approx(wanted[name], **near), name
        for side, points in wanted["points"].items():
            assert sides[side]["points"] == pytest.approx(points, **near)
        assert result["grade"] == wanted["grade"]
        visits = {step["id"]: step["visits"] for step in result["process"]["steps"]}
        for step, value in wanted.get("visits", {}).items():
            assert visits[step] == pytest.approx(value, **near)
        minutes = {f"{e['step']}/{e['factor']}": e["amount"] for e in result["ledger"]}
        for line, value in wanted.get("ledger_minutes", {}).items():
            assert minutes[line] == pytest.approx(value, **near)


def test_the_gate_ends_with_one() -> None:
    """Above the gate the result is still printed, and the exit code is 1."""
    done = run("score", STORY, "--fail-above", "100")
    assert done.exit_code == 1
    assert "Friction score" in done.stdout
    assert "above 100" in done.stderr
    assert run("score", STORY, "--fail-above", "10000").exit_code == 0


def test_a_wrong_file_ends_with_two_and_its_place(typo: str) -> None:
    """Line, column, caret and the nearest key; no traceback."""
    done = run("score", typo)
    assert done.exit_code == 2
    assert f"{typo}:4:23" in done.stderr
    assert "did you mean" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_file_does_not_stop_the_others(typo: str) -> None:
    """Of several files the good ones are scored and the bad ones listed."""
    done = run("score", STORY, typo, "nowhere.yaml", "--format", "csv")
    assert done.exit_code == 2
    assert done.stdout.count("\n") == 2
    assert "wiat" in done.stderr
    assert "no file nowhere.yaml" in done.stderr


def test_standard_input_is_a_file_too() -> None:
    """`-` reads what another program writes."""
    done = run("score", "-", "--format", "json", stdin=Path(STORY).read_bytes())
    named = run("score", STORY, "--format", "json")
    assert json.loads(done.stdout)["score"] == json.loads(named.stdout)["score"]


def test_check_says_fine_or_what_is_wrong(typo: str) -> None:
    """Exit code 0 and one line, or 2 and every problem."""
    assert run("check", STORY).exit_code == 0
    done = run("check", typo, "--format", "json")
    assert done.exit_code == 2
    assert json.loads(done.stdout)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With what is near, so that a typing slip costs a second."""
    (tmp_path / "nurses.yaml").write_text(TYPO)
    done = run("check", str(tmp_path / "nurse.yaml"))
    assert done.exit_code == 2
    assert "did you mean" in done.stderr
    assert "nurses.yaml" in done.stderr
    assert "is a folder" in run("check", str(tmp_path)).stderr


def test_report_writes_one_page_and_says_where(tmp_path: Path) -> None:
    """The page is in the folder asked for, whole, and alone."""
    done = run("report", STORY, "-o", str(tmp_path / "out"))
    assert done.exit_code == 0, done.stderr
    (page,) = (tmp_path / "out").iterdir()
    assert str(page) in done.stdout
    assert page.read_text().rstrip().endswith("</html>")


def test_a_wrong_file_writes_no_report(typo: str, tmp_path: Path) -> None:
    """Nothing half done is left behind."""
    done = run("report", typo, "-o", str(tmp_path / "out"))
    assert done.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_new_writes_a_file_that_checks(tmp_path: Path) -> None:
    """The starter is a process at once, with its schema beside it."""
    file = tmp_path / "mine.yaml"
    assert run("new", str(file)).exit_code == 0
    assert run("check", str(file)).exit_code == 0
    assert run("score", str(file)).exit_code == 0
    assert json.loads((tmp_path / "process.schema.json").read_text())["properties"]


def test_the_next_command_is_one_that_a_shell_takes(tmp_path: Path) -> None:
    """A name with a space is one word of the command to go on with."""
    first, second = tmp_path / "a b.yaml", tmp_path / "after it.yaml"
    for arguments in ((str(first),), (str(second), "--extends", str(first))):
        last = run("new", *arguments).stdout.splitlines()[-1]
        program, *words = shlex.split(last.partition("then  ")[2])
        assert program == "hiring-audit"
        assert run(*words).exit_code == 0


def test_new_never_overwrites(tmp_path: Path) -> None:
    """A file that is there stays as it is."""
    file = tmp_path / "mine.yaml"
    file.write_text("mine")
    assert run("new", str(file)).exit_code == 2
    assert file.read_text() == "mine"


def test_schema_prints_json() -> None:
    """Editors and other tools read it."""
    assert json.loads(run("schema").stdout)["type"] == "object"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("wet-signatures", "What usually helps"),
        ("F11", "What usually helps"),
        ("f11", "What usually helps"),
        ("wet_signature", "Default rate"),
        ("PAP-17", "238"),
        ("P003", "What to do"),
    ],
)
def test_explain_prints_the_page_of_anything(name: str, says: str) -> None:
    """Findings, factors, sources and errors are explained by id."""
    done = run("explain", name)
    assert done.exit_code == 0
    assert says in done.stdout


def test_explain_lists_everything_it_explains() -> None:
    """Every id in the list has a page."""
    listed = run("explain").stdout
    assert {"Findings", "Factors of the ledger", "Errors in files", "Sources"} <= set(
        listed.splitlines()
    )
    for line in listed.splitlines():
        if line.startswith("  "):
            words = line.split()
            assert run("explain", words[0]).exit_code == 0, line


def test_explain_offers_what_is_near() -> None:
    """An id with a slip is answered with the right one."""
    done = run("explain", "wet-signature")
    assert done.exit_code == 2
    assert "did you mean" in done.stderr


def test_a_fault_of_ours_is_logged_and_ends_with_three(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The user sees a sentence and a path; the traceback is in the log."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("our slip")

    monkeypatch.setattr("audit.pipeline.audit_process", broken)
    done = run("score", STORY)
    assert done.exit_code == 3
    assert "fault of hiring-audit" in done.stderr
    found = re.search(r"\S+\.log", done.stderr)
    assert found is not None
    log = Path(found[0])
    assert "our slip" in log.read_text()
    log.unlink()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """An old file stays until the new one is complete, and no litter is left."""
    path = tmp_path / "page.html"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new \ud800")
    assert path.read_text() == "old"
    assert [left.name for left in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize(
    ("title", "variant", "stem"),
    [
        ("Nurse hiring, St. Anne's", "before", "nurse-hiring-st-annes-before"),
        ("../../etc/passwd", None, "etc-passwd"),
        ("Überprüfung", "après", "uberprufung-apres"),
        ("採用", None, "report"),
        ("x" * 500, None, "x" * 80),
    ],
)
def test_names_of_files_are_plain(title: str, variant: str | None, stem: str) -> None:
    """A title cannot choose the folder, nor break a file system."""
    assert file_stem(title, variant, "report") == stem
