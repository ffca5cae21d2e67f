"""The JSON Schema of an overlay, for editors and other tools."""

from __future__ import annotations

from typing import Any

from audit.loaders.overlay.format import OverlayMap
from audit.loaders.overlay.scaling import SCALABLE
from audit.loaders.schema import process_schema, schema_of


def overlay_schema() -> dict[str, Any]:
    """Return the JSON Schema of an overlay.

    What a change sets has the keys of a step or role, each of which may be null.
    """
    schema = schema_of(
        OverlayMap,
        "Changes to a hiring process",
        "Named changes to another file, for hiring-audit. `extends` and `changes` are "
        "required; a change needs an `id` and something that it does.",
    )
    whole = process_schema()["definitions"]
    steps = {
        key: value
        for kind in ("StepMap", "BlockMap")
        for key, value in whole[kind]["properties"].items()
        if key not in {"id", "parallel"}
    }
    own = schema["definitions"]
    schema["definitions"] = {
        **whole,
        **own,
        "step_keys": _settable("Keys to replace; null takes one away.", steps),
        "role_keys": _settable(
            "Keys of a role; null takes one away.", whole["RoleMap"]["properties"]
        ),
        "flow_shares": {
            "description": "By target of a way: its new share.",
            "type": "object",
            "additionalProperties": {"$ref": "#/definitions/flow_share"},
        },
        "step_factors": {
            "description": "By key: what its number is multiplied by.",
            "type": "object",
            "properties": {key: {"$ref": "#/definitions/factor"} for key in SCALABLE},
            "additionalProperties": False,
        },
        "share_factors": {
            "description": "By target of a way: what its share is multiplied by.",
            "type": "object",
            "additionalProperties": {"$ref": "#/definitions/factor"},
        },
        "AddMap": {
            **own["AddMap"],
            "properties": {
                **whole["StepMap"]["properties"],
                **whole["BlockMap"]["properties"],
                **own["AddMap"]["properties"],
            },
            "additionalProperties": False,
        },
    }
    return schema


def _settable(description: str, keys: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": description,
        "type": "object",
        "properties": {
            key: {
                "description": value.get("description", ""),
                "anyOf": [
                    {k: v for k, v in value.items() if k != "description"},
                    {"type": "null"},
                ],
            }
            for key, value in keys.items()
        },
        "additionalProperties": False,
    }
