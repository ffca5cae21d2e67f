"""Overlays that lie in no file yet: changes proposed, tried before they are written."""

from __future__ import annotations

from itertools import permutations

from audit.loaders.decoding import text_of
from audit.loaders.document import Document
from audit.loaders.overlay.chain import read_layer
from audit.loaders.overlay.checking import Touch, touches
from audit.loaders.overlay.layer import Layer
from audit.loaders.overlay.overlaid import overlaid
from audit.loaders.overlay.plan import OverlayPlan
from audit.loaders.reading import Loaded
from audit.loaders.yaml_reader import read_document


def read_unwritten(base: Loaded, text: str, file: str) -> Loaded:
    """Return what an overlay makes of a file, as if it lay beside it.

    Args:
        base: the file that it extends.
        text: of the overlay.
        file: its name.

    Raises:
        ProcessFileError: the overlay is wrong; carries every problem found.
    """
    data = text.encode("utf-8", "surrogatepass")
    document, layer = _layer(data, file)
    return overlaid(document, data, layer, base, None)


def plan_of(base: Loaded, text: str, file: str) -> OverlayPlan:
    """Return the changes of an overlay as a plan, without making them all together.

    Some of them may be alternatives; only sets that make a process are ever asked for.

    Args:
        base: the file that the overlay extends.
        text: of the overlay.
        file: its name.

    Raises:
        ProcessFileError: the text does not fit the format of an overlay.
    """
    document, layer = _layer(text.encode("utf-8", "surrogatepass"), file)
    joined = Document.joined(
        (document, *base.chain.document.parts), base.chain.roots[-1]
    )
    return OverlayPlan(
        base.chain.roots[-1], base.written, (layer,), joined, base.process
    )


def clashes(text: str, file: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of changes of an overlay that lay hold of the same thing.

    Each pair in both orders.

    Raises:
        ProcessFileError: the text does not fit the format of an overlay.
    """
    _, layer = _layer(text.encode("utf-8", "surrogatepass"), file)
    holders: dict[Touch, set[str]] = {}
    for change in layer.changes:
        for touch, _, _ in touches(change):
            holders.setdefault(touch, set()).add(change.id)
    return frozenset(
        pair for ids in holders.values() for pair in permutations(sorted(ids), 2)
    )


def _layer(data: bytes, file: str) -> tuple[Document, Layer]:
    """Return an overlay and its changes; its lines count below those of any file."""
    text = text_of(data, file)
    lines = len(Document(text, file).lines)
    document = read_document(text, file, -lines)
    return document, read_layer(document)
