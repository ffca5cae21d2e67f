"""Each deed makes the process that somebody would write out by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from audit.exports.result_json import results_json
from audit.loaders import Loaded, read_file
from audit.pipeline import audit_process
from audit.result import AuditResult
from tests.loaders.overlay.files import overlaid, whole

CASES = tuple(sorted((Path(__file__).parent / "deeds").glob("*.yaml")))


def unplaced(loaded: Loaded) -> AuditResult:
    """Return the audit of a process without the files and lines it came from."""
    process = loaded.process
    result = audit_process(process)
    outline = result.process
    return replace(
        result,
        input=replace(result.input, file="", sha256="", extends=()),
        process=replace(
            outline,
            variant=None,
            steps=tuple(replace(step, line=None) for step in outline.steps),
            blocks=tuple(replace(block, line=None) for block in outline.blocks),
        ),
        findings=tuple(
            replace(f, steps=tuple(replace(s, line=None) for s in f.steps))
            for f in result.findings
        ),
    )


def case(path: Path) -> dict[str, Any]:
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.SafeLoader)
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_overlay_is_the_file_it_stands_for(path: Path, tmp_path: Path) -> None:
    """Audited, the two give the same result, byte for byte."""
    told = case(path)
    after = overlaid(tmp_path, told["base"], told["changes"])
    full = read_file(
        whole(tmp_path, "full.yaml", told["full"], roles=told.get("roles", {}))
    )
    assert results_json([unplaced(after)]) == results_json([unplaced(full)])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_order_of_changes_never_matters(path: Path, tmp_path: Path) -> None:
    """Turned round, the changes of a file make the same process."""
    told = case(path)
    after = overlaid(tmp_path, told["base"], told["changes"])
    turned = overlaid(tmp_path, told["base"], told["changes"][::-1])
    assert after.process.nodes == turned.process.nodes


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_file_below_stays_as_it_was(path: Path, tmp_path: Path) -> None:
    """With no change made, the plan gives the before; with all, the after."""
    told = case(path)
    after = overlaid(tmp_path, told["base"], told["changes"])
    before = read_file(tmp_path / "before.yaml")
    plan = after.plan_from(before)
    assert plan is not None
    everything = frozenset(change.id for change in plan.changes)
    assert plan.process(everything).nodes == after.process.nodes
    untouched = replace(before, process=plan.process(frozenset()))
    assert results_json([unplaced(untouched)]) == results_json([unplaced(before)])
