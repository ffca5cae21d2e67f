"""The shipped processes, their afters, and the reports kept of them.

A process of its own has a report of its own. Each story with an after has a comparison
as well: with the last file of its chain of overlays, or, where several overlays start
from the same file, a ranking of them all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from audit.cli.output import comparison_name, report_name, scenarios_name
from audit.loaders import Loaded, load_process, read_file
from audit.pipeline import Scenario, audit_process, compare, compare_scenarios
from audit.report import (
    render_comparison_html,
    render_html,
    render_scenarios_html,
)
from audit.result import ComparisonResult, ScenariosResult

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "reports"
FILES = tuple(sorted((ROOT / "processes").glob("*/*.yaml")))
PROCESSES = tuple(path for path in FILES if not load_process(path).extends)
OVERLAYS = tuple(path for path in FILES if path not in PROCESSES)


@dataclass(frozen=True, slots=True)
class ShippedReport:
    """A page that is committed, and how it is made."""

    id: str
    make: Callable[[], tuple[str, str]]
    """Returns its file name and its text."""


def reports() -> tuple[ShippedReport, ...]:
    """Return every page that is kept in `reports/`."""
    audits = [
        ShippedReport(f"{path.parent.name}/{path.stem}", partial(_audit, path))
        for path in PROCESSES
    ]
    compared = [
        ShippedReport(f"{folder.name}/changes", partial(_changes, folder))
        for folder in dict.fromkeys(path.parent for path in OVERLAYS)
    ]
    return (*audits, *compared)


def final_overlays(folder: Path) -> tuple[Path, ...]:
    """Return the overlays of a story that no other of its files extends."""
    files = [path for path in OVERLAYS if path.parent == folder]
    extended = {base.file for path in files for base in load_process(path).extends}
    return tuple(path for path in files if path.name not in extended)


def comparison_of(folder: Path) -> ComparisonResult | ScenariosResult:
    """Return what comparing a story's before with its afters finds."""
    before = read_file(folder / "before.yaml")
    afters = [read_file(path) for path in final_overlays(folder)]
    if len(afters) == 1:
        plan = afters[0].plan_from(before)
        return compare(before.process, afters[0].process, plan=plan)
    return compare_scenarios(
        before.process, [_scenario(before, after) for after in afters]
    )


def _scenario(before: Loaded, after: Loaded) -> Scenario:
    return Scenario(process=after.process, plan=after.plan_from(before))


def _audit(path: Path) -> tuple[str, str]:
    result = audit_process(load_process(path))
    return report_name(result), render_html(result)


def _changes(folder: Path) -> tuple[str, str]:
    result = comparison_of(folder)
    if isinstance(result, ComparisonResult):
        return comparison_name(result), render_comparison_html(result)
    return scenarios_name(result), render_scenarios_html(result)
