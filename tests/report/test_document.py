"""What stands around every page: its style and script, small and unchanged."""

from __future__ import annotations

import re

import pytest

from audit.report.document import resource, tight

STYLES = ("report.css", "comparison.css", "simulation.css", "recommendation.css")


def bare(style: str) -> str:
    """Return a style sheet without white space and without what ends a last rule."""
    return re.sub(r"\s+", "", style).replace(";}", "}")


@pytest.mark.parametrize("name", STYLES)
def test_a_tight_style_sheet_is_tight_and_stays_so(name: str) -> None:
    """No line break, no comment; tightening twice changes nothing."""
    style = resource(name)
    assert "\n" not in style
    assert "/*" not in style
    assert tight(style) == style
    assert style.count("{") == style.count("}")


def test_strings_and_selectors_keep_their_spaces() -> None:
    """A space in a string is shown, and one between selectors means "inside"."""
    style = 'a :hover, b > c { content: " ; { } "; margin: 0 auto; }\n.d .e { x: y }'
    assert tight(style) == ('a :hover,b > c{content:" ; { } ";margin:0 auto}.d .e{x:y}')
    assert bare(tight(style)) == bare(style)
