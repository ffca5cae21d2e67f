"""`hiring-audit compare BEFORE AFTER...`: what changed, and what bought it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from audit.cli.boundary import EXIT_GATE
from audit.cli.options import gate_options, profile_option

if TYPE_CHECKING:
    from audit.result import ComparisonResult, ScenariosResult


@click.command()
@click.argument("before")
@click.argument("afters", nargs=-1, required=True, metavar="AFTER...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="text to read, json for other programs, csv for a spreadsheet.",
)
@profile_option
@gate_options
@click.pass_context
def compare(
    ctx: click.Context,
    before: str,
    afters: tuple[str, ...],
    form: str,
    profile: str | None,
    fail_above: float | None,
    fail_if_worse: tuple[str, ...],
) -> None:
    """Compare BEFORE with AFTER: the differences, and what each change bought.

    AFTER is a whole process file, or an overlay of named changes to BEFORE. With
    several AFTER, rank them side by side.
    """
    from audit.cli.comparisons import compared
    from audit.cli.gates import lines_worse, require_metrics, scores_above
    from audit.cli.source import read_process
    from audit.ledger import load_profile

    require_metrics(fail_if_worse)
    first, *others = (read_process(file) for file in (before, *afters))
    result, comparisons = compared(first, others, load_profile(profile))
    click.echo(_rendered(result, comparisons, form, (before, *afters)), nl=False)
    failed = [
        *scores_above((one.after for one in comparisons), fail_above),
        *(
            words
            for one in comparisons
            for words in lines_worse(one.after.input.file, one.lines, fail_if_worse)
        ),
    ]
    for words in failed:
        click.echo(words, err=True)
    ctx.exit(EXIT_GATE if failed else 0)


def _rendered(
    result: ComparisonResult | ScenariosResult,
    comparisons: tuple[ComparisonResult, ...],
    form: str,
    files: tuple[str, ...],
) -> str:
    from audit.result import ComparisonResult, to_json

    if form == "json":
        return to_json(result) + "\n"
    if form == "csv":
        from audit.exports.comparison_csv import comparison_csv

        return comparison_csv(comparisons)
    from audit.report import render_comparison_text, render_scenarios_text

    if isinstance(result, ComparisonResult):
        return render_comparison_text(result, files=files)
    return render_scenarios_text(result)
