"""Where cases go: every form of `next`, and shares that sum to the whole."""

from __future__ import annotations

import pytest

from audit.errors import ProcessFileError, Severity
from audit.model import FlowKind, ParallelBlock, Pass, Quantity
from tests.loaders.files import codes, loaded

TAIL = "\n  - {id: b, role: hr}\n  - {id: c, role: hr}"


def shares(following: str, tail: str = TAIL) -> dict[str, object]:
    """Return target -> mean share (or the mark) of the first step's flows."""
    flows = loaded(f"  - {{id: a, role: hr, next: {following}}}{tail}").steps[0].flows
    return {
        flow.to: flow.via.value
        if flow.via
        else None
        if flow.share is None
        else pytest.approx(flow.share.mean)
        for flow in flows
    }


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("b", {"b": 1}),
        ("{b: 60%, c: 40%}", {"b": 0.6, "c": 0.4}),
        ("{b: 0.6, c: rest}", {"b": 0.6, "c": 0.4}),
        ("{b: rest}", {"b": 1}),
        ("{b: }", {"b": 1}),
        ("{b: 100%, c: rest}", {"b": 1, "c": 0}),
        ("{b: 50-70%, c: rest}", {"b": 0.6, "c": 0.4}),
        ("{b: {value: 60%, basis: measured}, c: rest}", {"b": 0.6, "c": 0.4}),
        ("[{to: b, share: 90%}, {to: c, share: rest}]", {"b": 0.9, "c": 0.1}),
        ("[{to: b}]", {"b": 1}),
        (
            "{b: 60%, rejected: 25%, withdrew: rest}",
            {"b": 0.6, "rejected": 0.25, "withdrew": 0.15},
        ),
    ],
)
def test_the_forms_of_next(following: str, expected: dict[str, float]) -> None:
    """One target, targets with shares, or flows in full."""
    assert shares(following) == expected


def test_rule_without_next_a_step_flows_to_the_one_below() -> None:
    """The last of the top level ends in hired, the last of a branch in done."""
    process = loaded(
        "  - {id: a, role: hr}\n"
        "  - id: both\n"
        "    parallel:\n"
        "      - - {id: x, role: hr}\n"
        "        - {id: y, role: hr}\n"
        "      - - {id: z, role: hr}\n"
        "  - {id: c, role: hr}"
    )
    block = process.nodes[1]
    assert isinstance(block, ParallelBlock)
    found = {s.id: [f.to for f in s.flows] for s in process.steps}
    found["both"] = [f.to for f in block.flows]
    assert found == {
        "a": ["both"],
        "both": ["c"],
        "x": ["y"],
        "y": ["done"],
        "z": ["done"],
        "c": ["hired"],
    }


@pytest.mark.parametrize(
    ("following", "kinds"),
    [
        ("{a: 10%, b: 10%, c: 80%}", ["rework", "rework", "flow"]),
        (
            "[{to: a, share: 10%, kind: flow}, {to: c, share: 90%, kind: rework}]",
            ["rework", "rework"],
        ),
    ],
)
def test_rule_a_jump_back_is_rework_whatever_the_file_says(
    following: str, kinds: list[str]
) -> None:
    """Back or to itself: rework. Forward: only if the flow says so."""
    process = loaded(
        "  - {id: a, role: hr}\n"
        f"  - {{id: b, role: hr, next: {following}}}\n"
        "  - {id: c, role: hr}"
    )
    assert [flow.kind for flow in process.steps[1].flows] == kinds


def test_a_jump_back_to_a_block_is_rework_too() -> None:
    """A block stands where its key stands."""
    process = loaded(
        "  - id: both\n    parallel:\n      - - {id: x, role: hr}\n"
        "      - - {id: y, role: hr}\n"
        "  - {id: c, role: hr, next: {both: 5%, hired: rest}}"
    )
    kinds = [flow.kind for flow in process.steps[-1].flows]
    assert kinds == [FlowKind.REWORK, FlowKind.FLOW]


