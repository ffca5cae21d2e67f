"""The tables of what to do: each number is the recommendation's, each sum adds up."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest

from audit.report.comparison.wording import signed_number
from audit.report.page.amounts import amount
from audit.report.page.table import Table
from audit.report.recommendation.proposals import Proposals
from audit.report.recommendation.shares import shares
from audit.result import FindingNote
from tests.report.recommendation.recommendations import CHOSEN, EVERY, built
from tests.report.stories import numbers_in


def columns(table: Table) -> dict[str, list[str]]:
    """Return the texts of a table by heading."""
    return {
        column.label: [row.cells[k].text for row in table.rows]
        for k, column in enumerate(table.columns)
    }


@pytest.mark.parametrize("name", EVERY)
def test_numbers_go_by_what_a_change_buys(name: str) -> None:
    """R1 buys most; recommended ones come first, each number once."""
    found, proposals, _ = built(name)
    assert [one.number for one in proposals.all] == list(
        range(1, len(found.proposals) + 1)
    )
    places = [one.chosen.place for one in proposals.chosen if one.chosen]
    assert places == list(range(1, len(found.chosen) + 1))
    alone = [one.line.gains["score"] for one in proposals.all if one.chosen is None]
    assert [round(gain, 9) for gain in alone] == sorted(
        (round(gain, 9) for gain in alone), reverse=True
    )


@pytest.mark.parametrize("name", CHOSEN)
def test_the_shares_add_up_to_the_whole_gain(name: str) -> None:
    """Points and days of the rows are those of the total, to the last digit shown."""
    found, _, what = built(name)
    assert what.shares is not None
    assert what.shares.total is not None
    by_place = sorted(found.chosen, key=lambda line: line.place)
    shown = columns(what.shares)
    for label, metric, gains in (
        ("Points", "score", [line.points for line in by_place]),
        ("Days", "days", [line.days for line in by_place]),
    ):
        whole = next(t for t in found.totals if t.metric == metric)
        assert fsum(gains) == pytest.approx(whole.before - whole.after)
        words = [signed_number(-gain, 1) for gain in gains]
        assert [text.replace("·", "0") for text in shown[label]] == words
        place = [column.label for column in what.shares.columns].index(label)
        total = what.shares.total.cells[place].text
        assert total == signed_number(whole.after - whole.before, 1)


@pytest.mark.parametrize("name", CHOSEN)
def test_the_cost_of_a_change_is_likely_with_its_range(name: str) -> None:
    """First the likely money, then from and to; a free change costs nought."""
    found, proposals, what = built(name)
    assert what.shares is not None
    for one, text in zip(
        proposals.chosen, columns(what.shares)["Cost in the first year"], strict=True
    ):
        year = one.line.first_year
        assert text.startswith(amount(year.likely, "money", found.currency))
        assert ("(" in text) == (year.high > year.low)


def test_a_cost_that_nobody_knows_is_not_nought() -> None:
    """Unknown is said, in the table, in the list of the matrix and in the card."""
    found, _, _ = built("packet")
    first, *rest = found.proposals
    unknown = replace(found, proposals=(replace(first, cost=None), *rest))
    table = shares(unknown, Proposals(unknown))
    assert table is not None
    assert "not known" in columns(table)["Cost in the first year"]


def test_a_finding_is_ended_by_the_change_that_others_need() -> None:
    """A change that needs another takes no credit for what that one ends."""
    _, proposals, what = built("packet")
    validation = proposals["validation"]
    assert {note.check for note in validation.line.ends} >= {"fax"}
    assert proposals.ends(validation) == ()
    assert [note.check for note in proposals.ends(proposals["electronic-signature"])]
    assert what.shares is not None
    ends = columns(what.shares)["Ends, from severity 4"]
    assert ends.count("·") == len(ends) - 1


def test_small_findings_do_not_stand_in_the_table_of_grave_ones() -> None:
    """The column says severity 4, and means it."""
    found, _, _ = built("packet")
    small = FindingNote(check="x", code="F00", name="Small", severity=3)
    lines = tuple(replace(line, ends=(small,)) for line in found.proposals)
    changed = replace(found, proposals=lines)
    table = shares(changed, Proposals(changed))
    assert table is not None
    assert set(columns(table)["Ends, from severity 4"]) == {"·"}


@pytest.mark.parametrize("name", CHOSEN)
def test_the_roadmap_is_in_the_order_of_its_weeks(name: str) -> None:
    """Who begins what when; nobody waits for a change that is not recommended."""
    found, proposals, what = built(name)
    assert what.roadmap is not None
    shown = columns(what.roadmap)
    starts = [numbers_in(text)[0] for text in shown["Begins in week"]]
    assert starts == sorted(starts) == [line.start_week for line in found.chosen]
    ends = [numbers_in(text)[0] for text in shown["First case in week"]]
    assert ends == [line.end_week for line in found.chosen]
    assert shown["Carried by"] == [line.owner for line in found.chosen]
    codes = {one.code for one in proposals.chosen}
    for text in shown["Waits for"]:
        assert text == "·" or set(text.replace(" and ", ", ").split(", ")) <= codes


@pytest.mark.parametrize("name", CHOSEN)
def test_a_change_waits_until_what_it_needs_is_there(name: str) -> None:
    """The weeks that are shown keep the order that the changes need."""
    found, proposals, _ = built(name)
    weeks = {line.change: line for line in found.chosen}
    for line in found.chosen:
        for need in proposals[line.change].line.needs:
            assert weeks[need].end_week <= line.start_week


@pytest.mark.parametrize("name", EVERY)
def test_the_matrix_lists_every_change_that_fits(name: str) -> None:
    """Chart and list agree, and say whether a change is recommended."""
    found, proposals, what = built(name)
    assert what.matrix is not None
    shown = columns(what.matrix.list)
    assert shown["No."] == [one.code for one in proposals.all]
    assert [m.label for m in what.matrix.marks] == shown["No."]
    for one, mark, points, cost, chosen in zip(
        proposals.all,
        what.matrix.marks,
        shown["Points"],
        shown["Cost"],
        shown["In the set"],
        strict=True,
    ):
        assert (chosen == "yes") == mark.chosen == (one.chosen is not None)
        assert points == signed_number(-mark.points, 1)
        assert cost == amount(mark.cost, "money", found.currency)
        if one.chosen is not None:
            assert mark.points == one.chosen.points
            assert mark.cost == one.line.first_year.likely
        else:
            needed = [proposals[need].line for need in one.line.needs]
            costs = [line.first_year.likely for line in (one.line, *needed)]
            assert mark.cost == pytest.approx(fsum(costs))
            assert mark.points == one.line.gains["score"]


@pytest.mark.parametrize("name", EVERY)
def test_the_curves_show_the_points_that_were_found(name: str) -> None:
    """More money leaves less; each set is named by its changes."""
    found, proposals, what = built(name)
    assert what.fronts is not None
    for front, points in (
        (what.fronts.score, found.score_front),
        (what.fronts.days, found.days_front),
    ):
        assert (front is None) == (len(points) < 2)
        if front is None:
            continue
        places = [(place.cost, place.value) for place in front.places]
        assert places == [(point.cost, point.value) for point in points]
        assert places == sorted(places, key=lambda place: (place[0], -place[1]))
        shown = columns(front.table)
        for point, changes in zip(points, shown["Changes"], strict=True):
            assert changes == (proposals.codes(point.changes) or "nothing")
        assert front.now.value == pytest.approx(
            next(
                t.before
                for t in found.totals
                if t.unit == front.axis.split()[0].lower()
            )
        )
        assert (front.chosen is None) == (not found.chosen)
