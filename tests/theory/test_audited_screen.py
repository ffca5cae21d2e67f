"""A sample of those turned away, against arithmetic by hand and Bayes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analysis import Analysis
from audit.loaders import load_process_text

SHARES = "qualified_share: 40%, passes_qualified: 50%, passes_unqualified: 10%"
SAMPLE = "audited: {read: 50, qualified: 10}"


def house(keys: str, following: str) -> Analysis:
    return Analysis(
        load_process_text(f"""\
process: A
roles: {{candidate: {{side: candidate}}, hr: {{side: employer}}}}
steps:
  - {{id: apply, role: candidate}}
  - {{id: filter, role: hr, screen: {{method: keyword, {keys}}}, next: {following}}}
  - id: call
    role: hr
    screen: {{method: expert, qualified_share: 70%, passes_qualified: 90%,
             passes_unqualified: 20%}}
    next: {{hired: pass, rejected: fail}}
""")
    )


def test_a_sample_goes_before_the_shares() -> None:
    """74 of 100 are turned away; a fifth of them were qualified, not 20 of 74."""
    (screen, _) = house(f"{SHARES}, {SAMPLE}", "{call: pass, rejected: fail}").screens
    assert screen.passing == pytest.approx(0.26)
    assert screen.qualified_lost == pytest.approx(0.74 / 5)
    assert screen.stated == pytest.approx(20 / 74)
    # 20 of those who come pass and are qualified, and 14.8 are lost.
    assert screen.qualified_share == pytest.approx(0.348)
    assert screen.passes_qualified == pytest.approx(20 / 34.8)
    assert screen.passes_unqualified == pytest.approx(6 / 65.2)


def test_a_sample_sends_no_case_another_way() -> None:
    """Days, hires and points of a file stay when its rejects are read again."""
    marks = "{call: pass, rejected: fail}"
    before, after = house(SHARES, marks), house(f"{SHARES}, {SAMPLE}", marks)
    assert after.hired_share == before.hired_share
    assert after.screens[1] == before.screens[1]


def test_a_sample_alone_tells_of_those_turned_away() -> None:
    """No share is invented: how many pass follows from the flows."""
    (screen, _) = house(SAMPLE, "{call: 70%, rejected: 20%, withdrew: 10%}").screens
    assert screen.passing == pytest.approx(0.8)
    assert screen.qualified_lost == pytest.approx(0.2 * 0.2)
    assert screen.qualified_share is None
    assert screen.passes_qualified is None
    assert screen.passes_unqualified is None
    assert screen.stated is None


shares = st.integers(1, 99)


@given(shares, shares, shares, st.integers(1, 60), st.data())
@settings(deadline=None, max_examples=60)
def test_a_sample_fits_into_the_file(
    qualified: int, good: int, other: int, read: int, data: st.DataObject
) -> None:
    """Whatever was found, all shares stay shares and tell the same story."""
    found = data.draw(st.integers(0, read))
    keys = (
        f"qualified_share: {qualified}%, passes_qualified: {good}%, "
        f"passes_unqualified: {other}%"
    )
    sample = f"audited: {{read: {read}, qualified: {found}}}"
    marks = "{call: pass, rejected: fail}"
    (plain, _) = house(keys, marks).screens
    (screen, _) = house(f"{keys}, {sample}", marks).screens
    share, passes, others = (
        screen.qualified_share,
        screen.passes_qualified,
        screen.passes_unqualified,
    )
    assert share is not None and passes is not None and others is not None
    for one in (share, passes, others):
        assert -1e-12 <= one <= 1 + 1e-12
    assert screen.passing == plain.passing
    assert share * passes + (1 - share) * others == pytest.approx(plain.passing)
    assert share * (1 - passes) == pytest.approx(screen.qualified_lost, abs=1e-12)
    assert screen.qualified_lost == pytest.approx((1 - plain.passing) * found / read)
