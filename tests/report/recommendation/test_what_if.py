"""The table behind the switches: every set there is, and the words Python gives."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ledger.grade import grade_bounds, grade_of
from audit.report.page.amounts import amount
from audit.report.recommendation.what_if import grade_at, said, what_if_box
from audit.report.recommendation.what_if_data import (
    DIGITS,
    SEPARATOR,
    Column,
    column,
)
from audit.result import Recommendation, WhatIf
from audit.units import format_number
from tests.report.recommendation.recommendations import EVERY, built, recommended


class Data(TypedDict):
    """What the script of the page reads."""

    needs: list[int]
    excludes: list[int]
    columns: list[Column]


def table_of(name: str) -> Data:
    """Return the table of a story."""
    box = built(name)[2].what_if
    assert box is not None
    data: Data = json.loads(box.data)
    return data


def read(one: Column, chosen: int) -> str | None:
    """Read a place of a column as the script of the page does."""
    words: list[str | None] = [None]
    for end, starts in one["words"]:
        words += [start + end for start in starts.split(SEPARATOR)]
    place = sum((chosen >> bit & 1) << k for k, bit in enumerate(one["bits"]))
    number = 0
    for digit in one["rows"][place * one["width"] : (place + 1) * one["width"]]:
        number = 64 * number + DIGITS.index(digit)
    return words[number]


def expected(found: Recommendation, values: tuple[float, ...], grade: str) -> list[str]:
    """Write the numbers of a set with the words of the rest of the page."""
    score, days, candidate, staff, cost = values
    return [
        f"{format_number(score, 1)}{grade}",
        amount(days, "days"),
        amount(candidate, "minutes"),
        amount(staff, "minutes"),
        amount(cost, "money", found.currency),
    ]


@pytest.mark.parametrize("name", EVERY)
def test_every_set_has_the_numbers_that_were_computed_for_it(name: str) -> None:
    """All sets there are, and no others: what the switches show is the engine's."""
    result, found = recommended(name)
    columns = table_of(name)["columns"]
    computed = dict(zip(found.what_if.sets, found.what_if.values, strict=True))
    for chosen in range(1 << len(found.what_if.changes)):
        row = [read(one, chosen) for one in columns]
        if chosen not in computed:
            assert set(row) == {None}
            continue
        shown = [word.replace("\u00a0", " ") for word in row if word is not None]
        grade = ""
        if result.grade is not None:
            bounds = tuple(result.grade_bounds.items())
            grade = f", grade {grade_at(computed[chosen][0], bounds)}"
        assert shown == expected(found, computed[chosen], grade)


@pytest.mark.parametrize("name", EVERY)
def test_the_box_starts_with_what_the_rest_of_the_page_says(name: str) -> None:
    """Nothing on: the audit's own numbers. Recommended on: those of the heading."""
    result, found = recommended(name)
    box = built(name)[2].what_if
    assert box is not None
    assert box.readings[0].now.startswith(format_number(result.score, 1))
    on = {switch.code for switch in box.switches if switch.on}
    _, proposals, _ = built(name)
    assert on == {one.code for one in proposals.chosen}
    after = next(line for line in found.totals if line.metric == "score").after
    assert box.readings[0].then.startswith(format_number(after, 1))
    for reading in box.readings:
        assert f"{reading.label}: {reading.then}" in box.said


@pytest.mark.parametrize("name", EVERY)
def test_needs_and_exclusions_reach_the_script(name: str) -> None:
    """The masks are those of the proposals; both sides of an exclusion know of it."""
    found, proposals, _ = built(name)
    data = table_of(name)
    changes = found.what_if.changes
    for bit, other in product(range(len(changes)), repeat=2):
        line = proposals[changes[bit]].line
        assert bool(data["needs"][bit] >> other & 1) == (changes[other] in line.needs)
        apart = changes[other] in line.excludes
        assert bool(data["excludes"][bit] >> other & 1) == apart
        assert data["excludes"][bit] >> other & 1 == data["excludes"][other] >> bit & 1


@pytest.mark.parametrize("name", EVERY)
def test_a_change_without_a_switch_is_named(name: str) -> None:
    """More than ten changes: the page says which ones the box leaves out."""
    found, proposals, what = built(name)
    assert what.what_if is not None
    for one in proposals.all:
        shown = one.line.id in found.what_if.changes
        switches = {switch.code for switch in what.what_if.switches}
        assert (one.code in switches) == shown
        assert shown or one.code in what.what_if.left_out


@given(
    switches=st.integers(1, 6),
    words=st.dictionaries(
        st.integers(0, 63),
        st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=9),
        min_size=1,
    ),
)
def test_any_column_is_read_back(switches: int, words: dict[int, str]) -> None:
    """Whatever the words and however few the sets: each has its own word, no other."""
    words = {chosen: word for chosen, word in words.items() if chosen < 1 << switches}
    one = column(words, switches)
    for chosen in range(1 << switches):
        assert read(one, chosen) == words.get(chosen)


def test_a_column_of_many_words_takes_more_digits() -> None:
    """With a thousand words a digit does not name them all."""
    words = {chosen: f"{chosen} days" for chosen in range(1024)}
    one = column(words, 10)
    assert one["width"] == 2
    assert all(read(one, chosen) == word for chosen, word in words.items())


def test_a_switch_that_changes_nothing_takes_no_room() -> None:
    """Nine of ten switches leave the candidate's time alone: two places are enough."""
    one = column({chosen: f"{chosen & 1} h" for chosen in range(1024)}, 10)
    assert one["bits"] == [0]
    assert len(one["rows"]) == 2


def test_without_changes_there_is_no_box() -> None:
    """A box with nothing to switch is none."""
    found, proposals, _ = built("packet")
    empty = WhatIf(changes=(), metrics=(), sets=(), values=())
    assert what_if_box(replace(found, what_if=empty), proposals, ()) is None


def test_a_recommended_set_without_numbers_starts_with_nothing_on() -> None:
    """Where the table lacks the recommended set the box starts as things are now."""
    found, proposals, _ = built("packet")
    table = found.what_if
    few = replace(table, sets=table.sets[:1], values=table.values[:1])
    box = what_if_box(replace(found, what_if=few), proposals, ())
    assert box is not None
    assert not any(switch.on for switch in box.switches)
    assert box.said == said(0, len(box.switches), box.readings)


@given(score=st.floats(0, 1000), good=st.floats(5, 95))
def test_grades_are_those_of_the_ledger(score: float, good: float) -> None:
    """The letter in the box is the letter an audit of that process would get."""
    assert grade_at(score, tuple(grade_bounds(good).items())) == grade_of(score, good)
