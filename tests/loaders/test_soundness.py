"""Every step is reached, every case ends; what follows from a slip is not told."""

from __future__ import annotations

import pytest

from audit.errors import ProcessFileError, Severity
from audit.loaders import read_bytes
from audit.loaders.loops import strong_components
from tests.loaders.files import HEAD, codes, loaded


def wrong_at(steps: str) -> list[tuple[str, int]]:
    """Return code and line (from the first step) of each error."""
    with pytest.raises(ProcessFileError) as caught:
        loaded(steps)
    first = HEAD.count("\n") + 1
    return [
        (problem.code, problem.location.line - first)
        for problem in caught.value.problems
        if problem.severity is Severity.ERROR
    ]


def test_a_step_that_nothing_leads_to() -> None:
    """Told once at its head, not again for each step behind it."""
    steps = (
        "  - {id: a, role: hr, next: d}\n"
        "  - {id: b, role: hr}\n"
        "  - {id: c, role: hr}\n"
        "  - {id: d, role: hr}"
    )
    assert wrong_at(steps) == [("E060", 2)]


def test_a_loop_that_nobody_leaves() -> None:
    """Told once, at its first step; nobody being hired follows from it."""
    steps = (
        "  - {id: a, role: hr}\n  - {id: b, role: hr}\n  - {id: c, role: hr, next: b}"
    )
    assert wrong_at(steps) == [("E061", 2)]


def test_a_share_of_nought_leads_nowhere() -> None:
    """A way out that nobody takes is none."""
    steps = "  - {id: a, role: hr, next: {a: 100%, hired: 0%}}"
    assert wrong_at(steps) == [("E061", 1)]


def test_two_loops_are_two_problems() -> None:
    """Each at its own first step."""
    steps = (
        "  - {id: a, role: hr, next: {b: 50%, c: rest}}\n"
        "  - {id: b, role: hr, next: b}\n"
        "  - {id: c, role: hr, next: d}\n"
        "  - {id: d, role: hr, next: c}"
    )
    assert wrong_at(steps) == [("E061", 2), ("E061", 3)]


def test_nobody_is_hired() -> None:
    """All ways end, none in hired."""
    assert wrong_at("  - {id: a, role: hr, next: rejected}") == [("E062", 1)]


def test_a_branch_that_never_succeeds() -> None:
    """Then the block never does."""
    steps = (
        "  - id: block\n"
        "    parallel:\n"
        "      - - {id: x, role: hr, next: rejected}\n"
        "      - - {id: y, role: hr}\n"
        "  - {id: c, role: hr}"
    )
    assert ("E062", 3) in wrong_at(steps)


def test_a_failing_branch_is_a_way_out_of_a_loop() -> None:
    """A case that goes round a block leaves when a branch fails, and can be hired."""
    steps = (
        "  - {id: a, role: hr, next: {block: 50%, hired: 50%}}\n"
        "  - id: block\n"
        "    parallel:\n"
        "      - - {id: x, role: hr, next: {done: 90%, rejected: 10%}}\n"
        "      - - {id: y, role: hr}\n"
        "    next: block"
    )
    assert codes(steps) == []


def test_those_who_need_no_step_pass_it() -> None:
    """A step for some that only ends the case still leads to the one below."""
    steps = (
        "  - {id: a, role: hr}\n"
        "  - {id: b, role: hr, applies_to: 10%, next: rejected}\n"
        "  - {id: c, role: hr}"
    )
    assert codes(steps) == []
    assert wrong_at(steps.replace("10%", "100%")) == [("E062", 1), ("E060", 3)]


def test_wrong_ids_do_not_bring_wrong_ways() -> None:
    """While flows are in doubt, nothing is said about what they lead to."""
    steps = "  - {id: a, role: hr, next: bb}\n  - {id: b, role: hr}"
    assert wrong_at(steps) == [("E021", 1)]
    misspelt = "  - {id: a, role: hr, nxt: c}\n  - {id: b, role: hr, next: a}"
    assert wrong_at(misspelt) == [("E002", 1)]


