"""`hiring-audit report FILE [AFTER...] -o DIR`: the page for leadership."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.cli.options import profile_option
from audit.errors import RequestError

if TYPE_CHECKING:
    from audit.ledger import Profile
    from audit.loaders import Loaded
    from audit.result import Recommendation, SimulationResult, SimulationScenarios


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
    type=float,
    metavar="MONEY",
    help="What the recommended changes may cost in the first year.",
)
@click.option(
    "--simulate",
    is_flag=True,
    help="Add what a simulation with busy people finds: workload, waits by cause, who "
    "leaves, the race for an opening.",
)
@profile_option
def report(
    file: str,
    afters: tuple[str, ...],
    output: Path,
    recommend: bool,
    budget: float | None,
    simulate: bool,
    profile: str | None,
) -> None:
    """Audit FILE and write one HTML page that needs nothing else; `-` reads input.

    With AFTER, a whole file or an overlay of changes to FILE, the page tells before
    against after; with several, it ranks them.
    """
    if recommend and afters:
        raise RequestError(
            "--recommend looks for changes to one process; leave out "
            f"{', '.join(afters)}, or leave out --recommend to compare"
        )
    if budget is not None and not recommend:
        raise RequestError("--budget is for recommended changes; add --recommend")
    from audit.cli.source import read_process

    first, *others = (read_process(name) for name in (file, *afters))
    page, words = (
        _comparison(first, others, output, profile, simulate=simulate)
        if others
        else _audit(
            first, output, profile,
            recommend=recommend, budget=budget, simulate=simulate,
        )
    )  # fmt: skip
    click.echo(f"{words} The report is in {page}")


def _audit(
    loaded: Loaded,
    output: Path,
    profile: str | None,
    *,
    recommend: bool,
    budget: float | None,
    simulate: bool,
) -> tuple[Path, str]:
    from audit.cli.output import report_name, write_whole
    from audit.ledger import load_profile
    from audit.pipeline import audit_process
    from audit.report import render_html

    prices = load_profile(profile)
    result = audit_process(loaded.process, prices)
    advice = _recommendation(loaded, prices, budget) if recommend else None
    runs = _simulation(loaded, prices) if simulate else None
    page = output / report_name(result)
    write_whole(page, render_html(result, advice, runs))
    grade = f"grade {result.grade}" if result.grade else "no grade"
    return page, f"Friction score {result.score:.0f}, {grade}."


def _recommendation(
    loaded: Loaded, prices: Profile, budget: float | None
) -> Recommendation:
    from audit.cli.comparisons import told
    from audit.pipeline import recommend

    return recommend(loaded, prices, budget=budget, progress=told)


def _simulation(loaded: Loaded, prices: Profile) -> SimulationResult:
    from audit.cli.simulations import simulated
    from audit.pipeline import RunPlan
    from audit.result import SimulationResult

    found = simulated(loaded.process, (), RunPlan(), prices)
    assert isinstance(found, SimulationResult)
    return found


def _comparison(
    first: Loaded,
    others: list[Loaded],
    output: Path,
    profile: str | None,
    *,
    simulate: bool,
) -> tuple[Path, str]:
    from audit.cli.comparisons import compared
    from audit.cli.output import comparison_name, scenarios_name, write_whole
    from audit.report import render_comparison_html, render_scenarios_html
    from audit.result import ComparisonResult

    result, comparisons = compared(first, others, profile)
    runs = _simulations(first, others, profile) if simulate else None
    if isinstance(result, ComparisonResult):
        page = output / comparison_name(result)
        write_whole(page, render_comparison_html(result, runs))
    else:
        page = output / scenarios_name(result)
        write_whole(page, render_scenarios_html(result, runs))
    scores = ", ".join(f"{one.after.score:.0f}" for one in comparisons)
    return page, f"Friction score {result.before.score:.0f} before, {scores} after."


def _simulations(
    first: Loaded, others: list[Loaded], profile: str | None
) -> SimulationScenarios:
    from audit.cli.simulations import simulated
    from audit.ledger import load_profile
    from audit.pipeline import RunPlan
    from audit.result import SimulationScenarios

    found = simulated(
        first.process,
        [other.process for other in others],
        RunPlan(),
        load_profile(profile),
    )
    assert isinstance(found, SimulationScenarios)
    return found
