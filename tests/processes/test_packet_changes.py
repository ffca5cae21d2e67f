"""The five changes of the packet at the rates of the worked example, to the digit.

The numbers are those of a separate reckoning that patches a small program instead of a
file. There, answers are not filled in that the packet asks for twice; so `by-step.yaml`
beside the worked example tells these apart and `changes.yaml` leaves them alone. The
story's own after fills them in as well, and differs by what that is worth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations, permutations
from statistics import fmean

import pytest

from audit.analysis import Analysis
from audit.comparison.credit.credit import credit
from audit.ledger import Ledger, load_profile, price
from audit.loaders import read_file
from audit.model import ChangePlan
from audit.result import Attribution, Credit
from tests.processes.overlays import before_of, plan
from tests.shipped import ROOT

EXAMPLE = ROOT / "tests" / "examples" / "packet"
PROFILE = load_profile(EXAMPLE / "profile.yaml")
BEFORE, AFTER = 206.674687, 87.560804
POINTS = {
    "single-form": 31.680353,
    "e-sign": 50.161371,
    "prefill": 11.754135,
    "validation": 12.257154,
    "one-day-answer": 13.260870,
}
RANGES = {
    "single-form": (26.24, 37.12),
    "e-sign": (43.07, 57.25),
    "prefill": (11.75, 11.75),
    "validation": (8.12, 16.39),
    "one-day-answer": (12.52, 14.00),
}
DAYS = {
    "single-form": 0.0,
    "e-sign": 2.210145,
    "prefill": 0.0,
    "validation": 0.739130,
    "one-day-answer": 2.210145,
}
ANSWER = 100 * 0.4 / 70 * 0.15
"""Points of one answer: weight and reference of the candidate, minutes at the rate. One
that was asked before counts twice."""
NEW = 20 / 42
"""Share of the answers that the application has not told."""
FILLED_IN_TWICE = ANSWER * (2 * 18 * (1 - NEW)) / 2
"""Points that the story credits to prefilling and not to the single form: half of what
filling in the 18 repeated answers is worth, since either change takes them."""
IN_STORY = {
    **POINTS,
    "single-form": POINTS["single-form"] - FILLED_IN_TWICE,
    "prefill": POINTS["prefill"] + FILLED_IN_TWICE,
}


@cache
def example() -> tuple[ChangePlan, Credit]:
    found = read_file(EXAMPLE / "changes.yaml").plan_from(
        read_file(EXAMPLE / "by-step.yaml")
    )
    assert found is not None
    return found, credit(found, PROFILE)


@cache
def story() -> tuple[ChangePlan, Credit]:
    found = plan("packet/after")
    return found, credit(found, PROFILE)


BOTH = pytest.mark.parametrize(
    ("which", "points"), [(example, POINTS), (story, IN_STORY)]
)
Which = Callable[[], tuple[ChangePlan, Credit]]


def of(found: Credit, metric: str) -> Attribution:
    return next(line for line in found.attributions if line.metric == metric)


def gains(found: Credit, metric: str) -> dict[str, float]:
    return {share.change: share.gain for share in of(found, metric).shares}


def close(numbers: Mapping[str, float]) -> dict[str, object]:
    return {key: pytest.approx(value, abs=1e-4) for key, value in numbers.items()}


@cache
def priced(which: Which, made: frozenset[str]) -> Ledger:
    changes, _ = which()
    return price(Analysis(changes.process(made)), PROFILE)


def orders(changes: ChangePlan) -> Iterator[tuple[str, ...]]:
    """Yield every order of the changes in which each has what it needs."""
    needs = {change.id: change.needs for change in changes.changes}
    for order in permutations(needs):
        if all(needs[one] <= set(order[:place]) for place, one in enumerate(order)):
            yield order


def test_the_finer_steps_take_what_the_packet_takes() -> None:
    """Telling a step in parts is no change: nothing that is counted moves."""
    whole, parts = (
        price(Analysis(read_file(EXAMPLE / file).process), PROFILE)
        for file in ("before.yaml", "by-step.yaml")
    )
    assert parts.score == pytest.approx(whole.score, rel=1e-12)
    for side, total in whole.sides.items():
        assert parts.sides[side].points == pytest.approx(total.points, rel=1e-12)
    assert parts.sides["candidate"].minutes == pytest.approx(
        whole.sides["candidate"].minutes
    )
    assert parts.sides["employer"].minutes == pytest.approx(
        whole.sides["employer"].minutes
    )


@BOTH
def test_the_changes_lead_from_the_one_score_to_the_other(
    which: Which, points: dict[str, float]
) -> None:
    """206.67 points before, 87.56 after, and no point lost between."""
    _, found = which()
    score = of(found, "score")
    assert (score.before, score.after) == close_pair(BEFORE, AFTER)
    assert sum(gains(found, "score").values()) == pytest.approx(
        BEFORE - AFTER, abs=1e-4
    )


def close_pair(*numbers: float) -> tuple[object, ...]:
    return tuple(pytest.approx(number, abs=1e-5) for number in numbers)


@BOTH
def test_each_change_is_credited_to_the_fourth_digit(
    which: Which, points: dict[str, float]
) -> None:
    """The shares are those of the separate reckoning."""
    _, found = which()
    assert gains(found, "score") == close(points)
    assert gains(found, "days") == close(DAYS)


@BOTH
def test_a_share_is_the_mean_over_all_orders(
    which: Which, points: dict[str, float]
) -> None:
    """Shapley's own definition, order by order, without the weights of a formula."""
    changes, _ = which()
    paid: dict[str, list[float]] = {change: [] for change in points}
    for order in orders(changes):
        made: frozenset[str] = frozenset()
        for change in order:
            gain = priced(which, made).score
            made |= {change}
            paid[change].append(gain - priced(which, made).score)
    assert {change: fmean(each) for change, each in paid.items()} == close(points)


