"""What is asked of a role, by what asks for it: candidates, openings, other work."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.simulation.regular_jobs import regular_jobs
from audit.report.simulation.text import (
    render_simulated_scenarios_text,
    render_simulation_text,
)
from audit.report.simulation.words import line_of, lines_in, mean_of
from audit.report.simulation.workload import loads, workload
from audit.result.simulation import SimulatedVariant
from tests.report.simulation.houses import looked_at, remedies_looked_at, simulated


def heads(variant: SimulatedVariant) -> list[str]:
    table = workload(variant).table
    assert table is not None
    return [column.label for column in table.columns]


def legend(variant: SimulatedVariant) -> list[str]:
    bars = workload(variant).bars
    assert bars is not None
    return [part.word for part in bars.parts]


def test_work_on_openings_has_a_column_of_its_own() -> None:
    """Asking for a position is hiring, and no regular job of a nurse manager."""
    ran, looked = simulated("hospital").process, looked_at("hospital").process
    assert "On openings, a week" in heads(ran)
    assert heads(looked) == ["Role", "Has", "Candidates", "Openings", "Other work"]
    assert legend(ran)[0] == legend(looked)[0] == "candidates and openings"
    for load in loads(looked):
        asked = load.candidates + load.openings + load.duties
        assert load.asked == pytest.approx(asked)


def test_who_does_nothing_for_an_opening_is_not_asked_about_it() -> None:
    """An empty column would be read as work that takes no time."""
    ran = simulated("hospital").process
    lines = tuple(line for line in ran.lines if line.key != "opening_hours")
    looked = looked_at("hospital").process
    roles = tuple(replace(role, opening_hours=0.0) for role in looked.roles)
    assert "On openings, a week" not in heads(replace(ran, lines=lines))
    assert "Openings" not in heads(replace(looked, roles=roles))
    assert legend(replace(looked, roles=roles))[0] == "candidates"


def test_the_parts_of_a_bar_are_the_hours_at_work() -> None:
    """Candidates and openings are one part, so the bar is as long as before."""
    variant = simulated("hospital").process
    bars = workload(variant).bars
    assert bars is not None
    for bar, load in zip(bars.bars, loads(variant), strict=True):
        used = mean_of(line_of(variant, "utilisation", load.id))
        assert bar.values[0] + bar.values[1] == pytest.approx(used)


def test_an_opening_that_waits_is_told_apart_from_the_regular_job() -> None:
    """Each has its table, and the heading names a job of other work."""
    variant = simulated("hospital").process
    section = regular_jobs(variant)
    assert section.table is not None
    assert section.openings is not None
    regular, opened = (
        {row.cells[0].text for row in table.rows}
        for table in (section.table, section.openings)
    )
    assert opened == {line.name for line in lines_in(variant, "openings")}
    assert not regular & opened
    text = render_simulation_text(simulated("hospital"))
    assert text.index("Before anybody applies") < text.index("What else they do")


def test_without_duties_the_wait_of_an_opening_is_still_told() -> None:
    """A house that states no other work has openings all the same."""
    variant = simulated("hospital").process
    lines = tuple(line for line in variant.lines if line.group != "duties")
    section = regular_jobs(replace(variant, lines=lines))
    assert section.table is None
    assert section.openings is not None


def test_a_quick_look_in_text_says_what_is_asked_for() -> None:
    """Hours a week of each role by what asks for them, of each process."""
    text = render_simulation_text(looked_at("hospital"))
    assert "Asked for, if nobody leaves (hours a week)" in text
    assert " has  candidates  openings  other work" in text
    many = remedies_looked_at()
    text = render_simulated_scenarios_text(many)
    assert text.count("Asked for, if nobody leaves") == 1
    assert text.count("Asked for after it, if nobody leaves") == len(many.pairs)
    assert text.count("Quick look after it") == len(many.pairs)
    assert "Asked for" not in render_simulation_text(simulated("hospital"))
