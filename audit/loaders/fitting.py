"""What a step of its kind cannot have, and blocks without a step."""

from __future__ import annotations

from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.levels import written_levels, written_steps
from audit.loaders.problem_text import shown
from audit.loaders.step_format import BlockMap, StepMap
from audit.model import Quantity, Side

_OF_PEOPLE = (
    "work",
    "pages",
    "fields",
    "repeated_fields",
    "documents",
    "signatures",
    "print",
    "scan",
    "fax",
    "uploads",
    "logins",
    "calls",
    "trip",
    "cost",
    "rekey",
    "check",
    "file",
)
_OF_STAFF = ("rekey", "check", "file")


def check_fitting(written: ProcessMap, document: Document) -> None:
    """Note quantities at steps that cannot have them."""
    for step, path in written_steps(written):
        role = written.roles.get(step.role)
        if role is not None and role.side is Side.SYSTEM:
            _note_misfits(step, path, _OF_PEOPLE, document, "E063")
        if role is not None and role.side is Side.CANDIDATE:
            _note_misfits(step, path, _OF_STAFF, document, "E064")
        if isinstance(step.signatures, Quantity) and step.signatures.mean > 0:
            document.add(
                "E066",
                "signatures are counted by kind",
                (*path, "signatures"),
                label="in ink, electronic or before a notary?",
                hint="write for example signatures: {wet: 2}",
            )
    _check_branches(written, document)


def _note_misfits(
    step: StepMap, path: Path, keys: tuple[str, ...], document: Document, code: str
) -> None:
    for key in keys:
        value = getattr(step, key)
        # A nought is an answer that fits everywhere; defaults are not written here.
        if value in (None, False) or not document.has((*path, key)):
            continue
        if isinstance(value, Quantity) and value.mean == 0:
            continue
        message = (
            f"'{shown(step.id)}' is done by a system, which has no '{key}'"
            if code == "E063"
            else f"'{key}' is work of staff, but the candidate does '{shown(step.id)}'"
        )
        document.add(
            code,
            message,
            (*path, key),
            key=True,
            label="cannot be here",
            hint="move it to the step of the people who do it",
        )


def _check_branches(written: ProcessMap, document: Document) -> None:
    for level in written_levels(written):
        for node, path in level.placed():
            if not isinstance(node, BlockMap):
                continue
            for place, branch in enumerate(node.parallel):
                if not branch:
                    document.flows_in_doubt = True
                    document.add(
                        "E065",
                        f"a branch of '{shown(node.id)}' is empty",
                        (*path, "parallel", place),
                        label="no step in it",
                        hint="put a step into it, or take the branch out",
                    )
