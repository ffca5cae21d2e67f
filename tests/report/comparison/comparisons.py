"""Comparisons to render: of shipped files, and of processes that say little."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from audit.ledger import load_profile
from audit.loaders import load_process, load_process_text, read_bytes, read_file
from audit.loaders.reading import Loaded
from audit.pipeline import Scenario, compare, compare_scenarios
from audit.result import ComparisonResult, ScenariosResult
from tests.report.comparison.overlays import BY_PHONE, FIVE_CHANGES, SECOND_CHECK

PROCESSES = Path("processes")
EXAMPLE = Path("tests/examples/packet")
ROLES = "roles: {candidate: {side: candidate}, hr: {side: employer}}\n"
ONBOARDING = f"process: A\nscope: onboarding\n{ROLES}"
PART = f"process: A\nscope: partial\n{ROLES}"
SILENT = "roles: {hr: {side: employer}}\nsteps: [{id: a, role: hr}]\n"
TINY = {
    "one silent step": (f"process: A\n{SILENT}", f"process: B\n{SILENT}"),
    "a score of nought": (
        ONBOARDING + "steps: [{id: a, role: hr, wait: 0}]\n",
        ONBOARDING + "steps: [{id: a, role: hr, wait: 2 days}]\n",
    ),
    "partial": (
        PART + "steps: [{id: a, role: hr, wait: 2 days}]\n",
        PART + "steps: [{id: a, role: hr, wait: 1 day}]\n",
    ),
    "no wait after": (
        ONBOARDING + "steps: [{id: a, role: hr, work: 9 min, wait: 2 days}]\n",
        ONBOARDING + "steps: [{id: a, role: hr, work: 5 min}]\n",
    ),
    "another scope": (
        ONBOARDING + "steps: [{id: a, role: hr, work: 9 min, wait: 2 days}]\n",
        f"process: A\nscope: end-to-end\n{ROLES}steps:\n"
        "  - {id: a, role: candidate, pages: 3}\n"
        "  - {id: c, role: hr, work: 5 min, wait: 9 days}\n",
    ),
    "another way": (
        ONBOARDING + "steps:\n  - {id: a, role: hr, work: 9 min, wait: 2 days}\n"
        "  - {id: gone, role: candidate, pages: 4, wait: 1 day}\n"
        "  - {id: z, role: hr, work: 1 min, wait: 1 day}\n",
        ONBOARDING + "steps:\n  - {id: z, role: hr, work: 1 min, wait: 1 day}\n"
        "  - {id: a, role: candidate, work: 30 min, wait: 3 days}\n"
        "  - {id: b, role: candidate, pages: 5, wait: 1 day}\n",
    ),
}
"""Texts of a before and an after that say little."""
STORIES = ("example", "example, worse", "packet", "portal", "screen", "same")
ABOUT = {
    "client": "St. Anne's",
    "prepared_by": "Example Consulting",
    "date": "2026-11-02",
    "confidentiality": "Confidential",
}
EVERY = (*STORIES, *TINY)


@cache
def compared(name: str) -> ComparisonResult:
    """Return the comparison of a story, or of two tiny processes."""
    if name in TINY:
        return compare(*(load_process_text(text) for text in TINY[name]))
    match name:
        case "example" | "example, worse":
            files = [load_process(EXAMPLE / f"{n}.yaml") for n in ("before", "after")]
            profile = load_profile(str(EXAMPLE / "profile.yaml"))
            return compare(*files[:: -1 if "worse" in name else 1], profile=profile)
        case "packet":
            before, after = read_file(EXAMPLE / "before.yaml"), overlaid(FIVE_CHANGES)
            plan = after.plan_from(before)
            return prepared(compare(before.process, after.process, plan=plan))
        case "portal":
            return story("portal", "after")
        case "screen":
            return story("keyword-screen", "phone-call")
        case "same":
            process = load_process(EXAMPLE / "before.yaml")
            return compare(process, process)
    raise KeyError(name)


def story(folder: str, after: str) -> ComparisonResult:
    """Return the comparison of a shipped process with a change to it."""
    first, second = (
        read_file(PROCESSES / folder / f"{name}.yaml") for name in ("before", after)
    )
    return compare(first.process, second.process, plan=second.plan_from(first))


def prepared(result: ComparisonResult) -> ComparisonResult:
    """Return a comparison that says for whom it was made."""
    about = {**result.before.process.about, **ABOUT}
    process = replace(result.before.process, about=about)
    return replace(result, before=replace(result.before, process=process))


def overlaid(text: str) -> Loaded:
    """Return the process that an overlay makes of the worked example's packet."""
    return read_bytes(text.encode(), "after.yaml", EXAMPLE / "overlay.yaml")


@cache
def scenarios() -> ScenariosResult:
    """Return the packet with three ways to change it, one of them for the worse."""
    before = read_file(EXAMPLE / "before.yaml")
    afters = [overlaid(text) for text in (FIVE_CHANGES, BY_PHONE, SECOND_CHECK)]
    return compare_scenarios(
        before.process,
        [Scenario(process=x.process, plan=x.plan_from(before)) for x in afters],
    )
