"""The shipped processes and where the report of each is kept.

Files that extend another are no processes of their own.
"""

from __future__ import annotations

from pathlib import Path

from audit.cli.output import file_stem
from audit.loaders import load_process
from audit.model import Process
from audit.pipeline import audit_process
from audit.report import render_html

ROOT = Path(__file__).parents[1]
FILES = tuple(sorted((ROOT / "processes").glob("*/*.yaml")))
PROCESSES = tuple(path for path in FILES if not load_process(path).extends)
OVERLAYS = tuple(path for path in FILES if path not in PROCESSES)


def report_of(path: Path) -> tuple[Path, str]:
    """Return where the report of a shipped process is kept, and what it should hold."""
    process = load_process(path)
    return kept_at(process), render_html(audit_process(process))


def kept_at(process: Process) -> Path:
    """Return the place of a report, which is where `make report` writes it."""
    stem = file_stem(process.title, process.variant, "report")
    return ROOT / "reports" / f"{stem}.html"
