"""The page of several simulated scenarios: its numbers, its words, what it survives."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from audit.report import render_simulation_scenarios_html
from audit.report.simulation.scenarios.differences import CAPTION, differences
from audit.report.simulation.scenarios.headline import answer, hurts
from audit.report.simulation.scenarios.names import simulated_names
from audit.report.simulation.scenarios.page import build_simulated_scenarios_page
from audit.report.simulation.scenarios.payers import NO_ONE, payers
from audit.report.simulation.scenarios.remedies import NUMBERS, change_of, remedies
from audit.report.simulation.scenarios.scenario import scenario
from audit.report.simulation.words import CHANCE, figure
from audit.result import ChangeCost, Spread
from audit.result.difference import Verdict
from audit.result.simulation import (
    SimulatedChange,
    SimulatedPair,
    SimulatedVariant,
    SimulationScenarios,
)
from tests.report.markup import HOSTILE_NAMES, Outline, words_of
from tests.report.simulation.houses import remedied, remedies_looked_at

NAMES = simulated_names(remedied())


def by_chance(pair: SimulatedPair) -> SimulatedPair:
    """Return a pair none of whose changes is more than chance."""
    changes = tuple(
        replace(one, distinguishable=False, verdict=Verdict.UNCHANGED)
        for one in pair.changes
    )
    return replace(pair, changes=changes, paid_by=())


def hostile() -> SimulationScenarios:
    """Return the result with hostile names wherever a file puts its own."""

    def spoiled(variant: SimulatedVariant, name: str) -> SimulatedVariant:
        return replace(
            variant,
            title=name,
            variant=name,
            lines=tuple(replace(x, name=name if x.of else "") for x in variant.lines),
            roles=tuple(replace(role, name=name) for role in variant.roles),
            quick_look=tuple(replace(x, name=name) for x in variant.quick_look),
            assumptions=HOSTILE_NAMES,
        )

    def named(one: SimulatedChange, name: str) -> SimulatedChange:
        return replace(one, name=name if one.of else "")

    result = remedied()
    pairs = tuple(
        replace(
            pair,
            after=spoiled(pair.after, name),
            changes=tuple(named(one, name) for one in pair.changes),
            paid_by=HOSTILE_NAMES,
        )
        for pair, name in zip(
            result.pairs, (*HOSTILE_NAMES[:3], HOSTILE_NAMES[7]), strict=True
        )
    )
    return replace(result, before=spoiled(result.before, HOSTILE_NAMES[0]), pairs=pairs)


@pytest.fixture(scope="module", params=["ran", "looked at", "hostile"])
def page(request: pytest.FixtureRequest) -> str:
    made = {"ran": remedied, "looked at": remedies_looked_at, "hostile": hostile}
    return render_simulation_scenarios_html(made[request.param]())


def test_no_style_and_no_handler_in_the_markup(page: str) -> None:
    """A strict policy would drop them, and with them what they do."""
    outline = Outline(page)
    for _, name, _ in outline.attributes:
        assert name != "style"
        assert not name.startswith("on")
    assert outline.tags["script"] == 1
    assert outline.tags["img"] == outline.tags["evil"] == 0


def test_every_id_is_one_and_every_link_inside_leads_somewhere(page: str) -> None:
    """Links of the table and the navigation arrive."""
    outline = Outline(page)
    ids = Counter(outline.values("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    inside = {v[1:] for v in outline.values("href") if v.startswith("#")}
    assert inside - set(ids) == set()
    named = {name for v in outline.values("aria-labelledby") for name in v.split()}
    assert named - set(ids) == set()


def test_every_drawing_has_a_size(page: str) -> None:
    """Where style is stripped, a drawing without a size fills the window."""
    for drawing in re.findall(r"<svg\b[^>]*>", page):
        assert "width=" in drawing
        assert "height=" in drawing


def test_the_page_stays_a_page(page: str) -> None:
    """Small enough for a mail, no endless name, no mark that reverses text."""
    assert len(page.encode()) < 250_000
    assert "x" * 700 not in page
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert not re.search(r"\b(nan|inf|None|undefined)\b", words_of(page))


def test_the_same_result_gives_the_same_bytes() -> None:
    """Reports can be compared, kept and checked."""
    first, second = (render_simulation_scenarios_html(remedied()) for _ in range(2))
    assert first == second


def test_the_table_holds_the_numbers_of_the_result() -> None:
    """Each remedy with what it does, and the word for it; before with intervals."""
    result = remedied()
    table = remedies(result, NAMES)
    assert [row.cells[0].text for row in table.rows] == ["Before", *NAMES]
    for pair, row in zip(result.pairs, table.rows[1:], strict=True):
        for key, cell in zip(NUMBERS, row.cells[1:], strict=True):
            one = change_of(pair, key)
            assert one is not None
            assert cell.text.startswith(f"{figure(one.after.mean, one.unit)}, ")
            word = one.verdict.value if one.distinguishable else "may be chance"
            assert cell.text.endswith(f", {word}")
            assert cell.strong == (one.verdict is Verdict.WORSE)


def test_a_chart_of_differences_says_how_many_runs_would_tell() -> None:
    """Under the chart, for each remedy that may be chance there."""
    result = remedied()
    pairs = tuple(
        replace(
            pair,
            changes=tuple(replace(one, runs_to_tell=4321) for one in pair.changes),
        )
        for pair in map(by_chance, result.pairs)
    )
    for chart in differences(replace(result, pairs=pairs), NAMES):
        assert chart.caption.startswith(CAPTION)
        assert all(f"4,400 for “{name}”" in chart.caption for name in NAMES)
    sure = tuple(
        replace(
            pair,
            changes=tuple(replace(one, distinguishable=True) for one in pair.changes),
        )
        for pair in result.pairs
    )
    for chart in differences(replace(result, pairs=sure), NAMES):
        assert chart.caption == CAPTION


def test_each_payer_has_a_column_and_each_remedy_a_row() -> None:
    """Candidates, staff, their other work, openings and money: nobody is left out."""
    result = remedied()
    table = payers(result, NAMES)
    cells = {row.cells[0].text: [c.text for c in row.cells[1:]] for row in table.rows}
    candidates, staff, other, openings, money = cells["The department recruits"]
    assert re.search(r"a hire takes [\d.]+ days more", candidates)
    assert re.search(r"Hiring department [\d.]+ h a week more", staff)
    assert re.search(r"HR department [\d.]+ h a week less", staff)
    assert re.search(r"Hiring department, regular job waits [\d.]+ h more", other)
    assert "fewer of 100 are filled" in openings
    assert money == "fees as before"
    assert cells["A recruiting firm"][-1] == "$10,000 more for each hire"
    assert "Recruiting firm, new to it" in cells["A recruiting firm"][1]


def test_chance_alone_makes_nobody_pay() -> None:
    """A difference that may be luck is in no payer's cell."""
    result = remedied()
    pairs = tuple(by_chance(pair) for pair in result.pairs)
    table = payers(replace(result, pairs=pairs), NAMES)
    for row in table.rows:
        candidates, _, other, openings, _ = (cell.text for cell in row.cells[1:])
        assert {candidates, other, openings} == {NO_ONE}


