"""Each change made by itself: with what it needs, and nothing else.

Every change can be made, left out and credited on its own, so each has to leave a
process that hangs together; and what goes wrong in all of them together is told of the
one that makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from audit.errors import Problem, ProcessFileError, Severity
from audit.loaders.document import Document, Map
from audit.loaders.overlay.layer import Deeds, Layer, made
from audit.loaders.overlay.misfit import Misfit
from audit.loaders.problem_text import shown
from audit.loaders.reading import checked


@dataclass(frozen=True, slots=True)
class Trial:
    """One change made by itself."""

    change: Deeds
    before: Map
    """The process with what it needs."""
    after: Map
    """The same with the change."""
    misfits: tuple[Misfit, ...]
    """What fits neither by itself nor with all other changes."""
    mended: str | None
    """What does not fit by itself, though it does once other changes are made."""


def trials(
    layer: Layer,
    start: Map,
    needs: Mapping[str, frozenset[str]],
    together: list[Misfit],
) -> list[Trial]:
    """Make each change of a layer by itself.

    Args:
        layer: the changes.
        start: data of the process that they change.
        needs: of each change.
        together: what does not fit when all changes are made.
    """
    own = frozenset(change.id for change in layer.changes)
    known = {_key(misfit) for misfit in together}
    found: list[Trial] = []
    for change in layer.changes:
        alone: list[Misfit] = []
        needed = needs[change.id] & own
        before = made(start, layer, needed, alone.append)
        after = made(start, layer, needed | {change.id}, alone.append)
        mended = [misfit.message for misfit in alone if _key(misfit) not in known]
        found.append(
            Trial(
                change,
                before,
                after,
                tuple(misfit for misfit in alone if _key(misfit) in known),
                mended[0] if mended else None,
            )
        )
    return found


def _key(misfit: Misfit) -> tuple[object, ...]:
    return misfit.code, misfit.message, misfit.at


def check_trials(tried: list[Trial], document: Document) -> None:
    """Note changes that alter nothing, and those that only others make possible."""
    for trial in tried:
        wrong = _wrong(trial.after, document)
        trouble = trial.mended or (wrong[0].message if wrong else None)
        if trouble is not None:
            document.add(
                "E082",
                f"'{shown(trial.change.id)}' cannot be made by itself: {trouble}",
                trial.change.at,
                label="each change can be made or left out",
                hint="add needs: [...] with the change that it takes",
            )
        elif trial.after == trial.before:
            document.add(
                "E075",
                f"the change '{shown(trial.change.id)}' alters nothing",
                trial.change.at,
                label="the process says so already",
                hint="take it out, or set another value",
            )


def blamed(
    error: ProcessFileError, layer: Layer, tried: list[Trial], document: Document
) -> ProcessFileError:
    """Return problems with each at the change that makes it.

    The files below are sound, so what is wrong in one of them now is the work of a
    change; where no single one makes it, of all of them together.
    """
    made_by: dict[tuple[str, str], Deeds] = {}
    for trial in tried:
        for problem in _wrong(trial.after, document):
            made_by.setdefault((problem.code, problem.message), trial.change)
    found: dict[Problem, None] = {}
    for problem in error.problems:
        if problem.location.file == layer.document.file:
            found[problem] = None
            continue
        if problem.severity is Severity.WARNING:
            continue
        maker = made_by.get((problem.code, problem.message))
        at = layer.own.keys_at["changes"] if maker is None else maker.at
        moved = replace(
            problem,
            location=document.at(at),
            label="the changes make it so" if maker is None else "this makes it so",
            related=problem.location,
            related_label=problem.label,
        )
        found[moved] = None
    return ProcessFileError(tuple(found), error.source)


def _wrong(root: Map, document: Document) -> list[Problem]:
    """Return the errors of a variant."""
    try:
        checked(Document.joined(document.parts, root), b"")
    except ProcessFileError as error:
        return [one for one in error.problems if one.severity is Severity.ERROR]
    return []
