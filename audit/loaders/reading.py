"""The one way through loading: bytes, text, document, file format, model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from audit.errors import Problem
from audit.loaders.decoding import text_of
from audit.loaders.document import Document, Map
from audit.loaders.doubts import check_doubts
from audit.loaders.file_format import ProcessMap
from audit.loaders.fitting import check_fitting
from audit.loaders.levels import written_levels
from audit.loaders.persons import check_persons
from audit.loaders.problem_text import shown
from audit.loaders.process_yaml import build_process
from audit.loaders.references import check_references
from audit.loaders.screens import check_screens
from audit.loaders.soundness import check_soundness
from audit.loaders.validation import validated
from audit.loaders.yaml_reader import read_document
from audit.model import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A process with what a reader of its file should look at."""

    process: Process
    warnings: tuple[Problem, ...]


def read_file(path: Path | str) -> Loaded:
    """Read a process file, and the warnings about it.

    Raises:
        ProcessFileError: the file is wrong; carries every problem found.
        OSError: there is no such file, or it cannot be opened.
    """
    return read_bytes(Path(path).read_bytes(), str(path))


def read_bytes(data: bytes, file: str) -> Loaded:
    """Read a process from bytes; `file` is the name that problems show.

    Raises:
        ProcessFileError: the bytes are wrong; carries every problem found.
    """
    document = read_document(text_of(data, file), file)
    _require_process(document)
    written = validated(document)
    process = None
    if written is not None:
        check_references(written, document)
        check_screens(written, document)
        check_fitting(written, document)
        check_persons(document)
        check_doubts(written, document)
        if _complete(written):
            process = build_process(written, document, data)
            if not document.flows_in_doubt:
                check_soundness(written, process, document)
    if process is None or document.failed:
        raise document.error()
    return Loaded(process=process, warnings=document.problems)


def _complete(written: ProcessMap) -> bool:
    """Say whether every level holds a step, so that there is something to build."""
    return all(level.nodes for level in written_levels(written))


def _require_process(document: Document) -> None:
    """Refuse at once what is no process file at all."""
    root = document.root
    if root is None:
        document.add(
            "E012",
            "the file is empty",
            (),
            hint="hiring-audit new FILE writes a commented example",
        )
        raise document.error()
    if not isinstance(root, Map):
        document.add(
            "E016",
            f"a process file is a mapping of keys, not {shown(root)}",
            (),
            hint="hiring-audit new FILE writes a commented example",
        )
        raise document.error()
    if overlay := [key for key in ("extends", "changes") if key in root]:
        document.add(
            "E013",
            "this file is an overlay of changes, which this version cannot read",
            (overlay[0],),
            key=True,
            hint="write the changed process as a whole file",
        )
        raise document.error()