def test_a_difference_that_may_be_luck_is_called_so() -> None:
    """In words, in the heading, in the tile and in a sentence."""
    told = scenario(1, "Lock", by_chance(remedied().pairs[0]))
    assert told.heading == "Lock: all 6 headline numbers may be chance"
    assert {number.words for number in told.numbers} == {"may be chance"}
    assert told.chance.endswith(f"{CHANCE}.")
    assert "Nobody" in told.paid_by[0]


@pytest.mark.parametrize("place", range(4))
def test_a_scenario_shows_each_headline_number_with_its_interval(place: int) -> None:
    """Before, after, difference; the words count what got better and worse."""
    pair = remedied().pairs[place]
    told = scenario(place + 1, "S", pair)
    headline = [one for one in pair.changes if one.headline]
    assert [n.label for n in told.numbers] == [one.label for one in headline]
    for number, one in zip(told.numbers, headline, strict=True):
        assert number.before == figure(one.before.mean, one.unit)
        assert number.after == figure(one.after.mean, one.unit)
        # Where the runs differ at all, so do the ends of the interval.
        assert (" to " in number.change) == (one.change.low != one.change.high)
    for verdict in (Verdict.BETTER, Verdict.WORSE):
        count = sum(one.verdict is verdict for one in headline)
        said = re.findall(rf"(\d+)[a-z0-9 ]* {verdict.value}", told.heading)
        assert [int(n) for n in said] == ([count] if count else [])


