"""The JSON Schema of a catalogue file, for editors and other tools."""

from __future__ import annotations

from typing import Any

from audit.changes.own.format import STEP_KEYS, CatalogueMap
from audit.loaders.overlay.schema import overlay_schema
from audit.loaders.schema import schema_of


def catalogue_schema() -> dict[str, Any]:
    """Return the JSON Schema of a catalogue file."""
    schema = schema_of(
        CatalogueMap,
        "Changes to hiring processes",
        "Your own changes for `hiring-audit recommend --catalogue`, and your numbers "
        "for those that ship. `catalogue` is required. A change is written as in an "
        "overlay; `each` in its deeds stands for every step that its `when` finds.",
    )
    own = schema["definitions"]
    schema["definitions"] = {
        **overlay_schema()["definitions"],
        **own,
        "step_key": {"enum": list(STEP_KEYS), "description": "A key of a step."},
        **{
            f"{kind}s": {
                "description": "One, or a list of them.",
                "anyOf": [
                    {"$ref": f"#/definitions/{kind}"},
                    {"type": "array", "items": {"$ref": f"#/definitions/{kind}"}},
                ],
            }
            for kind in ("Side", "StepKind", "Channel")
        },
    }
    return schema
