"""The shipped processes and where the report of each is kept."""

from __future__ import annotations

from pathlib import Path

from audit.cli.output import file_stem
from audit.loaders import load_process
from audit.model import Process
from audit.pipeline import audit_process
from audit.report import render_html

ROOT = Path(__file__).parents[1]
PROCESSES = tuple(sorted((ROOT / "processes").glob("*/*.yaml")))


def report_of(path: Path) -> tuple[Path, str]:
    """Return where the report of a shipped process is kept, and what it should hold."""
    process = load_process(path)
    return kept_at(process), render_html(audit_process(process))


def kept_at(process: Process) -> Path:
    """Return the place of a report, which is where `make report` writes it."""
    stem = file_stem(process.title, process.variant, "report")
    return ROOT / "reports" / f"{stem}.html"
