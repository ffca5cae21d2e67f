"""Intervals and verdicts over runs: they hold what they promise."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import ttest_1samp

from audit.simulation.codes import WaitCause
from audit.simulation.compile_tables import compile_tables
from audit.simulation.intervals import (
    estimate,
    holm,
    mser5,
    paired_p_value,
    runs_to_detect,
    runs_to_tell,
)
from audit.simulation.laws import exponential
from audit.simulation.run import run_once
from audit.simulation.scenario import RolePool
from tests.simulation.building import scenario, step


def test_the_interval_of_the_textbook() -> None:
    """Against an independent library, gaps left out."""
    values = np.array([3.0, 5.0, np.nan, 4.0, 8.0, 7.5])
    exact = ttest_1samp(values[~np.isnan(values)], 0.0).confidence_interval(0.9)
    found = estimate(values, 0.9)
    assert (found.low, found.high) == pytest.approx((exact.low, exact.high))
    assert found.runs == 5


def test_one_run_says_nothing_about_itself() -> None:
    """An interval from one number is endless, from none there is no mean."""
    assert estimate(np.array([4.0])).half_width == math.inf
    assert math.isnan(estimate(np.array([np.nan])).mean)


def test_an_interval_is_shown_within_the_bounds_of_its_number() -> None:
    """The mean and what lies within stay; the ends go no further than a number can."""
    found = estimate(np.array([0.0, 0.5, 0.0]))
    shown = found.within(0.0, 1.0)
    assert found.low < 0
    assert (shown.low, shown.mean, shown.high) == (0.0, found.mean, found.high)
    assert shown.within(-9.0, 9.0) == shown


def test_intervals_cover_at_their_level() -> None:
    """Of 2,000 intervals at 95 %, about 95 % hold the mean."""
    draws = np.random.default_rng(5).exponential(size=(2000, 40))
    held = [one.low <= 1.0 <= one.high for one in map(estimate, draws)]
    assert np.mean(held) == pytest.approx(0.94, abs=0.015)


def test_no_difference_is_no_finding() -> None:
    """Variants that are equal run for run differ by chance in nothing."""
    assert paired_p_value(np.zeros(30)) == 1.0
    assert paired_p_value(np.full(30, 0.2)) == 0.0


def test_paired_test_of_the_textbook() -> None:
    """Against an independent library."""
    values = np.random.default_rng(1).normal(0.3, 1.0, 25)
    assert paired_p_value(values) == pytest.approx(ttest_1samp(values, 0.0).pvalue)


def test_holm_stops_at_the_first_that_stands() -> None:
    """0.03 would pass alone; behind 0.04 it does not."""
    assert holm([0.001, 0.03, 0.04]) == [True, False, False]
    assert holm([]) == []


def test_holm_keeps_its_level() -> None:
    """With six true hypotheses, one or more fall in no more than 5 % of studies."""
    p_values = np.random.default_rng(2).uniform(size=(4000, 6))
    assert np.mean([any(holm(list(row))) for row in p_values]) < 0.06


def test_pairs_needed() -> None:
    """(1.96 + 0.84)^2 s^2 / d^2 with s = 1 and d = 0.5: 32."""
    pilot = np.array([-1.0, 1.0, -1.0, 1.0]) * np.sqrt(3 / 4)
    assert runs_to_detect(pilot, 0.5) == 32


def test_pairs_needed_for_what_was_found() -> None:
    """The same rule at the size found; nothing for no difference, or next to none."""
    pilot = np.array([-1.0, 1.0, -1.0, 1.0]) * np.sqrt(3 / 4)
    assert runs_to_tell(np.append(pilot + 0.5, np.nan)) == 32
    assert runs_to_tell(pilot - 0.5) == 32
    assert runs_to_tell(np.array([2.0, 2.0, 2.0])) == 2
    for nothing in (pilot, pilot + 1e-9, np.zeros(4), np.array([1.0, np.nan])):
        assert runs_to_tell(nothing) is None


def test_mser_cuts_the_climb() -> None:
    """A climb of 40 and then noise: about the climb is left out."""
    noise = np.random.default_rng(3).normal(size=400)
    climb = np.concatenate([np.linspace(-20, 0, 40), np.zeros(360)])
    assert 25 <= mser5(climb + noise) <= 60
    assert mser5(np.ones(8)) == 0


def test_the_mean_after_the_cut_is_that_of_the_steady_state() -> None:
    """M/M/1 at 0.9 from an empty start: 10 days in the system, by MSER-5 over runs."""
    queue = scenario(
        step("serve", "hired", "hr", exponential(24.0)),
        roles=(RolePool(id="hr", people=1),),
        arrive=7 * 0.9,
        window=(0.0, 3000.0, 300.0),
    )
    tables = compile_tables(queue)
    days = []
    for seed in range(200):
        run = run_once(tables, seed)
        days.append(
            (run.waits[:, WaitCause.QUEUE] + run.waits[:, WaitCause.WORK])[:2500]
        )
    together = np.mean(days, axis=0)
    cut = mser5(together)
    assert 0 < cut < 1250
    errors = np.std([one[cut:].mean() for one in days], ddof=1) / 200**0.5
    assert together[cut:].mean() == pytest.approx(10.0, abs=4 * errors)
