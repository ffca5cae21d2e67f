"""`hiring-audit schema`: the JSON Schema of a process file, overlay or catalogue."""

from __future__ import annotations

import click


@click.command()
@click.option(
    "--overlay",
    is_flag=True,
    help="The schema of a file of changes to another one, with `extends`.",
)
@click.option(
    "--catalogue",
    is_flag=True,
    help="The schema of a file of your own changes, for `recommend --catalogue`.",
)
def schema(overlay: bool, catalogue: bool) -> None:
    """Print the JSON Schema of a process file, for editors and other tools."""
    import json

    from audit.loaders import overlay_schema, process_schema

    if overlay and catalogue:
        raise click.UsageError(
            "--overlay and --catalogue are two schemas; ask for one."
        )
    if catalogue:
        from audit.changes.own.schema import catalogue_schema

        schema = catalogue_schema()
    else:
        schema = overlay_schema() if overlay else process_schema()
    click.echo(json.dumps(schema, indent=1, ensure_ascii=False))
