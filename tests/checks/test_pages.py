"""The pages say what the code does."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from audit.checks import CHECKS, Check, find_checks, page_of, page_text
from audit.checks.guards import GUARDS, guards_of_mandate
from audit.checks.pages import HELPS, HOW, LAW, guards_of, parse_page, rules_of
from audit.errors import RequestError
from audit.ledger.factors import FACTOR_BY_ID
from audit.units import format_number

checks = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)

NOT_A_THRESHOLD = {
    # How many of the longest waits are named, and a share said in the text as words.
    "low-flow-efficiency": {"LONGEST"},
    "untold-timeline": {"HALF"},
    # Waits shorter than this are not asked about.
    "silent-wait": {"WORTH_ASKING"},
    "batch-wait": {"LONG_WAIT"},
}


@checks
def test_every_threshold_is_said_on_the_page(check: Check) -> None:
    """A number changed in the code alone would make the page a lie."""
    module = import_module(check.look.__module__)
    said = f"{page_of(check).sections[HOW]} {rules_of(check)}"
    numbers = {word.replace(",", "") for word in re.findall(r"\d[\d,.]*\d|\d", said)}
    for name, value in _thresholds(module).items():
        if name in NOT_A_THRESHOLD.get(check.id, set()):
            continue
        ways = {format_number(value), format_number(100 * value)}
        assert ways & numbers, f"{name} = {value}"


@checks
def test_the_law_is_on_the_page_where_it_binds(check: Check) -> None:
    """A guard without its section, or a section without a word, would go unread."""
    page, guards = page_of(check), guards_of(check)
    if guards:
        for guard in guards:
            assert guard.text in _unwrapped(page_text(check))
    assert "not legal advice" in _unwrapped(page_text(check)) or not (
        guards or LAW in page.sections
    )


@checks
def test_what_helps_is_told_in_sentences(check: Check) -> None:
    """Each says what to do: no list of nouns, nothing hung on with a semicolon."""
    helps = page_of(check).sections[HELPS]
    assert ";" not in helps
    assert helps.endswith(".")
    for sentence in re.split(r"(?<=[.?]) ", _unwrapped(helps)):
        first = sentence.split()[0]
        assert first[0].isupper(), sentence
        assert first not in {"One", "Two", "Four", "Side", "Fixed"}, sentence


@checks
def test_its_factors_are_those_of_the_ledger(check: Check) -> None:
    """Points of a factor that does not exist would be silently none."""
    assert set(check.factors) <= FACTOR_BY_ID.keys()


@checks
def test_a_page_fits_a_terminal(check: Check) -> None:
    """`explain` prints pages as they are."""
    assert max(map(len, page_text(check).splitlines())) <= 80


def test_a_check_is_found_by_id_and_by_code() -> None:
    """`explain F11` and `explain wet-signatures` are both typed."""
    assert [check.id for check in find_checks("wet_signatures")] == ["wet-signatures"]
    by_code = [check.id for check in find_checks("f11")]
    assert by_code == ["wet-signatures", "notarised-signatures"]
    with pytest.raises(RequestError, match="did you mean wet-signatures"):
        find_checks("wet-signature")


@pytest.mark.parametrize(
    ("doc", "message"),
    [
        (None, "python -OO"),
        ("No name\n", "first line"),
        ("Name: words.\n\nWhat it is\nx\n", "lacks"),
        ("Name: words.\n\nSource\nx\n\nWhat it is\nx\n", "out of order"),
    ],
)
def test_a_page_that_is_no_page_is_refused(doc: str | None, message: str) -> None:
    """A check without a readable page must not run silently."""
    with pytest.raises(ValueError, match=message):
        parse_page(doc)


def test_a_guard_knows_the_words_of_its_mandates_only() -> None:
    """`ada` is no part of `Canada`, and `i-9` none of `xi-9`."""
    assert guards_of_mandate("Canada pension plan, xi-9") == ()
    for guard in GUARDS:
        for words in guard.mandates:
            assert guard in guards_of_mandate(f"The {words.upper()} rule")


def _thresholds(module: ModuleType) -> dict[str, float]:
    """Return the numbers that a module names itself, not those it imports."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    named = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    values = {name: getattr(module, name) for name in named}
    return {
        name: value for name, value in values.items() if isinstance(value, int | float)
    }


def _unwrapped(text: str) -> str:
    return " ".join(text.split())
