"""Where errors become words and exit codes: 2 for the user's, 3 for ours."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path

import click

from audit.errors import (
    AuditError,
    Problem,
    ProcessFileError,
    ProfileError,
    SimulationError,
)

EXIT_GATE = 1
EXIT_WRONG = 2
EXIT_FAULT = 3
EXIT_INTERRUPTED = 130


class Boundary(click.Group):
    """A command group that lets no traceback through."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn every error into a message and an exit code."""
        try:
            return super().invoke(ctx)
        except (ProcessFileError, ProfileError) as error:
            show_problems(error)
        except SimulationError as error:
            _show_refusal(error)
        except AuditError as error:
            click.echo(f"error: {error}", err=True)
        except BrokenPipeError:
            # Whoever reads us has seen enough (`| head`); that is no mistake.
            sys.stdout = None
            ctx.exit(0)
        except OSError as error:
            click.echo(f"error: {_os_words(error)}", err=True)
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            ctx.exit(EXIT_INTERRUPTED)
        except Exception:
            ctx.exit(_fault())
        ctx.exit(EXIT_WRONG)


def show_problems(error: ProcessFileError | ProfileError) -> None:
    """Print all problems of a file to standard error."""
    _show(error.problems)


def _show_refusal(error: SimulationError) -> None:
    """Print what a simulation refuses, at its line where it has one."""
    if error.problem is None:
        click.echo(f"error: {error}", err=True)
    else:
        _show((error.problem,))


def _show(problems: tuple[Problem, ...]) -> None:
    from audit.cli.output import wants_colour
    from audit.exports.problems import render_problems

    colour = wants_colour(sys.stderr)
    click.echo(render_problems(problems, "full", colour=colour), err=True, nl=False)


def _os_words(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def _fault() -> int:
    """Write the traceback to a log, and say where it is."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="hiring-audit-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(" ".join(sys.argv) + "\n\n" + traceback.format_exc())
    click.echo(
        "This is a fault of hiring-audit, not of your file.\n"
        f"What happened is written in {Path(log.name)}; please send it with your "
        "report of the fault. It may hold names from your file.",
        err=True,
    )
    return EXIT_FAULT
