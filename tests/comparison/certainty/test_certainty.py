"""How sure a comparison is: closed forms, the worked example, promises for any pair."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analysis import Analysis
from audit.comparison.certainty.certainty import (
    FEWEST_INPUT_DRAWS,
    INPUT_DRAWS,
    certainty,
)
from audit.comparison.certainty.number_laws import DEVIATION
from audit.ledger import load_profile, price
from audit.ledger.uncertainty import CONCENTRATION, log_deviation
from audit.loaders import load_process, load_process_text
from audit.model import Process
from audit.result import Certainty
from tests.comparison.judged import PROFILE, file, sure
from tests.properties.strategies import Drafts, built, drafts

PACKET = Path(__file__).parents[2] / "examples" / "packet"
WORKED = load_profile(PACKET / "profile.yaml")
AFTER = (PACKET / "after.yaml").read_text(encoding="utf-8")

MEASURED = "evidence: {basis: measured}"
PAPER = """
  - {id: fill, role: candidate, pages: 42, signatures: {wet: 12}, wait: 3 days}
  - {id: check, role: hr, check: 42, wait: 2 days, next: {fill: 25%, enter: 75%}}
  - {id: enter, role: hr, work: 30 min, wait: 1 day}
"""
SHORT = PAPER.replace("42", "14")
EQUAL = (0.0, 0.0, 0.0)


def test_less_of_everything_is_better_whatever_the_seed() -> None:
    """A dominating after wins every draw of rates and weights."""
    for seed in range(5):
        found = sure(file(PAPER), file(SHORT), seed=seed)
        assert found.dominates and not found.dominated
        assert found.share_better == 1.0
        assert found.gain.low > 0 and found.ratio.high < 1
        assert found.box_gain > 0
        assert (found.against, found.tipping) == ((), ())


def test_equal_processes_are_not_better() -> None:
    """No gain, no share, no variance, of prices or of inputs: there is no winner."""
    found = sure(file(PAPER), file(PAPER))
    assert (found.share_better, found.inputs_share_better) == (0.0, 0.0)
    assert (found.gain.low, found.gain.likely, found.gain.high) == EQUAL
    assert (found.prices_variance, found.inputs_variance) == (0.0, 0.0)
    assert (found.dominates, found.dominated) == (False, False)
    assert (found.ratio.low, found.ratio.high) == (1.0, 1.0)
    assert found.inputs_drawn == 9


def mirrored(one: Certainty, other: Certainty) -> None:
    assert one.gain.low == pytest.approx(-other.gain.high)
    assert one.gain.likely == pytest.approx(-other.gain.likely)
    assert one.prices_variance == pytest.approx(other.prices_variance)
    assert (one.dominates, one.dominated) == (other.dominated, other.dominates)


def test_swapping_flips_signs() -> None:
    """What one gains the other loses; what dominates is dominated."""
    one, other = sure(file(PAPER), file(SHORT)), sure(file(SHORT), file(PAPER))
    mirrored(one, other)
    assert other.share_better == 0.0
    assert other.dominated
    assert [a.factor for a in other.against] == [
        "page_read",
        "check_page",
    ]


def test_variance_of_prices_is_that_of_rate_times_weight() -> None:
    """One factor saved: theta = 100 w r / R, w beta, r log-normal, independent."""
    few, many = (
        file(f"  - {{id: a, role: candidate, pages: {n}, wait: 1 day, {MEASURED}}}")
        for n in (10, 20)
    )
    found = sure(many, few, draws=20_000)
    weight = PROFILE.weights.candidate
    spread = weight * (1 - weight) / (CONCENTRATION + 1) / weight**2
    rate = math.expm1(log_deviation(PROFILE.rate("page_read").spread) ** 2)
    relative = (1 + spread) * (1 + rate) - 1
    usual = 100 * weight / PROFILE.reference(many.scope).candidate
    points = usual * 10 * PROFILE.rate("page_read").amount
    assert found.prices_variance == pytest.approx(points**2 * relative, rel=0.05)


def test_variance_of_inputs_is_that_of_the_numbers() -> None:
    """One guessed number, its effect linear: its own variance times the price."""
    guessed = file("  - {id: a, role: candidate, pages: 20, wait: 0}")
    none = file("  - {id: a, role: candidate, pages: 0, wait: 0}")
    found = sure(guessed, none, input_draws=400)
    assert found.inputs_drawn == 1
    reference = PROFILE.reference(guessed.scope).candidate
    usual = 100 * PROFILE.weights.candidate / reference
    points = usual * 20 * PROFILE.rate("page_read").amount
    expected = points**2 * math.expm1(DEVIATION**2)
    assert found.inputs_variance == pytest.approx(expected, rel=0.03)


def test_a_range_moves_as_its_law_says() -> None:
    """A wait of 2 to 8 days, uniform: variance 3 days squared, whatever the prices."""
    ranged = file(f"  - {{id: a, role: hr, wait: 2-8 days, {MEASURED}}}")
    none = file(f"  - {{id: a, role: hr, wait: 0, {MEASURED}}}")
    found = sure(ranged, none, input_draws=400)
    reference = PROFILE.reference(ranged.scope).days
    day = 100 * PROFILE.weights.time / reference * PROFILE.rate("wait_day").amount
    assert found.inputs_variance == pytest.approx(day**2 * 3, rel=0.01)
    assert found.inputs_gain is not None


def test_measured_files_leave_only_the_prices() -> None:
    """Where every number was measured, nothing but rates and weights is drawn."""
    exact = [
        file(f"  - {{id: a, role: candidate, pages: {n}, wait: 1 day, {MEASURED}}}")
        for n in (20, 10)
    ]
    found = sure(*exact)
    assert (found.inputs_drawn, found.input_draws) == (0, 0)
    assert found.inputs_share_better is None and found.inputs_gain is None
    assert found.inputs_variance == 0.0


def test_inputs_widen_the_gain() -> None:
    """Guessed numbers make the range of the gain wider, and a close call closer."""
    phone = "\n  - {id: a, role: hr, calls: 1, work: 10 min, wait: 1 day}\n"
    form = "\n  - {id: a, role: candidate, pages: 12, wait: 1 day}\n"
    found = sure(file(form), file(phone), input_draws=100, draws=2000)
    assert found.inputs_gain is not None and found.inputs_share_better is not None
    width = found.gain.high - found.gain.low
    assert found.inputs_gain.high - found.inputs_gain.low > width
    assert abs(found.inputs_share_better - 0.5) <= abs(found.share_better - 0.5)


def test_the_worked_example_is_certain() -> None:
    """The method's 42 pages: better in every draw, and at every price in the ranges."""
    before, after = (load_process(PACKET / f"{n}.yaml") for n in ("before", "after"))
    found = sure(before, after, WORKED, draws=20_000)
    assert found.share_better == found.inputs_share_better == 1.0
    assert not found.dominates
    # The method found 59.75 with draws of its own.
    assert found.box_gain == pytest.approx(59.75, rel=0.02)
    assert found.tipping == ()
    assert {a.factor for a in found.against} == {
        "electronic_signature",
        "login",
        "upload",
    }
    assert found.ratio.low == pytest.approx(0.255, abs=0.005)
    assert found.ratio.high == pytest.approx(0.340, abs=0.005)
    more = {a.factor: a.more for a in found.against}
    assert more["login"] == pytest.approx(1.0)
    assert more["electronic_signature"] == pytest.approx(5 + 1 / 19)


