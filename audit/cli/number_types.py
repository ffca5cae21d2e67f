"""Numbers as options take them; what is none is refused in words of the option."""

from __future__ import annotations

from math import inf, isfinite, nan

import click
from click.types import FloatParamType

_SHOWN = 40
"""Letters of a wrong value that are repeated."""


class PlainNumber(FloatParamType):
    """A number without anything around it."""

    def __init__(
        self,
        name: str,
        wanted: str,
        *,
        least: float = -inf,
        most: float = inf,
        offers: bool = False,
    ) -> None:
        """Say what the number is.

        Args:
            name: of the kind, for the help.
            wanted: what is wanted, with an example.
            least: the smallest that will do.
            most: the largest that will do.
            offers: whether the number inside a wrong value is what was meant, as in
                `$20,000`; it is not in `10%`.
        """
        self.name = name
        self.wanted = wanted
        self.least, self.most = least, most
        self.offers = offers

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        """Return the number.

        Raises:
            click.BadParameter: it is none, or none that will do.
        """
        given = str(value)
        try:
            number = float(given)
        except ValueError:
            number = nan
        if isfinite(number) and self.least <= number <= self.most:
            return number
        # repr shows marks that a terminal would follow.
        words = f"{self.wanted}; {given[:_SHOWN]!r} was given"
        return self.fail(words + self._meant(given), param, ctx)

    def _meant(self, given: str) -> str:
        from audit.loaders.meant_numbers import plain_number

        if not self.offers or len(given) > _SHOWN or "-" in given:
            return ""
        meant = plain_number(given)
        return f": write {meant}" if meant else ""


MONEY = PlainNumber(
    "money",
    "an amount of money is wanted, such as 20000, in figures alone",
    offers=True,
)
POINTS = PlainNumber(
    "points",
    "a score in points is wanted, such as 150, where 100 is a typical process",
)
SECONDS = PlainNumber(
    "seconds",
    "a number of seconds is wanted, such as 60, without a unit",
    least=1e-9,
)
