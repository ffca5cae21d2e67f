"""With nobody ever busy, a run of any process is the exact engine."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, seed, settings

from audit.analysis import Analysis
from audit.ledger import load_profile, price
from audit.loaders import load_process
from audit.model import Arrivals, Clock, Per, Process, Quantity, Step
from audit.simulation import Window, compile_tables, run_once
from audit.simulation.assembly import scenario_of
from tests.properties.strategies import built, drafts

WINDOW = Window(warm_up=0.0, measured=2000.0, cool_down=4000.0)
PROFILE = load_profile(None)
MANY = Quantity.point(7.0)
CLOSE = 4.5
"""Standard errors; over all examples a miss by chance stays below one in a thousand."""


def checked_against_exact(process: Process) -> None:
    process = replace(process, demand=Arrivals(per_week=MANY), other_offers=None)
    analysis = Analysis(process)
    made = scenario_of(process, PROFILE, WINDOW)
    run = run_once(compile_tables(made.scenario), 1)
    counted = run.measured
    hired = counted & (run.outcome == 0)
    total, hires = int(counted.sum()), int(hired.sum())
    share = analysis.hired_share
    spread = np.sqrt(share * (1 - share) / total)
    assert abs(hires / total - share) <= CLOSE * spread + 1e-9
    leaving = {o.id for o in process.outcomes if o.by.value == "candidate"}
    left = any(flow.to in leaving for step in process.steps for flow in step.flows)
    if hires < 50 or left:
        # The exact time is of a person who stays the course: another one where people
        # leave by themselves.
        return
    exact = price(analysis, PROFILE).flow_time.mean
    days = (run.ended - run.arrived)[hired]
    error = days.std(ddof=1) / np.sqrt(hires)
    assert abs(days.mean() - exact) <= CLOSE * error + 1e-6 + 0.002 * exact


@seed(20)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drafts().map(built))
def test_a_random_process_without_queues_is_the_exact_engine(process: Process) -> None:
    """Choices, loops, nested blocks, people leaving: hires and their days agree."""
    checked_against_exact(process)


@pytest.mark.parametrize("story", ["packet", "lean-tech", "portal"])
def test_a_story_without_people_is_the_exact_engine(story: str) -> None:
    """Partial returns, steps for some, paperwork without a wait."""
    process = load_process(f"processes/{story}/before.yaml")
    roles = tuple(replace(role, people=None) for role in process.roles)
    # Steps of an opening lie before the way of a candidate, and a clock may leave steps
    # out; here all are on the way and timed.
    nodes = tuple(
        replace(node, per=Per.APPLICANT) if isinstance(node, Step) else node
        for node in process.nodes
    )
    checked_against_exact(replace(process, roles=roles, nodes=nodes, clock=Clock()))
