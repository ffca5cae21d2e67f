"""Which keys the file format knows at a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from audit.loaders.document import Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.step_format import BlockMap, StepMap
from audit.loaders.value_types import FileMap

_TAGGED: dict[str, type[FileMap]] = {"(step)": StepMap, "(block)": BlockMap}


def nearest_map(loc: Path, top: type[FileMap] = ProcessMap) -> type[FileMap]:
    """Return the mapping of a format that holds the last key of pydantic's path.

    Args:
        loc: the path, which also names the shapes met.
        top: the mapping that is the whole file.
    """
    here = top
    for part in loc[:-1]:
        if part in _TAGGED:
            here = _TAGGED[str(part)]
        elif isinstance(part, str):
            inside = _maps_under(here).get(part, ())
            here = inside[0] if inside else here
    return here


def fields_by_key(model: type[FileMap]) -> dict[str, FieldInfo]:
    """Return the fields of a mapping of the format by their keys in the file."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def keys_at(model: type[FileMap]) -> list[str]:
    """Return the keys of a mapping of the format, as the file spells them."""
    return list(fields_by_key(model))


@cache
def _maps_under(model: type[FileMap]) -> dict[str, tuple[type[FileMap], ...]]:
    return {
        key: tuple(_maps_in(field.annotation))
        for key, field in fields_by_key(model).items()
    }


def _maps_in(annotation: Any) -> Iterator[type[FileMap]]:
    if isinstance(annotation, type) and issubclass(annotation, FileMap):
        yield annotation
    for inner in get_args(annotation):
        yield from _maps_in(inner)
