"""Qualified people lost to screens, against arithmetic by hand."""

from __future__ import annotations

import pytest

from audit.analysis import Analysis
from audit.loaders import load_process_text
from audit.pipeline.simulated_screens import simulated_screens

TEXT = """\
process: A
roles: {candidate: {side: candidate}, ats: {side: system}, hr: {side: employer}}
steps:
  - {id: apply, role: candidate}
  - id: filter
    role: ats
    screen: {method: keyword, qualified_share: 40%, passes_qualified: 50%,
             passes_unqualified: 10%}
    next: {review: pass, rejected: fail}
  - {id: review, role: hr, next: {hired: 25%, rejected: 75%}}
"""


def test_the_loss_of_a_screen_by_hand() -> None:
    """Of 100 who come 26 pass and 6.5 are hired; 74 are turned away, 20 qualified."""
    analysis = Analysis(load_process_text(TEXT))
    (screen,) = simulated_screens(analysis, {"filter": "Filter"})
    assert screen.name == "Filter"
    assert screen.turned_away == pytest.approx(74 / 6.5)
    assert screen.qualified_lost == pytest.approx(20 / 6.5)
    assert screen.calls == pytest.approx(7.4 / 6.5)
    assert screen.call_minutes == pytest.approx(74 / 6.5)
    # Four in five of the qualified called are passed on; a quarter of those is hired.
    assert screen.hires_gained == pytest.approx(2 / 6.5 * 0.8 * 0.25)
    assert 250 < screen.to_read < 400


def test_a_screen_that_passes_all_loses_nobody() -> None:
    """Nothing to read again, nobody to call."""
    text = TEXT.replace("50%", "100%").replace("10%", "100%")
    assert simulated_screens(Analysis(load_process_text(text)), {"filter": "F"}) == ()
