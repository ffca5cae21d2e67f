"""The search finds what trying every set finds."""

from __future__ import annotations

import itertools
import json
import math
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from audit.changes.search.branch_and_bound import best_set
from audit.changes.search.choices import Choices, mask_of, members
from audit.changes.search.fronts import front
from audit.changes.search.set_values import SetValues
from audit.changes.search.takes_away import takes_away
from audit.changes.writing import bare_overlay
from audit.comparison.credit.quick_totals import QuickTotals
from audit.ledger import load_profile
from audit.loaders import Loaded, read_bytes
from audit.loaders.overlay.unwritten import clashes, plan_of
from tests.changes.situations import loaded

PROFILE = load_profile()


def values_of(file: Loaded, changes: dict[str, Any]) -> SetValues:
    """Return the value of every set of changes to a process."""
    plan = plan_of(file, bare_overlay("before.yaml", changes), "x.yaml")
    return SetValues(plan, list(changes), QuickTotals(PROFILE))


def choices_of(file: Loaded, changes: dict[str, Any], **limits: Any) -> Choices:
    """Return changes as choices, with what excludes each other by its deeds."""
    ids = list(changes)
    pairs = clashes(bare_overlay("before.yaml", changes), "x.yaml")
    tangled = [i for i, id in enumerate(ids)
               if not takes_away(file.process, changes[id])]  # fmt: skip
    settings: dict[str, Any] = {
        "costs": tuple(1.0 for _ in ids),
        "needs": tuple(0 for _ in ids),
        "excludes": tuple(
            mask_of([i for i, other in enumerate(ids) if (id, other) in pairs])
            for id in ids
        ),
        "tangled": mask_of(tangled),
        **limits,
    }
    return Choices(**settings)


def by_trying(
    choices: Choices, value: Callable[[int], float], toll: float = 0.0
) -> float:
    """Return the least value over all allowed sets."""
    return min(
        value(chosen) + toll * chosen.bit_count()
        for chosen in range(1 << choices.count)
        if choices.allows(chosen)
    )


# A block of two branches, each of six days.
SIDE_BY_SIDE = [
    {
        "id": "both",
        "parallel": [
            [{"id": "a", "role": "hr", "wait": "6 days"}],
            [{"id": "b", "role": "firm", "wait": "6 days"}],
        ],
    }
]
SHORTER = {
    "first": {"set": {"a": {"wait": "1 day"}}},
    "second": {"set": {"b": {"wait": "1 day"}}},
}


def test_the_pair_that_greed_never_finds() -> None:
    """Each of two branches shortened gains nothing, both gain five days."""
    file = loaded(SIDE_BY_SIDE)
    value = values_of(file, SHORTER).value_of("days")
    assert [value(one) for one in (0b00, 0b01, 0b10)] == pytest.approx([6, 6, 6])
    assert value(0b11) == pytest.approx(1)
    found = best_set(choices_of(file, SHORTER), value)
    assert (found.chosen, found.proven, found.gap) == (0b11, True, 0.0)
    assert found.value == pytest.approx(1)


def random_process(rng: random.Random) -> list[dict[str, Any]]:
    """Return steps with a loop, people who leave and a parallel block."""
    count = rng.randint(4, 7)
    steps: list[dict[str, Any]] = []
    for k in range(count):
        step: dict[str, Any] = {
            "id": f"s{k}",
            "role": rng.choice(["hr", "candidate", "manager"]),
            "work": f"{rng.randint(2, 90)} min",
            "wait": rng.choice(
                [f"{rng.randint(1, 9)} days", "1-6 days", {"takes": "3-9 days"}]
            ),
        }
        if step["role"] == "candidate":
            step |= {"pages": rng.randint(1, 30), "fields": rng.randint(1, 40)}
            step["channel"] = rng.choice(["paper", "portal", "email"])
            if rng.random() < 0.5:
                step["signatures"] = {"wet": rng.randint(1, 9)}
        if k and rng.random() < 0.4:
            back, out = rng.randint(5, 30), rng.randint(0, 20)
            onward = f"s{k + 1}" if k + 1 < count else "checks"
            step["next"] = {
                f"s{rng.randrange(k)}": f"{back}%",
                "rejected": f"{out}%",
                onward: "rest",
            }
        steps.append(step)
    block = {
        "id": "checks",
        "parallel": [
            [
                {"id": f"p{b}{k}", "role": rng.choice(["hr", "firm"]),
                 "wait": f"{rng.randint(1, 8)} days"}
                for k in range(rng.randint(1, 2))
            ]
            for b in range(2)
        ],
    }  # fmt: skip
    return [*steps, block, {"id": "last", "role": "hr", "wait": "1 day"}]