def test_a_wrong_number_does_not_hide_a_wrong_way() -> None:
    """All at once: the number, the role and the loop."""
    steps = "  - {id: a, role: hr, pages: x}\n  - {id: b, role: nobody, next: b}"
    assert [code for code, _ in wrong_at(steps)] == ["E030", "E061", "E020"]


@pytest.mark.parametrize(
    "last",
    ["{id: z, role: hr}", "{id: z, role: hr, next: s0}", "{id: z, role: hr, next: z}"],
)
def test_long_files_need_no_deep_stack(last: str) -> None:
    """Five thousand steps in a row, in a loop, or before one."""
    rows = "\n".join(f"  - {{id: s{n}, role: hr}}" for n in range(5_000))
    data = f"{HEAD}steps:\n{rows}\n  - {last}\n".encode()
    if last.endswith("hr}"):
        assert len(read_bytes(data, "long.yaml").process.steps) == 5_001
        return
    with pytest.raises(ProcessFileError) as caught:
        read_bytes(data, "long.yaml")
    assert "E061" in {problem.code for problem in caught.value.problems}


def test_strong_components() -> None:
    """Two rings joined by a one-way bridge, and a step apart."""
    graph = {
        "a": ("b",),
        "b": ("a", "c"),
        "c": ("d",),
        "d": ("c",),
        "e": (),
    }
    found = sorted(sorted(part) for part in strong_components(graph))
    assert found == [["a", "b"], ["c", "d"], ["e"]]


def screened(*screens: str, after: str = "rejected") -> str:
    """Return steps that read in turn, the last of which hires; from where who fails."""
    lines = ["  - {id: apply, role: candidate}"]
    for n, screen in enumerate(screens):
        to = f"s{n + 1}" if n + 1 < len(screens) else "hired"
        lines.append(
            f"  - {{id: s{n}, role: hr, screen: {{method: glance, {screen}}}, "
            f"next: {{{to}: pass, {after}: fail}}}}"
        )
    return "\n".join(lines)


def rates(ours: int, others: int, share: int | None = None) -> str:
    said = "" if share is None else f"qualified_share: {share}%, "
    return f"{said}passes_qualified: {ours}%, passes_unqualified: {others}%"


@pytest.mark.parametrize(
    ("screens", "line"),
    [
        ([rates(0, 15, 100)], 2),
        ([rates(80, 0, 0)], 2),
        ([rates(0, 0, 50)], 2),
        ([rates(80, 0, 50), rates(0, 30)], 3),
        ([rates(0, 10, 50), rates(50, 0)], 3),
        ([rates(90, 10, 100), rates(0, 50)], 3),
    ],
)
def test_nobody_gets_through_the_screens(screens: list[str], line: int) -> None:
    """Else the answer would be trillions of applicants for each hire."""
    assert wrong_at(screened(*screens)) == [("E062", line)]


@pytest.mark.parametrize(
    "screens",
    [
        [rates(0, 15, 99)],
        [rates(80, 0, 1)],
        [rates(100, 0, 100)],
        [rates(80, 0, 50), rates(30, 0)],
        [rates(0, 10, 50), rates(0, 20)],
    ],
)
def test_a_kind_that_gets_through_is_enough(screens: list[str]) -> None:
    """However odd the screen: a bad one is what the audit is for."""
    assert codes(screened(*screens)) == []


def test_a_kind_that_is_asked_again_for_ever() -> None:
    """The others are hired; those who never pass and never leave have no number."""
    steps = screened(rates(80, 0, 50), after="apply")
    assert wrong_at(steps) == [("E061", 1)]
    assert codes(screened(rates(80, 1, 50), after="apply")) == []
    assert codes(screened(rates(80, 0, 100), after="apply")) == []


def test_a_screen_in_a_branch_that_passes_nobody() -> None:
    """Then nobody gets through the block either, and those who fail go."""
    steps = (
        "  - id: block\n"
        "    parallel:\n"
        "      - - {id: x, role: hr, screen: {method: glance, "
        + rates(0, 20, 100)
        + "}, next: {done: pass, rejected: fail}}\n"
        "      - - {id: y, role: hr}\n"
        "  - {id: c, role: hr}"
    )
    assert wrong_at(steps) == [("E062", 3)]
