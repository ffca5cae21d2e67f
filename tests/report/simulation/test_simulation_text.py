"""What `simulate` prints."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from audit.pipeline import RunPlan, simulate, simulate_scenarios
from audit.pipeline.simulating import quick_looks
from audit.report.simulation.text import (
    render_simulated_scenarios_text,
    render_simulation_text,
)
from audit.report.simulation.words import (
    figure,
    more_runs,
    verdict_of,
    with_interval,
)
from audit.result.difference import Verdict
from audit.result.simulation import (
    SimulatedNumber,
    SimulationResult,
    SimulationScenarios,
    Stopping,
)
from audit.simulation.workers import LocalWorkers
from tests.pipeline.simulated_files import BY_FIRM, DEARER, FIRM, LOCKED, small_house

SHORT = RunPlan(years=1, runs=6, seed=3)
ONE = LocalWorkers(1)
HOSTILE = "\u202e\x1b[31m<script>" + "x" * 10_000


@pytest.fixture(scope="module")
def result() -> SimulationResult:
    return simulate(small_house(), plan=SHORT, workers=ONE)


@pytest.fixture(scope="module")
def scenarios() -> SimulationScenarios:
    afters = [small_house(LOCKED), small_house(FIRM, BY_FIRM, DEARER)]
    return simulate_scenarios(small_house(), afters, plan=SHORT, workers=ONE)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (38.04, "days", "38 days"),
        (163.2, "hours", "163 h"),
        (1.84, "hours", "1.8 h"),
        (0.632, "share", "63.2 %"),
        (61.86, "offers", "61.9"),
        (272.4, "people", "272"),
    ],
)
def test_numbers_are_short(value: float, unit: str, words: str) -> None:
    """A table holds what a reader can keep."""
    assert figure(value, unit) == words


def test_an_interval_stands_in_brackets() -> None:
    """Where there is one; a single run has none, and no run no number."""
    whole = SimulatedNumber(mean=5.0, low=4.0, high=6.0, runs=30)
    assert with_interval(whole, "days") == "5 days (4 days to 6 days)"
    assert with_interval(replace(whole, low=None, high=None), "days") == "5 days"
    assert with_interval(replace(whole, low=5.0, high=5.0), "days") == "5 days"
    assert with_interval(None, "days") == "no run gave it"


def test_every_part_is_there(result: SimulationResult) -> None:
    """Answer, load, waits by cause, who leaves when, other work, rules, gaps."""
    text = render_simulation_text(result)
    for words in (
        "A hire takes",
        "Offers taken back, for 100 hires",
        "Workload (hours a week",
        "What the days of a hire wait for",
        "Where people wait for people",
        "Who leaves where",
        "What else they do",
        "Quick look (Erlang-A: for screening only",
        "How sure we are: 6 runs (as many as asked for)",
        "Queues: work of a higher priority goes first",
        "Clock: it starts for a candidate",
        "Taken for granted",
    ):
        assert words in text, words


def test_no_line_is_wider_than_the_page(
    result: SimulationResult, scenarios: SimulationScenarios
) -> None:
    """Tables aside, which are as wide as their names, text is broken."""
    for text in (
        render_simulation_text(result),
        render_simulated_scenarios_text(scenarios),
    ):
        assert max(map(len, text.splitlines())) <= 84
        assert not re.search(r"[ \t]$", text, re.MULTILINE)


def test_each_after_says_who_pays(scenarios: SimulationScenarios) -> None:
    """A remedy is told with its price and its payer."""
    text = render_simulated_scenarios_text(scenarios)
    assert text.count("After: before") == 2
    assert text.count("Who pays") == 2
    assert "$500 more for each hire" in text


def test_what_holds_for_an_after_alone_is_told_there(
    scenarios: SimulationScenarios,
) -> None:
    """What both take for granted stands once; what is new stands with its after."""
    both = scenarios.before.assumptions[0]
    pair = scenarios.pairs[0]
    after = replace(pair.after, assumptions=(both, "Only after the change."))
    text = render_simulated_scenarios_text(
        replace(scenarios, pairs=(replace(pair, after=after),))
    )
    assert text.count("Only after the change.") == 1
    assert " ".join(text.split()).count(both) == 1


def test_chance_is_called_chance(scenarios: SimulationScenarios) -> None:
    """A difference that may be luck is not sold as one."""
    pair = scenarios.pairs[0]
    unsure = replace(
        pair.changes[0],
        headline=True,
        distinguishable=False,
        verdict=Verdict.UNCHANGED,
    )
    assert verdict_of(unsure) == "may be chance"
    text = render_simulated_scenarios_text(
        replace(scenarios, pairs=(replace(pair, changes=(unsure,), paid_by=()),))
    )
    assert "1 number of 1: the difference is not distinguishable from chance." in text
    assert "Nobody, in what a simulation counts" in text.replace("\n    ", " ")


def test_what_is_nought_in_every_run_is_no_matter_of_chance(
    scenarios: SimulationScenarios,
) -> None:
    """No run takes an offer back, before or after: no runs would tell more."""
    pair = scenarios.pairs[0]
    nought = SimulatedNumber(mean=0.0, low=0.0, high=0.0, runs=6)
    same = replace(
        pair.changes[0],
        headline=True,
        before=nought,
        after=nought,
        change=nought,
        distinguishable=False,
        verdict=Verdict.UNCHANGED,
    )
    text = render_simulated_scenarios_text(
        replace(scenarios, pairs=(replace(pair, changes=(same,), paid_by=()),))
    )
    assert "chance" not in text.partition("After: ")[2].partition("Who pays")[0]


def test_what_may_be_chance_says_how_many_runs_would_tell(
    scenarios: SimulationScenarios,
) -> None:
    """Only where more than were made are needed, and only of what is not sure."""
    one = replace(
        scenarios.pairs[0].changes[0], distinguishable=False, runs_to_tell=1234
    )
    assert more_runs([("days", one)]) == (
        "Runs that it would take to tell a difference as small as the one found: about "
        "1,300 for days; 6 were made."
    )
    for nothing in (
        replace(one, distinguishable=True),
        replace(one, runs_to_tell=None),
        replace(one, runs_to_tell=6),
    ):
        assert more_runs([("days", nothing)]) == ""
    pair = replace(scenarios.pairs[0], changes=(replace(one, headline=True),))
    text = render_simulated_scenarios_text(replace(scenarios, pairs=(pair,)))
    assert f"about 1,300 for “{one.label}”; 6 were made." in " ".join(text.split())


@pytest.mark.parametrize("stopping", list(Stopping))
def test_every_reason_to_stop_has_words(
    result: SimulationResult, stopping: Stopping
) -> None:
    """The reader knows whether more runs would tell more."""
    text = render_simulation_text(
        replace(result, process=replace(result.process, stopping=stopping))
    )
    assert re.search(
        r"How sure we are: (6 runs \([a-z]|Stopped after 6 of 6 runs)", text
    )


def test_a_quick_look_alone_claims_no_run() -> None:
    """No interval, no number of runs: screening, and called so."""
    alone = quick_looks([small_house()])
    assert isinstance(alone, SimulationResult)
    text = render_simulation_text(alone)
    assert "Quick look (Erlang-A: for screening only" in text
    assert "How sure we are" not in text
    several = quick_looks([small_house(), small_house(LOCKED)])
    assert isinstance(several, SimulationScenarios)
    assert render_simulated_scenarios_text(several).count("Quick look") == 2


def test_nobody_hired_is_said() -> None:
    """A window in which nobody comes to the end has no days to a hire."""
    process = small_house(("per_year: 24", "per_year: 0"))
    empty = simulate(process, plan=RunPlan(years=0.1, runs=2), workers=ONE)
    text = render_simulation_text(empty)
    assert "Nobody was hired in the measured time." in text


def test_hostile_names_are_tamed(result: SimulationResult) -> None:
    """No escape codes, no reversed text, no ten thousand letters."""
    process = result.process
    lines = tuple(
        replace(line, name=HOSTILE if line.of else "") for line in process.lines
    )
    roles = tuple(replace(role, name=HOSTILE) for role in process.roles)
    looks = tuple(replace(look, name=HOSTILE) for look in process.quick_look)
    sentences = (f"{HOSTILE} takes each case at once.",)
    text = render_simulation_text(
        replace(
            result,
            process=replace(
                process,
                title=HOSTILE,
                lines=lines,
                roles=roles,
                quick_look=looks,
                assumptions=sentences,
            ),
        )
    )
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert max(map(len, text.splitlines())) < 140
    assert len(text) < 20_000


def test_a_stop_is_told_of_those_it_met(scenarios: SimulationScenarios) -> None:
    """The first pair has all its runs, the second some, and a hostile third none."""
    first, second = scenarios.pairs
    cut = replace(
        second.after, runs=4, planned_runs=6, stopping=Stopping.INTERRUPTED, variant="B"
    )
    stopped = replace(
        scenarios, pairs=(first, replace(second, after=cut)), left_out=(HOSTILE,)
    )
    text = " ".join(render_simulated_scenarios_text(stopped).split())
    assert "6 runs (as many as asked for)" in text
    assert "“B”: stopped after 4 of 6 runs." in text
    assert "Stopped before the runs of “[31m<script>xxx" in text
    assert "topped" not in render_simulated_scenarios_text(scenarios)
    assert "x" * 100 not in text and "\u202e" not in text and "\x1b" not in text
