"""Screens of several files beside each other, on the page and as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report import render_simulation_scenarios_html
from audit.report.scenarios.names import BEFORE
from audit.report.simulation.beside.page import beside
from audit.report.simulation.beside.screens import ALL, NOT_STATED, screens_beside
from audit.report.simulation.beside.sides import AFTER, Sides, sides_of
from audit.report.simulation.screening_text import screens_beside_text
from audit.report.simulation.text import render_simulated_scenarios_text
from audit.result import AuditedShare
from audit.result.screening import SimulatedScreen
from audit.result.simulation import SimulationScenarios
from tests.report.markup import words_of
from tests.report.simulation.houses import (
    paired,
    remedied,
    remedies_looked_at,
)
from tests.report.simulation.screens import SCREEN

AUDITED = replace(
    SCREEN,
    turned_away=10.0,
    qualified_lost=1.2,
    audited=AuditedShare(read=50, qualified=6, low=0.045, high=0.243, stated=0.1),
    read=50,
)
GLANCE = replace(SCREEN, step="glance", name="Glance", qualified_lost=0.5)


def with_screens(
    result: SimulationScenarios, *screens: tuple[SimulatedScreen, ...]
) -> SimulationScenarios:
    """Return a result whose processes, the before first, state these screens."""
    first, *others = screens
    return replace(
        result,
        before=replace(result.before, screens=first),
        pairs=tuple(
            replace(pair, after=replace(pair.after, screens=own))
            for pair, own in zip(result.pairs, others, strict=True)
        ),
    )


PAIR = with_screens(paired(), (SCREEN, GLANCE), (AUDITED,))


def cells(sides: Sides) -> list[list[str]]:
    part = screens_beside(sides)
    assert part is not None and part.table is not None
    return [[cell.text for cell in row.cells] for row in part.table.rows]


def test_a_screen_stands_before_beside_after() -> None:
    """A row for each, with the interval where some were read again; sums below."""
    assert cells(sides_of(PAIR)) == [
        ["Keyword filter", "3.5 of 20", "1.2 (0.45 to 2.43) of 10"],
        ["Glance", "0.5 of 20", NOT_STATED],
        [ALL, "4", "1.2"],
    ]
    part = screens_beside(sides_of(PAIR))
    assert part is not None
    assert part.heading.endswith(", for each hire: 4 before, 1.2 after")


def test_one_screen_needs_no_sum() -> None:
    """The row is the whole; a file that states none is not taken for losing none."""
    sides = sides_of(with_screens(paired(), (), (AUDITED,)))
    assert cells(sides) == [["Keyword filter", NOT_STATED, "1.2 (0.45 to 2.43) of 10"]]
    part = screens_beside(sides)
    assert part is not None
    assert part.heading.endswith(f": {NOT_STATED} before, 1.2 after")


def test_of_many_the_least_and_the_most_are_named() -> None:
    """Those that state none are neither."""
    many = with_screens(remedied(), (SCREEN,), (AUDITED,), (), (GLANCE,), ())
    sides = sides_of(many)
    part = screens_beside(sides)
    assert part is not None
    third = list(sides)[3]
    assert part.heading.endswith(f": 0.5 ({third}) to 3.5 ({BEFORE})")


@pytest.mark.parametrize("result", [paired(), remedied()], ids=["pair", "many"])
def test_nothing_is_shown_of_files_that_say_nothing(
    result: SimulationScenarios,
) -> None:
    """No empty section, no heading in the text."""
    bare = with_screens(result, (), *(() for _ in result.pairs))
    sides = sides_of(bare)
    assert screens_beside(sides) is None
    assert "screens" not in [one.id for one in beside(sides)]
    assert screens_beside_text(sides, 78) == ""
    assert "turned away" not in render_simulated_scenarios_text(bare)


def test_the_text_holds_the_same_numbers() -> None:
    """Each screen with its processes, and where more is told."""
    text = render_simulated_scenarios_text(PAIR)
    block = text[text.index("Qualified people turned away") :].splitlines()
    assert [line.split() for line in block[2:8]] == [
        ["Keyword", "filter"],
        [BEFORE, "3.5", "20"],
        [AFTER, "1.2", "(0.45", "to", "2.43)", "10"],
        ["Glance"],
        [BEFORE, "0.5", "20"],
        [AFTER, *NOT_STATED.split()],
    ]
    assert [line.split() for line in block[9:11]] == [[BEFORE, "4"], [AFTER, "1.2"]]
    assert "the simulation of one file alone" in " ".join(text.split())


def test_the_page_of_several_has_the_section() -> None:
    """With runs and without; the navigation leads there only where it is."""
    looked = with_screens(remedies_looked_at(), (SCREEN,), (AUDITED,), (), (), ())
    for result in (PAIR, looked):
        page = render_simulation_scenarios_html(result)
        assert page.count('id="screens"') == 1
        assert 'href="#screens"' in page
        assert "1.2 (0.45 to 2.43) of 10" in words_of(page)
    bare = with_screens(paired(), (), ())
    assert "#screens" not in render_simulation_scenarios_html(bare)
