"""`hiring-audit report FILE -o DIR`: the page for leadership."""

from __future__ import annotations

from pathlib import Path

import click

from audit.cli.options import profile_option


@click.command()
@click.argument("file")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("reports"),
    show_default=True,
    help="Folder to write the page to.",
)
@profile_option
def report(file: str, output: Path, profile: str | None) -> None:
    """Audit FILE and write one HTML page that needs nothing else; `-` reads input."""
    from audit.cli.output import file_stem, write_whole
    from audit.cli.source import read_process
    from audit.ledger import load_profile
    from audit.pipeline import audit_process
    from audit.report import render_html

    result = audit_process(read_process(file).process, load_profile(profile))
    stem = file_stem(result.process.title, result.process.variant, "report")
    page = output / f"{stem}.html"
    write_whole(page, render_html(result))
    grade = f"grade {result.grade}" if result.grade else "no grade"
    click.echo(f"Friction score {result.score:.0f}, {grade}. The report is in {page}")
