"""The page of one simulated process as data: a record for each section."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.cover import Cover, cover
from audit.report.page.names import cleaned, shorten
from audit.report.simulation.leaving import Leaving, leaving
from audit.report.simulation.method import Method, method
from audit.report.simulation.quick import Quick, quick
from audit.report.simulation.race import Race, race
from audit.report.simulation.regular_jobs import RegularJobs, regular_jobs
from audit.report.simulation.screening import Screening, screening
from audit.report.simulation.summary import Summary, summary
from audit.report.simulation.times import Times, times
from audit.report.simulation.waiting import Waiting, waiting
from audit.report.simulation.words import title_of
from audit.report.simulation.workload import Workload, workload
from audit.result.simulation import SimulatedVariant, SimulationResult

KIND = "Hiring simulation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """What only runs can say."""

    times: Times
    waits: Waiting
    leaving: Leaving
    race: Race
    duties: RegularJobs


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulationPage:
    """The report of one simulated process."""

    cover: Cover
    summary: Summary
    workload: Workload
    simulated: Simulated | None
    """None after a quick look alone."""
    screening: Screening
    quick: Quick
    method: Method


def build_simulation_page(result: SimulationResult) -> SimulationPage:
    """Return the page of a result; text from the file is cleaned here, once."""
    result = cleaned(result)
    variant = result.process
    return SimulationPage(
        cover=cover(shorten(title_of(variant)), variant.about, KIND),
        summary=summary(variant, result.settings),
        workload=workload(variant),
        simulated=_simulated(variant) if variant.lines else None,
        screening=screening(variant.screens),
        quick=quick({"": variant.quick_look}),
        method=method(
            {"": variant}, result.settings, result.tool, result.schema_version
        ),
    )


def _simulated(variant: SimulatedVariant) -> Simulated:
    return Simulated(
        times=times(variant),
        waits=waiting(variant),
        leaving=leaving(variant),
        race=race(variant),
        duties=regular_jobs(variant),
    )
