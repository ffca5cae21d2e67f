"""Screens one after the other, against the two kinds of applicants followed apart."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from audit.analysis import Analysis
from audit.loaders import load_process_text

SHARES = st.sampled_from([0, 1, 20, 50, 99, 100])


def house(qualified: int, first: tuple[int, int], second: tuple[int, int]) -> Analysis:
    def screen(name: str, rates: tuple[int, int], more: str, to: str) -> str:
        ours, others = rates
        return (
            f"  - {{id: {name}, role: hr, next: {{{to}: pass, rejected: fail}}, "
            f"screen: {{method: expert, {more}passes_qualified: {ours}%, "
            f"passes_unqualified: {others}%}}}}\n"
        )

    return Analysis(
        load_process_text(
            "process: A\nroles: {hr: {side: employer}}\nsteps:\n"
            + screen("read", first, f"qualified_share: {qualified}%, ", "call")
            + screen("call", second, "", "hired")
        )
    )


@given(SHARES, st.tuples(SHARES, SHARES), st.tuples(SHARES, SHARES))
@example(50, (80, 0), (60, 20))
@example(100, (80, 0), (60, 0))
@example(0, (0, 20), (0, 30))
@settings(deadline=None, max_examples=150)
def test_each_kind_passes_by_its_own_shares(
    qualified: int, first: tuple[int, int], second: tuple[int, int]
) -> None:
    """Also where a screen lets none of a kind through: those who come are the other."""
    ours, others = (
        share / 100 * one / 100
        for share, one in zip((qualified, 100 - qualified), first, strict=True)
    )
    hired = (ours * second[0] + others * second[1]) / 100
    assume(hired > 0)
    analysis = house(qualified, first, second)
    read, call = analysis.screens
    assert read.passing == pytest.approx(ours + others)
    assert call.qualified_share == pytest.approx(ours / (ours + others))
    assert call.qualified_lost == pytest.approx(
        ours / (ours + others) * (1 - second[0] / 100)
    )
    assert analysis.hired_share == pytest.approx(hired)


def test_those_who_are_not_there_may_go_round_for_ever() -> None:
    """Nobody is unqualified, so it is no matter that they would never leave."""
    analysis = Analysis(
        load_process_text("""\
process: A
roles: {candidate: {side: candidate}, hr: {side: employer}}
steps:
  - {id: apply, role: candidate}
  - id: read
    role: hr
    screen: {method: glance, qualified_share: 100%, passes_qualified: 50%,
             passes_unqualified: 0%}
    next: {hired: pass, apply: fail}
""")
    )
    assert analysis.visits["read"] == pytest.approx(2)
    assert analysis.hired_share == pytest.approx(1)


def test_a_loop_behind_a_screen_is_for_those_who_get_there() -> None:
    """The unqualified never come to the second screen, where they would stay."""
    analysis = Analysis(
        load_process_text("""\
process: A
roles: {candidate: {side: candidate}, hr: {side: employer}}
steps:
  - id: read
    role: hr
    screen: {method: glance, qualified_share: 40%, passes_qualified: 50%,
             passes_unqualified: 0%}
    next: {call: pass, rejected: fail}
  - id: call
    role: hr
    screen: {method: expert, passes_qualified: 50%, passes_unqualified: 0%}
    next: {hired: pass, call: fail}
""")
    )
    assert analysis.visits["call"] == pytest.approx(2)
    assert analysis.hired_share == pytest.approx(0.2)
