"""The one way through loading: bytes, document, file format, model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from audit.errors import Problem, RequestError
from audit.loaders.document import Map, read_document
from audit.loaders.fault import Fault, Faults
from audit.loaders.file_format import ProcessMap
from audit.loaders.process_yaml import build_process
from audit.model import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedProcess:
    """A process with what a reader of its file should look at."""

    process: Process
    warnings: tuple[Problem, ...]


def read_process(path: Path | str) -> LoadedProcess:
    """Read a process file and the warnings about it.

    Raises:
        ProcessFileError: the file is wrong; carries every problem found.
        RequestError: there is no such file, or it cannot be opened.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise RequestError(f"{path}: {error.strerror or error}") from None
    return read_process_bytes(data, str(path))


def read_process_bytes(data: bytes, file: str) -> LoadedProcess:
    """Read a process from bytes; `file` is the name that problems show.

    Raises:
        ProcessFileError: the bytes are wrong; carries every problem found.
    """
    document = read_document(data.decode(), file)
    if not isinstance(document.root, Map):
        document.add("E012", "the file holds no process", ())
        raise document.error()
    clock = document.root.get("clock")
    business = isinstance(clock, Map) and clock.get("days") == "business"
    try:
        written = ProcessMap.model_validate(
            document.root, context={"business": business}
        )
    except ValidationError as error:
        for one in error.errors(include_url=False):
            fault = one.get("ctx", {}).get("error")
            faults = fault.faults if isinstance(fault, Faults) else [fault]
            for each in faults:
                if isinstance(each, Fault):
                    document.add(
                        each.code,
                        each.message,
                        (*one["loc"], *each.path),
                        label=each.label,
                        hint=each.hint,
                        key=each.key,
                    )
                else:
                    document.add("E016", one["msg"], one["loc"])
    if document.failed():
        raise document.error()
    return LoadedProcess(
        process=build_process(written, document, data),
        warnings=document.sorted_problems(),
    )
