"""`hiring-audit simulate FILE [AFTER...]`: people, queues, and the ones who leave."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.cli.options import profile_option

if TYPE_CHECKING:
    import pandas as pd

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
@click.option(
    "--runs",
    type=click.IntRange(2, 100_000),
    help="Number of runs; as many as the headline numbers need unless given.",
)
@click.option(
    "--seed",
    type=click.IntRange(0, 2**31),
    default=0,
    show_default=True,
    help="The same seed gives the same numbers, to the digit.",
)
@click.option(
    "--warm-up",
    type=click.FloatRange(0, 36_500),
    metavar="DAYS",
    help="Days left out at the start of each run; unless given 182, or more where the "
    "first runs take longer to settle.",
)
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
    from audit.pipeline import RunPlan
    from audit.result.simulation import WarmUp

    plan = RunPlan(years=years, runs=runs, seed=seed)
    if warm_up is not None:
        plan = replace(plan, warm_up_days=warm_up, warm_up=WarmUp.ASKED)
    result = _simulated(file, afters, plan, cluster, profile, log, quick=quick)
    click.echo(_rendered(result, form), nl=False)
    if output is not None:
        _write_page(result, output)


def _write_page(result: SimulationResult | SimulationScenarios, folder: Path) -> None:
    from audit.cli.output import against, file_stem, write_whole
    from audit.report import render_simulation_html, render_simulation_scenarios_html
    from audit.result import SimulationResult

    if isinstance(result, SimulationResult):
        first = result.process
        stem = file_stem(f"{first.title} simulated", first.variant, "simulation")
        text = render_simulation_html(result)
    else:
        before, *afters = (result.before, *(pair.after for pair in result.pairs))
        title = f"{before.title} simulated"
        stem = against(title, _label(before), [_label(after) for after in afters])
        text = render_simulation_scenarios_html(result)
    page = folder / f"{stem}.html"
    write_whole(page, text)
    click.echo(f"The report is in {page}", err=True)


def _label(variant: SimulatedVariant) -> str:
    return variant.variant or Path(variant.input.file).stem


def _simulated(
    file: str,
    afters: tuple[str, ...],
    plan: RunPlan,
    cluster: str | None,
    profile: str | None,
    log: Path | None,
    *,
    quick: bool,
) -> SimulationResult | SimulationScenarios:
    from audit.cli.simulations import simulated
    from audit.cli.source import read_process
    from audit.ledger import load_profile
    from audit.pipeline.simulating import quick_looks, simulated_log

    before = read_process(file).process
    others = [read_process(after).process for after in afters]
    prices = load_profile(profile)
    if log is not None:
        _write_log(log, simulated_log(before, plan=plan, profile=prices))
    if quick:
        return quick_looks([before, *others], plan=plan, profile=prices)
    return simulated(before, others, plan, prices, cluster)


def _write_log(path: Path, log: pd.DataFrame) -> None:
    from audit.cli.output import write_whole
    from audit.exports.event_log_csv import event_log_csv
    from audit.exports.event_log_xes import event_log_xes

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
