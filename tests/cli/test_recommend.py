"""The command `recommend`: what it prints, writes and refuses."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit.cli import main
from audit.loaders import read_file

PACKET = Path("processes/packet/before.yaml")


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["recommend", *arguments], input=stdin)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    path = tmp_path / "before.yaml"
    path.write_bytes(PACKET.read_bytes())
    return path


def test_it_prints_what_to_do_first(before: Path) -> None:
    """First the answer, then each change with gain, cost, weeks and owner."""
    result = run(str(before), "--max-changes", "2")
    assert result.exit_code == 0
    assert "What to change first" in result.stdout
    assert "   1. Sign electronically" in result.stdout
    assert "3. " not in result.stdout
    assert "checklist, not legal advice" in result.stdout
    command = f"  hiring-audit recommend {before} "
    lines = [x for x in result.stdout.splitlines() if not x.startswith(command)]
    assert max(map(len, lines)) <= 78


def test_json_is_for_other_programs(before: Path) -> None:
    """The whole result, and nothing beside it on standard output."""
    result = run(str(before), "--format", "json", "--budget", "5000")
    data = json.loads(result.stdout)
    assert data["search"]["budget"] == 5000
    assert data["chosen"]


def test_it_writes_an_overlay_that_compares(before: Path) -> None:
    """The file is sound, and the process it came from is as it was."""
    after = before.with_name("after.yaml")
    untouched = before.read_bytes()
    result = run(str(before), "--write", str(after))
    assert result.exit_code == 0
    assert f"Wrote {after}." in result.stderr
    assert before.read_bytes() == untouched
    loaded = read_file(after)
    assert loaded.plan_from(read_file(before)) is not None
    compared = CliRunner().invoke(main, ["compare", str(before), str(after)])
    assert compared.exit_code == 0
    assert "Sign electronically" in compared.stdout


def test_the_last_words_are_of_what_is_still_to_do(before: Path) -> None:
    """Whoever has just written the file is not told to write it."""
    advised = run(str(before), "--max-changes", "1").stdout
    assert "To keep and edit it:" in advised
    after = before.with_name("b c.yaml")
    written = run(str(before), "--max-changes", "1", "--write", str(after)).stdout
    assert "--write" not in written
    assert f"  hiring-audit compare {before} '{after}'\n" in written


def test_the_command_to_keep_a_set_gives_the_same_set(before: Path) -> None:
    """Options that decide what is recommended are said again, as a shell takes them."""
    options = ["--budget", "6000", "--max-changes", "2"]
    advised = run(str(before), *options).stdout
    (line,) = (x for x in advised.splitlines() if "--write AFTER.yaml" in x)
    words = shlex.split(line)
    assert words[:3] == ["hiring-audit", "recommend", str(before)]
    assert words[3:-2] == options
    kept, again = before.with_name("kept.yaml"), before.with_name("again.yaml")
    run(str(before), *options, "--write", str(kept))
    run(str(before), *words[3:-2], "--write", str(again))
    assert kept.read_bytes() == again.read_bytes()


def test_a_written_file_is_not_replaced(before: Path) -> None:
    """Somebody may have edited it; --force says that this is meant."""
    after = before.with_name("after.yaml")
    after.write_text("mine", encoding="utf-8")
    refused = run(str(before), "--write", str(after))
    assert refused.exit_code == 2
    assert "is there already" in refused.stderr
    assert after.read_text(encoding="utf-8") == "mine"
    assert run(str(before), "--write", str(after), "--force").exit_code == 0
    assert after.read_text(encoding="utf-8") != "mine"


def test_the_process_itself_is_never_rewritten(before: Path) -> None:
    """Not even with --force."""
    refused = run(str(before), "--write", str(before), "--force")
    assert refused.exit_code == 2
    assert "never rewritten" in refused.stderr
    assert before.read_bytes() == PACKET.read_bytes()


def test_an_overlay_stays_beside_its_file(before: Path, tmp_path: Path) -> None:
    """Elsewhere it could not find what it extends; from a pipe there is nothing."""
    elsewhere = tmp_path / "other" / "after.yaml"
    refused = run(str(before), "--write", str(elsewhere))
    assert refused.exit_code == 2
    assert "of another folder" in refused.stderr
    piped = run("-", "--write", "after.yaml", stdin=before.read_bytes())
    assert piped.exit_code == 2
    assert "standard input" in piped.stderr


def test_a_pipe_is_advised_too(before: Path) -> None:
    """`-` reads standard input as in every command."""
    result = run("-", "--max-changes", "1", stdin=before.read_bytes())
    assert result.exit_code == 0
    assert "Sign electronically" in result.stdout


def test_nothing_to_recommend_writes_nothing(tmp_path: Path) -> None:
    """A good process gets no file."""
    path = tmp_path / "good.yaml"
    path.write_bytes(Path("processes/archetypes/good-onboarding.yaml").read_bytes())
    after = tmp_path / "after.yaml"
    result = run(str(path), "--write", str(after))
    assert result.exit_code == 0
    assert "Little to recommend" in result.stdout
    assert "Already good" in result.stdout
    assert not after.exists()
    assert "was not written" in result.stderr


def test_own_changes_join(before: Path, tmp_path: Path) -> None:
    """A consultant's own change is proposed beside those that ship."""
    own = tmp_path / "own.yaml"
    own.write_text(
        """\
catalogue: House rules
changes:
  - id: tablet
    name: Sign on a tablet at the desk
    note: We own two.
    when: {side: candidate, has: [signatures]}
    scale: {each: {wait: {low: 0.1, high: 0.3}}}
    cost: {one_off: 100}
    lead_time: 2-4 weeks
    owner: Facilities
adjust:
  electronic-signature: {leave_out: true}
""",
        encoding="utf-8",
    )
    result = run(str(before), "--catalogue", str(own))
    assert result.exit_code == 0
    assert "Sign on a tablet at the desk" in result.stdout
    assert "Facilities" in result.stdout
    assert "Sign electronically" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--budget", "-1"], "no amount of money"),
        (["--max-changes", "0"], "ask for 1 or more"),
        (["--catalogue", "nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_requests_without_sense_are_explained(
    before: Path, arguments: list[str], words: str
) -> None:
    """Exit code 2 and what to do, never a traceback."""
    result = run(str(before), *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_the_page_of_a_change_can_be_asked_for() -> None:
    """As the text of the command says."""
    result = CliRunner().invoke(main, ["explain", "electronic-signature"])
    assert result.exit_code == 0
    assert "When it fits" in result.stdout
    listed = CliRunner().invoke(main, ["explain"]).stdout
    assert "Changes that `recommend` knows" in listed
    assert "single-form" in listed
