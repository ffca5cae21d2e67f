"""`hiring-audit schema`: the JSON Schema of a process file or an overlay."""

from __future__ import annotations

import click


@click.command()
@click.option(
    "--overlay",
    is_flag=True,
    help="The schema of a file of changes to another one, with `extends`.",
)
def schema(overlay: bool) -> None:
    """Print the JSON Schema of a process file, for editors and other tools."""
    import json

    from audit.loaders import overlay_schema, process_schema

    schema = overlay_schema() if overlay else process_schema()
    click.echo(json.dumps(schema, indent=1, ensure_ascii=False))