def test_a_flow_in_full_keeps_its_words() -> None:
    """Reason and redo of a return reach the model, with their line."""
    process = loaded(
        "  - {id: a, role: hr}\n"
        "  - id: b\n"
        "    role: hr\n"
        "    next:\n"
        "      - {to: hired, share: 90%}\n"
        "      - {to: a, share: 10%, reason: form  incomplete, redo: 20%}"
    )
    back = process.steps[1].flows[1]
    assert (back.reason, back.redo, back.line) == (
        "form incomplete",
        Quantity.point(0.2),
        13,
    )


def test_rounded_shares_are_scaled_with_a_warning() -> None:
    """Three times 33.3 % is a third each; 33.34 % too; five per cent too few is not."""
    assert shares("{b: 33.3%, c: 33.3%, rejected: 33.3%}") == {
        "b": 1 / 3,
        "c": 1 / 3,
        "rejected": 1 / 3,
    }
    first = "  - {id: a, role: hr, next: {b: %s, c: 33.3%%, rejected: 33.3%%}}" + TAIL
    assert codes(first % "33.3%") == ["W103"]
    assert codes(first % "33.5%") == ["W103"]
    assert codes(first % "33.4%") == []
    assert codes(first % "28.3%") == ["E050"]


def test_a_sliver_of_floating_point_is_no_rounding() -> None:
    """0.1 + 0.2 + 0.7 is the whole."""
    first = "  - {id: a, role: hr, next: {b: 0.1, c: 0.2, rejected: 0.7}}" + TAIL
    assert codes(first) == []


SCREEN = (
    "screen: {method: keyword, qualified_share: 30%, passes_qualified: 55%, "
    "passes_unqualified: 15%}"
)


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("{b: pass, rejected: fail}", {"b": "pass", "rejected": "fail"}),
        ("{b: pass, rejected: rest}", {"b": "pass", "rejected": "fail"}),
        ("{b: rest, rejected: fail}", {"b": "pass", "rejected": "fail"}),
        (
            "{b: pass, withdrew: 5%, rejected: fail}",
            {"b": "pass", "withdrew": 0.05, "rejected": "fail"},
        ),
        ("{b: 60%, rejected: 40%}", {"b": 0.6, "rejected": 0.4}),
    ],
)
def test_rule_marked_flows_follow_the_screen(
    following: str, expected: dict[str, float | str]
) -> None:
    """Marked flows have no share of their own; unmarked, plain shares hold."""
    process = loaded(
        f"  - {{id: a, role: ats, {SCREEN}, next: {following}}}\n"
        "  - {id: b, role: hr}"
    )
    found: dict[str, object] = {}
    for flow in process.steps[0].flows:
        mark = None if flow.via is None else flow.via.value
        found[flow.to] = mark or (flow.share and pytest.approx(flow.share.mean))
    assert found == expected
    assert all(
        (flow.share is None) == (flow.via in set(Pass))
        for flow in process.steps[0].flows
    )


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ("next: {b: pass, rejected: fail}", "E053"),
        (f"{SCREEN}, next: {{b: pass, c: pass}}", "E054"),
        (f"{SCREEN}, next: {{b: pass, c: rest, rejected: fail}}", "E054"),
        ("screen: {method: glance}, next: {b: pass, rejected: fail}", "E055"),
        (
            "screen: {method: glance, passes_qualified: 40%, passes_unqualified: 20%}, "
            "next: {b: pass, rejected: fail}",
            "E055",
        ),
        (f"{SCREEN}, next: {{b: pass, withdrew: 110%, rejected: fail}}", "E038"),
        ("next: {b: 60%, c: 30%}", "E050"),
        ("next: {b: 60%, c: 60%}", "E050"),
        ("next: {b: 80%, c: 40%, rejected: rest}", "E050"),
        ("next: {b: rest, c: rest}", "E051"),
        ("next: {b: 60%, c: }", "E052"),
        ("next: [{to: b, share: 50%}, {to: b, share: 50%}]", "E056"),
        ("next: {b: 60, c: 40}", "E037"),
        ("next: {b: rets, c: 40%}", "E036"),
        ("next: [b, c]", "E016"),
        ("next: nowhere", "E021"),
        ("next: done", "E026"),
        ("next: x", "E025"),
    ],
)
def test_wrong_flows(first: str, code: str) -> None:
    """Each with its own code, and without follow-ups that are no mistakes."""
    steps = (
        f"  - {{id: a, role: hr, {first}}}\n"
        "  - {id: b, role: hr, next: c}\n"
        "  - {id: c, role: hr}\n"
        "  - id: block\n"
        "    parallel: [[{id: x, role: hr}], [{id: y, role: hr}]]"
    )
    found = [each for each in codes(steps) if each not in {"E060"}]
    assert set(found) == {code}


