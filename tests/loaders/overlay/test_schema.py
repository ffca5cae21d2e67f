"""The JSON Schema of an overlay, and the overlay to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from audit.loaders import overlay_schema, overlay_starter, read_file
from tests.loaders.overlay.files import whole
from tests.shipped import OVERLAYS

CASES = tuple(sorted((Path(__file__).parent / "deeds").glob("*.yaml")))


def found(data: Any) -> list[str]:
    schema = overlay_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    errors = jsonschema.Draft7Validator(schema).iter_errors(data)
    return [error.message for error in errors]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_overlays_that_load_fit_the_schema(path: Path) -> None:
    """The editor marks nothing in a change that the loader takes."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert found({"extends": "before.yaml", "changes": told["changes"]}) == []


@pytest.mark.parametrize("path", OVERLAYS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_shipped_overlays_fit_the_schema(path: Path) -> None:
    """Nor in one that ships."""
    assert found(yaml.safe_load(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"id": "a", "sets": {}},
        {"id": "a", "set": {"b": {"wiat": "3 days"}}},
        {"id": "a", "set": {"b": {"id": "c"}}},
        {"id": "a", "shares": {"b": {"c": 70}}},
        {"id": "a", "add": [{"after": "b", "role": "hr"}]},
        {"id": "a", "add": [{"between": ["b"], "id": "c", "role": "hr"}]},
        {"id": "a", "roles": {"b": {"sides": "employer"}}},
        {"set": {"b": {"pages": 3}}},
    ],
)
def test_slips_are_marked_while_typing(change: dict[str, Any]) -> None:
    """Unknown deeds and keys, a bare 70 for a share, half a place, no id."""
    assert found({"extends": "before.yaml", "changes": [change]})


def test_every_key_is_described_with_an_example() -> None:
    """Whoever types a key of a change sees what it means and how it looks."""
    schema = overlay_schema()
    for name in ("ChangeMap", "CostMap", "PlaceMap", "MoveMap", "GroupMap"):
        for key, part in (
            schema["definitions"].get(name, {}).get("properties", {}).items()
        ):
            assert part.get("description"), f"{name}.{key}"
            assert part.get("examples"), f"{name}.{key}"
    assert all(part.get("description") for part in schema["properties"].values())


@pytest.mark.parametrize(
    "name",
    [
        "before.yaml",
        "it's: 1 # {of} *three*.yaml",
        'a "quoted" one.yaml',
        "nurses \U0001f389 \u63a1\u7528.yaml",
        "from\u202eright\u2028to left.yaml",
    ],
)
def test_the_starter_loads_and_alters_something(name: str, tmp_path: Path) -> None:
    """Whatever the file below is called, the first `compare` works."""
    steps = [
        {"id": "a", "role": "hr", "wait": "3 days"},
        {"id": "b", "role": "hr", "wait": "9 days"},
    ]
    before = read_file(whole(tmp_path, name, steps))
    after = tmp_path / "after.yaml"
    after.write_text(overlay_starter(before.process), encoding="utf-8")
    loaded = read_file(after)
    wait = loaded.process.steps[1].wait
    assert wait is not None
    assert wait.takes.mean == 1.0
    assert loaded.plan_from(before) is not None
