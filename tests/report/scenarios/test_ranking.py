"""Which scenario is best, by how much, how surely, and who pays for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.scenarios.names import scenario_names
from audit.report.scenarios.page import build_scenarios_page
from audit.report.scenarios.ranking import answer, audit_of, lede, ranking
from audit.result import Ranked, ScenariosResult
from tests.report.comparison.comparisons import scenarios
from tests.report.stories import numbers_in


def ranked(*order: tuple[int, int, float]) -> ScenariosResult:
    """Return the scenarios with another ranking: place, index, share of draws."""
    places = tuple(
        Ranked(place=place, comparison=index, share_best=share)
        for place, index, share in order
    )
    return replace(scenarios(), ranking=places)


def said(result: ScenariosResult) -> str:
    return answer(result, scenario_names(result))


def test_the_best_is_named_with_what_it_takes_off() -> None:
    """The per cent is that of its score and the before's."""
    result = scenarios()
    first = audit_of(result.ranking[0], result)
    less = 100 * (1 - first.score / result.before.score)
    assert said(result).startswith("“After” has the least friction of 3 scenarios")
    assert numbers_in(said(result)) == [3, pytest.approx(less, abs=0.5)]


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (((1, 0, 0.6), (2, 1, 0.4), (3, -1, 0.0)), "“After” may have the least"),
        (((1, -1, 1.0), (2, 0, 0.0), (3, 1, 0.0)), "None of 3 scenarios has less"),
        (((1, 0, 0.5), (1, 1, 0.5), (3, -1, 0.0)), "“After” and “By phone” have"),
        (((1, -1, 0.4), (1, 0, 0.3), (1, 1, 0.3)), "None of 3 scenarios differs"),
    ],
)
def test_doubt_ties_and_a_before_that_wins_are_told(
    order: tuple[tuple[int, int, float], ...], words: str
) -> None:
    """No scenario is praised that is not better, or not surely so."""
    assert words in said(ranked(*order))


def test_shares_of_the_draws_stand_with_their_names() -> None:
    """Those that are never best are left out."""
    result = ranked((1, 0, 0.75), (2, 1, 0.25), (3, -1, 0.0))
    words = lede(result, scenario_names(result))
    assert numbers_in(words) == [75, 25]
    assert "Before" not in words


def test_the_table_is_the_ranking() -> None:
    """Before and all afters, best first, each with its own numbers."""
    result = scenarios()
    table = ranking(result, scenario_names(result)).table
    assert [row.cells[0].text for row in table.rows] == ["1", "2", "3", "4"]
    for row, place in zip(table.rows, result.ranking, strict=True):
        audit = audit_of(place, result)
        assert numbers_in(row.cells[2].text) == [round(audit.score, 1)]
        assert row.cells[4].text == (audit.grade or "–")
        assert len(row.cells) == len(table.columns)


def test_who_pays_sums_to_the_score() -> None:
    """Candidate, staff and calendar are all points of a process."""
    result = scenarios()
    section = ranking(result, scenario_names(result))
    for bar, place in zip(section.who_pays.bars, result.ranking, strict=True):
        assert sum(bar.values) == pytest.approx(audit_of(place, result).score)
    for row in section.payers.rows:
        *parts, whole = (numbers_in(cell.text)[0] for cell in row.cells[1:])
        assert sum(parts) == pytest.approx(whole, abs=0.16)


def test_two_scenarios_of_one_name_are_told_apart() -> None:
    """A number is added; the before keeps its own name to itself."""
    result = scenarios()

    def named(variant: str | None) -> ScenariosResult:
        changed = tuple(
            replace(one, after=replace(one.after, process=replace(
                one.after.process, variant=variant)))
            for one in result.comparisons
        )  # fmt: skip
        return replace(result, comparisons=changed)

    assert scenario_names(named("cheap")) == ("Cheap", "Cheap (2)", "Cheap (3)")
    assert scenario_names(named("before"))[0] == "Before (2)"
    assert scenario_names(named(None)) == ("After", "After (2)", "After (3)")


def test_each_scenario_has_its_own_section() -> None:
    """Answer, tiles, who bought it, what got worse and how sure, for each."""
    page = build_scenarios_page(scenarios())
    assert [scenario.id for scenario in page.scenarios] == [
        f"scenario-{place}" for place in (1, 2, 3)
    ]
    for scenario in page.scenarios:
        assert scenario.heading.startswith(f"{scenario.name}: ")
        assert scenario.tiles
        assert scenario.bought
        assert scenario.worse
        assert scenario.sure
    assert len(page.files.rows) == 4
