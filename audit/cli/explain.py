"""`hiring-audit explain ID`: the page behind a finding, factor, error or source."""

from __future__ import annotations

import click


@click.command()
@click.argument("name", required=False, metavar="[ID]")
def explain(name: str | None) -> None:
    """Print what ID means: a finding, a factor of the ledger, an error or a source.

    Findings go by name or number (wet-signatures, F11); a number can stand for several,
    a name for one. Factors go by name (wet_signature), errors by code (E021), sources
    by row (PAP-17). Without ID, list everything there is to explain.
    """
    from audit.cli.explanations import list_all, page

    click.echo(list_all() if name is None else page(name), nl=False)
