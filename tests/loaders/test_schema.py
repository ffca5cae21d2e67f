"""The JSON Schema that editors read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from audit.loaders import load_process_text, process_schema, starter_text
from tests.shipped import PROCESSES

FILES = [*PROCESSES, *Path("tests/field").glob("*.yaml")]
LATER_THAN_DRAFT_07 = {
    "$defs",
    "prefixItems",
    "unevaluatedProperties",
    "dependentSchemas",
    "dependentRequired",
    "$dynamicRef",
}


def parts(schema: Any, path: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every mapping of a schema with its path."""
    if isinstance(schema, dict):
        yield path, schema
        for name, part in schema.items():
            if name != "examples":
                yield from parts(part, f"{path}/{name}")
    elif isinstance(schema, list):
        for place, part in enumerate(schema):
            yield from parts(part, f"{path}/{place}")


def keys() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every key that a file may have, with its schema."""
    schema = process_schema()
    yield from schema["properties"].items()
    for name, part in schema["definitions"].items():
        if part.get("type") == "object" and name.endswith(("Map", "Keys")):
            for key, value in part["properties"].items():
                yield f"{name}.{key}", value


def validator() -> jsonschema.Draft7Validator:
    schema = process_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def test_every_key_is_described_with_an_example() -> None:
    """Whoever types a key sees what it means and how it looks."""
    bare = [key for key, part in keys() if not part.get("description")]
    unseen = [key for key, part in keys() if not part.get("examples")]
    assert (bare, unseen) == ([], [])
    assert len(list(keys())) > 100


def test_editors_of_today_can_read_it() -> None:
    """Nothing newer than draft-07, and every reference leads somewhere."""
    schema = process_schema()
    for path, part in parts(schema):
        assert not LATER_THAN_DRAFT_07 & set(part), path
        if "$ref" in part:
            name = part["$ref"].removeprefix("#/definitions/")
            assert name in schema["definitions"], path


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_files_that_load_are_files_of_the_schema(path: Path) -> None:
    """The editor marks nothing in a file that the loader takes."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = [error.message for error in validator().iter_errors(_dateless(data))]
    assert found == []


def _dateless(value: Any) -> Any:
    """Turn dates back into words: only YAML 1.1, which this reader is, knows them."""
    if isinstance(value, dict):
        return {key: _dateless(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_dateless(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize(
    "wrong",
    [
        {"process": "A", "roles": {}, "steps": [], "wiat": 1},
        {"process": "A", "roles": {"hr": {"side": "boss"}}, "steps": []},
        {"process": "A", "roles": {}, "steps": [{"id": "a"}]},
        {
            "process": "A",
            "roles": {},
            "steps": [{"id": "a", "role": "b", "applies_to": 70}],
        },
    ],
)
def test_slips_are_marked_while_typing(wrong: dict[str, Any]) -> None:
    """Unknown keys and words, a missing role, a bare 70 for a share."""
    assert list(validator().iter_errors(wrong))


def test_every_example_of_a_key_is_valid() -> None:
    """What the editor offers is what it accepts."""
    schema = process_schema()
    for key, part in keys():
        one = {**part, "definitions": schema["definitions"]}
        for example in part["examples"]:
            found = [
                e.message for e in jsonschema.Draft7Validator(one).iter_errors(example)
            ]
            assert found == [], key


def test_the_starter_is_a_process_with_both_modelines() -> None:
    """VS Code and JetBrains find the schema beside it; the loader has no complaint."""
    text = starter_text()
    assert text.startswith(
        "# yaml-language-server: $schema=process.schema.json\n"
        "# $schema: process.schema.json\n"
    )
    process = load_process_text(text)
    assert len(process.steps) > 5
    assert process.demand is not None, "it can be simulated as it is"
