"""From a catalogue file to interventions: every problem at once, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from audit.changes.base import Costs, Effect, Family, Intervention, spread
from audit.changes.catalogue import CATALOGUE
from audit.changes.own.fitting import OwnChange
from audit.changes.own.format import AdjustMap, CatalogueMap, OwnChangeMap
from audit.checks.guards import GUARD_BY_ID
from audit.errors import RequestError
from audit.loaders import scalars
from audit.loaders.decoding import text_of
from audit.loaders.document import Document, List, Map
from audit.loaders.overlay.format import DEEDS, CostMap
from audit.loaders.problem_text import did_you_mean, shown
from audit.loaders.process_yaml import readable
from audit.loaders.validation import fitted
from audit.loaders.yaml_reader import read_document
from audit.model import Quantity
from audit.result import Spread

DAYS_PER_WEEK = 7
_LEAD = spread(2, 4, 8)
"""Weeks of a change that does not say."""


def load_catalogue(path: Path | str) -> tuple[Intervention, ...]:
    """Return the catalogue that ships with the changes of a file before it.

    Raises:
        ProcessFileError: the file is wrong; carries every problem found.
        RequestError: there is no such file, or it cannot be opened.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise RequestError(f"{path}: {error.strerror or error}") from None
    return load_catalogue_text(text_of(data, str(path)), str(path))


def load_catalogue_text(
    text: str, file: str = "catalogue.yaml"
) -> tuple[Intervention, ...]:
    """Return the same from text; `file` is the name that problems show.

    Raises:
        ProcessFileError: the text is wrong; carries every problem found.
    """
    document = read_document(text, file)
    if not isinstance(document.root, Map):
        document.add(
            "E016",
            "a catalogue is a mapping of keys",
            (),
            hint="begin it with 'catalogue: ' and a title, then 'changes:'",
        )
        raise document.error()
    written = fitted(document, CatalogueMap)
    # A deed whose key is misspelt is no second problem.
    readable = not document.failed
    if written is not None:
        _check(document, readable)
    if written is None or document.failed:
        raise document.error()
    raw: Sequence[Any] = document.root.get("changes") or ()
    own = [
        _intervention(change, data)
        for change, data in zip(written.changes or (), raw, strict=True)
    ]
    adjusted = written.adjust or {}
    kept = (
        _adjusted(one, adjusted[one.id]) if one.id in adjusted else one
        for one in CATALOGUE
    )
    return (*own, *(one for one in kept if one is not None))


def _check(document: Document, readable: bool) -> None:
    """Note ids that are taken or unknown, and changes that do nothing."""
    shipped = [intervention.id for intervention in CATALOGUE]
    root: Map = document.root
    changes: List | tuple[Any, ...] = root.get("changes") or ()
    own = [str(change.get("id")) for change in changes]
    known = [*own, *shipped]
    seen: set[str] = set()
    for place, change in enumerate(changes):
        here = ("changes", place)
        name = str(change.get("id"))
        if name in seen or name in shipped:
            document.add(
                "E074",
                f"the change '{shown(name)}' is given twice",
                (*here, "id"),
                label="given again" if name in seen else "one that ships has this id",
                hint="give each change an id of its own; 'adjust' changes one that "
                "ships",
            )
        seen.add(name)
        if readable and not any(change.get(deed) for deed in DEEDS):
            document.add(
                "E075",
                f"the change '{shown(name)}' does nothing",
                (*here, "id"),
                hint=f"give it one of {', '.join(DEEDS)}",
            )
        for relation in ("needs", "excludes"):
            for k, other in enumerate(change.get(relation) or ()):
                if other not in known or other == name:
                    document.add(
                        "E078",
                        f"'{shown(name)}' {relation} '{shown(other)}', which is no "
                        "other change",
                        (*here, relation, k),
                        hint=did_you_mean(str(other), [k for k in known if k != name]),
                    )
        for k, guard in enumerate(change.get("guards") or ()):
            if guard not in GUARD_BY_ID:
                document.add(
                    "E040",
                    f"'{shown(guard)}' is no guard",
                    (*here, "guards", k),
                    hint=did_you_mean(str(guard), GUARD_BY_ID, "guards"),
                )
    for name in root.get("adjust") or ():
        if name not in shipped:
            document.add(
                "E077",
                f"no change '{shown(name)}' ships",
                ("adjust", name),
                key=True,
                hint=did_you_mean(name, shipped),
            )


def _intervention(change: OwnChangeMap, data: Map) -> Intervention:
    deeds = {deed: data[deed] for deed in DEEDS if data.get(deed)}
    own = OwnChange(deeds=deeds, when=change.when, note=change.note or "")
    return Intervention(
        id=change.id,
        name=change.name or readable(change.id),
        family=Family.OWN,
        look=own.look,
        effects=tuple(_effects(deeds.get("scale") or {})),
        costs=_costs(change.cost),
        lead_weeks=_weeks(change.lead_time) or _LEAD,
        owner=change.owner or "Not named yet",
        doc=None,
        needs=tuple(change.needs or ()),
        excludes=tuple(change.excludes or ()),
        guards=tuple(change.guards or ()),
    )


def _effects(scale: dict[str, dict[str, Any]]) -> Iterator[Effect]:
    """Yield the factors of a change as effects: the user's own, so graded D."""
    for factors in scale.values():
        for name, written in factors.items():
            factor = scalars.factor(written)
            if factor is not None:
                yield Effect(
                    what=f"{name.replace('_', ' ')} of a step",
                    low=factor.low,
                    likely=factor.likely,
                    high=factor.high,
                )


def _adjusted(shipped: Intervention, own: AdjustMap) -> Intervention | None:
    """Return a change that ships with the user's numbers; None where it is left out."""
    if own.leave_out:
        return None
    return replace(
        shipped,
        costs=_costs(own.cost) if own.cost is not None else shipped.costs,
        costs_fixed=own.cost is not None,
        lead_weeks=_weeks(own.lead_time) or shipped.lead_weeks,
        owner=own.owner or shipped.owner,
    )


def _costs(written: CostMap | None) -> Costs:
    if written is None:
        return Costs()
    return Costs(
        one_off=_spread(written.one_off),
        per_year=_spread(written.per_year),
        note=written.note or "",
    )


def _spread(quantity: Quantity | None) -> Spread | None:
    if quantity is None:
        return None
    return spread(quantity.low, quantity.likely, quantity.high)


def _weeks(days: Quantity | None) -> Spread | None:
    if days is None:
        return None
    return spread(
        days.low / DAYS_PER_WEEK,
        days.likely / DAYS_PER_WEEK,
        days.high / DAYS_PER_WEEK,
    )
