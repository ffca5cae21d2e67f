"""Sets of changes judged by simulation: who hires fastest, with the same luck."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit.cli import main
from audit.errors import SimulationError
from audit.ledger import load_profile
from audit.loaders import load_process_text
from audit.model import Process, Quantity
from audit.pipeline import RunPlan
from audit.pipeline.judging import require_demand, simulated_judge

HOUSE = """
process: House
roles: {{candidate: {{side: candidate}}, hr: {{side: employer, people: {people}}}}}
requisitions: {{per_year: 40, applicants: 5, over: 1 week}}
steps:
  - {{id: apply, role: candidate, work: 20 min}}
  - {{id: screen, role: hr, work: 1 h, next: {{offer: {good}%, rejected: rest}}}}
  - {{id: offer, role: hr, work: 1 h, offer: true, delay: {delay} days}}
"""
PROFILE = load_profile()
PLAN = RunPlan(runs=6, years=1)


def house(delay: float = 5, people: int = 2, good: int = 40) -> Process:
    return load_process_text(HOUSE.format(delay=delay, people=people, good=good))


def judged(*processes: Process) -> tuple[float, ...]:
    judge = simulated_judge(PROFILE, plan=PLAN)
    return tuple(one.share_best for one in judge(processes))


def test_a_shorter_delay_is_faster_in_every_run() -> None:
    """With the same luck nothing but the delay differs."""
    assert judged(house(9), house(2), house(5)) == (0.0, 1.0, 0.0)


def test_equals_share_what_they_win() -> None:
    """The shares of all sets sum to one, whoever ties."""
    shares = judged(house(2), house(2), house(9))
    assert shares == pytest.approx((0.5, 0.5, 0.0))
    assert math.fsum(shares) == pytest.approx(1.0)


def test_a_house_that_falls_behind_is_never_the_fastest() -> None:
    """Asked for more than it can do, its days grow as long as one looks."""
    crowded = house(0)
    busy = tuple(
        replace(role, other_duties=Quantity.point(0.999)) if role.people else role
        for role in crowded.roles
    )
    assert judged(replace(crowded, roles=busy), house(9)) == (0.0, 1.0)


def test_what_a_faster_set_loses_is_told_with_its_number() -> None:
    """Speed alone would read as advice to give up what the first set fills."""
    fewer = house(2, good=15)
    first, second, third = simulated_judge(PROFILE, plan=PLAN)(
        (house(9), fewer, house(9))
    )
    assert second.share_best == 1.0
    losses = {loss.key: loss for loss in second.losses}
    assert {"openings_filled", "hired_share"} <= losses.keys()
    filled = losses["openings_filled"]
    # Five applicants for each opening, of whom 40 or 15 in 100 are found good enough.
    assert filled.recommended == pytest.approx(1 - 0.6**5, abs=0.05)
    assert filled.here == pytest.approx(1 - 0.85**5, abs=0.08)
    assert first.losses == third.losses == ()


def test_what_is_better_is_no_loss() -> None:
    """The same two the other way round: nothing is held against more hires."""
    fewer = house(2, good=15)
    _, second = simulated_judge(PROFILE, plan=PLAN)((fewer, house(2)))
    assert not {"openings_filled", "hired_share"} & {x.key for x in second.losses}


def test_a_file_that_does_not_say_who_comes_is_refused_by_its_name() -> None:
    """Before anything is searched, and in words."""
    silent = load_process_text(
        "process: A\nroles: {hr: {side: employer}}\nsteps: [{id: a, role: hr}]\n",
        "silent.yaml",
    )
    with pytest.raises(SimulationError, match=r"silent\.yaml"):
        require_demand(silent, PROFILE)


def test_the_command_says_what_the_runs_say(tmp_path: Path) -> None:
    """The share stands behind how sure the search is; without people it is refused."""
    file = tmp_path / "house.yaml"
    file.write_text(HOUSE.format(delay=9, people=2, good=40).replace("{{", "{"))
    done = CliRunner().invoke(main, ["recommend", str(file), "--simulate"])
    assert done.exit_code == 0, done.stderr
    assert "Traceback" not in done.stderr
    silent = "processes/lean-tech/before.yaml"
    refused = CliRunner().invoke(main, ["recommend", silent, "--simulate"])
    assert refused.exit_code == 2
    assert "before.yaml" in refused.stderr
