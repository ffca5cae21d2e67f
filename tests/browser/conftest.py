"""One real Chromium for all browser tests of a worker, and the pages to open."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from audit.loaders import load_process
from audit.pipeline import audit_process
from audit.report import (
    render_comparison_html,
    render_html,
    render_scenarios_html,
)
from tests.report.comparison.comparisons import compared, scenarios
from tests.report.recommendation.recommendations import recommended

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STORIES = {
    "packet": Path("processes/packet/before.yaml"),
    "hospital": Path("processes/hospital/before.yaml"),
}
COMPARED = ("packet", "portal")
SCENARIOS = "scenarios"
RECOMMENDED = ("good", "screen")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system; without one CI fails, others leave these tests out."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("no chromium: CI has to install one")
        pytest.skip("no chromium on this machine; set CHROMIUM to its path")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session", params=sorted(STORIES))
def page_file(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The report of a story, as a file."""
    result = audit_process(load_process(STORIES[request.param]))
    path = tmp_path_factory.mktemp("report") / f"{request.param}.html"
    path.write_text(render_html(result), encoding="utf-8")
    return path


def comparison_page(name: str, folder: Path) -> Path:
    """Write a comparison, or the page of several scenarios, into a folder."""
    path = folder / f"{name}.html"
    page = (
        render_scenarios_html(scenarios())
        if name == SCENARIOS
        else render_comparison_html(compared(name))
    )
    path.write_text(page, encoding="utf-8")
    return path


@pytest.fixture(scope="session", params=COMPARED)
def comparison_file(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The comparison of a story before with one after, as a file."""
    return comparison_page(request.param, tmp_path_factory.mktemp("comparison"))


@pytest.fixture(scope="session")
def scenarios_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Several scenarios on one page, as a file."""
    return comparison_page(SCENARIOS, tmp_path_factory.mktemp("scenarios"))


@pytest.fixture(scope="session", params=[*COMPARED, SCENARIOS])
def compared_file(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Every page that compares: of two processes, and of several."""
    return comparison_page(request.param, tmp_path_factory.mktemp("compared"))


@pytest.fixture(scope="session", params=RECOMMENDED)
def recommended_file(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The report of a process with what to do first, as a file."""
    path = tmp_path_factory.mktemp("recommended") / f"{request.param}.html"
    path.write_text(render_html(*recommended(request.param)), encoding="utf-8")
    return path
