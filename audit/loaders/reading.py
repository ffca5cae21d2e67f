"""The one way through loading: bytes, text, document, file format, model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import Problem
from audit.loaders.audited_samples import check_audited_samples
from audit.loaders.dates import check_dates
from audit.loaders.decoding import text_of
from audit.loaders.document import Document, Map
from audit.loaders.doubts import check_doubts
from audit.loaders.file_format import ProcessMap
from audit.loaders.fitting import check_fitting
from audit.loaders.levels import written_levels
from audit.loaders.limits import check_limits
from audit.loaders.persons import check_persons
from audit.loaders.problem_text import shown
from audit.loaders.process_yaml import build_process
from audit.loaders.references import check_references
from audit.loaders.screen_shares import check_screen_shares
from audit.loaders.screens import check_screens
from audit.loaders.soundness import check_soundness
from audit.loaders.stated_hires import check_stated_hires
from audit.loaders.validation import validated
from audit.loaders.workload import check_workload
from audit.loaders.yaml_reader import read_document
from audit.model import ChangePlan, Process

if TYPE_CHECKING:
    from audit.loaders.overlay.layer import Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The files behind a process: a whole one, and the overlays above it."""

    document: Document
    """All of them; its root is the process with every change made."""
    roots: tuple[Map, ...]
    """The data after the whole file and after each overlay."""
    layers: tuple[Layer, ...]
    """The overlays, the nearest to the whole file first."""
    paths: tuple[Path | None, ...]
    """Of the whole file and of each overlay, links resolved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A process with what a reader of its file should look at."""

    process: Process
    warnings: tuple[Problem, ...]
    written: ProcessMap
    chain: Chain

    def plan_from(self, before: Loaded) -> ChangePlan | None:
        """Return the changes between another file and this one.

        None where this is no overlay, or none that starts from the other file.
        """
        place = before.chain.paths[-1]
        starts = self.chain.paths[:-1]
        if place is None or place not in starts:
            return None
        from audit.loaders.overlay.plan import OverlayPlan

        start = starts.index(place)
        return OverlayPlan(
            self.chain.roots[start],
            before.written,
            self.chain.layers[start:],
            self.chain.document,
            self.process,
        )


def read_file(path: Path | str) -> Loaded:
    """Read a process file or an overlay, and the warnings about it.

    Raises:
        ProcessFileError: the file is wrong; carries every problem found.
        OSError: there is no such file, or it cannot be opened.
    """
    return _read(Path(path).read_bytes(), str(path), Path(path))


def read_bytes(data: bytes, file: str, path: Path | None = None) -> Loaded:
    """Read a process from bytes.

    Args:
        data: the bytes.
        file: the name that problems show.
        path: where they lie, for an overlay to find the file that it extends.

    Raises:
        ProcessFileError: the bytes are wrong; carries every problem found.
    """
    return _read(data, file, path)


def _read(
    data: bytes,
    file: str,
    path: Path | None,
    first_line: int = 0,
    above: tuple[Path, ...] = (),
) -> Loaded:
    document = read_document(text_of(data, file), file, first_line)
    _require_mapping(document)
    place = None if path is None else path.resolve()
    if "extends" in document.root or "changes" in document.root:
        from audit.loaders.overlay.overlaid import read_overlay

        way = above if place is None else (*above, place)

        def read_base(base: Path) -> Loaded:
            name = str(Path(file).parent / base.relative_to(path.parent))  # type: ignore[union-attr]
            return _read(base.read_bytes(), name, base, document.next_line, way)

        return read_overlay(document, data, path, way, read_base)
    written, process = checked(document, data)
    return Loaded(
        process=process,
        warnings=document.problems,
        written=written,
        chain=Chain(
            document=document, roots=(document.root,), layers=(), paths=(place,)
        ),
    )


def checked(document: Document, data: bytes) -> tuple[ProcessMap, Process]:
    """Return what the data of a process says, and the process it describes.

    Raises:
        ProcessFileError: something is wrong; carries every problem found.
    """
    written = validated(document)
    process = None
    if written is not None:
        check_references(written, document)
        check_screens(written, document)
        check_audited_samples(written, document)
        check_fitting(written, document)
        check_persons(document)
        check_dates(document)
        check_doubts(written, document)
        check_workload(written, document)
        check_limits(written, document)
        check_stated_hires(written, document)
        if _complete(written):
            process = build_process(written, document, data)
            if not document.flows_in_doubt:
                check_soundness(written, process, document)
            if not document.failed:
                check_screen_shares(written, process, document)
    if written is None or process is None or document.failed:
        raise document.error()
    return written, process


def _complete(written: ProcessMap) -> bool:
    """Say whether every level holds a step, so that there is something to build."""
    return all(level.nodes for level in written_levels(written))


def _require_mapping(document: Document) -> None:
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
