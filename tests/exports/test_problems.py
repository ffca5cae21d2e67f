"""Problems in five forms: the same facts for people, editors and build servers."""

from __future__ import annotations

import json

import pytest

from audit.errors import Location, Problem, Severity
from audit.exports.problems import PROBLEM_FORMATS, ProblemFormat, render_problems


def at(
    text: str, column: int, end: int, line: int = 3, file: str = "a.yaml"
) -> Location:
    return Location(file=file, line=line, column=column, end_column=end, text=text)


SHARE = Problem(
    code="E037",
    message="'70' is more than the whole",
    location=at("    next: {b: 70}", 15, 17),
    label="a share without %",
    hint="write 70% or 0.7",
)
TWICE = Problem(
    code="E022",
    message="the id 'x' is used twice",
    location=at("  - id: x", 9, 10, line=120),
    label="used again",
    related=at("  - id: x", 9, 10, line=7),
    related_label="first used here",
)
UNUSED = Problem(
    code="W101",
    message="the role 'x' does no step",
    location=at("  x: {side: vendor}", 3, 4, line=4),
    severity=Severity.WARNING,
)


def full(*problems: Problem, colour: bool = False) -> str:
    return render_problems(problems, "full", colour=colour)


def marks(problem: Problem) -> tuple[str, str]:
    """Return the source line and the line of marks below it, without their margin."""
    source, below = full(problem).split("\n")[3:5]
    return source.partition("|")[2][1:], below.partition("|")[2][1:]


def test_full_shows_the_line_the_caret_and_what_to_do() -> None:
    """As a compiler does, to the letter."""
    assert full(SHARE) == (
        "error[E037]: '70' is more than the whole\n"
        " --> a.yaml:3:15\n"
        "  |\n"
        "3 |     next: {b: 70}\n"
        "  |               ^^ a share without %\n"
        "  |\n"
        "  = help: write 70% or 0.7\n"
        "\n"
        "1 error in a.yaml. More: hiring-audit explain E037\n"
    )


def test_full_shows_both_places_in_the_order_of_the_file() -> None:
    """With a margin wide enough for the longer line number."""
    assert full(TWICE).split("\n")[2:7] == [
        "    |",
        "  7 |   - id: x",
        "    |         - first used here",
        "120 |   - id: x",
        "    |         ^ used again",
    ]


def test_full_counts_and_points_at_the_page_of_the_first_error() -> None:
    """Errors and warnings apart; files by name, or by number if several."""
    last = full(UNUSED, SHARE).rstrip("\n").split("\n")[-1]
    assert last == "1 error and 1 warning in a.yaml. More: hiring-audit explain E037"
    two = Problem(code="E037", message="m", location=at("x", 1, 2, file="b.yaml"))
    last = full(SHARE, two).rstrip("\n").split("\n")[-1]
    assert last == "2 errors in 2 files. More: hiring-audit explain E037"
    assert full(UNUSED).rstrip("\n").split("\n")[-1].startswith("1 warning in a.yaml")


@pytest.mark.parametrize(
    ("text", "column", "end", "shown", "caret"),
    [
        ("a: xyz", 4, 7, "a: xyz", "   ^^^"),
        ("\ta: x", 5, 6, " a: x", "    ^"),
        ("a: 日本 x", 7, 8, "a: 日本 x", "        ^"),
        ("a: 日本", 4, 6, "a: 日本", "   ^^^^"),
        ("e\u0301: x", 5, 6, "e\u0301: x", "   ^"),
        ("a: \x1b[31mx", 9, 10, "a: \\x1b[31mx", "           ^"),
        ("a: \u202ex", 5, 6, "a: \\u202ex", "         ^"),
        ("", 1, 2, "", "^"),
    ],
)
def test_the_caret_stands_under_the_value(
    text: str, column: int, end: int, shown: str, caret: str
) -> None:
    """Tabs, wide letters, accents and escapes move it; hidden ones are spelled out."""
    problem = Problem(code="E001", message="m", location=at(text, column, end))
    assert marks(problem) == (shown, caret)


def test_a_long_line_is_cut_around_the_caret() -> None:
    """A file on one line of ten thousand letters still shows the place."""
    text = "x" * 5_000 + "WRONG" + "y" * 5_000
    line, caret = marks(
        Problem(code="E001", message="m", location=at(text, 5_001, 5_006))
    )
    assert len(line) <= 102
    assert line[caret.index("^") : caret.rindex("^") + 1] == "WRONG"