def random_changes(
    rng: random.Random, steps: list[dict[str, Any]], count: int
) -> dict[str, Any]:
    """Return changes of every kind that the catalogue makes."""
    flat = [
        step
        for node in steps
        for step in (
            itertools.chain(*node["parallel"]) if "parallel" in node else [node]
        )
    ]
    changes: dict[str, Any] = {}
    for k in range(count):
        step = rng.choice(flat)
        factor = rng.choice([0.2, 0.5, "0.2-0.8", 0.9, 1.5])
        kind = rng.random()
        if kind < 0.45:
            keys = [key for key in ("wait", "work", "pages", "fields") if key in step]
            changes[f"c{k:02}"] = {"scale": {step["id"]: {rng.choice(keys): factor}}}
        elif kind < 0.6 and isinstance(step.get("next"), dict):
            back = next(iter(step["next"]))
            changes[f"c{k:02}"] = {"scale_shares": {step["id"]: {back: 0.3}}}
        elif kind < 0.75 and step["id"].startswith("s") and "next" not in step:
            changes[f"c{k:02}"] = {"remove": [step["id"]]}
        elif kind < 0.9:
            changes[f"c{k:02}"] = {
                "set": {step["id"]: {"wait": f"{rng.randint(0, 6)} days"}}
            }
        else:
            changes[f"c{k:02}"] = {"set": {step["id"]: {"role": "manager"}}}
    return changes


def random_choices(
    rng: random.Random, file: Loaded, changes: dict[str, Any]
) -> Choices:
    count = len(changes)
    costs = tuple(float(rng.choice([0, 1, 2, 3, 5, 8])) for _ in range(count))
    needs = [0] * count
    for i in range(1, count):
        if rng.random() < 0.2:
            needed = rng.randrange(i)
            needs[i] = needs[needed] | 1 << needed
    return choices_of(
        file,
        changes,
        costs=costs,
        needs=tuple(needs),
        budget=rng.choice([float("inf"), rng.uniform(0, sum(costs)), 6.0]),
        most=rng.choice([None, None, 2, 4]),
    )


@pytest.mark.parametrize("seed", range(200))
def test_it_equals_trying_every_set(seed: int) -> None:
    """On random processes with loops, screens of people and blocks, 4 to 12 changes."""
    rng = random.Random(seed)
    steps = random_process(rng)
    file = loaded(steps)
    # Most small, so that trying all 4,096 sets of twelve stays rare.
    count = rng.choices([4, 6, 8, 10, 12], [40, 35, 18, 5, 2])[0]
    changes = random_changes(rng, steps, count)
    values = values_of(file, changes)
    choices = random_choices(rng, file, changes)
    value = values.value_of(rng.choice(["score", "days"]))
    toll = rng.choice([0.0, 0.5])
    found = best_set(choices, value, toll=toll)
    assert choices.allows(found.chosen)
    assert found.proven
    assert found.value == pytest.approx(by_trying(choices, value, toll), rel=1e-9)


def synthetic(seed: int, count: int) -> tuple[Choices, Callable[[int], float]]:
    """Return changes that each keep a share of minutes and days, with two branches."""
    rng = random.Random(seed)
    minutes = [rng.gammavariate(2, 10) for _ in range(20)]
    days = [rng.gammavariate(2, 1) for _ in range(20)]
    kept = [
        {rng.randrange(20): rng.uniform(0.1, 0.9) for _ in range(3)}
        for _ in range(count)
    ]

    def value(chosen: int) -> float:
        left = [1.0] * 20
        for i in members(chosen):
            for step, share in kept[i].items():
                left[step] *= share
        work = math.fsum(m * s for m, s in zip(minutes, left, strict=True))
        time = [d * s for d, s in zip(days, left, strict=True)]
        longest = max(math.fsum(time[10:15]), math.fsum(time[15:]))
        return work / 20 + math.fsum(time[:10]) + longest

    costs = tuple(rng.uniform(1, 10) for _ in range(count))
    none = tuple(0 for _ in range(count))
    budget = 0.35 * sum(costs)
    return Choices(costs=costs, needs=none, excludes=none, budget=budget), value


