"""The line that would be right where a value has the wrong shape.

A single value where a list or a mapping belongs is put into one, if the file format
then takes it: `remove: board` becomes `remove: [board]`, `cost: 5000` becomes
`cost: {one_off: 5000}`. Else the example of the key is shown.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from audit.loaders.document import Path
from audit.loaders.format_keys import fields_by_key, nearest_map
from audit.loaders.meant_numbers import plain_number
from audit.loaders.problem_text import shown
from audit.loaders.value_types import FileMap

_PLAIN = re.compile(r"[\w.$€£%-][\w .$€£%-]{0,39}")
"""A short value that stands in a list or a mapping without quotes."""
_LONGEST = 40
"""Characters of a value that is repeated in a hint."""


def shape_hint(loc: Path, met: object, wants_list: bool, top: type[FileMap]) -> str:
    """Return what to write instead of a value of the wrong shape; empty if unclear.

    Args:
        loc: pydantic's path to the value, which also names the shapes met.
        met: the value.
        wants_list: a list belongs there, else a mapping.
        top: the mapping that is the whole file.
    """
    names = [part for part in loc if isinstance(part, str) and part[:1] != "("]
    if wants_list and names[-1:] == ["parallel"]:
        return "each branch is a list of steps: begin it with '- - id: ...'"
    if wants_list and names[-1:] == ["steps"]:
        return "begin each step with '- id: ...'"
    if "roles" in names[-2:-1]:
        return "write for example {side: employer}"
    last = loc[-1] if loc else ""
    owner = nearest_map(loc, top)
    field = fields_by_key(owner).get(str(last))
    if field is None:
        # An entry of a list or of a mapping by name: the mapping is its own shape.
        entry = _filled(owner, met)
        name = f"{shown(last)}: " if isinstance(last, str) and last[:1] != "(" else ""
        return f"write for example {name}{entry}" if entry else ""
    example = (field.examples or [None])[0]
    if wants_list and isinstance(example, list) and isinstance(example[0], str):
        right = f"[{met}]" if _is_plain(met) else _flow(example)
    else:
        inner = nearest_map((*loc, ""), top)
        right = (not wants_list and inner is not owner and _filled(inner, met)) or (
            _flow(example)
        )
    return f"write for example {last}: {right}"


def _filled(model: type[FileMap], met: object) -> str:
    """Return a mapping whose first key holds what was met, if it is right so."""
    if not isinstance(met, str) or len(met) > _LONGEST:
        return ""
    key = next(iter(fields_by_key(model)))
    values = [met] if _is_plain(met) else []
    if number := plain_number(met):
        values.append(number)
    for value in values:
        try:
            model.model_validate({key: value}, context={"business": False})
        except ValidationError:
            continue
        return f"{{{key}: {value}}}"
    return ""


def _is_plain(met: object) -> bool:
    return isinstance(met, str) and bool(_PLAIN.fullmatch(met))


def _flow(example: Any) -> str:
    """Write an example of the file format on one line."""
    if isinstance(example, dict):
        return f"{{{', '.join(f'{k}: {_flow(v)}' for k, v in example.items())}}}"
    if isinstance(example, list):
        return f"[{', '.join(map(_flow, example))}]"
    return str(example)
