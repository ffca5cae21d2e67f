"""What a step of its kind cannot have, and blocks without a step."""

from __future__ import annotations

from audit.loaders.defaults import origin, with_defaults
from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.levels import written_levels, written_steps
from audit.loaders.problem_text import shown
from audit.loaders.step_format import (
    BlockMap,
    DocumentsMap,
    PagesMap,
    SignaturesMap,
    StepMap,
)
from audit.loaders.sums import ZERO, add_quantities
from audit.model import Quantity, Side

_OF_PEOPLE = (
    "pages",
    "fields",
    "repeated_fields",
    "instructions",
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
    for own, path in written_steps(written):
        step = with_defaults(own, written)
        role = written.roles.get(step.role)
        if role is not None and role.side is Side.SYSTEM:
            _note_misfits(step, path, _OF_PEOPLE, document, "E063")
        if role is not None and role.side is Side.CANDIDATE:
            _note_misfits(step, path, _OF_STAFF, document, "E064")
        if isinstance(step.signatures, Quantity) and step.signatures.mean > 0:
            document.add(
                "E066",
                "signatures are counted by kind",
                origin(own, path, "signatures", document),
                label="in ink, electronic or before a notary?",
                hint="write for example signatures: {wet: 2}",
            )
        _check_documents(step, path, document)
    _check_branches(written, document)


def _note_misfits(
    step: StepMap, path: Path, keys: tuple[str, ...], document: Document, code: str
) -> None:
    for key in keys:
        if not some(getattr(step, key)):
            continue
        message = (
            f"'{shown(step.id)}' is done by a system, which has no '{key}'"
            if code == "E063"
            else f"'{key}' is work of staff, but the candidate does '{shown(step.id)}'"
        )
        document.add(
            code,
            message,
            origin(step, path, key, document),
            key=True,
            label="cannot be here",
            hint="move it to the step of the people who do it",
        )


def some(value: object) -> bool:
    """Say whether a quantity, of whatever shape, is more than nothing."""
    match value:
        case bool():
            return value
        case Quantity():
            return value.mean > 0
        case PagesMap() | DocumentsMap() | SignaturesMap():
            return any(some(part) for _, part in value)
    return False


def _check_documents(step: StepMap, path: Path, document: Document) -> None:
    """Note more documents from third parties than there are documents."""
    match step.documents:
        case DocumentsMap(copies=copies, originals=originals, third_party=outside):
            if outside is None or (copies is None and originals is None):
                return
            total = add_quantities(copies or ZERO, originals or ZERO)
            if outside.mean > total.mean:
                document.add(
                    "E067",
                    "more documents from third parties than documents",
                    (*origin(step, path, "documents", document), "third_party"),
                    label="a part of copies and originals",
                    hint="count each of them as a copy or an original too",
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
