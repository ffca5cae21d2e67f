"""From an overlay and the process it changes to the process it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from audit.errors import Problem, ProcessFileError
from audit.loaders.document import Document, Map
from audit.loaders.overlay.chain import (
    base_path,
    check_changes,
    note_misfit,
    read_layer,
)
from audit.loaders.overlay.checking import check_rounds
from audit.loaders.overlay.edits import Misfit
from audit.loaders.overlay.layer import Layer, made, with_own_words
from audit.loaders.overlay.needs import needs_of
from audit.loaders.overlay.tree import read_tree
from audit.loaders.problem_text import shown
from audit.loaders.reading import Chain, Loaded, checked
from audit.model import SourceFile


def read_overlay(
    document: Document,
    data: bytes,
    path: Path | None,
    above: tuple[Path, ...],
    read_base: Callable[[Path], Loaded],
) -> Loaded:
    """Return the process that an overlay makes of the file it extends.

    Args:
        document: the overlay.
        data: its bytes.
        path: where it lies; None where it was not read from a file.
        above: the overlays that led to it, itself included, links resolved.
        read_base: reads the file it extends, its lines counted after the overlay's.

    Raises:
        ProcessFileError: the overlay, or the file it extends, is wrong.
    """
    layer = read_layer(document)
    base = read_base(base_path(document, path, above))
    check_changes(layer, base.chain.layers, document)
    parts = (document, *base.chain.document.parts)
    start = base.chain.roots[-1]
    everything = frozenset(change.id for change in layer.changes)
    joined = Document.joined(parts, start)
    joined.root = with_own_words(
        made(start, layer, everything, lambda misfit: note_misfit(misfit, joined)),
        layer,
    )
    layers = (*base.chain.layers, layer)
    needs = needs_of(
        layers, base.chain.roots[0], read_tree(base.chain.roots[0]["steps"])
    )
    check_rounds(layer, needs, joined)
    if joined.failed:
        raise joined.error()
    written, process = checked(joined, data)
    _check_each(layer, start, needs, joined)
    if joined.failed:
        raise joined.error()
    return Loaded(
        process=replace(process, extends=_files(base)),
        warnings=_new(joined.problems, base.warnings),
        written=written,
        chain=Chain(
            document=joined,
            roots=(*base.chain.roots, joined.root),
            layers=layers,
            paths=(*base.chain.paths, above[-1]),
        ),
    )


def _files(base: Loaded) -> tuple[SourceFile, ...]:
    own = SourceFile(file=base.process.file, sha256=base.process.sha256)
    return (own, *base.process.extends)


def _new(found: tuple[Problem, ...], known: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the warnings that the changed file does not have by itself."""
    return tuple(problem for problem in found if problem not in known)


def _check_each(
    layer: Layer, start: Map, needs: dict[str, frozenset[str]], document: Document
) -> None:
    """Note changes that alter nothing, and those that cannot be made by themselves.

    By itself means with what the change needs, and nothing else.
    """
    own = {change.id for change in layer.changes}
    for change in layer.changes:
        needed = needs[change.id] & own
        misfits: list[Misfit] = []
        before = made(start, layer, needed, misfits.append)
        after = made(start, layer, needed | {change.id}, misfits.append)
        trouble = misfits[0].message if misfits else _trouble(after, document)
        if trouble is not None:
            document.add(
                "E082",
                f"'{shown(change.id)}' cannot be made by itself: {trouble}",
                change.at,
                label="each change can be made or left out",
                hint="add needs: [...] with the change that it takes",
            )
        elif after == before:
            document.add(
                "E075",
                f"the change '{shown(change.id)}' alters nothing",
                change.at,
                label="the process says so already",
                hint="take it out, or set another value",
            )


def _trouble(root: Map, document: Document) -> str | None:
    """Return what is wrong with a variant; None when it hangs together."""
    try:
        checked(Document.joined(document.parts, root), b"")
    except ProcessFileError as error:
        return next(
            problem.message for problem in error.problems if problem.code[0] == "E"
        )
    return None
