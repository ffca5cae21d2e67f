"""Problems of files as text for people, editors and build servers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias, get_args

from audit.errors import Problem

ProblemFormat: TypeAlias = Literal["full", "concise", "json", "github", "sarif"]
PROBLEM_FORMATS: tuple[ProblemFormat, ...] = get_args(ProblemFormat)


def render_problems(
    problems: Sequence[Problem], form: ProblemFormat, *, colour: bool = False
) -> str:
    """Return problems as text that ends in a line break (empty for none, in words).

    Args:
        problems: in the order in which to show them.
        form: `full` shows the line with a caret, `concise` one line for each; `json`
            and `sarif` are whole documents, `github` workflow commands.
        colour: use terminal colours; only `full` and `concise` have any.
    """
    from audit.exports import (
        problems_concise,
        problems_full,
        problems_github,
        problems_json,
        problems_sarif,
    )

    renderings: dict[ProblemFormat, Callable[[], str]] = {
        "full": lambda: problems_full.render(problems, colour=colour),
        "concise": lambda: problems_concise.render(problems, colour=colour),
        "json": lambda: problems_json.render(problems),
        "github": lambda: problems_github.render(problems),
        "sarif": lambda: problems_sarif.render(problems),
    }
    return renderings[form]()
