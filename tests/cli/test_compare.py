"""Before against after on the command line: formats, gates, names of pages."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from audit.cli import main
from audit.cli.gates import lines_worse
from audit.cli.output import LONGEST, against
from audit.result import DifferenceLine, Verdict
from tests.loaders.overlay.files import whole, write

STEPS = [
    {"id": "a", "role": "candidate", "pages": 9, "signatures": {"wet": 2}},
    {"id": "b", "role": "hr", "wait": "4 days", "work": "30 min"},
]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return whole(tmp_path, "before.yaml", STEPS, scope="onboarding", variant="before")


@pytest.fixture
def after(before: Path) -> Path:
    """Fewer days, more pages."""
    changes = [
        {"id": "quick", "set": {"b": {"wait": "1 day"}}},
        {"id": "long", "set": {"a": {"pages": 12}}},
    ]
    return write(before.parent, "after.yaml", extends="before.yaml", changes=changes)


def test_json_holds_the_whole_comparison(before: Path, after: Path) -> None:
    """Other programs read the same result that the page shows."""
    done = run("compare", before, after, "--format", "json")
    assert done.exit_code == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["before"]["input"]["file"] == "before.yaml"
    assert [change["id"] for change in result["changes"]] == ["quick", "long"]


def test_csv_has_a_line_for_each_number_and_after(before: Path, after: Path) -> None:
    """A spreadsheet gets every number, empty where a file does not say."""
    done = run("compare", before, after, after, "--format", "csv")
    assert done.exit_code == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    scores = [row for row in rows if row["key"] == "score"]
    assert len(scores) == 2
    assert {row["verdict"] for row in scores} == {"better"}
    assert float(scores[0]["change"]) < 0


def test_text_answers_in_its_first_lines(before: Path, after: Path) -> None:
    """In a terminal the answer comes first, then what bought it."""
    done = run("compare", before, after)
    assert done.exit_code == 0, done.stderr
    assert "Quick" in done.stdout
    assert "Long" in done.stdout


@pytest.mark.parametrize(
    ("gate", "code"),
    [
        (("--fail-if-worse", "score"), 0),
        (("--fail-if-worse", "days"), 0),
        (("--fail-if-worse", "pages"), 1),
        (("--fail-if-worse", "days", "--fail-if-worse", "pages"), 1),
        (("--fail-if-worse", "people_lost"), 1),
        (("--fail-above", "1"), 1),
        (("--fail-above", "10000"), 0),
    ],
)
def test_gates_end_with_one(
    gate: tuple[str, ...], code: int, before: Path, after: Path
) -> None:
    """Worse, not told, or above: the result is printed, the exit code is 1."""
    done = run("compare", before, after, *gate)
    assert done.exit_code == code, done.stderr
    assert bool(done.stderr) is bool(code)
    against = run("score", after, *gate, "--against", before)
    assert against.exit_code == code, against.stderr


def test_a_gate_says_what_got_worse(before: Path, after: Path) -> None:
    """File, number, before and now."""
    done = run("compare", before, after, "--fail-if-worse", "pages")
    assert "after.yaml" in done.stderr
    assert "9 pages" in done.stderr
    assert "12 pages" in done.stderr


def test_a_gate_tells_a_difference_that_rounding_hides() -> None:
    """Twice the same number would be no reason to stop."""
    line = DifferenceLine(
        key="handoffs", label="Handoffs", group="counts", unit="handoffs",
        before=11.86, after=11.88, change=0.02, lower_is_better=True,
        verdict=Verdict.WORSE,
    )  # fmt: skip
    assert list(lines_worse("after.yaml", [line], ("handoffs",))) == [
        "after.yaml: handoffs is worse than before: 11.9 handoffs, now 11.9 handoffs "
        "(+0.02 handoffs)"
    ]


def test_a_gate_that_cannot_be_told_fails(before: Path, after: Path) -> None:
    """What a file does not say is no proof that it is fine."""
    done = run("compare", before, after, "--fail-if-worse", "people_lost")
    assert done.exit_code == 1
    assert "cannot be told" in done.stderr


def test_an_unknown_number_is_named_with_what_is_near(
    before: Path, after: Path
) -> None:
    """A slip in a gate would otherwise pass for ever."""
    done = run("compare", before, after, "--fail-if-worse", "wet_signature")
    assert done.exit_code == 2
    assert "wet_signatures" in done.stderr


def test_a_saved_result_is_a_baseline(before: Path, after: Path) -> None:
    """A pipeline keeps last month's JSON and compares with it."""
    saved = before.parent / "last.json"
    saved.write_text(run("score", before, "--format", "json").stdout)
    gate = ("--against", saved, "--fail-if-worse", "pages")
    assert run("score", after, *gate).exit_code == 1
    assert run("score", before, *gate).exit_code == 0