def test_shares_lie_between_the_least_and_the_most_that_a_change_can_buy() -> None:
    """The range of each change is that of the separate reckoning."""
    _, found = example()
    assert {
        share.change: (round(share.least, 2), round(share.most, 2))
        for share in of(found, "score").shares
    } == RANGES


def test_one_at_a_time_claims_too_much() -> None:
    """Adding up single gains would claim 136.5 points where 119.1 are to be had."""
    shares = of(example()[1], "score").shares
    first, last = ([getattr(s, end) for s in shares] for end in ("first", "last"))
    assert sum(first) == pytest.approx(136.518, abs=1e-3)
    assert sum(last) == pytest.approx(101.710, abs=1e-3)


def test_changes_that_overlap_are_told() -> None:
    """Shortening pages that nobody prints any more buys less than it did."""
    pairs = {
        frozenset((pair.first, pair.second)): round(pair.gain, 2)
        for pair in of(example()[1], "score").interactions
    }
    assert pairs[frozenset(("e-sign", "single-form"))] == -9.14
    assert pairs[frozenset(("validation", "e-sign"))] == -5.04


def test_a_set_of_changes_takes_in_the_story_what_it_takes_in_the_example() -> None:
    """The story tells the same five changes, in the words of its own file."""
    ids = sorted(change.id for change in example()[0].changes)
    assert sorted(change.id for change in story()[0].changes) == ids
    for size in range(len(ids) + 1):
        for chosen in map(frozenset, combinations(ids, size)):
            spared = 0.0
            if "prefill" in chosen and "single-form" not in chosen:
                spared = 2 * FILLED_IN_TWICE
            assert priced(story, chosen).score == pytest.approx(
                priced(example, chosen).score - spared, abs=1e-5
            )


def test_the_story_starts_from_the_worked_example() -> None:
    """Its before is scored at 206.67 points by the same rates."""
    before = price(Analysis(before_of("packet/after").process), PROFILE)
    assert before.score == pytest.approx(BEFORE, abs=1e-5)