def test_the_answer_names_the_free_and_the_fastest() -> None:
    """Free is what helps and nobody pays for; fastest has the least days to hire."""
    result = remedied()
    days = {
        name: change_of(pair, "days_to_hire")
        for name, pair in zip(NAMES, result.pairs, strict=True)
    }
    sure = {n: d.change.mean for n, d in days.items() if d and d.distinguishable}
    fastest = min(sure, key=lambda name: sure[name])
    assert f"“{fastest}” is fastest" in answer(result, NAMES)
    for pair, name in zip(result.pairs, NAMES, strict=True):
        if pair.paid_by:
            assert f"Nobody pays for “{name}”" not in answer(result, NAMES)
    nothing = replace(result, pairs=tuple(by_chance(p) for p in result.pairs))
    assert answer(nothing, NAMES) == (
        "Each of 4 scenarios helps nothing, or somebody pays for it"
    )


def test_the_limits_of_a_simulation_are_on_the_page() -> None:
    """Queue discipline, clock, cycle time, and of what the certainty is."""
    words = words_of(render_simulation_scenarios_html(remedied()))
    for rule in remedied().settings.rules:
        assert rule.replace("  ", " ") in words
    assert "It is certain of the model, not of the world" in words
    assert "for screening only" in words
    assert "the same luck" in words


def test_a_quick_look_claims_no_difference() -> None:
    """Without runs there is no table of differences and no scenario section."""
    page = build_simulated_scenarios_page(remedies_looked_at())
    assert page.ran is None
    assert page.answer.startswith("Screening numbers")
    ids = set(
        Outline(render_simulation_scenarios_html(remedies_looked_at())).values("id")
    )
    assert not {"differences", "scenario-1", "duties"} & ids
    assert {"workload", "quick", "method"} <= ids


def test_roles_of_one_name_keep_their_bars_apart() -> None:
    """Two roles that share a name are two groups of the chart."""
    result = remedied()
    named = tuple(replace(x, name="Same" if x.of else "") for x in result.before.lines)
    before = replace(result.before, lines=named)
    workload, *_ = build_simulated_scenarios_page(replace(result, before=before)).beside
    bars = workload.part.bars
    assert bars is not None
    groups = list(dict.fromkeys(bar.group for bar in bars.bars))
    roles = {x.of for x in named if x.key == "asked_hours"}
    assert len([group for group in groups if group.startswith("Same")]) == len(roles)


def test_what_changes_cost_makes_nobody_else_pay() -> None:
    """A stated cost is told, and is no reason to say that a scenario hurts."""
    pair = next(pair for pair in remedied().pairs if not hurts(pair))
    cost = ChangeCost(one_off=Spread(low=1.0, likely=2.0, high=3.0), per_year=None)
    told = replace(pair, cost=cost, paid_by=(*pair.paid_by, "The changes cost."))
    assert not hurts(told)
    assert hurts(replace(told, paid_by=(*told.paid_by, "Candidates wait.")))
