"""How finely times are known: what only the grid moves stays inside its bounds."""

from __future__ import annotations

import random

import pytest

from audit.comparison.difference.resolution import (
    mean_days,
    mean_points,
    quantile_days,
    steps_in_blocks,
)
from audit.model import Law, Node, Process, Quantity
from audit.pipeline import audit_process
from audit.result import AuditResult
from tests.builders import block, process, step

ODD_DAYS = (0.3, 1 / 3, 0.7, 1.1, 2.9, 5.3, 9.7)


def some_wait(chance: random.Random, laws: tuple[Law, ...] = tuple(Law)) -> Quantity:
    """Return a wait that falls on no grid: a number, a range or a guess with a tail."""
    days, law = chance.choice(ODD_DAYS), chance.choice(laws)
    if law is Law.POINT:
        return Quantity.point(days)
    return Quantity(low=days / 2, likely=days, high=days * 2, law=law)


def with_first_wait(waits: dict[str, Quantity], days: float) -> Process:
    """Return a process with a block, after a step that takes so many days."""

    def some(name: str) -> Node:
        return step(name, wait=waits[name])

    return process(
        step("first", wait=days),
        block("checks", [some("a"), some("b")], [some("c")], [some("d")]),
        some("last"),
    )


@pytest.mark.parametrize("seed", range(40))
def test_another_grid_moves_the_mean_by_less_than_its_resolution(seed: int) -> None:
    """A longer wait ahead of a block shifts the mean by itself and by nothing else.

    In truth the mean rises by exactly the days added; what is left over is the grid.
    """
    chance = random.Random(seed)
    waits = {name: some_wait(chance) for name in ("a", "b", "c", "d", "last")}
    short, long = chance.choice([0.1, 1, 3]), chance.choice([9, 40, 120])
    one, other = (audit_process(with_first_wait(waits, days)) for days in (short, long))
    left_over = other.time.mean - one.time.mean - (long - short)
    assert abs(left_over) <= mean_days(one, other)


@pytest.mark.parametrize("seed", range(40))
def test_another_grid_moves_a_quantile_by_less_than_its_resolution(seed: int) -> None:
    """Likewise what nine of ten keep to, where fixed waits fall on the grid."""
    chance = random.Random(seed)
    ranges = (Law.UNIFORM, Law.PERT)
    waits = {name: some_wait(chance, ranges) for name in ("a", "b", "c", "d", "last")}
    short, long = chance.choice([0.5, 1, 3]), chance.choice([9, 40, 120])
    one, other = (audit_process(with_first_wait(waits, days)) for days in (short, long))
    left_over = _p90(other) - _p90(one) - (long - short)
    assert abs(left_over) <= quantile_days(one, other)


def _p90(result: AuditResult) -> float:
    assert result.time.p90 is not None
    return result.time.p90


def test_without_blocks_the_mean_is_exact() -> None:
    """No tolerance where none is needed."""
    one, other = (
        audit_process(process(step("a", wait=days), step("b", wait=1 / 3)))
        for days in (1, 80)
    )
    assert mean_days(one, other) == mean_points(one, other) == 0.0
    assert quantile_days(one, other) > 0.0
    assert other.time.mean - one.time.mean == pytest.approx(79, rel=1e-12)


def test_both_grids_count_whichever_comes_first() -> None:
    """Swapping before and after must not swap the tolerance."""
    inside = [step("x", wait=2)], [step("y", wait=3)]
    one, other = (
        audit_process(process(step("a", wait=days), block("b", *inside)))
        for days in (1, 80)
    )
    assert one.time.lattice_step != other.time.lattice_step
    assert quantile_days(one, other) == quantile_days(other, one)
    assert quantile_days(one, other) > (other.time.lattice_step or 0.0) > 0
    assert mean_points(one, other) == mean_points(other, one) > 0
    assert mean_points(one, other) == pytest.approx(
        mean_days(one, other) * other.sides["time"].points / other.time.mean
    )


def test_a_process_without_time_has_no_grid() -> None:
    """Nothing to be tolerant of."""
    result = audit_process(process(step("a", work=5)))
    assert quantile_days(result, result) == mean_days(result, result) == 0.0


def test_steps_of_nested_blocks_are_in_blocks() -> None:
    """Each step whose days hang on which branch ends last."""
    nested = block("inner", [step("x")], [step("y")])
    result = audit_process(
        process(step("a"), block("outer", [step("p"), nested], [step("q")]))
    )
    assert steps_in_blocks(result) == {"p", "inner", "q", "x", "y"}
