"""`hiring-audit check FILE...`: what is wrong in process files, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from audit.cli.boundary import EXIT_WRONG

if TYPE_CHECKING:
    from audit.exports.problems import ProblemFormat


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["full", "concise", "json", "github", "sarif"]),
    default="full",
    show_default=True,
    help="How to print the problems.",
)
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...], form: ProblemFormat) -> None:
    """Say what is wrong in each FILE; `-` reads standard input."""
    import sys

    from audit.cli.output import wants_colour
    from audit.cli.source import read_process
    from audit.errors import Problem, ProcessFileError, Severity
    from audit.exports.problems import render_problems

    problems: list[Problem] = []
    for file in files:
        try:
            problems.extend(read_process(file).warnings)
        except ProcessFileError as error:
            problems.extend(error.problems)
    wrong = any(problem.severity is Severity.ERROR for problem in problems)
    if problems or form in {"json", "sarif"}:
        text = render_problems(problems, form, colour=wants_colour(sys.stdout))
        click.echo(text, nl=False)
    if not wrong and form == "full":
        click.echo(f"{len(files)} file{'' if len(files) == 1 else 's'} checked: fine.")
    ctx.exit(EXIT_WRONG if wrong else 0)
