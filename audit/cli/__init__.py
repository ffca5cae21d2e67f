"""The command `hiring-audit`: parse, call one library function, print."""

from __future__ import annotations

import click

from audit.cli.boundary import Boundary
from audit.cli.check import check
from audit.cli.compare import compare
from audit.cli.explain import explain
from audit.cli.new import new
from audit.cli.recommend import recommend
from audit.cli.report import report
from audit.cli.schema import schema
from audit.cli.score import score
from audit.cli.simulate import simulate
from audit.version import __version__


@click.group(cls=Boundary, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hiring-audit")
def main() -> None:
    """Audit a hiring process for friction.

    Describe the process in a YAML file (`hiring-audit new my.yaml` writes one to
    start from), check it while you write, score it, and hand the report to
    leadership. After a change, compare. Nothing leaves this computer.

    Exit codes: 0 done, 1 done but above the gate, 2 the request or a file is wrong,
    3 a fault of this program.
    """


for command in (
    new,
    check,
    score,
    report,
    compare,
    simulate,
    recommend,
    explain,
    schema,
):
    main.add_command(command)
