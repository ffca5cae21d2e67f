"""What the stories say when they are simulated: their readings, not their digits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.loaders import load_process
from audit.model import Priority, Process
from audit.pipeline import RunPlan, simulate, simulate_scenarios
from audit.result.difference import Verdict
from audit.result.simulation import (
    SimulatedChange,
    SimulatedPair,
    SimulatedVariant,
    SimulationScenarios,
)
from audit.simulation.workers import LocalWorkers

ROOT = Path(__file__).parents[2] / "processes"
PLAN = RunPlan(runs=12)
README_PLAN = RunPlan(runs=30)
ONE = LocalWorkers(1)
TRAINED, DEPARTMENT, FIRM, ELECTRONIC = range(4)
REMEDIES = (
    "train-hr.yaml",
    "department-recruits.yaml",
    "recruiting-firm.yaml",
    "electronic-and-lock.yaml",
)


def load(story: str, file: str = "before.yaml") -> Process:
    return load_process(ROOT / story / file)


def number(variant: SimulatedVariant, key: str, of: str = "") -> float:
    (line,) = (one for one in variant.lines if (one.key, one.of) == (key, of))
    assert line.number is not None
    return line.number.mean


def change(pair: SimulatedPair, key: str, of: str = "") -> SimulatedChange:
    (found,) = (one for one in pair.changes if (one.key, one.of) == (key, of))
    return found


@pytest.fixture(scope="module")
def remedies() -> SimulationScenarios:
    afters = [load("overloaded-hr", file) for file in REMEDIES]
    before = load("overloaded-hr")
    return simulate_scenarios(before, afters, plan=README_PLAN, workers=ONE)


SIMULATED = {
    "overloaded-hr": REMEDIES,
    "hospital": ("after.yaml",),
    "keyword-screen": ("phone-call.yaml", "after.yaml"),
    "portal": ("after.yaml",),
    "packet": ("after.yaml",),
}
"""Story -> the afters that its README simulates."""
ROWS = {
    "days from application to hire": ("days_to_hire", "", 1, 1),
    "openings filled, of 100": ("openings_filled", "", 100, 0),
    "offers taken back for 100 hires": ("rescinded_per_100_hires", "", 1, 0),
    "people who leave for 100 hires": ("left_per_100_hires", "", 1, 0),
    "HR at work, of 100 hours": ("utilisation", "hr", 100, 0),
    "nurse managers at work, of 100 hours": ("utilisation", "manager", 100, 0),
    "days to hire, nine in ten take less": ("days_to_hire_p90", "", 1, 1),
    "hires a year": ("hires", "", 1, 0),
    "applicants hired, of 1,000": ("hired_share", "", 1000, 1),
    "recruiters at work, of 100 hours": ("utilisation", "recruiter", 100, 0),
    "area managers at work, of 100 hours": ("utilisation", "manager", 100, 0),
}
"""Row of a README -> number, what it is of, factor and decimals."""


def table_of(variants: list[SimulatedVariant], rows: list[str]) -> list[str]:
    lines = []
    for words in rows:
        key, of, factor, digits = ROWS[words]
        cells = [f"{factor * number(one, key, of):.{digits}f}" for one in variants]
        lines.append(f"| {words} | {' | '.join(cells)} |")
    return lines


@pytest.mark.parametrize("story", SIMULATED)
def test_the_simulated_numbers_of_a_readme_are_current(story: str) -> None:
    """Whoever runs the command of the README reads the numbers of the README."""
    files = SIMULATED[story]
    found = simulate_scenarios(
        load(story), [load(story, file) for file in files],
        plan=README_PLAN, workers=ONE,
    )  # fmt: skip
    variants = [found.before, *(pair.after for pair in found.pairs)]
    text = (ROOT / story / "README.md").read_text(encoding="utf-8")
    rows = [words for words in ROWS if f"| {words} |" in text]
    assert len(rows) >= 4
    assert [line for line in table_of(variants, rows) if line not in text] == []


def test_nothing_but_a_step_without_work_is_left_open(
    remedies: SimulationScenarios,
) -> None:
    """The story says all that a simulation asks for; waiting for a date is no work."""
    for variant in (remedies.before, *(pair.after for pair in remedies.pairs)):
        assert [words.partition(":")[0] for words in variant.not_assessed] == [
            "Wait for the next orientation"
        ]


def test_hr_is_full_before(remedies: SimulationScenarios) -> None:
    """The department of the story is busy over 90 % of its hours, the managers not."""
    assert number(remedies.before, "utilisation", "hr") > 0.9
    assert number(remedies.before, "utilisation", "manager") < 0.75


def test_a_course_changes_little(remedies: SimulationScenarios) -> None:
    """Queues stay as the work stays: under a day of thirty-eight."""
    found = change(remedies.pairs[TRAINED], "days_to_hire")
    assert abs(found.change.mean) < 1
    assert change(remedies.pairs[TRAINED], "openings_filled").verdict is Verdict.BETTER


def with_regular_job(process: Process, priority: Priority) -> Process:
    roles = tuple(
        replace(
            role, duties=tuple(replace(duty, priority=priority) for duty in role.duties)
        )
        if role.id == "department"
        else role
        for role in process.roles
    )
    return replace(process, roles=roles)


def test_the_regular_job_suffers_exactly_when_recruiting_has_the_same_right() -> None:
    """Served first it waits for hours; in one queue it waits for weeks."""
    department = load("overloaded-hr", "department-recruits.yaml")
    first, equal = simulate_scenarios(
        load("overloaded-hr"),
        [
            with_regular_job(department, Priority.FIRST),
            with_regular_job(department, Priority.NORMAL),
        ],
        plan=PLAN,
        workers=ONE,
    ).pairs
    job = "department/regular_job"
    assert change(first, "duty_wait_hours", job).after.mean < 10
    assert change(equal, "duty_wait_hours", job).after.mean > 50
    assert change(equal, "duty_wait_hours", job).verdict is Verdict.WORSE
    # Where the regular job is protected, candidates pay instead.
    assert (
        change(first, "days_to_hire").after.mean
        > change(equal, "days_to_hire").after.mean
    )


def test_the_firm_is_fastest_and_more_offers_race(
    remedies: SimulationScenarios,
) -> None:
    """It brings people; nobody reserves the opening."""
    days = [number(pair.after, "days_to_hire") for pair in remedies.pairs]
    assert days.index(min(days)) == FIRM
    taken_back = change(remedies.pairs[FIRM], "rescinded_per_100_hires")
    assert taken_back.verdict is Verdict.WORSE


def test_the_lock_takes_back_no_offer_at_all(remedies: SimulationScenarios) -> None:
    """Exactly none, and that at fewer days."""
    pair = remedies.pairs[ELECTRONIC]
    assert change(pair, "rescinded_per_100_hires").after.mean == 0
    assert change(pair, "days_to_hire").verdict is Verdict.BETTER


PAYERS = {
    TRAINED: ("Candidates lose offers",),
    DEPARTMENT: ("Candidates wait", "Hiring department, regular job"),
    FIRM: ("The employer pays $10,000 more", "Candidates lose offers"),
    ELECTRONIC: (),
}


@pytest.mark.parametrize("remedy", sorted(PAYERS))
def test_each_remedy_says_who_pays(remedies: SimulationScenarios, remedy: int) -> None:
    """No remedy is free but the one that takes work out."""
    words = " ".join(remedies.pairs[remedy].paid_by)
    assert bool(words) == bool(PAYERS[remedy])
    for payer in PAYERS[remedy]:
        assert payer in words


def test_the_hospital_takes_offers_back_until_it_locks() -> None:
    """The nurse's call comes from a race that nobody meant; the lock ends it."""
    before, after = load("hospital"), load("hospital", "after.yaml")
    found = simulate_scenarios(before, [after], plan=PLAN, workers=ONE)
    assert number(found.before, "rescinded_per_100_hires") > 10
    assert number(found.pairs[0].after, "rescinded_per_100_hires") == 0


def test_the_warm_up_of_the_stories_is_long_enough() -> None:
    """Half a year in, desks are as full as they stay: longer changes no digit much."""
    process = load("overloaded-hr")
    days = [
        number(simulate(process, plan=plan, workers=ONE).process, "days_to_hire")
        for plan in (PLAN, replace(PLAN, warm_up_days=400.0))
    ]
    assert days[0] == pytest.approx(days[1], rel=0.06)
