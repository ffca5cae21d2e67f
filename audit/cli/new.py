"""`hiring-audit new FILE`: a commented process file to start from."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def new(file: Path) -> None:
    """Write a commented starter to FILE, and the schema for your editor beside it."""
    import json

    from audit.cli.output import write_whole
    from audit.errors import RequestError
    from audit.loaders import process_schema, starter_text

    if file.exists():
        raise RequestError(
            f"{file} is there already; choose another name, nothing was written"
        )
    write_whole(file, starter_text())
    schema = file.with_name("process.schema.json")
    write_whole(
        schema, json.dumps(process_schema(), indent=1, ensure_ascii=False) + "\n"
    )
    click.echo(f"Wrote {file} and {schema.name} (for hints in your editor).")
    click.echo(f"Next: edit it, then  hiring-audit check {file}")
