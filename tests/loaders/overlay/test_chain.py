"""Overlays above overlays, where their files may lie, and what a change needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import ProcessFileError
from audit.loaders import read_bytes, read_file
from tests.loaders.overlay.files import whole, write

STEPS = [
    {"id": "a", "role": "candidate", "pages": 9},
    {"id": "b", "role": "hr", "next": {"c": "80%", "rejected": "20%"}},
    {"id": "c", "role": "hr", "wait": "4 days"},
]


def codes(path: Path) -> list[str]:
    with pytest.raises(ProcessFileError) as caught:
        read_file(path)
    return [problem.code for problem in caught.value.problems]


def test_a_second_overlay_changes_the_first(tmp_path: Path) -> None:
    """Later files win over earlier ones, also where both set the same key."""
    whole(tmp_path, "before.yaml", STEPS)
    write(
        tmp_path, "one.yaml", extends="before.yaml",
        changes=[{"id": "x", "set": {"c": {"wait": "2 days"}}, "remove": ["a"]}],
    )  # fmt: skip
    two = write(
        tmp_path, "two.yaml", extends="one.yaml", variant="later",
        changes=[{"id": "y", "set": {"c": {"wait": "1 day"}}}],
    )  # fmt: skip
    loaded = read_file(two)
    assert [step.id for step in loaded.process.steps] == ["b", "c"]
    wait = loaded.process.steps[1].wait
    assert wait is not None
    assert wait.takes.mean == 1.0
    assert loaded.process.variant == "later"
    assert [base.file for base in loaded.process.extends] == ["one.yaml", "before.yaml"]


def test_a_plan_starts_at_any_file_of_the_chain(tmp_path: Path) -> None:
    """Compared with the first overlay, only the second one's changes are at stake."""
    whole(tmp_path, "before.yaml", STEPS)
    one = write(
        tmp_path, "one.yaml", extends="before.yaml",
        changes=[{"id": "x", "set": {"c": {"wait": "2 days"}}}],
    )  # fmt: skip
    two = write(
        tmp_path, "two.yaml", extends="one.yaml",
        changes=[{"id": "y", "set": {"a": {"pages": 3}}}],
    )  # fmt: skip
    other = whole(tmp_path, "other.yaml", STEPS)
    after = read_file(two)

    def changes(before: Path) -> list[str] | None:
        plan = after.plan_from(read_file(before))
        return None if plan is None else [change.id for change in plan.changes]

    assert changes(tmp_path / "before.yaml") == ["x", "y"]
    assert changes(one) == ["y"]
    assert changes(two) is None
    assert changes(other) is None


def test_words_of_the_overlay_replace_those_below(tmp_path: Path) -> None:
    """Title, note and clock may change; published totals of the before do not hold."""
    whole(
        tmp_path, "before.yaml", STEPS, note="As of May.", variant="before",
        known={"days": 40}, about={"client": "A"},
    )  # fmt: skip
    after = write(
        tmp_path, "after.yaml", extends="before.yaml", note=None, process="B",
        changes=[{"id": "x", "remove": ["a"]}],
    )  # fmt: skip
    process = read_file(after).process
    assert (process.title, process.variant, process.note) == ("B", "after", None)
    assert process.known is None
    assert process.about.client == "A"


def test_what_a_change_brings_is_needed_by_those_who_use_it(tmp_path: Path) -> None:
    """A step or role of another change, and a need of a need."""
    whole(tmp_path, "before.yaml", STEPS)
    after = write(
        tmp_path, "after.yaml", extends="before.yaml",
        changes=[
            {"id": "late", "set": {"call": {"work": "5 min"}}, "needs": ["side"]},
            {"id": "side", "set": {"c": {"wait": "1 day"}}},
            {"id": "call", "needs": ["deep"],
             "add": [{"after": "b", "id": "call", "role": "agent"}]},
            {"id": "deep", "roles": {"agent": {"side": "vendor"}},
             "set": {"c": {"role": "agent"}}},
        ],
    )  # fmt: skip
    plan = read_file(after).plan_from(read_file(tmp_path / "before.yaml"))
    assert plan is not None
    assert {change.id: change.needs for change in plan.changes} == {
        "late": {"side", "call", "deep"},
        "side": frozenset(),
        "call": {"deep"},
        "deep": frozenset(),
    }


def test_equal_variants_share_their_steps(tmp_path: Path) -> None:
    """A step that no change touches is one object in all variants."""
    whole(tmp_path, "before.yaml", STEPS)
    after = write(
        tmp_path, "after.yaml", extends="before.yaml",
        changes=[
            {"id": "x", "set": {"a": {"pages": 3}}},
            {"id": "y", "remove": ["c"]},
        ],
    )  # fmt: skip
    plan = read_file(after).plan_from(read_file(tmp_path / "before.yaml"))
    assert plan is not None
    none, one, again = (plan.process(frozenset(m)) for m in ("", "x", "x"))
    assert none.steps[2] is one.steps[2]
    assert one.steps[0] is again.steps[0]
    assert one.steps[0] is not none.steps[0]


def test_an_overlay_of_no_folder_says_so() -> None:
    """Read from standard input there is nowhere to look."""
    data = b"extends: before.yaml\nchanges: [{id: a, remove: [b]}]\n"
    with pytest.raises(ProcessFileError) as caught:
        read_bytes(data, "standard input")
    assert [problem.code for problem in caught.value.problems] == ["E070"]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """What a name seems to be and where it leads are two things."""
    inside = tmp_path / "inside"
    inside.mkdir()
    whole(tmp_path, "secret.yaml", STEPS)
    (inside / "before.yaml").symlink_to(tmp_path / "secret.yaml")
    after = write(
        inside, "after.yaml", extends="before.yaml",
        changes=[{"id": "x", "remove": ["a"]}],
    )  # fmt: skip
    assert codes(after) == ["E071"]


def test_warnings_of_the_file_below_are_told_once(tmp_path: Path) -> None:
    """What `check` says of the before, it need not say of the after."""
    whole(tmp_path, "before.yaml", STEPS)
    after = write(
        tmp_path, "after.yaml", extends="before.yaml",
        changes=[{"id": "x", "set": {"a": {"pages": 3}}}],
    )  # fmt: skip
    assert read_file(tmp_path / "before.yaml").warnings
    assert read_file(after).warnings == ()
