"""`hiring-audit report FILE [AFTER...] -o DIR`: the page for leadership."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.cli.number_types import MONEY
from audit.cli.options import profile_option, require_simulate, run_options
from audit.errors import RequestError, SimulationStopped

if TYPE_CHECKING:
    from audit.cli.interrupts import Stop
    from audit.ledger import Profile
    from audit.loaders import Loaded
    from audit.pipeline import RunPlan
    from audit.result import (
        ComparisonResult,
        Recommendation,
        ScenariosResult,
        SimulationResult,
        SimulationScenarios,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What the command asks for."""

    output: Path
    prices: Profile
    plan: RunPlan | None
    """Of the simulation; None without one."""
    recommend: bool
    budget: float | None

    @property
    def parts(self) -> tuple[str, ...]:
        """What the page holds beside the audit, for its name."""
        asked = {
            "recommendation": self.recommend,
            "simulation": self.plan is not None,
        }
        return tuple(part for part, wanted in asked.items() if wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """The page, and what there is to say of it."""

    page: Path
    scores: str
    stopped: str
    """That the simulation ended early, as a sentence; empty where it did not."""
    unsimulated: bool
    """Whether it ended before there was anything to say."""


@click.command()
@click.argument("file")
@click.argument("afters", nargs=-1, metavar="[AFTER...]")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("reports"),
    show_default=True,
    help="Folder to write the page to.",
)
@click.option(
    "--recommend",
    is_flag=True,
    help="Say what to do first: add the changes that take most friction away, and the "
    "box that tells what any set of them would give.",
)
@click.option(
    "--budget",
    type=MONEY,
    metavar="MONEY",
    help="What the recommended changes may cost in the first year.",
)
@click.option(
    "--simulate",
    is_flag=True,
    help="Add what a simulation with busy people finds: workload, waits by cause, who "
    "leaves, the race for an opening.",
)
@run_options
@profile_option
@click.pass_context
def report(
    ctx: click.Context,
    file: str,
    afters: tuple[str, ...],
    output: Path,
    recommend: bool,
    budget: float | None,
    simulate: bool,
    runs: int | None,
    seed: int,
    warm_up: float | None,
    profile: str | None,
) -> None:
    """Audit FILE and write one HTML page that needs nothing else; `-` reads input.

    With AFTER, a whole file or an overlay of changes to FILE, the page tells before
    against after; with several, it ranks them. What was asked for beside the audit
    stands in the name of the page. Ctrl-C ends a simulation with what is done so far,
    and the page is written.
    """
    if recommend and afters:
        raise RequestError(
            "--recommend looks for changes to one process; leave out "
            f"{', '.join(afters)}, or leave out --recommend to compare"
        )
    if budget is not None and not recommend:
        raise RequestError("--budget is for recommended changes; add --recommend")
    require_simulate(ctx, simulate)
    from audit.cli.source import read_process
    from audit.ledger import load_profile

    first, *others = (read_process(name) for name in (file, *afters))
    wanted = _Wanted(
        output=output,
        prices=load_profile(profile),
        plan=_plan(runs, seed, warm_up) if simulate else None,
        recommend=recommend,
        budget=budget,
    )
    done = _comparison(first, others, wanted) if others else _audit(first, wanted)
    words = (done.scores, done.stopped, f"The report is in {done.page}")
    click.echo(" ".join(filter(None, words)))
    if done.unsimulated:
        raise SimulationStopped


def _plan(runs: int | None, seed: int, warm_up: float | None) -> RunPlan:
    from audit.cli.simulations import asked_for
    from audit.pipeline import RunPlan

    return asked_for(RunPlan(), runs, seed, warm_up)


def _audit(loaded: Loaded, wanted: _Wanted) -> _Written:
    from audit.cli.interrupts import kept_when_stopped
    from audit.cli.output import report_name, with_parts, write_whole
    from audit.pipeline import audit_process
    from audit.report import render_html
    from audit.report.simulation.certainty import stopped

    result = audit_process(loaded.process, wanted.prices)
    advice = _recommendation(loaded, wanted) if wanted.recommend else None
    page = wanted.output / with_parts(report_name(result), wanted.parts)
    with kept_when_stopped() as stop:
        runs = _simulation(loaded, wanted, stop)
        unsimulated = wanted.plan is not None and runs is None
        write_whole(page, render_html(result, advice, runs, unsimulated=unsimulated))
    grade = f"grade {result.grade}" if result.grade else "no grade"
    return _Written(
        page=page,
        scores=f"Friction score {result.score:.0f}, {grade}.",
        stopped=stopped(runs.process) if runs else "",
        unsimulated=unsimulated,
    )


def _recommendation(loaded: Loaded, wanted: _Wanted) -> Recommendation:
    from audit.cli.comparisons import told
    from audit.pipeline import recommend

    return recommend(loaded, wanted.prices, budget=wanted.budget, progress=told)


def _simulation(loaded: Loaded, wanted: _Wanted, stop: Stop) -> SimulationResult | None:
    """Return what runs found; None where none was asked for, or was stopped at once."""
    from audit.cli.simulations import simulated
    from audit.result import SimulationResult

    if wanted.plan is None:
        return None
    try:
        found = simulated(loaded, (), wanted.plan, wanted.prices, stop)
    except SimulationStopped:
        return None
    assert isinstance(found, SimulationResult)
    return found


def _comparison(first: Loaded, others: list[Loaded], wanted: _Wanted) -> _Written:
    from audit.cli.comparisons import compared
    from audit.cli.interrupts import kept_when_stopped
    from audit.cli.output import with_parts, write_whole
    from audit.report.page.names import cleaned
    from audit.report.simulation.certainty import stopped_any

    result, comparisons = compared(first, others, wanted.prices)
    with kept_when_stopped() as stop:
        runs = _simulations(first, others, wanted, stop)
        unsimulated = wanted.plan is not None and runs is None
        name, text = _compared_page(result, runs, unsimulated=unsimulated)
        page = wanted.output / with_parts(name, wanted.parts)
        write_whole(page, text)
    scores = ", ".join(f"{one.after.score:.0f}" for one in comparisons)
    return _Written(
        page=page,
        scores=f"Friction score {result.before.score:.0f} before, {scores} after.",
        stopped=stopped_any(cleaned(runs)) if runs else "",
        unsimulated=unsimulated,
    )


def _compared_page(
    result: ComparisonResult | ScenariosResult,
    runs: SimulationScenarios | None,
    *,
    unsimulated: bool,
) -> tuple[str, str]:
    """Return the name of the page, and the page."""
    from audit.cli.output import comparison_name, scenarios_name
    from audit.report import render_comparison_html, render_scenarios_html
    from audit.result import ComparisonResult

    if isinstance(result, ComparisonResult):
        page = render_comparison_html(result, runs, unsimulated=unsimulated)
        return comparison_name(result), page
    page = render_scenarios_html(result, runs, unsimulated=unsimulated)
    return scenarios_name(result), page


def _simulations(
    first: Loaded, others: list[Loaded], wanted: _Wanted, stop: Stop
) -> SimulationScenarios | None:
    """Return what runs found; None where none was asked for, or was stopped at once."""
    from audit.cli.simulations import simulated
    from audit.result import SimulationScenarios

    if wanted.plan is None:
        return None
    try:
        found = simulated(first, others, wanted.plan, wanted.prices, stop)
    except SimulationStopped:
        return None
    assert isinstance(found, SimulationScenarios)
    return found
