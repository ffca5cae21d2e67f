"""Compare the files named on the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.ledger import Profile
    from audit.loaders import Loaded
    from audit.result import ComparisonResult, ScenariosResult


def compared(
    first: Loaded, others: Sequence[Loaded], prices: Profile
) -> tuple[ComparisonResult | ScenariosResult, tuple[ComparisonResult, ...]]:
    """Return what comparing one file with one or more others found, and its parts.

    Raises:
        AnalysisError: a process has no answer.
    """
    from audit.pipeline import Scenario, compare, compare_scenarios

    if len(others) == 1:
        one = compare(
            first.process,
            others[0].process,
            plan=others[0].plan_from(first),
            profile=prices,
            progress=told,
        )
        return one, (one,)
    several = compare_scenarios(
        first.process,
        [
            Scenario(process=other.process, plan=other.plan_from(first))
            for other in others
        ],
        profile=prices,
        progress=told,
    )
    return several, several.comparisons


def told(words: str) -> None:
    """Say on a terminal what is being worked on."""
    if sys.stderr.isatty():
        click.echo(f"{words} ...", err=True)
