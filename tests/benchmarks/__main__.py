"""`make bench`: where the time goes, with peers in the same run as ratios.

Nothing here is a test: machines differ, ratios travel better than seconds.
"""

from __future__ import annotations

import cProfile
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.benchmarks.changes import before_file, mixed_file, rerouting_file
from tests.benchmarks.event_loop import event_loop
from tests.benchmarks.generated import long_file, process_file


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the shortest of several runs, in seconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent)


def command(*arguments: str) -> float:
    """Return the seconds of process time of one command, imports included."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "audit", *arguments], check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def line(what: str, seconds: float, remark: str = "") -> None:
    """Print one figure."""
    print(f"{what:<58}{seconds * 1000:>9.1f} ms   {remark}")


def start_up(folder: Path) -> None:
    """Print what a command costs before it does anything."""
    small = folder / "small.yaml"
    small.write_text(process_file(20, seed=1))
    bare = best_of(3, lambda: subprocess.run([sys.executable, "-c", ""], check=True))
    for arguments in (["--help"], ["check", str(small)]):
        cost = min(command(*arguments) for _ in range(3))
        line(f"hiring-audit {arguments[0]}", cost, f"{cost / bare:.1f} x bare Python")


def loading() -> None:
    """Print the price of positions and all problems at once, against bare PyYAML."""
    from audit.loaders import load_process_text

    text = long_file(10_000)
    ours = best_of(3, lambda: load_process_text(text))
    fast = best_of(3, lambda: yaml.load(text, yaml.CSafeLoader))
    slow = best_of(1, lambda: yaml.load(text, yaml.SafeLoader))
    rows = text.count("\n")
    line(
        f"load and check a file of {rows:,} lines",
        ours,
        f"{ours / fast:.1f} x PyYAML's C loader, {ours / slow:.2f} x its Python one, "
        "neither of which checks",
    )


def one_report() -> None:
    """Print what one page costs."""
    from audit.loaders import load_process_text
    from audit.pipeline import audit_process
    from audit.report import render_html

    process = load_process_text(process_file(60, seed=2))
    line("audit a process of 60 steps", best_of(3, lambda: audit_process(process)))
    result = audit_process(process)
    page = render_html(result)
    line(
        "write its page",
        best_of(2, lambda: render_html(result)),
        f"{len(page.encode()) / 1000:.0f} kB",
    )


def a_thousand(folder: Path) -> None:
    """Print a portfolio in one call, and where its time goes."""
    files = []
    for seed in range(1000):
        path = folder / f"p{seed}.yaml"
        path.write_text(process_file(20, seed=seed))
        files.append(str(path))
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "audit", "score", "--format", "csv", *files],
        check=True,
        capture_output=True,
    )
    spent = time.perf_counter() - start
    line(
        "score 1,000 processes of 20 steps in one call (wall)",
        spent,
        f"{spent:.2f} ms each",
    )
    where_it_goes(files[:200])


def where_it_goes(files: list[str]) -> None:
    """Print the share of each stage of an audit."""
    from audit.loaders import load_process
    from audit.pipeline import audit_process

    profiler = cProfile.Profile()
    profiler.enable()
    for file in files:
        audit_process(load_process(file))
    profiler.disable()
    stats = pstats.Stats(profiler)
    stages = {
        "load": ("reading.py", "read_process"),
        "routing and screens": ("screening.py", "resolve"),
        "price, with the time law": ("pricing.py", "price"),
        "of it the time law": ("flow_time.py", "flow_time"),
        "applicants": ("applicants.py", "applicants"),
        "times to outcomes": ("flow_time.py", "outcome_times"),
        "checks": ("verdicts.py", "judge"),
        "sensitivity": ("sensitivity.py", "sensitivity"),
        "outline and vector": ("vector.py", "vector"),
    }
    total = stats.total_tt  # type: ignore[attr-defined]
    for stage, (file, function) in stages.items():
        spent = sum(
            figures[3]
            for (name, _, called), figures in stats.stats.items()  # type: ignore[attr-defined]
            if name.endswith(file) and called == function
        )
        print(f"    {stage:<54}{spent / total:>9.0%}")


def crediting(folder: Path) -> None:
    """Print what dividing the gain among twelve changes costs: 4,096 processes."""
    from audit.analysis import Analysis
    from audit.comparison.credit.credit import credit
    from audit.ledger import load_profile, price
    from audit.loaders import read_file

    profile = load_profile()
    (folder / "before.yaml").write_text(before_file())
    before = read_file(folder / "before.yaml")
    ledger = best_of(5, lambda: price(Analysis(before.process), profile))
    for kind, overlay in (("mixed", mixed_file), ("all reroute", rerouting_file)):
        (folder / "after.yaml").write_text(overlay("before.yaml"))
        after = read_file(folder / "after.yaml")
        plan = after.plan_from(before)
        assert plan is not None
        ids = [change.id for change in plan.changes]
        start = time.perf_counter()
        for made in range(1 << len(ids)):
            plan.process(frozenset(i for k, i in enumerate(ids) if made >> k & 1))
        making = time.perf_counter() - start
        start = time.perf_counter()
        credited = credit(plan, profile)
        spent = time.perf_counter() - start
        line(
            f"credit twelve changes to 40 steps ({kind})",
            spent,
            f"{spent / credited.evaluations / ledger:.2f} ledgers a set, "
            f"{making / spent:.0%} of it making the processes",
        )


def recommending() -> None:
    """Print what finding the best of twenty changes costs, against trying all sets."""
    import random

    from audit.changes.search.branch_and_bound import best_set
    from tests.changes.search.test_branch_and_bound import (
        choices_of,
        random_changes,
        random_process,
        values_of,
    )
    from tests.changes.situations import loaded

    rng = random.Random(20)
    steps = random_process(rng)
    file, changes = loaded(steps), random_changes(rng, steps, 20)
    choices = choices_of(file, changes, budget=8.0)
    values = values_of(file, changes)
    spent = best_of(1, lambda: best_set(choices, values.value_of("score")))
    found = best_set(choices, values.value_of("score"))
    line(
        "find the best of 20 changes within a budget",
        spent,
        f"{values.evaluations:,} of {1 << 20:,} sets, "
        + ("proven" if found.proven else f"gap {found.gap:.2f} points"),
    )


def main() -> None:
    """Run all benchmarks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start_up(folder)
        loading()
        one_report()
        a_thousand(folder)
        crediting(folder)
    recommending()
    event_loop()


main()