@pytest.mark.parametrize("target", ["hired", "c", "rejectedd"])
def test_a_branch_cannot_be_left_but_by_done_or_an_outcome(target: str) -> None:
    """Out of a branch, only `done` and failing outcomes lead."""
    steps = (
        "  - id: block\n    parallel:\n"
        f"      - - {{id: x, role: hr, next: {{done: 50%, {target}: 50%}}}}\n"
        "      - - {id: y, role: hr, next: {done: 97%, rejected: 3%}}\n"
        "  - {id: c, role: hr}"
    )
    with pytest.raises(ProcessFileError) as caught:
        loaded(steps)
    (problem,) = [p for p in caught.value.problems if p.severity is Severity.ERROR]
    assert problem.code == {"hired": "E026", "c": "E025"}.get(target, "E021")


def test_a_later_screen_takes_its_share_from_the_first() -> None:
    """Only the first screen of the file must say how many are qualified."""
    second = "screen: {method: glance, passes_qualified: 40%, passes_unqualified: 9%}"
    steps = (
        f"  - {{id: a, role: ats, {SCREEN}, next: {{b: pass, rejected: fail}}}}\n"
        f"  - {{id: b, role: hr, {second}, next: {{c: pass, rejected: fail}}}}\n"
        "  - {id: c, role: hr}"
    )
    assert codes(steps) == []


def test_targets_are_guessed_by_name_too() -> None:
    """Who writes the name of a step in `next` is told its id."""
    steps = (
        "  - {id: a, role: hr, next: Panel interview}\n"
        "  - {id: iv1, name: Panel interview, role: hr}"
    )
    with pytest.raises(ProcessFileError) as caught:
        loaded(steps)
    (problem,) = [p for p in caught.value.problems if p.severity is Severity.ERROR]
    assert problem.hint == "did you mean 'iv1'?"


@pytest.mark.parametrize(
    ("screen", "code"),
    [
        ("keyword", "E016"),
        (SCREEN.removeprefix("screen: ").replace("keyword", "keywrod"), "E040"),
        (SCREEN.removeprefix("screen: ").replace("55%", "55"), "E037"),
        (SCREEN.removeprefix("screen: ").replace("30%", "30"), "E037"),
        (SCREEN.removeprefix("screen: ").replace("55%", ""), "E055"),
    ],
)
def test_one_mistake_in_a_screen_is_one_problem(screen: str, code: str) -> None:
    """A number that could not be read is not told to be missing as well."""
    steps = (
        f"  - {{id: a, role: ats, screen: {screen}, next: {{b: pass, c: fail}}}}\n"
        "  - {id: b, role: hr, next: hired}\n"
        "  - {id: c, role: hr, next: rejected}"
    )
    assert codes(steps) == [code]


def test_a_screen_of_the_defaults_resolves() -> None:
    """Its numbers stand under `defaults`, and are found there."""
    steps = (
        "  - {id: a, role: ats, next: {b: pass, rejected: fail}}\n  - {id: b, role: hr}"
    )
    assert codes(steps, head=f"defaults: {{ats: {{{SCREEN}}}}}\n") == []
    lacking = SCREEN.replace(", passes_unqualified: 15%", "")
    assert codes(steps, head=f"defaults: {{ats: {{{lacking}}}}}\n") == ["E055"]
