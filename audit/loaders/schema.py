"""The JSON Schema of a process file, for editors and other tools.

It comes from the same models that read the file. Editors of today read draft-07, so
nothing newer is used. A schema cannot say all that the loader knows (that a flow leads
somewhere, that shares sum to 100 %): it helps while typing, `check` decides.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from audit.loaders.atoms import MOST_TIMES
from audit.loaders.file_format import ProcessMap
from audit.loaders.value_types import Cover, DayCount, FileMap
from audit.model import (
    Basis,
    Channel,
    Contact,
    FlowKind,
    Justification,
    Leaver,
    OnFailure,
    Per,
    Position,
    Priority,
    Removable,
    Scheduling,
    Scope,
    ScreenMethod,
    Side,
    StepKind,
    WaitCause,
)

DRAFT = "http://json-schema.org/draft-07/schema#"
_WORDS: tuple[type[StrEnum], ...] = (
    Basis,
    Channel,
    Contact,
    Cover,
    DayCount,
    FlowKind,
    Justification,
    Leaver,
    OnFailure,
    Per,
    Position,
    Priority,
    Removable,
    Scheduling,
    Scope,
    ScreenMethod,
    Side,
    StepKind,
    WaitCause,
)
_TRUTH = {"enum": [True, False, "yes", "no", "true", "false"]}
_ORIGIN = {
    "basis": {"enum": [basis.value for basis in Basis if basis is not Basis.UNSTATED]},
    "source": {"type": "string"},
    "by": {"type": "string"},
    "date": {"type": ["string", "number"]},
    "n": {"type": ["integer", "string"]},
    "note": {"type": "string"},
}


def process_schema() -> dict[str, Any]:
    """Return the JSON Schema of a process file."""
    return schema_of(
        ProcessMap,
        "Hiring process",
        "A hiring process for hiring-audit. `process`, `roles` and `steps` are "
        "required; a step needs `id` and `role`. What is left out is reported as not "
        "assessed.",
    )


def schema_of(model: type[FileMap], title: str, description: str) -> dict[str, Any]:
    """Return the JSON Schema of a file format."""
    schema = _plain(model.model_json_schema(by_alias=True))
    kinds = {name: _plain(kind) for name, kind in _kinds().items()}
    return {
        "$schema": DRAFT,
        "title": title,
        "description": description,
        "type": "object",
        "properties": schema["properties"],
        "required": schema["required"],
        "additionalProperties": False,
        "definitions": {**schema["$defs"], **kinds},
    }


def _kinds() -> dict[str, Any]:
    """Return the schemas of the values that keys take, by the name of their kind."""
    number = {"type": "number", "minimum": 0}
    amount = {"anyOf": [number, {"type": "string"}]}
    written = {"type": "string", "minLength": 1}
    return {
        "text": {"type": ["string", "number", "boolean", "null"]},
        "flag": {**_TRUTH, "description": "true or false."},
        "id": {"type": ["string", "integer"], "minLength": 1, "maxLength": 60},
        "reference": {"type": ["string", "integer"]},
        "count": _quantity(amount, "A number, a range such as 20-45, or with origin."),
        "money": _quantity(amount, "Money in the currency of the file."),
        "share": _quantity(
            {"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, written]},
            "70% or 0.7; a bare 70 is an error.",
        ),
        "duration": _quantity(
            {"anyOf": [{"const": 0}, written]},
            "5 days, 20-45 min, 3 business days, up to 1 week, about 3 months.",
        ),
        "total_days": _quantity(amount, "A number of days, or a duration."),
        "week_days": {
            "anyOf": [written, {"type": "array", "items": written, "minItems": 1}],
            "description": "mon-fri, or [mon, wed].",
        },
        "day_hours": {
            "type": "string",
            "minLength": 1,
            "description": "9:00-17:00, or 9-12, 13-17.",
        },
        "utc_offset": {
            "type": ["string", "number"],
            "description": "Hours ahead of the head office: +1, -5, +5:30.",
        },
        "day_list": {
            "type": "array",
            "items": {"$ref": "#/definitions/duration"},
            "description": "Times from the start of the clock.",
        },
        "factor": _factor(),
        "factors": {
            "description": "A factor, or several that are all multiplied in.",
            "anyOf": [
                {"$ref": "#/definitions/factor"},
                {"type": "array", "items": {"$ref": "#/definitions/factor"}},
            ],
        },
        "silence": {
            "anyOf": [_TRUTH, {"$ref": "#/definitions/duration"}],
            "description": "true for the whole wait, or how long.",
        },
        "pages_or_all": {
            "anyOf": [_TRUTH, {"$ref": "#/definitions/count"}],
            "description": "Pages; true: all pages of this step.",
        },
        "flow_share": {
            "anyOf": [
                {"enum": ["rest", "pass", "fail"]},
                {"$ref": "#/definitions/share"},
            ],
            "description": "A share, rest, or pass and fail beside a screen.",
        },
        **{
            kind.__name__: {
                "enum": [word.value for word in kind if word is not Basis.UNSTATED],
                "description": (kind.__doc__ or "").strip().splitlines()[0],
            }
            for kind in _WORDS
        },
    }


def _quantity(atom: dict[str, Any], description: str) -> dict[str, Any]:
    """Return the schema of a number that may be a range and carry its origin."""
    parts = dict.fromkeys(("value", "low", "likely", "high"), atom)
    return {
        "description": description,
        "anyOf": [
            atom,
            {
                "type": "object",
                "properties": {
                    **parts,
                    "times": {"$ref": "#/definitions/factors"},
                    **_ORIGIN,
                },
                "additionalProperties": False,
            },
        ],
    }


def _factor() -> dict[str, Any]:
    """Return the schema of what a number is multiplied by."""
    return _quantity(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": MOST_TIMES},
                {"type": "string", "minLength": 1},
            ]
        },
        "What a number is multiplied by: 0.5, 50%, 0.2-0.6, or with origin.",
    )


def _plain(schema: Any) -> Any:
    """Return a schema of pydantic's in draft-07, with the kinds of values by name."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {
        name: _plain(part)
        for name, part in schema.items()
        if name not in {"title", "default", "x-kind", "examples"}
    }
    if "examples" in schema:
        found["examples"] = schema["examples"]
    if "$ref" in found:
        found["$ref"] = found["$ref"].replace("#/$defs/", "#/definitions/")
    # Shapes overlap for a schema, not for the reader: any of them will do.
    if "oneOf" in found:
        found["anyOf"] = found.pop("oneOf")
    if "x-kind" in schema:
        found["anyOf"] = [{"$ref": f"#/definitions/{schema['x-kind']}"}]
    return found
