"""From an overlay and the process it changes to the process it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from audit.errors import Problem, ProcessFileError
from audit.loaders.document import Document
from audit.loaders.overlay.chain import base_path, note_misfit, read_layer
from audit.loaders.overlay.checking import check_layer, check_rounds
from audit.loaders.overlay.layer import Layer, made, with_own_words
from audit.loaders.overlay.misfit import Misfit
from audit.loaders.overlay.needs import needs_of
from audit.loaders.overlay.tree import read_tree
from audit.loaders.overlay.trials import blamed, check_trials, trials
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
    return overlaid(document, data, layer, base, above[-1])


def overlaid(
    document: Document, data: bytes, layer: Layer, base: Loaded, place: Path | None
) -> Loaded:
    """Return the process that the changes of an overlay make of another file.

    Args:
        document: the overlay.
        data: its bytes.
        layer: its changes.
        base: the file it extends; no line of the two has the same number.
        place: where the overlay lies, links resolved; None where it lies nowhere.

    Raises:
        ProcessFileError: the overlay is wrong.
    """
    below = base.chain
    start, whole = below.roots[-1], below.roots[0]
    joined = Document.joined((document, *below.document.parts), start)
    layers = (*below.layers, layer)
    needs = needs_of(layers, whole, read_tree(whole["steps"]))
    check_layer(layer, below.layers, joined)
    check_rounds(layer, needs, joined)
    clear = not joined.failed
    misfits: list[Misfit] = []
    everything = frozenset(change.id for change in layer.changes)
    root = made(start, layer, everything, misfits.append)
    tried = trials(layer, start, needs, misfits)
    # Changes that clash do not fit together for that alone: then only what does not
    # fit by itself either is worth saying.
    for misfit in misfits if clear else [m for trial in tried for m in trial.misfits]:
        note_misfit(misfit, joined, below.layers)
    if joined.failed:
        raise joined.error()
    joined.root = with_own_words(root, layer)
    try:
        written, process = checked(joined, data)
    except ProcessFileError as error:
        raise blamed(error, layer, tried, joined) from None
    check_trials(tried, joined)
    if joined.failed:
        raise joined.error()
    return Loaded(
        process=replace(process, extends=_files(base)),
        warnings=_new(joined.problems, base.warnings),
        written=written,
        chain=Chain(
            document=joined,
            roots=(*below.roots, joined.root),
            layers=layers,
            paths=(*below.paths, place),
        ),
    )


def _files(base: Loaded) -> tuple[SourceFile, ...]:
    own = SourceFile(file=base.process.file, sha256=base.process.sha256)
    return (own, *base.process.extends)


def _new(found: tuple[Problem, ...], known: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the warnings that the changed file does not have by itself."""
    return tuple(problem for problem in found if problem not in known)
