"""`hiring-audit schema`: the JSON Schema of a process file."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a process file, for editors and other tools."""
    import json

    from audit.loaders import process_schema

    click.echo(json.dumps(process_schema(), indent=1, ensure_ascii=False))
