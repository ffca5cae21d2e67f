"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from math import nan
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from audit.errors import RequestError

Command = TypeVar("Command", bound=Callable[..., Any])

profile_option = click.option(
    "--profile",
    metavar="FILE",
    help="Rates, weights and references to price with, instead of the default ones.",
)
_MOST_DAYS = 36_500
_SHOWN = 40
"""Letters of a wrong value that are repeated."""


class _Days(click.FloatRange):
    """A number of days; what is none is said in words of the option."""

    name = "days"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        """Return the number.

        Raises:
            click.BadParameter: it is none, or no time to leave out.
        """
        try:
            days = float(str(value))
        except ValueError:
            days = nan
        if not 0 <= days <= _MOST_DAYS:
            # repr shows marks that a terminal would follow.
            given = repr(str(value)[:_SHOWN])
            self.fail(
                f"a number of days from 0 to {_MOST_DAYS} is wanted, such as 30, "
                f"without a unit; {given} was given",
                param,
                ctx,
            )
        return days


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
        type=_Days(0, _MOST_DAYS),
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
