"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

profile_option = click.option(
    "--profile",
    metavar="FILE",
    help="Rates, weights and references to price with, instead of the default ones.",
)


def gate_options(command: Command) -> Command:
    """Add the two gates that end a command with exit code 1."""
    above = click.option(
        "--fail-above",
        type=float,
        metavar="N",
        help="End with exit code 1 when a score is above N.",
    )
    worse = click.option(
        "--fail-if-worse",
        "fail_if_worse",
        multiple=True,
        metavar="METRIC",
        help="End with exit code 1 when this number is worse than before, or cannot be "
        "told; may be given several times (score, days_mean, wet_signatures, ...).",
    )
    return above(worse(command))
