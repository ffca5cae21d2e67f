"""The text for a mail: its numbers are those of the result, its lines fit."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from audit.report import render_text, render_text_many
from audit.report.page.summary import addressable, answer
from audit.result import AuditResult
from tests.report.plain_text import said, section
from tests.report.stories import EVERY, STORIES, audited, numbers_in

HOSTILE = "\u202egnirih\u202c \x1b[31mred\x07 \u2066x\r\nFriction score  1"


def hostile(result: AuditResult, name: str) -> AuditResult:
    """Return the result with this text wherever a file puts its own."""
    process = result.process
    return replace(
        result,
        input=replace(result.input, file=f"{name}.yaml"),
        process=replace(
            process,
            title=name,
            variant=name,
            steps=tuple(replace(step, name=name) for step in process.steps),
        ),
        findings=tuple(replace(f, title=name) for f in result.findings),
    )


@pytest.mark.parametrize("name", EVERY)
def test_every_line_fits_a_mail(name: str) -> None:
    """At 78 columns no mail program breaks a line; nothing trails; nothing is nan."""
    text = render_text(audited(name))
    assert max(map(len, text.splitlines())) <= 78
    assert not re.search(r"[ \t]+$", text, re.M)
    assert not re.search(r"\b(nan|inf|None)\b", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("width", [60, 100])
def test_another_width_is_kept(width: int) -> None:
    """Sentences are broken where the caller says."""
    lines = render_text(audited("hospital"), width).splitlines()
    assert max(map(len, lines)) <= max(width, 78)
    assert len(render_text(audited("hospital"), 60).splitlines()) >= len(lines)


@pytest.mark.parametrize("name", EVERY)
def test_the_answer_is_the_one_of_the_page(name: str) -> None:
    """The mail and the page never disagree about the headline."""
    result = audited(name)
    assert f"{answer(result)}." in said(render_text(result))


@pytest.mark.parametrize("name", EVERY)
def test_the_score_line_holds_score_grade_and_interval(name: str) -> None:
    """One line to copy: the number, its grade, how far it can be trusted."""
    result = audited(name)
    first = section(render_text(result), "Friction score")[0]
    low, high = result.score_interval
    assert numbers_in(first) == [
        round(result.score),
        90,
        float(f"{low:.0f}"),
        float(f"{high:.0f}"),
    ]
    words = f"grade {result.grade}" if result.grade else "no grade"
    assert f", {words} (" in first


def test_without_a_grade_the_reason_stands_below() -> None:
    """A missing grade is explained, never silent."""
    part = render_text(audited("partial"))
    assert "describes part of a process" in said(part)
    nameless = render_text(audited("one silent step"))
    assert "does not name its scope" in said(nameless)


@pytest.mark.parametrize("name", STORIES)
def test_the_largest_steps_stand_first(name: str) -> None:
    """Number and points of each line are those of the result, most first."""
    result = audited(name)
    lines = section(render_text(result), "Where it sits")[1:]
    shown = [line for line in lines if "█" in line]
    largest = sorted(result.process.steps, key=lambda s: (-s.points, s.number))[:5]
    assert [int(line.split()[0]) for line in shown] == [s.number for s in largest]
    assert [float(line.split()[-2]) for line in shown] == [
        pytest.approx(s.points, abs=0.051) for s in largest
    ]
    bars = [line.count("█") for line in shown]
    assert bars[0] == 20
    assert bars == sorted(bars, reverse=True)


@pytest.mark.parametrize("name", ["hospital", "packet"])
def test_the_rest_of_the_steps_is_counted(name: str) -> None:
    """The share of the five and the number of the others are told."""
    result = audited(name)
    points = sorted((s.points for s in result.process.steps), reverse=True)
    count, share, more = numbers_in(section(render_text(result), "Where it sits")[-1])
    assert count == 5
    assert share == round(100 * sum(points[:5]) / result.score)
    assert more == sum(p > 0 for p in points[5:])


@pytest.mark.parametrize("name", STORIES)
def test_findings_come_with_their_steps_and_lines(name: str) -> None:
    """Each finding leads to the places in the file that show it."""
    result = audited(name)
    text = said(render_text(result))
    numbers = {step.id: step.number for step in result.process.steps}
    for finding in addressable(result)[:12]:
        head = f"{finding.severity} {finding.code} {said(finding.title)}"
        assert head in text
        behind = text.split(head, 1)[1][:80]
        if finding.steps:
            first = min(numbers[s.id] for s in finding.steps if s.id in numbers)
            line = min(s.line for s in finding.steps if s.line is not None)
            assert re.match(rf" \(steps? {first}\b", behind), behind
            assert re.search(rf"; lines? {line}\b", behind), behind


@pytest.mark.parametrize("name", STORIES)
def test_no_finding_is_lost(name: str) -> None:
    """Shown, counted as more, or kept for a reason: together all of them."""
    result = audited(name)
    lines = section(render_text(result), "Findings")
    shown = sum(bool(re.match(r"  \d  F\d\d  ", line)) for line in lines)
    more = sum(
        int(m[1]) for line in lines if (m := re.match(r" +and (\d+) more", line))
    )
    kept = sum(int(m[1]) for line in lines if (m := re.match(r" +(\d+) kept", line)))
    assert shown <= 12
    assert shown + more + kept == len(result.findings)


def test_where_no_check_fires_the_text_says_so() -> None:
    """Silence is not a list without lines."""
    result = replace(audited("packet"), findings=())
    assert "No check found friction in what the file states." in render_text(result)


@pytest.mark.parametrize("name", STORIES)
def test_what_is_not_assessed_is_counted_with_its_keys(name: str) -> None:
    """The number of open questions, and the key that would answer most of them."""
    result = audited(name)
    missing = [note.missing for note in result.not_assessed]
    words = said(render_text(result)).split("Not assessed: ", 1)[1]
    assert words.startswith(f"{len(missing)} question")
    keys = words.split("does not say: ")[1].split(". The whole")[0].split(", ")
    counts = [missing.count(key) for key in keys]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == max(map(missing.count, missing))


def test_the_text_says_how_to_get_the_page() -> None:
    """The command to copy names the file; what came through a pipe has no name."""
    result = audited("packet")
    last = "The whole report: hiring-audit report"
    assert render_text(result).endswith(f"{last} before.yaml\n")
    piped = replace(result, input=replace(result.input, file="standard input"))
    assert render_text(piped).endswith(f"{last} FILE\n")
    spaced = replace(result, input=replace(result.input, file="our file.yaml"))
    assert render_text(spaced).endswith(f"{last} 'our file.yaml'\n")


def test_a_per_cent_sign_stays_with_its_number() -> None:
    """A line never begins with a sign whose number ended the line above."""
    for width in range(60, 90):
        text = render_text(audited("hospital"), width)
        assert not re.search(r"^\s*%", text, re.M)
        assert "\u00a0" not in text


def test_names_cannot_speak_to_the_terminal() -> None:
    """Colours, bells, returns and marks that reverse text stay out; lines stay ours."""
    result = hostile(audited("packet"), HOSTILE)
    for text in (
        render_text(result),
        render_text_many([result, result], [HOSTILE] * 2),
    ):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e]", text)
        assert not re.search("[\u2066-\u2069]", text)
    assert len(re.findall("^Friction score", render_text(result), re.M)) == 1


def test_long_names_are_cut() -> None:
    """A title of ten thousand letters is one line."""
    text = render_text(hostile(audited("packet"), "x" * 10_000))
    assert max(map(len, text.splitlines()[:1])) <= 78
    assert max(len(line) for line in section(text, "Where it sits")) <= 78


def test_many_files_stand_in_one_table() -> None:
    """A line a file in the order given, its numbers those of the result."""
    results = [audited(name) for name in STORIES]
    names = [f"processes/{name}/before.yaml" for name in STORIES]
    head, *rows = render_text_many(results, names).split("\n\n")[0].splitlines()
    assert len({len(line) for line in (head, *rows)}) == 1
    assert [row.split()[0] for row in rows] == names
    for row, result in zip(rows, results, strict=True):
        _, score, grade, low, _, high, days, pages, ink, fax, hands, found = row.split()
        assert int(score) == round(result.score)
        assert grade == (result.grade or "-")
        assert (float(low), float(high)) == tuple(
            float(f"{bound:.0f}") for bound in result.score_interval
        )
        for cell, key in (
            (days, "days"),
            (pages, "pages"),
            (ink, "wet_signatures"),
            (fax, "fax_steps"),
            (hands, "handoffs"),
        ):
            value = result.vector[key].expected
            if value is None:
                assert cell == "-"
            else:
                assert float(cell) == pytest.approx(value, abs=0.051)
        assert int(found) == len(result.findings)


def test_long_paths_keep_their_end() -> None:
    """The end of a path tells files apart, so the beginning is cut."""
    path = "clients/" * 20 + "north/before.yaml"
    table = render_text_many([audited("packet")], [path])
    row = table.splitlines()[1]
    assert row.split()[0].endswith("north/before.yaml")
    assert len(row) < 120
    assert table.splitlines()[0].startswith("file")


def test_without_names_the_files_of_the_results_stand() -> None:
    """Those who call from Python need not repeat the names."""
    assert "before.yaml" in render_text_many([audited("packet")])
