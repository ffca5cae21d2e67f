"""The written steps level by level, each with its path in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from audit.loaders.document import Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.step_format import BlockMap, StepMap
from audit.model import DONE, HIRED

Written = StepMap | BlockMap


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLevel:
    """The top level, or one branch of a block."""

    nodes: list[Written]
    path: Path
    end: str
    """Where its last node flows to."""

    def placed(self) -> Iterator[tuple[Written, Path]]:
        """Yield each node with its path."""
        for place, node in enumerate(self.nodes):
            yield node, (*self.path, place)


def written_levels(written: ProcessMap) -> Iterator[WrittenLevel]:
    """Yield the top level, then the branches of its blocks, and so on."""
    waiting = [WrittenLevel(nodes=written.steps, path=("steps",), end=HIRED)]
    while waiting:
        level = waiting.pop(0)
        yield level
        for node, path in level.placed():
            if isinstance(node, BlockMap):
                waiting.extend(
                    WrittenLevel(nodes=branch, path=(*path, "parallel", b), end=DONE)
                    for b, branch in enumerate(node.parallel)
                )


def written_steps(written: ProcessMap) -> Iterator[tuple[StepMap, Path]]:
    """Yield every step with its path, those of blocks included."""
    for level in written_levels(written):
        for node, path in level.placed():
            if isinstance(node, StepMap):
                yield node, path