def white_glove() -> Process:
    """The after with HR filling the form in by phone."""
    changed = AFTER
    for old, new in (
        ("work: 3 min", "work: 12 min"),
        ("logins: 1", "calls: 1"),
        ("pages: 14\n    fields: 25", "pages: 10\n    fields: 5"),
        ("    uploads: 2\n", ""),
    ):
        assert changed.count(old) == 1
        changed = changed.replace(old, new)
    return load_process_text(changed)


def test_the_contested_pair_is_contested() -> None:
    """The method's white glove is better than the web form in 7 draws of 100."""
    after = load_process(PACKET / "after.yaml")
    found = sure(after, white_glove(), WORKED, draws=20_000)
    assert found.share_better == pytest.approx(0.07, abs=0.01)
    assert found.box_gain < 0
    assert not found.dominates and not found.dominated
    assert found.tipping == ()
    # The other way round there is a gain, and something can undo it.
    back = sure(white_glove(), after, WORKED, draws=20_000)
    assert back.share_better == pytest.approx(1 - found.share_better)
    assert back.tipping


def test_same_seed_same_bytes() -> None:
    """The same two files are judged the same on every run."""
    assert sure(file(PAPER), file(SHORT)) == sure(file(PAPER), file(SHORT))


def test_long_processes_get_fewer_draws_and_say_so() -> None:
    """A short pair has the usual draws; a very long one as many as it can afford."""
    short, long = (
        file(PAPER),
        file("\n".join(f"  - {{id: s{k}, role: hr, work: 5 min}}" for k in range(101))),
    )
    for one, expected in ((short, INPUT_DRAWS), (long, FEWEST_INPUT_DRAWS)):
        ledger = price(Analysis(one), PROFILE)
        found = certainty(one, one, ledger, ledger, PROFILE, draws=10)
        assert found.input_draws == expected


@settings(deadline=None, max_examples=25)
@given(drafts(), drafts(), st.integers(0, 3))
def test_promises_for_any_pair(one: Drafts, two: Drafts, seed: int) -> None:
    """Shares are shares, ranges rise, certificates and draws agree, sides mirror."""
    before, after = built(one), built(two)
    found = sure(before, after, draws=200, input_draws=2, seed=seed)
    assert 0 <= found.share_better <= 1
    assert found.gain.low <= found.gain.likely <= found.gain.high
    assert found.ratio.low <= found.ratio.likely <= found.ratio.high
    assert found.inputs_variance >= 0 and found.prices_variance >= 0
    if found.dominates:
        assert found.share_better == 1.0
        assert not found.against and not found.tipping
    if found.dominated:
        assert found.share_better == 0.0
    if found.box_gain > 0:
        assert not found.tipping
    if found.tipping:
        assert found.box_gain <= 1e-9
    mirrored(found, sure(after, before, draws=200, input_draws=2, seed=seed))


@settings(deadline=None, max_examples=25)
@given(drafts(), st.integers(1, 9))
def test_more_of_anything_is_dominated(nodes: Drafts, more: int) -> None:
    """Pages added to a step that a hire passes: worse in every draw."""
    before = built(nodes)
    place = next((k for k, node in enumerate(nodes) if node.role == "candidate"), None)
    if place is None:
        return
    nodes[place].counted["documents"] = nodes[place].counted.get("documents", 0) + more
    after = built(nodes)
    found = sure(before, after, draws=100, input_draws=2)
    assert found.share_better == 0.0
    assert not found.dominates
    visited = any(a.factor == "document" for a in found.against)
    assert found.dominated is visited