def test_a_gate_without_a_baseline_is_a_wrong_request(before: Path) -> None:
    """`score` alone has nothing to be worse than."""
    done = run("score", before, "--fail-if-worse", "pages")
    assert done.exit_code == 2
    assert "--against" in done.stderr


def test_a_wrong_overlay_ends_with_two_and_its_place(before: Path) -> None:
    """The mistake is shown where it is, and nothing is written."""
    wrong = write(
        before.parent,
        "wrong.yaml",
        extends="before.yaml",
        changes=[{"id": "x", "set": {"c": {"pages": 3}}}],
    )
    out = before.parent / "out"
    done = run("report", before, wrong, "-o", out)
    assert done.exit_code == 2
    assert "E077" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_a_page_of_before_and_after_has_a_name_of_its_own(
    before: Path, after: Path
) -> None:
    """It does not overwrite the page of either process."""
    out = before.parent / "out"
    for arguments in ((before,), (before, after), (before, after, after)):
        done = run("report", *arguments, "-o", out)
        assert done.exit_code == 0, done.stderr
    assert {page.name for page in out.iterdir()} == {
        "a-before.html",
        "a-before-against-after.html",
        "a-before-against-after-and-after.html",
    }


LONG = "Hiring by an HR department that does everything else too"


@given(
    first=st.lists(st.text(max_size=40), min_size=1, max_size=5),
    second=st.lists(st.text(max_size=40), min_size=1, max_size=5),
    title=st.sampled_from(["A", LONG, "採用", "x" * 200]),
)
def test_two_sets_of_afters_never_share_a_long_name(
    first: list[str], second: list[str], title: str
) -> None:
    """One page must not overwrite another; the same set has the same name again."""
    name = against(title, "before", first)
    assert name == against(title, "before", first[::-1])
    assert len(name) <= LONGEST
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    other = against(title, "before", second)
    if sorted(first) != sorted(second) and title == "x" * 200:
        assert name != other


def test_names_of_remedies_are_read_where_there_is_room() -> None:
    """Joined in short, counted and told apart by a mark when that is too long."""
    assert against("A", "now", ["b", "a"]) == "a-now-against-a-and-b"
    four, others = (
        against(LONG, "before", [*three, "a recruiting firm that finds people"])
        for three in (("train", "lock", "hire"), ("train", "lock", "fire"))
    )
    assert four[:-6] == others[:-6]
    assert four[:-6].endswith("-everything-else-too-before-against-4-")
    assert four != others
    assert against(LONG, "before", ["", "b"]) != against(LONG, "before", ["?", "b"])


def test_a_starter_of_changes_compares_at_once(before: Path) -> None:
    """`new --extends`, `check`, `compare`: the first five minutes of an after."""
    after = before.parent / "mine.yaml"
    made = run("new", after, "--extends", before)
    assert made.exit_code == 0, made.stderr
    assert (before.parent / "changes.schema.json").is_file()
    assert run("check", after).exit_code == 0
    assert run("compare", before, after).exit_code == 0
    elsewhere = run("new", before.parent / "sub" / "x.yaml", "--extends", before)
    assert elsewhere.exit_code == 2
    assert "beside" in elsewhere.stderr


def test_the_schema_of_overlays_is_printed() -> None:
    """For editors, beside that of whole files."""
    schema = json.loads(run("schema", "--overlay").stdout)
    assert "changes" in schema["properties"]
