"""Options that several commands share."""

from __future__ import annotations

import click

profile_option = click.option(
    "--profile",
    metavar="FILE",
    help="Rates, weights and references to price with, instead of the default ones.",
)
