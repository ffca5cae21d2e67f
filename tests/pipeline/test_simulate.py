"""From a process to what its simulation says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields

import pytest

from audit.errors import RequestError, SimulationError
from audit.loaders import load_process_text
from audit.pipeline import RunPlan, simulate, simulate_scenarios
from audit.pipeline.simulated_lines import CAUSES
from audit.pipeline.simulating import quick_looks, simulated_log
from audit.result import (
    simulated_scenarios_from_json,
    simulation_from_json,
    to_json,
)
from audit.result.difference import Verdict
from audit.result.simulation import (
    SimulatedLine,
    SimulatedVariant,
    SimulationScenarios,
    Stopping,
)
from audit.simulation import FigureKind, Tables, WaitCause
from audit.simulation.workers import LocalWorkers, Row, run_row
from tests.pipeline.simulated_files import (
    ADVERTISED,
    BY_FIRM,
    DEARER,
    FIRM,
    LOCKED,
    small_house,
)

SHORT = RunPlan(years=1, runs=6, seed=3)
ONE = LocalWorkers(1)


def number(variant: SimulatedVariant, key: str, of: str = "") -> float:
    (line,) = (one for one in variant.lines if (one.key, one.of) == (key, of))
    assert line.number is not None
    return line.number.mean


@pytest.fixture(scope="module")
def result() -> SimulatedVariant:
    return simulate(small_house(), plan=SHORT, workers=ONE).process


@pytest.fixture(scope="module")
def scenarios() -> SimulationScenarios:
    afters = [small_house(LOCKED), small_house(FIRM, BY_FIRM, DEARER)]
    return simulate_scenarios(small_house(), afters, plan=SHORT, workers=ONE)


GOLDEN = {
    ("days_to_hire", ""): 18.97624990347543,
    ("days_to_fill", ""): 21.418408156471113,
    ("rescinded_per_100_hires", ""): 73.02801529968711,
    ("utilisation", "hr"): 0.7023915795278729,
    ("wait_days", "queue"): 1.0905251164189118,
    ("duty_wait_hours", "hr/reviews"): 6.825439293910965,
}


def test_the_digits_of_a_run_stay(result: SimulatedVariant) -> None:
    """Same files, same seed, same digits: on every machine and in every version."""
    found = {place: number(result, *place) for place in GOLDEN}
    assert found == pytest.approx(GOLDEN, rel=1e-12)


def test_the_digits_are_the_same_without_a_compiler(result: SimulatedVariant) -> None:
    """Whoever lacks the extra `fast` waits longer, and reads the same."""
    code = (
        "from audit.pipeline import simulate\n"
        "from audit.result import to_json\n"
        "from tests.pipeline.test_simulate import ONE, SHORT, small_house\n"
        "found = simulate(small_house(), plan=SHORT, workers=ONE)\n"
        "print(to_json(found))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"NUMBA_DISABLE_JIT": "1", "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )
    assert simulation_from_json(done.stdout).process == result


def test_every_kind_of_number_is_told(result: SimulatedVariant) -> None:
    """No figure of a run is dropped on the way to the reader, and no cause."""
    opened = simulate(small_house(ADVERTISED), plan=SHORT, workers=ONE).process
    told = {line.key for line in (*result.lines, *opened.lines)}
    assert told == {kind.name.lower() for kind in FigureKind}
    assert set(CAUSES) == {cause.name.lower() for cause in WaitCause}
    assert all(line.label and line.unit for line in result.lines)
    assert all(line.name for line in result.lines if line.of)


def test_intervals_hold_their_means(result: SimulatedVariant) -> None:
    """Each number stands inside its interval, and says how many runs gave it."""
    for line in result.lines:
        if line.number is not None and line.number.low is not None:
            assert line.number.high is not None
            assert line.number.low <= line.number.mean <= line.number.high
            assert 2 <= line.number.runs <= 6


def test_the_hours_of_a_role_add_up(result: SimulatedVariant) -> None:
    """One person of forty hours, a little over 60 % of them spoken for."""
    (role,) = result.roles
    assert (role.id, role.people, role.hours_per_week) == ("hr", 1, 40)
    assert role.duty_hours == pytest.approx(24)
    assert role.opening_hours == 0
    assert role.candidate_hours > 0
    over = number(result, "overload_hours", "hr")
    assert over == pytest.approx(number(result, "asked_hours", "hr") - 40)


def test_work_for_each_opening_is_work_of_the_process() -> None:
    """Two hours for each of 24 requisitions a year, and the other work as it was."""
    variant = simulate(small_house(ADVERTISED), plan=SHORT, workers=ONE).process
    (role,) = variant.roles
    assert role.opening_hours == pytest.approx(24 * 2 / (365 / 7))
    assert role.duty_hours == pytest.approx(24)
    assert number(variant, "duty_utilisation", "hr") == pytest.approx(0.6, abs=0.05)
    done = number(variant, "opening_hours", "hr")
    assert done == pytest.approx(role.opening_hours, rel=0.3)
    names = {line.name: line.group for line in variant.lines}
    assert names["Hr, Advertise"] == "openings"


def test_a_role_asked_for_more_than_it_has_is_named(result: SimulatedVariant) -> None:
    """Its queue has no level of its own, so the reader hears what the means are of."""
    full = small_house(("share: 60%", "share: 98%"))
    variant = simulate(full, plan=SHORT, workers=ONE).process
    assert variant.assumptions[0].startswith("If nobody left, Hr would be asked for ")
    assert not result.assumptions[0].startswith("Hr is asked for")


def test_branches_that_are_called_off_may_hold_a_queue() -> None:
    """What is asked of a role is then the most that it can be, and is said to be so."""
    text = """
