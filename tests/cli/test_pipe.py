"""The command in a pipe."""

import subprocess
import sys


def test_a_reader_who_stops_early_is_no_error() -> None:
    """`hiring-audit explain | head -1` ends quietly."""
    with subprocess.Popen(
        [sys.executable, "-m", "audit", "explain"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        said = running.stderr.read().decode()
    assert "Traceback" not in said
    assert "error" not in said
