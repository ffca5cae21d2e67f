"""The section of the screens, on the page and as text, against its record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.simulation.screening import MOST, screening
from audit.report.simulation.screening_text import screens_text
from audit.result import AuditedShare
from tests.report.simulation.screens import SCREEN

AUDITED = replace(
    SCREEN,
    qualified_lost=2.4,
    audited=AuditedShare(read=50, qualified=6, low=0.045, high=0.243, stated=0.1),
    read=50,
)


def text_of(*screens: object) -> str:
    return " ".join(screens_text(screens, 80).split())  # type: ignore[arg-type]


def test_a_screen_tells_its_loss_the_sample_and_the_calls() -> None:
    """How many to read again, what that tells, what a call costs and brings."""
    section = screening((SCREEN,))
    assert "3.5 qualified people for each hire" in section.heading
    sample, calls = section.notes
    assert "draw 240 of those turned away" in sample
    # 3.5 of 20 are 17.5 %; five points either way are 2.5 and 4.5 people.
    assert "within 5 points" in sample
    assert "between 2.5 and 4.5 people" in sample
    assert "calls of 10 minutes to 10 % of those turned away" in calls
    assert "4 hires more for 100 of today (3 to 5, by how" in calls
    # 0.04 of 1.04 hires are the calls'.
    assert "the same hires from 3.8 % fewer" in calls
    assert "$15" in calls
    assert section.table is not None
    assert [cell.text for cell in section.table.rows[0].cells[-3:]] == [
        "20 minutes",
        "4",
        "8 h 20 min",
    ]


def test_nothing_is_shown_of_screens_that_say_nothing() -> None:
    """Not assessed, in words; never taken for none lost."""
    section = screening(())
    assert "not assessed" in section.lede
    assert section.table is section.plans is section.calls is None
    assert section.samples == ()
    assert screens_text((), 80) == ""


def test_what_so_many_among_those_read_mean() -> None:
    """Share, interval, people lost with theirs; the one expected is marked."""
    (sample,) = screening((SCREEN,)).samples
    assert "among 240 read again" in sample.table.caption
    assert [[cell.text for cell in row.cells] for row in sample.table.rows] == [
        ["0", "", "0 %", "0 to 1.5 %", "0", "0 to 0.31"],
        ["42", "as the file says", "17.5 %", "12.9 to 22.9 %", "3.5", "2.58 to 4.58"],
    ]


def test_how_many_to_read_for_each_precision() -> None:
    """And how far a sample reaches in which nobody is qualified."""
    plans = screening((SCREEN,)).plans
    assert plans is not None
    assert [cell.text for cell in plans.rows[0].cells] == [
        "Keyword filter",
        "10 points",
        "66",
        "5.4 %",
    ]


def test_each_number_of_the_calls_names_its_support() -> None:
    """Value, range, grade, sources; what a house measured is called its own."""
    calls = screening((SCREEN,)).calls
    assert calls is not None
    near, length = ([cell.text for cell in row.cells] for row in calls.rows)
    assert near[1:5] == ["10 %", "5 % to 25 %", "D", "FIL-12"]
    assert length[1:5] == ["10 minutes", "–", "D", "own figure"]


def test_a_sample_takes_the_place_of_the_assumption() -> None:
    """Counted, with its interval; shares that it rules out are called so."""
    section = screening((AUDITED,))
    words = section.notes[0]
    assert "6 of 50 turned away and read again were qualified, 12 %" in words
    assert "(95 % interval 4.5 to 24.3 %)" in words
    assert "between 0.9 and 4.86 people for each hire" in words
    assert "rules out" not in words
    assert section.table is not None
    assert section.table.rows[0].cells[2].text == "2.4 (0.9 to 4.86)"
    stated = replace(AUDITED.audited, stated=0.3)  # type: ignore[type-var]
    (words, _) = screening((replace(AUDITED, audited=stated),)).notes
    assert "say 30 %, which the sample rules out" in words


@pytest.mark.parametrize("screen", [SCREEN, AUDITED])
def test_the_text_tells_the_same(screen: object) -> None:
    """Terminal and page are two renderings of one record."""
    text = text_of(screen)
    section = screening((screen,))  # type: ignore[arg-type]
    for note in section.notes:
        assert note in text
    assert "240 for 5 points (if none is qualified, the share is below 1.5 %)" in text
    assert "42 17.5 % 12.9 to 22.9 % 3.5 2.58 to 4.58" in text


def test_calls_that_find_nobody_are_not_sold() -> None:
    """No hire, no minutes for a hire, no saving."""
    screen = replace(
        SCREEN, hires_gained=0.0, hires_gained_low=0.0, hires_gained_high=0.0,
        call_cost=None,
    )  # fmt: skip
    section = screening((screen,))
    assert "They find nobody who would be hired." in section.notes[1]
    assert "worth" not in section.notes[1]
    assert section.table is not None
    assert section.table.rows[0].cells[-1].text == "–"


def test_only_the_costliest_samples_are_laid_out() -> None:
    """A house of twenty screens has a page that people read."""
    many = tuple(
        replace(SCREEN, name=f"Screen {k}", qualified_lost=float(k)) for k in range(9)
    )
    section = screening(many)
    assert [one.heading for one in section.samples] == [
        f"Screen {k}" for k in (8, 7, 6)
    ]
    assert len(section.samples) == MOST
    assert section.table is not None and len(section.table.rows) == 9


def test_an_expert_is_not_called_after() -> None:
    """Whoever was turned down with care is no near miss of a glance."""
    expert = replace(SCREEN, method="expert", calls=0.0, hires_gained=0.0)
    assert "no calls are reckoned" in screening((expert,)).notes[1]


def test_the_text_lays_out_the_costliest() -> None:
    """All screens with their loss; sample and calls of the one that loses most."""
    small = replace(SCREEN, name="Glance", qualified_lost=0.5)
    text = text_of(small, SCREEN)
    assert "Glance: 0.5 qualified of 20 turned away" in text
    assert "Glance: draw" not in text
    assert "Keyword filter: draw 240" in text
