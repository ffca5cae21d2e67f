"""What can be wrong in the changes of one overlay by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from audit.loaders.document import Document, List, Map, Span
from audit.loaders.overlay.format import DEEDS
from audit.loaders.overlay.layer import Deeds, Layer
from audit.loaders.overlay.tree import place_of
from audit.loaders.problem_text import did_you_mean, shown

Touch = tuple[str, ...]
"""What a change lays hold of: a key of a step, a way on, a place, a key of a role."""
_SETTABLE = frozenset({"role", "key"})
"""What can be set anew."""


def check_layer(layer: Layer, below: tuple[Layer, ...], document: Document) -> None:
    """Note changes that clash, do nothing, or need what is not there.

    Args:
        layer: the overlay.
        below: the overlays that it extends.
        document: notes the problems.
    """
    earlier = {change.id: one.document.file for one in below for change in one.changes}
    ids = [*earlier, *(change.id for change in layer.changes)]
    # A deed whose key is misspelt is no second problem.
    readable = not document.failed
    first: dict[str, Deeds] = {}
    for change in layer.changes:
        if not change.id:
            continue
        if change.id in first or change.id in earlier:
            document.add(
                "E074",
                f"the change '{shown(change.id)}' is given twice",
                change.at,
                label="given again"
                if change.id in first
                else f"first given in {earlier[change.id]}",
                hint="give each change an id of its own",
                related=first[change.id].at if change.id in first else None,
                related_label="first given here" if change.id in first else "",
            )
        first.setdefault(change.id, change)
        if readable and not any(change.data.get(d) for d in DEEDS):
            document.add(
                "E075",
                f"the change '{shown(change.id)}' does nothing",
                change.at,
                hint=f"give it one of {', '.join(DEEDS)}",
            )
        needs = change.data.get("needs")
        if isinstance(needs, List):
            for need, at in zip(needs, needs.items_at, strict=True):
                if need not in ids or need == change.id:
                    document.add(
                        "E078",
                        f"'{shown(change.id)}' needs "
                        + (
                            "itself"
                            if need == change.id
                            else f"'{shown(need)}', which is no change"
                        ),
                        at,
                        hint=did_you_mean(
                            need, [i for i in ids if i != change.id], "changes"
                        ),
                    )
    _check_clashes(layer, document)


def check_rounds(
    layer: Layer, needs: Mapping[str, frozenset[str]], document: Document
) -> None:
    """Note changes that need each other, so that none can come first."""
    for change in layer.changes:
        if change.id in needs[change.id]:
            others = sorted(
                other for other in needs[change.id] if change.id in needs[other]
            )
            round_ = [other for other in others if other != change.id]
            document.add(
                "E078",
                f"'{shown(change.id)}' and "
                f"{', '.join(repr(shown(other)) for other in round_[:4])} need each "
                "other",
                change.at,
                label="neither can come first",
                hint="make them one change, or drop one of the needs",
            )


def _check_clashes(layer: Layer, document: Document) -> None:
    """Note what two changes, or one change twice, lay hold of.

    A change may set anew what a change that it needs has set: which of the two comes
    last is plain then.
    """
    holders: dict[Touch, tuple[Deeds, Span]] = {}
    for change in sorted(layer.changes, key=lambda change: len(change.needs)):
        for touch, words, at in touches(change):
            if touch not in holders or (
                touch[0] in _SETTABLE and holders[touch][0].id in change.needs
            ):
                holders[touch] = (change, at)
                continue
            other, first = holders[touch]
            document.add(
                "E076",
                f"{words} is changed twice"
                + (
                    ""
                    if other is change
                    else f": by '{shown(other.id)}' and by '{shown(change.id)}'"
                ),
                at,
                label="changed again",
                hint="make it one change, or let one need the other, which it then "
                "overrides",
                related=first,
                related_label="first changed here",
            )


def touches(change: Deeds) -> Iterator[tuple[Touch, str, Span]]:
    """Yield what a change lays hold of for itself, in words, and where it says so.

    What is multiplied is not among it: several changes may multiply the same number.
    """
    data = change.data
    for role_id, keys in (data.get("roles") or {}).items():
        for key in keys:
            words = f"'{shown(key)}' of the role '{shown(role_id)}'"
            yield ("role", role_id, key), words, keys.keys_at[key]
    for step_id, keys in (data.get("set") or {}).items():
        for key in keys:
            words = f"'{shown(key)}' of '{shown(step_id)}'"
            yield ("key", step_id, key), words, keys.keys_at[key]
    for step_id in data.get("shares") or ():
        # Shares of one step hang together, as they sum to the whole.
        words = f"'next' of '{shown(step_id)}'"
        yield ("key", step_id, "next"), words, data["shares"].keys_at[step_id]
    for item in data.get("move") or ():
        words = f"the place of '{shown(item['step'])}'"
        yield ("place", str(item["step"])), words, place_of(item, "step")
    removed = data.get("remove")
    if isinstance(removed, List):
        for step_id, at in zip(removed, removed.items_at, strict=True):
            yield ("place", str(step_id)), f"the place of '{shown(step_id)}'", at
    for item in data.get("parallel") or ():
        for branch in item["branches"]:
            for step_id, at in zip(branch, branch.items_at, strict=True):
                words = f"the block of '{shown(step_id)}'"
                yield ("block", str(step_id)), words, at
    for item in data.get("add") or ():
        if isinstance(item, Map):
            yield ("new", item["id"]), f"'{shown(item['id'])}'", place_of(item, "id")
