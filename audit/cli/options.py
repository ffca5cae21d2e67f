"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from audit.cli.number_types import POINTS, PlainNumber
from audit.errors import RequestError

Command = TypeVar("Command", bound=Callable[..., Any])

profile_option = click.option(
    "--profile",
    metavar="FILE",
    help="Rates, weights and references to price with, instead of the default ones.",
)
_MOST_DAYS = 36_500
_DAYS = PlainNumber(
    "days",
    f"a number of days from 0 to {_MOST_DAYS} is wanted, such as 30, without a unit",
    least=0,
    most=_MOST_DAYS,
)
_RUN_OPTIONS = ("runs", "seed", "warm_up")


def run_options(command: Command) -> Command:
    """Add how many runs a simulation makes, with what luck, and what they leave out."""
    runs = click.option(
        "--runs",
        type=click.IntRange(2, 100_000),
        help="Number of simulated runs; as many as the headline numbers need unless "
        "given.",
    )
    seed = click.option(
        "--seed",
        type=click.IntRange(0, 2**31),
        default=0,
        show_default=True,
        help="Luck of the simulation: the same seed gives the same numbers, to the "
        "digit.",
    )
    warm_up = click.option(
        "--warm-up",
        type=_DAYS,
        metavar="DAYS",
        help="Number of days, without a unit, left out at the start of each simulated "
        "run; unless given 182, or more where the first runs take longer to settle.",
    )
    return runs(seed(warm_up(command)))


def require_simulate(context: click.Context, simulate: bool) -> None:
    """Refuse the options of a simulation where none is asked for.

    Raises:
        RequestError: names the option, and what to add.
    """
    if simulate:
        return
    for name in _RUN_OPTIONS:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            option = f"--{name.replace('_', '-')}"
            raise RequestError(f"{option} is for a simulation; add --simulate")


def gate_options(command: Command) -> Command:
    """Add the two gates that end a command with exit code 1."""
    above = click.option(
        "--fail-above",
        type=POINTS,
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
