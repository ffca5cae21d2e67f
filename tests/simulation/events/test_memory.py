"""The compiled loop stays in the memory that is measured out for it.

Compiled, it does not ask whether a place is one of its table: a number too high would
change another table, or end the program. With the checks switched on such a place is an
error, so the runs of other tests are made once more with them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from audit.simulation.compiling import COMPILED

RUNS = ("tests/properties/test_runs.py", "tests/theory/test_postings.py")
ROOT = Path(__file__).parents[3]


def test_no_run_leaves_its_memory(tmp_path: Path) -> None:
    """Random scenarios, and postings by the thousand, with every place asked for."""
    assert COMPILED
    checked = {"NUMBA_BOUNDSCHECK": "1", "NUMBA_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", *RUNS],
        cwd=ROOT,
        env=os.environ | checked,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
