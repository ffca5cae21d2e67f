"""What only a simulation finds is shown like every other problem of a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit.cli import main

FILE = """\
process: A
{demand}
roles:
  candidate: {{side: candidate}}
  hr: {{side: employer, people: 1, hours_per_week: 40, {work}}}
steps:
  - {{id: apply, role: candidate}}
  - {{id: review, role: hr, work: 30 min, next: {ways}}}
  - {{id: offer, role: hr, work: 30 min, next: hired}}
"""
FEW = "arrivals: {per_week: 2}"
MAIL = "duties: {mail: {work: 5 s, share: 50%}}"
APPLY = "{id: apply, role: candidate, next: {review: 80%, pool: 20%}}"

REFUSED = [
    (FEW, MAIL, "`mail` of role `hr` makes about 14,400 jobs of 5 s a week", "mail"),
    (FEW, "other_duties: 100%", "role `hr` alone ask for 100% of its time", "hr"),
    ("arrivals: {per_week: 600}", "other_duties: 0", "asked for 600.0 hours", "hr"),
    ("requisitions: {per_year: 10}", MAIL, "lacks `applicants`", "requisitions"),
]


def run(tmp_path: Path, text: str, *command: str) -> Result:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, [*command, str(path)])


@pytest.mark.parametrize(("demand", "work", "words", "shown"), REFUSED)
def test_a_refusal_points_into_the_file(
    tmp_path: Path, demand: str, work: str, words: str, shown: str
) -> None:
    """Code, words, place, line and caret, with the exit code of a wrong file."""
    text = FILE.format(demand=demand, work=work, ways="offer")
    done = run(tmp_path, text, "simulate")
    before = text[: text.index(f"{shown}: ")]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    assert done.exit_code == 2
    assert done.stderr.startswith("error[E096]: ")
    assert words in done.stderr
    assert f"a.yaml:{line}:{column}\n" in done.stderr
    assert f"{line} | {text.splitlines()[line - 1]}\n" in done.stderr
    assert f"\n  | {' ' * (column - 1)}{'^' * len(shown)}\n" in done.stderr
    assert "hiring-audit explain E096" in done.stderr


def test_a_step_whose_only_way_out_the_simulation_makes_itself(tmp_path: Path) -> None:
    """The step is named, and the key that keeps the share; with it the run goes on."""
    demand = f"{FEW}\nother_offers: 1.5%"
    text = FILE.format(demand=demand, work="other_duties: 0", ways="offer")
    pool = (
        "  - {id: pool, role: hr, work: 5 min, next: [{to: pool, share: 70%}, WAY]}\n"
    )
    way = "{to: withdrew, share: 30%}"
    trapped = text.replace("{id: apply, role: candidate}", APPLY) + pool
    done = run(tmp_path, trapped.replace("WAY", way), "simulate", "--quick")
    assert done.exit_code == 2
    assert "who gets to `pool` can never finish" in done.stderr
    assert "`simulated: false`" in done.stderr
    kept = way.replace("}", ", simulated: false}")
    done = run(tmp_path, trapped.replace("WAY", kept), "simulate", "--quick")
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["check", "score", "report", "simulate"])
def test_a_number_that_no_house_has_is_shown_alike_everywhere(
    tmp_path: Path, command: str
) -> None:
    """Whichever command meets it first says the same of it, at the same place."""
    text = FILE.format(demand=FEW, work="other_duties: 0", ways="offer")
    done = run(tmp_path, text.replace("people: 1", "people: 0"), command)
    assert done.exit_code == 2
    assert "error[E095]: nobody works in role 'hr'" in done.output
    assert "a.yaml:5:32\n" in done.output


def test_a_refusal_of_an_overlay_points_into_its_own_file(tmp_path: Path) -> None:
    """A role that a change brings is shown where the change has it."""
    before, after = tmp_path / "before.yaml", tmp_path / "after.yaml"
    text = FILE.format(demand=FEW, work="other_duties: 0", ways="offer")
    before.write_text(text, encoding="utf-8")
    after.write_text(
        "extends: before.yaml\n"
        "changes:\n"
        "  - id: clerks\n"
        "    roles: {clerk: {side: employer, people: 1, other_duties: 0}}\n"
        "    set: {review: {role: clerk, work: 50 h}}\n",
        encoding="utf-8",
    )
    done = CliRunner().invoke(main, ["simulate", str(before), str(after)])
    assert done.exit_code == 2
    assert "role `clerk` has no steady state" in done.stderr
    assert "after.yaml:4:13\n" in done.stderr