process: Called off
arrivals: {per_week: 12}
roles: {candidate: {side: candidate}, hr: {side: employer, people: 1}}
steps:
  - {id: apply, role: candidate}
  - id: checks
    on_failure: cancel
    parallel:
      - [{id: ask, role: candidate, wait: 1 day, next: {done: 10%, rejected: 90%}}]
      - [{id: papers, role: candidate, wait: 5 days}, {id: talk, role: hr, work: 4 h}]
"""
    variant = simulate(load_process_text(text), plan=SHORT, workers=ONE).process
    assert variant.assumptions[0].startswith(
        "If nobody left and no branch were called off, Hr would be asked for 48 hours"
    )
    assert "only people who leave, what is called off, and" in variant.assumptions[0]
    assert number(variant, "utilisation", "hr") < 0.3


@pytest.mark.parametrize(
    ("plan", "stopping"),
    [
        (RunPlan(years=1, runs=3), Stopping.ASKED),
        (RunPlan(years=1, most_runs=31), Stopping.CAP),
    ],
)
def test_why_it_stopped_is_said(plan: RunPlan, stopping: Stopping) -> None:
    """As many runs as asked for, or the most allowed."""
    variant = simulate(small_house(), plan=plan, workers=ONE).process
    assert variant.stopping is stopping
    assert variant.runs == (plan.runs or plan.most_runs)


def test_results_go_to_json_and_back(scenarios: SimulationScenarios) -> None:
    """Nothing is lost: saved results can be rendered later."""
    alone = simulate(small_house(), plan=SHORT, workers=ONE)
    assert simulation_from_json(to_json(alone)) == alone
    assert simulated_scenarios_from_json(to_json(scenarios)) == scenarios


def test_words_for_the_cover_are_carried() -> None:
    """Client and confidentiality of the file stand in the result, and in its JSON."""
    about = 'about: {client: "St. Anne\'s", confidentiality: Confidential}'
    house = small_house(("variant: before", f"variant: before\n{about}"))
    alone = simulate(house, plan=SHORT, workers=ONE)
    again = simulation_from_json(to_json(alone)).process.about
    assert again == alone.process.about
    assert (again["client"], again["confidentiality"]) == ("St. Anne's", "Confidential")
    assert again["prepared_by"] is None


def test_another_schema_is_refused(scenarios: SimulationScenarios) -> None:
    """What was not written by this version is no result."""
    data = json.loads(to_json(scenarios))
    with pytest.raises(RequestError, match="not a simulation"):
        simulation_from_json(json.dumps(data))
    data["schema_version"] = 99
    with pytest.raises(RequestError, match="schema version 99"):
        simulated_scenarios_from_json(json.dumps(data))


def test_a_lock_takes_no_offer_back(scenarios: SimulationScenarios) -> None:
    """The race ends where the offer is made, exactly."""
    assert number(scenarios.before, "rescinded_per_100_hires") > 0
    locked = scenarios.pairs[0]
    assert number(locked.after, "rescinded_per_100_hires") == 0
    (change,) = (c for c in locked.changes if c.key == "rescinded_per_100_hires")
    assert change.headline
    assert change.verdict is Verdict.BETTER


def test_all_afters_meet_the_same_before(scenarios: SimulationScenarios) -> None:
    """A number before is one number, whatever it is compared with."""
    for pair in scenarios.pairs:
        for change in pair.changes:
            assert change.before.mean == pytest.approx(
                number(scenarios.before, change.key, change.of)
            )


def test_who_pays_is_told(scenarios: SimulationScenarios) -> None:
    """The firm's people were there before, at their other work; the fee is new."""
    words = " ".join(scenarios.pairs[1].paid_by)
    assert "Firm is asked for" in words
    assert "The employer pays $500 more for each hire" in words
    before = {line.of for line in scenarios.before.lines if line.key == "asked_hours"}
    assert before == {"hr", "firm"}
    assert [role.id for role in scenarios.before.roles] == ["hr"]


