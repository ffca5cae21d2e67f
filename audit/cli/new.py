"""`hiring-audit new FILE`: a commented file to start from."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--extends",
    "before",
    metavar="BEFORE",
    help="Write changes to this process file, as an overlay beside it.",
)
def new(file: Path, before: str | None) -> None:
    """Write a commented starter to FILE, and the schema for your editor beside it."""
    from audit.cli.output import write_whole
    from audit.errors import RequestError

    if file.exists():
        raise RequestError(
            f"{file} is there already; choose another name, nothing was written"
        )
    text, schema_name, schema, next_command = (
        _process(file) if before is None else _overlay(file, before)
    )
    write_whole(file, text)
    write_whole(file.with_name(schema_name), schema)
    click.echo(f"Wrote {file} and {schema_name} (for hints in your editor).")
    click.echo(f"Next: edit it, then  {next_command}")


def _process(file: Path) -> tuple[str, str, str, str]:
    from audit.loaders import process_schema, starter_text

    return (
        starter_text(),
        "process.schema.json",
        _json(process_schema()),
        shlex.join(("hiring-audit", "check", str(file))),
    )


def _overlay(file: Path, before: str) -> tuple[str, str, str, str]:
    from audit.cli.source import read_process
    from audit.errors import RequestError
    from audit.loaders import overlay_schema, overlay_starter

    process = read_process(before).process
    if Path(before).resolve().parent != file.resolve().parent:
        raise RequestError(
            f"{file} would extend a file of another folder; write it beside {before}"
        )
    return (
        overlay_starter(process),
        "changes.schema.json",
        _json(overlay_schema()),
        shlex.join(("hiring-audit", "compare", before, str(file))),
    )


def _json(schema: dict[str, Any]) -> str:
    import json

    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
