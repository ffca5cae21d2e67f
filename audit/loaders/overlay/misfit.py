"""A deed that does not fit the process that it meets."""

from __future__ import annotations

from audit.loaders.document import Span
from audit.loaders.overlay.tree import Level, Node, find, walk
from audit.loaders.problem_text import did_you_mean, shown


class Misfit(Exception):
    """A deed that does not fit; where it stands, what is wrong, what to do."""

    def __init__(
        self,
        code: str,
        message: str,
        at: Span,
        *,
        label: str = "",
        hint: str = "",
        missing: str = "",
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.at = code, message, at
        self.label, self.hint = label, hint
        self.missing = missing
        """Id of a step that is not there."""


def found_node(root: Level, node_id: str, at: Span) -> tuple[Level, Node]:
    """Return the node with this id and the level it stands on.

    Raises:
        Misfit: there is none.
    """
    there = find(root, node_id)
    if there is None:
        ids = [node.id for _, node in walk(root)]
        raise Misfit(
            "E077",
            f"there is no step '{shown(node_id)}' to change",
            at,
            label="nothing has this id",
            hint=did_you_mean(node_id, ids, "ids here"),
            missing=node_id,
        )
    return there
