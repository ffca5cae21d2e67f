"""A number that an option cannot take is answered in words, with one that it can."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from audit.cli import main

STORY = "processes/packet/before.yaml"
MONEY = "an amount of money is wanted, such as 20000, in figures alone"
POINTS = "a score in points is wanted, such as 150, where 100 is a typical process"
SECONDS = "a number of seconds is wanted, such as 60, without a unit"


@pytest.mark.parametrize(
    ("command", "option", "given", "words"),
    [
        ("recommend", "--budget", "$20,000", f"{MONEY}; '$20,000' was given: write 2"),
        ("recommend", "--budget", "20k", f"{MONEY}; '20k' was given: write 20000"),
        ("recommend", "--budget", "20.000,00", "'20.000,00' was given: write 20000"),
        ("recommend", "--budget", "a lot", f"{MONEY}; 'a lot' was given"),
        ("recommend", "--budget", "-$5", f"{MONEY}; '-$5' was given\n"),
        ("recommend", "--budget", "nan", f"{MONEY}; 'nan' was given"),
        ("recommend", "--budget", "\x1b\u202e", r"'\x1b\u202e' was given"),
        ("recommend", "--budget", "9" * 10_000, f"'{'9' * 40}' was given"),
        ("recommend", "--time-limit", "10 s", f"{SECONDS}; '10 s' was given"),
        ("recommend", "--time-limit", "0", f"{SECONDS}; '0' was given"),
        ("report", "--budget", "$20,000", "'$20,000' was given: write 20000"),
        ("score", "--fail-above", "10%", f"{POINTS}; '10%' was given\n"),
        ("compare", "--fail-above", "nan", f"{POINTS}; 'nan' was given"),
    ],
)
def test_what_is_no_number_is_said_in_plain_words(
    command: str, option: str, given: str, words: str
) -> None:
    """Exit code 2, what is wanted, what was given, and never the name of a type."""
    done = CliRunner().invoke(main, [command, STORY, option, given])
    assert done.exit_code == 2
    assert words in done.stderr
    assert "valid float" not in done.stderr
    assert option in done.stderr


@pytest.mark.parametrize("given", ["150", "150.5", "1e3"])
def test_a_plain_number_is_taken(given: str) -> None:
    """Nothing that was a number before is refused."""
    done = CliRunner().invoke(main, ["score", STORY, "--fail-above", given])
    assert done.exit_code in {0, 1}
    assert done.stdout
