"""Overlays on random processes: the same as the whole file that they stand for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from audit.errors import ProcessFileError
from audit.loaders import Loaded, read_file
from audit.model import Process, walk_blocks
from tests.loaders.overlay.files import whole, write
from tests.properties.strategies import Draft, Drafts, drafts, steps_of

_KEYS = {
    "pages_read": "pages",
    "print_pages": "print",
    "fax_pages": "fax",
    "wet_signatures": "signatures",
    "electronic_signatures": "signatures",
}
_KINDS = {"wet_signatures": "wet", "electronic_signatures": "electronic"}
folders = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def written(nodes: Drafts) -> list[dict[str, Any]]:
    """Return a draft as the steps of a file, every way on written out."""
    return [_written(node) for node in nodes]


def _written(node: Draft) -> dict[str, Any]:
    keys: dict[str, Any] = {"id": node.id, "next": node.next}
    if node.branches:
        return {**keys, "parallel": [written(branch) for branch in node.branches]}
    keys |= {"role": node.role, "wait": f"{node.wait} days"}
    for name, amount in node.counted.items():
        if name == "work":
            keys["work"] = f"{amount} min"
        elif name in _KINDS:
            keys.setdefault("signatures", {})[_KINDS[name]] = amount
        else:
            keys[_KEYS.get(name, name)] = amount
    return keys


@st.composite
def changes(draw: st.DrawFn, nodes: Drafts) -> list[dict[str, Any]]:
    """Draw up to five changes that may fit the process."""
    ids = [level[place].id for level, place in steps_of(nodes)]
    found: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 5))):
        step = draw(st.sampled_from(ids))
        deed = draw(st.sampled_from(["set", "scale", "add", "before", "remove"]))
        change: dict[str, Any] = {"id": f"c{number}"}
        match deed:
            case "set":
                days = draw(st.sampled_from([0.25, 4, 7]))
                change["set"] = {step: {"wait": f"{days} days", "calls": number + 1}}
            case "scale":
                change["scale"] = {step: {"wait": draw(st.sampled_from([0.5, 2]))}}
            case "add" | "before":
                place = "after" if deed == "add" else "before"
                new = {place: step, "id": f"new{number}", "role": "hr", "work": "9 min"}
                change["add"] = [new]
            case "remove":
                change["remove"] = [step]
        found.append(change)
    return found


def read(folder: Path, nodes: Drafts, deeds: list[dict[str, Any]]) -> Loaded | None:
    """Return what an overlay makes of a draft; None where the changes do not fit."""
    whole(folder, "before.yaml", written(nodes))
    after = write(folder, "after.yaml", extends="before.yaml", changes=deeds)
    try:
        return read_file(after)
    except ProcessFileError:
        return None


def placeless(process: Process) -> Process:
    """Return a process without the files and lines that it came from."""

    def plain(nodes: tuple[Any, ...]) -> Iterator[Any]:
        for node in nodes:
            flows = tuple(replace(flow, line=None) for flow in node.flows)
            node = replace(node, line=None, flows=flows)
            if hasattr(node, "branches"):
                branches = tuple(tuple(plain(branch)) for branch in node.branches)
                node = replace(node, branches=branches)
            yield node

    return replace(
        process,
        nodes=tuple(plain(process.nodes)),
        roles=tuple(replace(role, line=None) for role in process.roles),
        file="",
        sha256="",
        extends=(),
        variant=None,
    )


@folders
@given(data=st.data(), nodes=drafts())
def test_an_overlay_is_the_whole_file_it_stands_for(
    data: st.DataObject, nodes: Drafts, tmp_path: Path
) -> None:
    """What the changes leave, written out and read again, is the same process."""
    assume(steps_of(nodes))
    after = read(tmp_path, nodes, data.draw(changes(nodes)))
    assume(after is not None)
    assert after is not None
    full = tmp_path / "full.yaml"
    full.write_text(json.dumps(after.chain.roots[-1]), encoding="utf-8")
    assert placeless(read_file(full).process) == placeless(after.process)


@folders
@given(data=st.data(), nodes=drafts())
def test_the_order_of_changes_never_matters(
    data: st.DataObject, nodes: Drafts, tmp_path: Path
) -> None:
    """Shuffled, the changes make the same process, or do not fit all the same."""
    assume(steps_of(nodes))
    deeds = data.draw(changes(nodes))
    shuffled = data.draw(st.permutations(deeds))
    one, other = read(tmp_path, nodes, deeds), read(tmp_path, nodes, shuffled)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.process.nodes == other.process.nodes


@folders
@given(data=st.data(), nodes=drafts())
def test_a_plan_runs_from_the_before_to_the_after(
    data: st.DataObject, nodes: Drafts, tmp_path: Path
) -> None:
    """No change made is the before, all made is the after; blocks never go missing."""
    assume(steps_of(nodes))
    after = read(tmp_path, nodes, data.draw(changes(nodes)))
    assume(after is not None)
    assert after is not None
    before = read_file(tmp_path / "before.yaml")
    plan = after.plan_from(before)
    assert plan is not None
    everything = frozenset(change.id for change in plan.changes)
    assert plan.process(everything).nodes == after.process.nodes
    none = placeless(plan.process(frozenset())).nodes
    assert none == placeless(before.process).nodes
    assert len(list(walk_blocks(none))) == len(list(walk_blocks(before.process.nodes)))