def test_no_change_is_no_change() -> None:
    """A process against itself: pairs share their luck, so nothing differs at all."""
    found = simulate_scenarios(
        small_house(), [small_house()], plan=SHORT, workers=ONE
    ).pairs[0]
    assert {change.change.mean for change in found.changes} == {0.0}
    assert {change.verdict for change in found.changes} == {Verdict.UNCHANGED}
    assert found.paid_by == ()


class Interrupted(LocalWorkers):
    """Workers whom somebody stops after some runs."""

    def __init__(self, after: int) -> None:
        super().__init__(1)
        self.left = after

    def rows(self, tables: Tables, seeds: Sequence[int]) -> Iterator[Row]:
        for seed in seeds:
            if self.left == 0:
                raise KeyboardInterrupt
            self.left -= 1
            yield run_row(tables, seed)


def test_an_interrupt_keeps_what_is_done() -> None:
    """Four of six runs are an answer, and the reader hears that it was stopped."""
    variant = simulate(small_house(), plan=SHORT, workers=Interrupted(4)).process
    assert (variant.runs, variant.stopping) == (4, Stopping.INTERRUPTED)
    assert variant.planned_runs == SHORT.runs


def test_an_interrupt_keeps_the_afters_that_are_done() -> None:
    """Twelve runs make the first pair; the second has none yet and is named."""
    slow = ("work: 30 min", "work: 40 min"), ("variant: before", "variant: slow")
    afters = [small_house(LOCKED), small_house(*slow)]
    found = simulate_scenarios(
        small_house(), afters, plan=SHORT, workers=Interrupted(12)
    )
    assert [pair.after.stopping for pair in found.pairs] == [Stopping.ASKED]
    assert found.left_out == ("slow",)


def test_an_interrupt_before_two_runs_is_no_answer() -> None:
    """It says so instead of showing numbers of one run."""
    with pytest.raises(SimulationError, match="before two runs"):
        simulate(small_house(), plan=SHORT, workers=Interrupted(1))


def test_progress_counts_all_runs() -> None:
    """The bar ends where it said it would."""
    seen: list[tuple[int, int]] = []
    simulate_scenarios(
        small_house(),
        [small_house(LOCKED), small_house(DEARER)],
        plan=SHORT,
        workers=ONE,
        progress=lambda done, planned: seen.append((done, planned)),
    )
    assert seen[-1] == (12, 12)
    assert seen == sorted(seen)


def test_a_quick_look_makes_no_run() -> None:
    """Screening numbers alone: no lines, no reason to have stopped."""
    alone = quick_looks([small_house()])
    several = quick_looks([small_house(), small_house(LOCKED)])
    assert isinstance(several, SimulationScenarios)
    for variant in (several.before, several.pairs[0].after):
        assert (variant.lines, variant.runs, variant.stopping) == ((), 0, None)
        assert [look.role for look in variant.quick_look] == ["hr"]
    assert alone.settings == several.settings


def test_the_log_is_of_the_first_run() -> None:
    """Every visit of a step with its moments in order; gates are no steps."""
    log = simulated_log(
        small_house(("work: 1 h\n", "work: 1 h\n    applies_to: 50%\n"))
    )
    assert set(log["step"]) == {"apply", "screen", "interview", "offer", "start"}
    assert (log["ready"] <= log["begun"]).all()
    assert (log["begun"] <= log["done"]).all()


def test_settings_make_the_runs_again() -> None:
    """Seed and window stand in the result, with the rules in words."""
    settings = simulate(small_house(), plan=SHORT, workers=ONE).settings
    assert (settings.seed, settings.measured_days) == (3, 365)
    words = " ".join(settings.rules)
    for topic in ("Queues:", "Clock:", "Days to hire:", "measured time"):
        assert topic in words


def test_every_field_of_a_line_is_used(result: SimulatedVariant) -> None:
    """A part of the page is named for every number."""
    assert {line.group for line in result.lines} == {
        "headline", "time", "people", "roles", "waits", "steps", "duties",
    }  # fmt: skip
    assert len(fields(SimulatedLine)) == 8


def test_what_is_said_of_offers_does_not_contradict_their_number() -> None:
    """Without a step that makes the offer some are still taken back: at the end."""
    found = simulate(small_house((", offer: true", "")), plan=SHORT, workers=ONE)
    assert number(found.process, "rescinded_per_100_hires") > 0
    (words,) = (one for one in found.process.not_assessed if "offer: true" in one)
    assert "no offer is taken back" not in words
    assert "comes to the end and finds the position filled" in words
