"""`hiring-audit recommend FILE`: what to change first, and what it buys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.cli.number_types import MONEY, SECONDS
from audit.cli.options import profile_option

if TYPE_CHECKING:
    from audit.ledger import Profile
    from audit.model import Process
    from audit.pipeline.recommending import Reevaluate
    from audit.result import Recommendation


@click.command()
@click.argument("file")
@click.option(
    "--budget",
    type=MONEY,
    metavar="MONEY",
    help="What the changes may cost in the first year; what a year of hiring costs now "
    "unless stated.",
)
@click.option(
    "--max-changes",
    type=int,
    metavar="N",
    help="Recommend at most N changes.",
)
@click.option(
    "--catalogue",
    metavar="FILE",
    help="Your own changes, beside those that ship (`schema --catalogue`).",
)
@click.option(
    "--write",
    "after",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="AFTER",
    help="Write the recommended changes to AFTER, as an overlay beside FILE.",
)
@click.option("--force", is_flag=True, help="Let --write replace a file.")
@click.option(
    "--time-limit",
    type=SECONDS,
    metavar="SECONDS",
    help="End each search after so long, and say how far off it may be.",
)
@click.option(
    "--simulate",
    "simulated",
    is_flag=True,
    help="Judge the best sets once more with people and queues, where FILE says who "
    "works when and how many apply.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text to read, json for other programs.",
)
@profile_option
def recommend(
    file: str,
    budget: float | None,
    max_changes: int | None,
    catalogue: str | None,
    after: Path | None,
    force: bool,
    time_limit: float | None,
    simulated: bool,
    form: str,
    profile: str | None,
) -> None:
    """Recommend what to change first in FILE, within a budget.

    Each change is tried on the process as it is; the set that takes away most friction
    for the money is found, and what the law asks to be kept is kept. FILE is never
    changed. What is written with --write you edit, and compare like any other file.
    """
    from audit.changes.catalogue import CATALOGUE
    from audit.changes.own.reading import load_catalogue
    from audit.cli.comparisons import told
    from audit.cli.source import read_process
    from audit.ledger import load_profile
    from audit.pipeline import recommend as find

    if after is not None:
        _require_place(file, after, force)
    prices, loaded = load_profile(profile), read_process(file)
    result = find(
        loaded,
        prices,
        catalogue=CATALOGUE if catalogue is None else load_catalogue(catalogue),
        budget=budget,
        max_changes=max_changes,
        time_limit=time_limit,
        progress=told,
        reevaluate=_judge(loaded.process, prices) if simulated else None,
    )
    written = after is not None and _write(result, after)
    options = _asked(
        budget=budget, max_changes=max_changes, catalogue=catalogue, profile=profile
    )
    place = str(after) if written else None
    click.echo(_rendered(result, form, file, options, place), nl=False)


def _judge(process: Process, prices: Profile) -> Reevaluate:
    """Return a judge of sets by simulation.

    Raises:
        SimulationError: the file does not say who comes.
    """
    from audit.cli.comparisons import told
    from audit.pipeline.judging import require_demand, simulated_judge

    require_demand(process, prices)
    return simulated_judge(prices, progress=told)


def _asked(**options: object) -> tuple[str, ...]:
    """Return the options that decide what is recommended, to be given again."""
    stated = ((name, value) for name, value in options.items() if value is not None)
    return tuple(
        word
        for name, value in stated
        for word in (f"--{name.replace('_', '-')}", _plain(value))
    )


def _plain(value: object) -> str:
    """Return the value of an option as one would type it: 5000, not 5000.0."""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _rendered(
    result: Recommendation,
    form: str,
    file: str,
    options: tuple[str, ...],
    written: str | None,
) -> str:
    if form == "json":
        from audit.result import to_json

        return to_json(result) + "\n"
    from audit.report import render_recommendation_text

    return render_recommendation_text(
        result, file=file, options=options, written=written
    )


def _require_place(file: str, after: Path, force: bool) -> None:
    """Refuse a place where the overlay could not find its file, or is not free.

    Raises:
        RequestError: says what to do instead.
    """
    from audit.cli.source import STANDARD_INPUT
    from audit.errors import RequestError

    if file == STANDARD_INPUT:
        raise RequestError(
            "what comes from standard input has no name that a file of changes could "
            "extend; name the process file"
        )
    if Path(file).resolve().parent != after.resolve().parent:
        raise RequestError(
            f"{after} would extend a file of another folder; write it beside {file}"
        )
    if Path(file).resolve() == after.resolve():
        raise RequestError(f"{after} is the process itself, which is never rewritten")
    if after.exists() and not force:
        raise RequestError(
            f"{after} is there already; choose another name, or add --force"
        )


def _write(result: Recommendation, after: Path) -> bool:
    """Write the changes, and say whether there were any."""
    from audit.cli.output import write_whole

    if not result.overlay:
        click.echo(f"Nothing is recommended, so {after} was not written.", err=True)
        return False
    write_whole(after, result.overlay)
    click.echo(f"Wrote {after}.", err=True)
    return True
