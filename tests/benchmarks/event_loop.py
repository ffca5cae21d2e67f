"""The event loop against SimPy and Ciw on one process of twelve steps, as ratios.

The process stands in `tests/simulation/twelve_steps.py`: applications every 0.475 h by
chance, two recruiters, three managers, one in HR, loops and a parallel block. The peers
run in the same minute, in turn with ours, and the shortest of several runs counts, so
that a busy machine slows all of them. The first run of a process waits for memory; each
engine has had one before the run that counts. Peers keep the times of cases and nothing
else; ours keeps waits by cause and step, work by role, and who left where.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from audit.simulation.calendar import office_hours
from audit.simulation.compile_tables import compile_tables
from audit.simulation.compiling import COMPILED
from audit.simulation.laws import exponential
from audit.simulation.run import Run, run_once
from audit.simulation.scenario import Duty, RolePool, Scenario, ScenarioStep
from audit.simulation.tables import Tables
from audit.simulation.workers import LocalWorkers
from tests.simulation.test_study import DAYS
from tests.simulation.twelve_steps import (
    MEAN_HOURS,
    MEAN_HOURS_ERROR,
    PEOPLE,
    Played,
    play_ciw,
    play_simpy,
    twelve_steps,
)

_CASES = {"ours": 200_000, "plain": 20_000, "SimPy": 10_000, "Ciw": 3_000}
_ROUNDS = 5
BY_HAND = 100
"""Times SimPy that a loop reaches which knows this one process and no tables."""
BY_HAND_SAID = f"which does {BY_HAND} x SimPy"
_WIDE = 58


def event_loop() -> None:
    """Print all lines of the event loop."""
    if len(sys.argv) > 1:
        print(_alone(sys.argv[1]))
        return
    ours, simpy, ciw, plain = _in_turn()
    _line("one case of twelve steps, compiled", f"{ours:.3f} us", f"{COMPILED=}")
    _line("    SimPy, times ours", f"{simpy / ours:.0f} x", f"{simpy:.1f} us a case")
    near = f"{100 * simpy / ours / BY_HAND:.0f} %"
    _line("    of the speed of a loop made for this process alone", near, BY_HAND_SAID)
    _line("    Ciw, times ours", f"{ciw / ours:.0f} x", f"{ciw:.1f} us a case")
    _line(
        "    SimPy, times ours without numba",
        f"{simpy / plain:.1f} x",
        f"{plain:.1f} us a case",
    )
    for what, scenario in _variants().items():
        _line(f"    with {what}", f"{_per_case(scenario) / ours:.2f} x", "the bare one")
    small, large = (int(_other_process(f"memory {n}")) for n in (1_000_000, 3_000_000))
    _line("memory for a case", f"{(large - small) / 2e6:.0f} bytes")
    first, second = (_other_process("digits", off=off) for off in "01")
    same = "the same" if first == second else "DIFFERENT"
    _line("digits with and without numba", same)
    _means()
    _signs()


def _line(what: str, figure: str, remark: str = "") -> None:
    print(f"{what:<{_WIDE}}{figure:>12}   {remark}")


def _seconds(work: object) -> tuple[float, object]:
    start = time.perf_counter()
    result = work()  # type: ignore[operator]
    return time.perf_counter() - start, result


def _in_turn() -> tuple[float, float, float, float]:
    """Return the microseconds of a case: ours, SimPy's, Ciw's, ours without numba."""
    tables = compile_tables(twelve_steps(_CASES["ours"]))
    run_once(compile_tables(twelve_steps(10)), 0)
    best = dict.fromkeys(_CASES, float("inf"))
    for seed in range(_ROUNDS):
        # Each twice in a row: the first run finds the caches that another engine left.
        # A run is kept until the next is done, so that its memory is not given back.
        for _ in range(2):
            spent, _kept = _spent_on_a_case(tables, seed)
            best["ours"] = min(best["ours"], spent)
        for name, play in (("SimPy", play_simpy), ("Ciw", play_ciw)):
            for _ in range(2):
                spent, played = _seconds(
                    lambda play=play, name=name, seed=seed: play(_CASES[name], seed)
                )
                assert isinstance(played, Played)
                best[name] = min(best[name], spent / played.cases)
        best["plain"] = min(best["plain"], float(_other_process("plain", off="1")))
    ours, plain, simpy, ciw = (1e6 * best[name] for name in _CASES)
    return ours, simpy, ciw, plain


def _per_case(scenario: Scenario) -> float:
    """Return the microseconds of a case, the shortest of several runs."""
    tables = compile_tables(scenario)
    best = float("inf")
    for seed in range(_ROUNDS):
        spent, _kept = _spent_on_a_case(tables, seed)
        best = min(best, spent)
    return 1e6 * best


def _variants() -> dict[str, Scenario]:
    """Return the process with one thing more each."""
    cases = _CASES["ours"]
    bare = twelve_steps(cases)
    duties = tuple(
        RolePool(
            id=role,
            people=people,
            duties=(Duty(id=role, share=0.2, work_hours=exponential(0.5), priority=0),),
        )
        for role, people in PEOPLE.items()
    )
    hours = tuple(
        RolePool(id=role, people=5 * people, calendar=office_hours())
        for role, people in PEOPLE.items()
    )
    urgent = tuple(
        replace(node, priority=0)
        if isinstance(node, ScenarioStep) and node.id in ("phone", "offer", "check")
        else node
        for node in bare.nodes
    )
    return {
        "priorities": replace(bare, nodes=urgent),
        "working hours (five times the people)": replace(bare, roles=hours),
        "other duties of a fifth of the time": replace(bare, roles=duties),
        "patience in the first queue": twelve_steps(cases, leaves_per_day=0.5),
        "job offers from elsewhere": replace(bare, other_offers_per_day=0.02),
    }


def _means() -> None:
    """Print how far the mean is from the published one, in standard errors."""
    tables = compile_tables(twelve_steps(_CASES["ours"]))
    hours = np.array([_mean_hours(run_once(tables, seed)) for seed in range(10)])
    error = float(np.hypot(hours.std(ddof=1) / 10**0.5, MEAN_HOURS_ERROR))
    _line(
        "mean of a case against the one expected",
        f"{(hours.mean() - MEAN_HOURS) / error:+.1f} s.e.",
        f"{hours.mean():.4f} and {MEAN_HOURS} hours",
    )


def _mean_hours(run: Run) -> float:
    ended = run.measured & (run.outcome >= 0)
    return 24 * float((run.ended - run.arrived)[ended].mean())


def _signs() -> None:
    """Print how often a packet of half the time looks slower, in pairs of runs."""
    before, after = twelve_steps(1000), twelve_steps(1000, packet=(1, 2, 4))
    rows = [
        list(LocalWorkers(1).rows(compile_tables(one), range(1000)))
        for one in (before, after)
    ]
    wrong = sum(b[DAYS] >= a[DAYS] for a, b in zip(*rows, strict=True))
    _line("pairs of 1,000 applicants with the wrong sign", f"{wrong / 10:.1f} %")


def _other_process(what: str, off: str = "0") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.event_loop", what],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "NUMBA_DISABLE_JIT": off},
    )
    return done.stdout.strip()


def _alone(what: str) -> str:
    """Return a figure that needs a process of its own."""
    kind, _, number = what.partition(" ")
    if kind == "memory":
        run_once(compile_tables(twelve_steps(float(number))), 1)
        return str(_most_memory())
    tables = compile_tables(twelve_steps(_CASES["plain"]))
    if kind == "plain":
        first, run = _spent_on_a_case(tables, seed=1)
        second, run = _spent_on_a_case(tables, seed=1)
        return repr(min(first, second))
    run = run_once(tables, 1)
    return hashlib.sha256(run.ended.tobytes() + run.waits.tobytes()).hexdigest()


def _most_memory() -> int:
    """Return the bytes that this process had at most.

    `getrusage` alone would count those of the process that started it, which may have
    compiled the loop.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = status.read_text().splitlines()
    return 1024 * int(next(line for line in lines if "VmHWM" in line).split()[1])


def _spent_on_a_case(tables: Tables, seed: int) -> tuple[float, Run]:
    """Return the seconds that one run takes, divided by its cases, and the run."""
    spent, run = _seconds(lambda: run_once(tables, seed))
    assert isinstance(run, Run)
    return spent / len(run.arrived), run


if __name__ == "__main__":
    event_loop()
