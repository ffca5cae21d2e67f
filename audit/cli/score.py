"""`hiring-audit score FILE...`: vector, score and grade in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from audit.cli.boundary import EXIT_GATE, EXIT_WRONG, show_problems
from audit.cli.options import profile_option

if TYPE_CHECKING:
    from audit.result import AuditResult


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="text to read, json for other programs, csv for a spreadsheet.",
)
@profile_option
@click.option(
    "--fail-above",
    type=float,
    metavar="N",
    help="End with exit code 1 when a score is above N.",
)
@click.pass_context
def score(
    ctx: click.Context,
    files: tuple[str, ...],
    form: str,
    profile: str | None,
    fail_above: float | None,
) -> None:
    """Score each FILE; `-` reads standard input."""
    from audit.cli.batch import audit_files

    results: list[AuditResult] = []
    names: list[str] = []
    failed = False
    for outcome in audit_files(files, profile):
        if outcome.result is not None:
            results.append(outcome.result)
            names.append(outcome.file)
            continue
        failed = True
        if outcome.problems is not None:
            show_problems(outcome.problems)
        else:
            click.echo(f"error: {outcome.message}", err=True)
    if results:
        click.echo(_rendered(results, names, form), nl=False)
    if failed:
        ctx.exit(EXIT_WRONG)
    above = [r for r in results if fail_above is not None and r.score > fail_above]
    for result in above:
        click.echo(
            f"{result.input.file}: score {result.score:.1f} is above {fail_above:g}",
            err=True,
        )
    ctx.exit(EXIT_GATE if above else 0)


def _rendered(results: list[AuditResult], names: list[str], form: str) -> str:
    if form == "json":
        from audit.exports.result_json import results_json

        return results_json(results)
    if form == "csv":
        from audit.exports.summary_csv import summary_csv

        return summary_csv(results, names)
    from audit.report import render_text, render_text_many

    if len(results) == 1:
        return render_text(results[0])
    return render_text_many(results, names)