def test_colours_only_when_asked_and_only_for_people() -> None:
    """A pipe gets plain text; taking the colours away leaves the same words."""
    import re

    coloured = full(SHARE, UNUSED, colour=True)
    assert "\x1b[1;31m" in coloured and "\x1b[1;33m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == full(SHARE, UNUSED)
    for form in ("json", "github", "sarif"):
        assert "\x1b" not in render_problems((SHARE,), form, colour=True)


HOSTILE = Problem(
    code="E021",
    message="'\x1b[2J\u202e%0A::error::' is no step",
    location=at("x: \x1b]0;evil\x07", 4, 9, file="a,b:c%\x1b.yaml"),
    hint="one\ntwo",
)


@pytest.mark.parametrize("form", PROBLEM_FORMATS)
def test_hostile_text_comes_out_inert(form: ProblemFormat) -> None:
    """No terminal escape, no override, no second command in any form."""
    text = render_problems((HOSTILE,), form)
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    if form == "github":
        assert text.count("\n") == 1


def test_concise_is_one_line_for_each() -> None:
    """As `grep` and editors read it."""
    assert render_problems((SHARE, UNUSED), "concise") == (
        "a.yaml:3:15: error[E037] '70' is more than the whole (write 70% or 0.7)\n"
        "a.yaml:4:3: warning[W101] the role 'x' does no step\n"
    )


def test_github_commands_are_escaped() -> None:
    """Percent signs, line breaks, and in properties colons and commas."""
    problem = Problem(
        code="W103",
        message="sum to 99.9 %",
        location=at("x", 1, 2, file="a,b.yaml"),
        hint="write rest",
        severity=Severity.WARNING,
    )
    assert render_problems((problem,), "github") == (
        "::warning file=a%2Cb.yaml,line=3,col=1,endColumn=2,title=W103::"
        "sum to 99.9 %25%0Awrite rest\n"
    )


def test_json_holds_everything() -> None:
    """Both places, with the words beside them; lines and columns from 1."""
    document = json.loads(render_problems((TWICE, UNUSED), "json"))
    assert (document["errors"], document["warnings"]) == (1, 1)
    first = document["problems"][0]
    assert (first["code"], first["severity"]) == ("E022", "error")
    assert (first["file"], first["line"], first["column"]) == ("a.yaml", 120, 9)
    assert first["related"]["line"] == 7
    assert first["related"]["label"] == "first used here"
    assert document["problems"][1]["related"] is None


def test_sarif_names_rule_place_and_level() -> None:
    """As code scanning reads it, with the page of each code that occurs."""
    log = json.loads(render_problems((TWICE, UNUSED), "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E022", "W101"]
    assert all(
        rule["fullDescription"]["text"] and rule["help"]["text"]
        for rule in run["tool"]["driver"]["rules"]
    )
    twice, unused = run["results"]
    assert (twice["level"], unused["level"]) == ("error", "warning")
    assert twice["ruleIndex"] == 0
    place = twice["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a.yaml"
    assert place["region"]["startLine"] == 120
    assert place["region"]["snippet"]["text"] == "x"
    assert twice["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 7


def test_paths_become_addresses_in_sarif() -> None:
    """Blanks and backslashes of other systems."""
    problem = Problem(
        code="E001", message="m", location=at("x", 1, 2, file="my files\\a.yaml")
    )
    log = json.loads(render_problems((problem,), "sarif"))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20files/a.yaml"


def test_no_problem_at_all() -> None:
    """Nothing for people; whole documents for programs."""
    assert full() == ""
    assert render_problems((), "concise") == ""
    assert render_problems((), "github") == ""
    assert json.loads(render_problems((), "json"))["problems"] == []
    assert json.loads(render_problems((), "sarif"))["runs"][0]["results"] == []


@pytest.mark.parametrize("form", PROBLEM_FORMATS)
def test_a_file_on_one_line_does_not_come_out_once_for_each_problem(
    form: ProblemFormat,
) -> None:
    """A thousand problems on a line of 100,000 letters stay readable."""
    text = "x" * 100_000
    problems = [
        Problem(code="E001", message="m", location=at(text, 100 * n + 1, 100 * n + 3))
        for n in range(1_000)
    ]
    assert len(render_problems(problems, form)) < 1_500_000