@pytest.mark.parametrize("seed", range(6))
def test_a_search_that_is_stopped_states_its_gap(seed: int) -> None:
    """What it found is allowed, and the truth lies no further off than it says."""
    choices, value = synthetic(seed, 12)
    truth = by_trying(choices, value)
    for limit in (1, 3, 10, 40):
        seen = itertools.count()
        found = best_set(choices, value, stop=lambda s=seen, n=limit: next(s) >= n)
        assert choices.allows(found.chosen)
        assert found.value - found.gap <= truth + 1e-9
        assert found.bound <= truth + 1e-9
        if found.proven:
            assert found.value == pytest.approx(truth)


def test_refused_sets_are_never_chosen() -> None:
    """A set that breaks a guard is passed over for the next best."""
    choices, value = synthetic(1, 8)
    best = best_set(choices, value)
    second = best_set(choices, value, accept=lambda chosen: chosen != best.chosen)
    assert second.chosen != best.chosen
    others = (
        value(chosen)
        for chosen in range(1 << 8)
        if choices.allows(chosen) and chosen != best.chosen
    )
    assert second.value == pytest.approx(min(others))


def test_of_equal_sets_the_cheapest_is_taken() -> None:
    """A change that buys nothing is left out, and the dearer of two equal ones."""
    choices = Choices(costs=(5.0, 2.0, 1.0), needs=(0, 0, 0), excludes=(0b10, 0b01, 0))
    found = best_set(choices, lambda chosen: 9.0 if chosen & 0b011 else 10.0)
    assert found.chosen == 0b010


def test_a_toll_leaves_out_what_buys_too_little() -> None:
    """Each change has to be worth the trouble."""
    choices = Choices(costs=(0.0, 0.0), needs=(0, 0), excludes=(0, 0))

    def value(chosen: int) -> float:
        return 10.0 - 3 * (chosen & 1) - 0.4 * (chosen >> 1)

    assert best_set(choices, value).chosen == 0b11
    assert best_set(choices, value, toll=0.5).chosen == 0b01


def test_nothing_to_choose_is_nothing_chosen() -> None:
    """A process without proposals, or a budget of nought."""
    empty = Choices(costs=(), needs=(), excludes=())
    assert best_set(empty, lambda chosen: 4.0).chosen == 0
    dear = Choices(costs=(1.0,), needs=(0,), excludes=(0,), budget=0.0)
    found = best_set(dear, lambda chosen: 4.0 - chosen)
    assert (found.chosen, found.proven) == (0, True)


def test_sets_that_make_no_process_are_passed_over() -> None:
    """They are no answer, and the bound of a node never rests on them."""
    choices = Choices(costs=(1.0, 1.0, 1.0), needs=(0, 0, 0), excludes=(0, 0, 0))

    def value(chosen: int) -> float:
        return math.inf if chosen.bit_count() == 3 else 10.0 - chosen

    found = best_set(choices, value)
    assert (found.chosen, found.proven) == (0b110, True)


@pytest.mark.parametrize("seed", range(4))
def test_a_front_holds_the_best_set_of_each_of_its_costs(seed: int) -> None:
    """No set that costs no more beats a point, and no point beats another."""
    choices, value = synthetic(seed, 9)
    points = front(replace(choices, budget=float("inf")), value)
    costs = [point.cost for point in points]
    left = [point.value for point in points]
    assert costs == sorted(costs)
    assert left == sorted(left, reverse=True)
    for point in points:
        limited = replace(choices, budget=point.cost)
        assert point.value == pytest.approx(by_trying(limited, value))


def test_json_is_yaml() -> None:
    """The processes of these tests are read by the loader that reads all others."""
    data = json.dumps({"process": "A", "roles": {"hr": {"side": "employer"}},
                       "steps": [{"id": "a", "role": "hr"}]})  # fmt: skip
    assert read_bytes(data.encode(), "a.yaml").process.steps[0].id == "a"
