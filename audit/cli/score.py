"""`hiring-audit score FILE...`: vector, score and grade in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from audit.cli.boundary import EXIT_GATE, EXIT_WRONG, show_problems
from audit.cli.options import gate_options, profile_option

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
    "--against",
    metavar="BEFORE",
    help="What --fail-if-worse compares with: a process file, or a result that "
    "--format json printed.",
)
@gate_options
@click.pass_context
def score(
    ctx: click.Context,
    files: tuple[str, ...],
    form: str,
    profile: str | None,
    against: str | None,
    fail_above: float | None,
    fail_if_worse: tuple[str, ...],
) -> None:
    """Score each FILE; `-` reads standard input."""
    from audit.cli.batch import audit_files
    from audit.cli.gates import require_metrics, scores_above

    require_metrics(fail_if_worse)
    if fail_if_worse and against is None:
        raise click.UsageError("--fail-if-worse needs --against BEFORE in `score`.")
    before = None if against is None else _baseline(against, profile)

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
    over = [*scores_above(results, fail_above), *_worse(before, results, fail_if_worse)]
    for words in over:
        click.echo(words, err=True)
    ctx.exit(EXIT_GATE if over else 0)


def _baseline(file: str, profile: str | None) -> AuditResult:
    """Return the audit to compare with, read or made.

    Raises:
        ProcessFileError: the file is wrong.
        RequestError: there is no such file, or it holds no result.
    """
    from pathlib import Path

    from audit.cli.source import read_process
    from audit.ledger import load_profile
    from audit.pipeline import audit_process
    from audit.result import from_json

    if file.endswith(".json") and Path(file).is_file():
        return from_json(Path(file).read_bytes())
    return audit_process(read_process(file).process, load_profile(profile))


def _worse(
    before: AuditResult | None, results: list[AuditResult], metrics: tuple[str, ...]
) -> Iterator[str]:
    if before is None or not metrics:
        return
    from audit.cli.gates import lines_worse
    from audit.comparison.difference.difference_lines import difference_lines

    for result in results:
        lines = difference_lines(before, result)
        yield from lines_worse(result.input.file, lines, metrics)


def _rendered(results: list[AuditResult], names: list[str], form: str) -> str:
    if form == "json":
        from audit.exports.result_json import results_json

        return results_json(results)
    if form == "csv":
        from audit.exports.summary_csv import summary_csv

        return summary_csv(results, names)
    from audit.report import render_text, render_text_many

    if len(results) == 1:
        return render_text(results[0], file=names[0])
    return render_text_many(results, names)
