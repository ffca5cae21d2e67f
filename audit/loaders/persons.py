"""Names of persons where roles belong: a process is audited, never its people."""

from __future__ import annotations

import re

from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.levels import written_steps
from audit.loaders.problem_text import shown

_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau)\.? [A-Z]")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_TWO_WORDS = re.compile(r"([A-Z][a-z]+)(?: [A-Z]\.?)? [A-Z][a-z]+(?:-[A-Z][a-z]+)?")
# The commonest given names of the US census; enough to catch the usual slip, few enough
# never to catch a role.
_NAMES = """
James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara
Richard Susan Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy
Matthew Betty Anthony Margaret Mark Sandra Donald Ashley Steven Kimberly Paul Emily
Andrew Donna Joshua Michelle Kenneth Dorothy Kevin Carol Brian Amanda George Melissa
Edward Deborah Ronald Stephanie Timothy Rebecca Jason Sharon Jeffrey Laura Ryan
Cynthia Jacob Kathleen Gary Amy Nicholas Shirley Eric Angela Jonathan Helen Stephen
Anna Larry Brenda Justin Pamela Scott Nicole Brandon Emma Benjamin Samantha Samuel
Katherine Gregory Christine Frank Debra Alexander Rachel Raymond Catherine Patrick
Carolyn Jack Janet Dennis Ruth Jerry Maria Jane Anne Peter Julia Maya Priya Mohammed
Fatima Wei Carlos Ana Juan Jose Luis
"""
_GIVEN_NAMES = frozenset(_NAMES.split())


def check_persons(written: ProcessMap, document: Document) -> None:
    """Warn where a name that looks like a person's stands for a role."""
    for role_id, role in written.roles.items():
        _check(role.name, ("roles", role_id, "name"), document)
    for step, path in written_steps(written):
        _check(step.owner, (*path, "owner"), document)
        if step.evidence is not None:
            _check(step.evidence.by, (*path, "evidence", "by"), document)


def _check(words: str | None, path: Path, document: Document) -> None:
    if words and looks_personal(words) and document.has(path):
        document.add(
            "W102",
            f"'{shown(words)}' looks like a person",
            path,
            label="roles, not persons",
            hint="write the role instead, for example HR director",
        )


def looks_personal(words: str) -> bool:
    """Return whether words are probably somebody's name or address.

    >>> looks_personal("Jane Smith"), looks_personal("HR director")
    (True, False)
    """
    if _TITLED.search(words) or _ADDRESS.search(words):
        return True
    name = _TWO_WORDS.fullmatch(words.strip())
    return name is not None and name[1] in _GIVEN_NAMES
