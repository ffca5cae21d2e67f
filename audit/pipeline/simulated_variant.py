"""What the study of one process says, as a record of the result."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from audit.analysis import Analysis
from audit.model import Process
from audit.pipeline.run_plan import RunPlan
from audit.pipeline.simulated_caveats import caveats
from audit.pipeline.simulated_lines import simulated_lines
from audit.pipeline.simulated_screens import simulated_screens
from audit.result import Input, Tool
from audit.result.simulation import (
    QuickLook,
    SimulatedRole,
    SimulatedVariant,
    Stopping,
)
from audit.simulation import Scenario, Study, compile_tables, quick_look, role_loads
from audit.simulation.assembly import Assembled
from audit.simulation.scenario import BlockEnd, ScenarioBlock, walk_scenario
from audit.units import format_number
from audit.version import __version__


def simulated_by() -> Tool:
    """Return the program that makes a result."""
    return Tool(name="hiring-audit", version=__version__)


def simulated_variant(
    process: Process, made: Assembled, study: Study | None, plan: RunPlan
) -> SimulatedVariant:
    """Return the record of a process.

    Args:
        process: what was simulated.
        made: its scenario, with names and gaps.
        study: what the runs said; None after a quick look alone.
        plan: how much was to be simulated.
    """
    analysis = Analysis(process)
    roles = _roles(process, made.scenario)
    return SimulatedVariant(
        input=Input(
            file=process.file,
            sha256=process.sha256,
            extends=tuple((base.file, base.sha256) for base in process.extends),
        ),
        title=process.title,
        variant=process.variant,
        about=asdict(process.about),
        lines=simulated_lines(study.figures, made.names) if study else (),
        roles=roles,
        quick_look=_looks(made.scenario, made.names.roles),
        screens=simulated_screens(
            analysis,
            {step.id: step.name for step in process.steps},
            made.profile,
        ),
        fee_per_hire=_fee(process, analysis),
        currency=process.currency,
        assumptions=(
            *_overloaded(roles, made.scenario),
            *caveats(process, made.scenario, study, plan),
            *made.assumptions,
        ),
        not_assessed=made.not_assessed,
        runs=study.runs if study else 0,
        planned_runs=study.planned if study else 0,
        stopping=_stopping(study, plan) if study else None,
    )


def _overloaded(roles: Sequence[SimulatedRole], scenario: Scenario) -> Iterator[str]:
    """Yield a warning for each role whose queue has no level of its own."""
    called_off = any(
        isinstance(node, ScenarioBlock) and node.end is BlockEnd.CANCEL
        for node in walk_scenario(scenario.nodes)
    )
    also = " and no branch were called off" if called_off else ""
    off = ", what is called off" if called_off else ""
    for role in roles:
        asked = role.candidate_hours + role.opening_hours + role.duty_hours
        if asked > role.hours_per_week:
            yield (
                f"If nobody left{also}, {role.name} would be asked for "
                f"{format_number(asked)} hours a week and has "
                f"{format_number(role.hours_per_week)}: only people who leave{off}, "
                "and openings that are filled, hold its queue, which may go on growing "
                "after the warm-up. The numbers are means of the measured time."
            )


def _stopping(study: Study, plan: RunPlan) -> Stopping:
    if study.interrupted:
        return Stopping.INTERRUPTED
    if plan.runs is not None:
        return Stopping.ASKED
    return Stopping.PRECISE if study.precise else Stopping.CAP


def _roles(process: Process, scenario: Scenario) -> tuple[SimulatedRole, ...]:
    known = {role.id: role for role in process.roles}
    loads = {load.role: load for load in role_loads(compile_tables(scenario))}
    return tuple(
        SimulatedRole(
            id=pool.id,
            name=known[pool.id].name,
            side=known[pool.id].side.value,
            people=pool.people,
            hours_per_week=loads[pool.id].capacity_hours,
            candidate_hours=loads[pool.id].candidate_hours,
            opening_hours=loads[pool.id].opening_hours,
            duty_hours=loads[pool.id].duty_hours,
        )
        for pool in scenario.roles
        if pool.id in known
    )


def _looks(scenario: Scenario, roles: Mapping[str, str]) -> tuple[QuickLook, ...]:
    return tuple(
        QuickLook(
            role=look.role,
            name=roles[look.role],
            utilisation=look.utilisation,
            wait_hours=look.wait_hours if math.isfinite(look.wait_hours) else None,
            leaving=look.leaving,
        )
        for look in quick_look(scenario)
        if look.role in roles
    )


def _fee(process: Process, analysis: Analysis) -> float:
    return math.fsum(
        analysis.visits[step.id] * step.quantities.fee.mean
        for step in process.steps
        if step.quantities.fee is not None
    )
