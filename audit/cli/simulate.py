"""`hiring-audit simulate FILE [AFTER...]`: people, queues, and the ones who leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.cli.options import profile_option, run_options

if TYPE_CHECKING:
    from audit.ledger import Profile
    from audit.loaders import Loaded
    from audit.model import Process
    from audit.pipeline import RunPlan
    from audit.result.simulation import (
        SimulatedVariant,
        SimulationResult,
        SimulationScenarios,
    )

_LOGS = (".csv", ".xes")


@click.command()
@click.argument("file")
@click.argument("afters", nargs=-1, metavar="[AFTER...]")
@click.option(
    "--years",
    type=click.FloatRange(0, 100, min_open=True),
    default=2.0,
    show_default=True,
    help="Measured time of each run.",
)
@run_options
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Run on the dask cluster at this address (extra `cluster`).",
)
@click.option(
    "--log",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the event log of the first run of FILE, as .csv or .xes.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text to read, json for other programs.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write what the simulation found as a page to this folder, too.",
)
@click.option("--quick", is_flag=True, help="Screening numbers alone, without a run.")
@profile_option
def simulate(
    file: str,
    afters: tuple[str, ...],
    years: float,
    runs: int | None,
    seed: int,
    warm_up: float | None,
    cluster: str | None,
    log: Path | None,
    form: str,
    output: Path | None,
    quick: bool,
    profile: str | None,
) -> None:
    """Simulate FILE with people who are busy; `-` reads standard input.

    The file says who is there, what else they do, and who comes. With AFTER, a whole
    file or an overlay of changes to FILE, every pair of runs shares its luck. Ctrl-C
    ends with what is done so far.
    """
    if log is not None and log.suffix not in _LOGS:
        raise click.UsageError("--log takes a file that ends in .csv or .xes.")
    if quick and (log is not None or runs is not None):
        raise click.UsageError("--quick makes no run: leave out --log and --runs.")
    from audit.cli.interrupts import kept_when_stopped
    from audit.cli.simulations import asked_for, simulated
    from audit.cli.source import read_process
    from audit.ledger import load_profile
    from audit.pipeline import RunPlan

    before, *others = (read_process(name) for name in (file, *afters))
    prices = load_profile(profile)
    plan = asked_for(RunPlan(years=years), runs, seed, warm_up)
    if log is not None:
        _write_log(log, before.process, plan, prices)
    with kept_when_stopped() as stop:
        result = (
            _looked_at(before, others, plan, prices)
            if quick
            else simulated(before, others, plan, prices, stop, cluster)
        )
        click.echo(_rendered(result, form), nl=False)
        if output is not None:
            _write_page(result, output)


def _looked_at(
    before: Loaded, others: list[Loaded], plan: RunPlan, prices: Profile
) -> SimulationResult | SimulationScenarios:
    from audit.pipeline.simulating import quick_looks

    processes = [loaded.process for loaded in (before, *others)]
    return quick_looks(processes, plan=plan, profile=prices)


def _write_page(result: SimulationResult | SimulationScenarios, folder: Path) -> None:
    from audit.cli.output import against, page_stem, write_whole
    from audit.report import render_simulation_html, render_simulation_scenarios_html
    from audit.result import SimulationResult

    if isinstance(result, SimulationResult):
        first = result.process
        label = f"simulated {first.variant or ''}"
        stem = page_stem(first.title, label, "simulation")
        text = render_simulation_html(result)
    else:
        before, *afters = (result.before, *(pair.after for pair in result.pairs))
        label = f"simulated {_label(before)}"
        stem = against(before.title, label, [_label(after) for after in afters])
        text = render_simulation_scenarios_html(result)
    page = folder / f"{stem}.html"
    write_whole(page, text)
    click.echo(f"The report is in {page}", err=True)


def _label(variant: SimulatedVariant) -> str:
    return variant.variant or Path(variant.input.file).stem


def _write_log(path: Path, process: Process, plan: RunPlan, prices: Profile) -> None:
    from audit.cli.output import write_whole
    from audit.exports.event_log_csv import event_log_csv
    from audit.exports.event_log_xes import event_log_xes
    from audit.pipeline.simulating import simulated_log

    log = simulated_log(process, plan=plan, profile=prices)
    write = event_log_xes if path.suffix == ".xes" else event_log_csv
    write_whole(path, write(log))
    click.echo(f"The event log is in {path}", err=True)


def _rendered(result: SimulationResult | SimulationScenarios, form: str) -> str:
    if form == "json":
        from audit.result import to_json

        return to_json(result) + "\n"
    from audit.report.simulation.text import (
        render_simulated_scenarios_text,
        render_simulation_text,
    )
    from audit.result.simulation import SimulationResult

    if isinstance(result, SimulationResult):
        return render_simulation_text(result)
    return render_simulated_scenarios_text(result)
