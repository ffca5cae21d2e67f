"""Hiring with people who are busy: queues, calendars, other duties, and who leaves.

A `Scenario` says what the process is and who is there. `simulate` runs it until its
numbers are precise enough, `compare_scenarios` runs two variants with the same luck,
and `quick_look` gives screening numbers at once. Below them: tables compiled from the
scenario, one event loop on the tables, and figures of each run.
"""

from audit.simulation.calendar import ALWAYS, WeeklyCalendar, office_hours
from audit.simulation.codes import EndReason, WaitCause
from audit.simulation.compile_tables import compile_tables
from audit.simulation.event_log import event_log
from audit.simulation.figures import Figure, FigureKind, figures_of
from audit.simulation.intervals import Estimate, PairedDifference
from audit.simulation.laws import (
    DurationLaw,
    empirical,
    exponential,
    log_normal,
    pert,
    point,
    triangular,
    uniform_law,
)
from audit.simulation.quick_look import RoleLook, quick_look
from audit.simulation.run import Run, run_once
from audit.simulation.scenario import (
    Applicants,
    Batch,
    BlockEnd,
    DelayCause,
    Duty,
    InProgress,
    ListedTimes,
    PoissonTimes,
    PositionControl,
    Requisitions,
    RolePool,
    Scenario,
    ScenarioBlock,
    ScenarioFlow,
    ScenarioNode,
    ScenarioStep,
    ScheduledTimes,
    Window,
)
from audit.simulation.screening_loss import (
    NearMissCalls,
    ScreeningLoss,
    clopper_pearson,
    near_miss_calls,
    rejects_to_read,
    screening_loss,
)
from audit.simulation.study import (
    HEADLINES,
    Precision,
    Study,
    StudyComparison,
    compare_scenarios,
    simulate,
)
from audit.simulation.tables import Tables
from audit.simulation.traffic import RoleLoad, role_loads
from audit.simulation.warm_up import warm_up_days
from audit.simulation.workers import Progress, Workers, workers_at

__all__ = [
    "ALWAYS",
    "HEADLINES",
    "Applicants",
    "Batch",
    "BlockEnd",
    "DelayCause",
    "DurationLaw",
    "Duty",
    "EndReason",
    "Estimate",
    "Figure",
    "FigureKind",
    "InProgress",
    "ListedTimes",
    "NearMissCalls",
    "PairedDifference",
    "PoissonTimes",
    "PositionControl",
    "Precision",
    "Progress",
    "Requisitions",
    "RoleLoad",
    "RoleLook",
    "RolePool",
    "Run",
    "Scenario",
    "ScenarioBlock",
    "ScenarioFlow",
    "ScenarioNode",
    "ScenarioStep",
    "ScheduledTimes",
    "ScreeningLoss",
    "Study",
    "StudyComparison",
    "Tables",
    "WaitCause",
    "WeeklyCalendar",
    "Window",
    "Workers",
    "clopper_pearson",
    "compare_scenarios",
    "compile_tables",
    "empirical",
    "event_log",
    "exponential",
    "figures_of",
    "log_normal",
    "near_miss_calls",
    "office_hours",
    "pert",
    "point",
    "quick_look",
    "rejects_to_read",
    "role_loads",
    "run_once",
    "screening_loss",
    "simulate",
    "triangular",
    "uniform_law",
    "warm_up_days",
    "workers_at",
]
