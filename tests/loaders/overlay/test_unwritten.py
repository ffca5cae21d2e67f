"""Overlays that lie in no file yet: the same answers as from one that does."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import AnalysisError, ProcessFileError
from audit.loaders import read_bytes, read_file
from audit.loaders.overlay.unwritten import clashes, plan_of, read_unwritten
from tests.loaders.overlay.files import whole, write

STEPS = [
    {
        "id": "a",
        "role": "candidate",
        "pages": 8,
        "next": {"b": "90%", "rejected": "10%"},
    },
    {"id": "b", "role": "hr", "wait": "4 days"},
    {"id": "c", "role": "hr", "wait": "2 days"},
]
TEXT = """\
extends: before.yaml
changes:
  - {id: x, scale: {a: {pages: 0.5}}}
  - {id: y, remove: [c], needs: [x]}
"""


def test_it_reads_like_the_file_it_would_be(tmp_path: Path) -> None:
    """What is claimed of a text is what the file gives once it is written."""
    base = read_file(whole(tmp_path, "before.yaml", STEPS))
    unwritten = read_unwritten(base, TEXT, "after.yaml")
    (tmp_path / "after.yaml").write_text(TEXT, encoding="utf-8")
    written = read_file(tmp_path / "after.yaml")
    assert unwritten.process.nodes == written.process.nodes
    assert unwritten.process.sha256 == written.process.sha256
    assert unwritten.process.extends == written.process.extends
    plan, other = plan_of(base, TEXT, "after.yaml"), written.plan_from(base)
    assert other is not None
    assert plan.changes == other.changes
    for made in (frozenset[str](), frozenset("x"), frozenset("xy")):
        assert plan.process(made).nodes == other.process(made).nodes


def test_it_stands_on_an_overlay_too(tmp_path: Path) -> None:
    """Proposals for a process that is itself made of changes."""
    whole(tmp_path, "first.yaml", STEPS)
    base = read_file(
        write(
            tmp_path, "before.yaml", extends="first.yaml",
            changes=[{"id": "w", "scale": {"a": {"pages": 0.5}}}],
        )
    )  # fmt: skip
    pages = read_unwritten(base, TEXT, "after.yaml").process.steps[0].quantities
    assert pages.pages_read is not None
    assert pages.pages_read.mean == 2


def test_standard_input_can_be_changed_as_well() -> None:
    """A process without a file still has proposals."""
    data = (
        b"process: A\nroles: {hr: {side: employer}}\n"
        b"steps: [{id: b, role: hr, wait: 4 days}, {id: c, role: hr}]\n"
    )
    base = read_bytes(data, "standard input")
    text = "extends: x\nchanges: [{id: y, remove: [c]}]\n"
    assert len(read_unwritten(base, text, "after.yaml").process.steps) == 1


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        ("{id: x, scale: {a: {pags: 0.5}}}", "E002", 3),
        ("{id: x, scale: {d: {pages: 0.5}}}", "E077", 3),
        ("{id: x, set: {b: {role: nobody}}}", "E020", 3),
    ],
)
def test_problems_point_into_the_text(
    tmp_path: Path, change: str, code: str, line: int
) -> None:
    """Though the lines of the file below keep their numbers."""
    base = read_file(whole(tmp_path, "before.yaml", STEPS))
    text = f"extends: before.yaml\nchanges:\n  - {change}\n"
    with pytest.raises(ProcessFileError) as caught:
        read_unwritten(base, text, "after.yaml")
    problem = caught.value.problems[0]
    assert (problem.code, problem.location.file) == (code, "after.yaml")
    assert problem.location.line == line


def test_alternatives_can_stand_in_one_plan(tmp_path: Path) -> None:
    """Each of them makes a process; that both cannot be made is told apart."""
    base = read_file(whole(tmp_path, "before.yaml", STEPS))
    text = """\
extends: before.yaml
changes:
  - {id: x, set: {b: {wait: 1 day}}}
  - {id: y, set: {b: {wait: 2 days}}}
  - {id: z, scale: {b: {wait: 0.5}}}
  - {id: gone, remove: [b]}
  - {id: again, remove: [b]}
"""
    with pytest.raises(ProcessFileError):
        read_unwritten(base, text, "after.yaml")
    assert clashes(text, "after.yaml") == {
        ("x", "y"), ("y", "x"), ("gone", "again"), ("again", "gone"),
    }  # fmt: skip
    plan = plan_of(base, text, "after.yaml")
    waits = [plan.process(frozenset({one})).steps[1].wait for one in ("x", "y", "z")]
    assert [wait.takes.mean for wait in waits if wait is not None] == [1, 2, 2]
    with pytest.raises(AnalysisError):
        plan.process(frozenset({"gone", "again"}))


def test_a_plan_tells_what_a_set_would_leave_wrong(tmp_path: Path) -> None:
    """Sets are asked for before anybody writes them down."""
    base = read_file(whole(tmp_path, "before.yaml", STEPS))
    text = """\
extends: before.yaml
changes:
  - {id: lost, set: {a: {next: rejected}}}
  - {id: fine, scale: {a: {pages: 0.5}}}
"""
    plan = plan_of(base, text, "after.yaml")
    assert plan.problems(frozenset({"fine"})) == ()
    assert plan.problems(frozenset({"lost"}))
