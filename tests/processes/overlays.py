"""The afters of the stories: what their files hold, each read and audited once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from audit.comparison.credit.credit import credit
from audit.ledger import load_profile
from audit.loaders import Loaded, read_file
from audit.model import ChangePlan, Leaver, Process, Step
from audit.pipeline import audit_process
from audit.result import AuditResult, Credit
from tests.shipped import OVERLAYS, ROOT

PROCESSES = ROOT / "processes"
NAMES = tuple(f"{path.parent.name}/{path.stem}" for path in OVERLAYS)
"""Of each overlay: folder/file."""


@cache
def loaded(name: str) -> Loaded:
    """Return a file of a story: folder/file without its ending."""
    return read_file(PROCESSES / f"{name}.yaml")


def before_of(name: str) -> Loaded:
    """Return the process that the story of an overlay starts from."""
    return loaded(f"{Path(name).parent}/before")


@cache
def plan(name: str) -> ChangePlan:
    """Return the changes from the before of a story to an overlay."""
    found = loaded(name).plan_from(before_of(name))
    assert found is not None
    return found


@cache
def audited(name: str, made: frozenset[str] | None = None) -> AuditResult:
    """Return the audit of an overlay, or of some of its changes alone."""
    process = loaded(name).process if made is None else plan(name).process(made)
    return audit_process(process)


@cache
def credited(name: str) -> Credit:
    """Return what each change of an overlay bought, at the default profile."""
    return credit(plan(name), load_profile())


def named(process: Process, step_id: str) -> Step:
    """Return a step of a process."""
    return next(step for step in process.steps if step.id == step_id)


def leaving(result: AuditResult, process: Process) -> float:
    """Return the share of the applicants who leave of their own accord."""
    own = {out.id for out in process.outcomes if out.by is Leaver.CANDIDATE}
    return sum(share for out, share in result.outcomes.items() if out in own)


def taken_back(result: AuditResult) -> float:
    """Return offers rescinded for 100 hires."""
    return 100 * result.outcomes.get("rescinded", 0.0) / result.outcomes["hired"]


def late_checks(result: AuditResult) -> float:
    """Return how many checks come after the candidate has given notice."""
    found = [f.measure.value for f in result.findings if f.id == "late-contingencies"]
    return sum(found)
