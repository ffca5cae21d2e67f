"""Reading an overlay: the files of its chain, then the process it makes."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from audit.loaders.document import Document
from audit.loaders.overlay.format import OverlayMap
from audit.loaders.overlay.layer import Layer, layer_of
from audit.loaders.overlay.misfit import Misfit
from audit.loaders.problem_text import did_you_mean, shown
from audit.loaders.validation import fitted
from audit.loaders.value_types import Missing


def base_path(document: Document, path: Path | None, above: tuple[Path, ...]) -> Path:
    """Return the file that an overlay changes.

    Args:
        document: the overlay, its format checked.
        path: where it lies; None where it was not read from a file.
        above: the overlays that led to it, itself included.

    Raises:
        ProcessFileError: there is no such file, it lies outside the folder of the
            overlay, or it is one of those above.
    """
    name = str(document.root["extends"]).strip()
    if path is None:
        _refuse(
            document,
            "E070",
            f"'{shown(name)}' cannot be found from what is read here",
            hint="name the overlay as a file, so that we know its folder",
        )
    folder = path.parent
    base = folder / name
    if Path(name).is_absolute() or not base.resolve().is_relative_to(folder.resolve()):
        _refuse(
            document,
            "E071",
            f"'{shown(name)}' lies outside the folder of this file",
            hint="put the two files into one folder; 'extends' is a name, no path up",
        )
    if not base.is_file():
        _refuse(
            document,
            "E070",
            f"there is no file '{shown(name)}' to extend",
            hint=did_you_mean(name, _files_near(base, path), "files there"),
        )
    if base.resolve() in above:
        _refuse(
            document,
            "E072",
            f"'{shown(name)}' extends this file in turn"
            if len(above) > 1
            else "this file extends itself",
            hint="one file of a chain is whole: it has steps and no 'extends'",
        )
    return base


def read_layer(document: Document) -> Layer:
    """Return the changes of an overlay.

    Raises:
        ProcessFileError: it does not fit the format of an overlay.
    """
    if "steps" in document.root:
        document.add(
            "E013",
            "a file that extends another has changes, not 'steps'",
            ("steps",),
            key=True,
            label="which of the two is meant?",
            hint="take 'extends' and 'changes' away for a whole file",
        )
        raise document.error()
    fits = fitted(document, OverlayMap)
    if fits is None or isinstance(fits.extends, Missing) or not fits.extends:
        raise document.error()
    return layer_of(document)


def note_misfit(
    misfit: Misfit, document: Document, earlier: tuple[Layer, ...] = ()
) -> None:
    """Note a deed that does not fit the process.

    Args:
        misfit: what does not fit.
        document: notes it.
        earlier: the overlays below; one of them may have taken the step out.
    """
    hint = misfit.hint
    for layer in earlier:
        for change in layer.changes:
            if misfit.missing in (change.data.get("remove") or ()):
                hint = f"'{shown(change.id)}' in {layer.document.file} takes it out"
    document.flows_in_doubt = True
    document.add(misfit.code, misfit.message, misfit.at, label=misfit.label, hint=hint)


def _files_near(base: Path, overlay: Path) -> list[str]:
    """Return the process files where one was looked for, as `extends` would say."""
    if not base.parent.is_dir():
        return []
    return sorted(
        str(other.relative_to(overlay.parent))
        for other in base.parent.iterdir()
        if other.suffix in {".yaml", ".yml"} and other != overlay
    )


def _refuse(document: Document, code: str, message: str, *, hint: str) -> NoReturn:
    document.add(code, message, ("extends",), hint=hint)
    raise document.error()
