"""Where a node stands: the place that a deed names, and what is led anew."""

from __future__ import annotations

from dataclasses import replace

from audit.loaders.document import Map, Span
from audit.loaders.overlay.misfit import Misfit, found_node
from audit.loaders.overlay.tree import Level, Node, place_of, walk
from audit.loaders.overlay.ways import Way, lead, onward, redirect, settle, ways_of
from audit.loaders.problem_text import did_you_mean, shown

PLACES = ("after", "before", "between")


def target_of(root: Level, deed: Map) -> tuple[Level, Node, str]:
    """Return the level and node that a place names, and how it names it."""
    stated = [place for place in PLACES if deed.get(place) is not None]
    if len(stated) != 1:
        raise Misfit(
            "E079",
            "this has no place"
            if not stated
            else f"this has {len(stated)} places: {' and '.join(stated)}",
            deed.span,
            hint="say one of after: ID, before: ID, between: [ID, ID]",
        )
    place = stated[0]
    named = deed[place]
    if place == "between":
        level, node = found_node(root, str(named[0]), named.items_at[0])
        if str(named[1]) != level.end:
            other, _ = found_node(root, str(named[1]), named.items_at[1])
            if other is not level:
                raise Misfit(
                    "E079",
                    f"'{shown(named[0])}' and '{shown(named[1])}' stand on different "
                    "levels",
                    place_of(deed, place),
                    hint="name two steps of one level",
                )
        if not any(way.to == str(named[1]) for way in ways_of(node, level)):
            raise Misfit(
                "E079",
                f"no way leads from '{shown(named[0])}' to '{shown(named[1])}'",
                place_of(deed, place),
                hint=did_you_mean(
                    str(named[1]), [w.to for w in ways_of(node, level)], "it leads to"
                ),
            )
        return level, node, place
    return (*found_node(root, str(named), place_of(deed, place)), place)


def only_way_on(level: Level, node: Node, at: Span) -> Way:
    """Return the way on of a node that has one alone.

    Raises:
        Misfit: it has none on its level, or several.
    """
    on = onward(node, level)
    if len({way.to for way in on}) == 1:
        return on[0]
    where = ", ".join(f"'{shown(way.to)}'" for way in on)
    raise Misfit(
        "E080",
        f"'{shown(node.id)}' leads on to "
        + (f"several steps: {where}" if on else "nothing on its level"),
        at,
        label="which way goes on?",
        hint="first give it one way on with 'set', or use between: [...]",
    )


def take_out(root: Level, level: Level, node: Node, onto: str, at: Span) -> None:
    """Take a node off its level; a branch whose only step goes, goes with it."""
    if len(level.nodes) == 1:
        beside = next(
            (
                other.branches
                for _, other in walk(root)
                if other.branches is not None and level in other.branches
            ),
            [],
        )
        if len(beside) < 2:
            raise Misfit(
                "E080",
                f"without '{shown(node.id)}' nothing is left here",
                at,
                label="the only step of its level",
                hint="remove the block that holds it, or add another step first",
            )
        beside.remove(level)
        return
    settle(level)
    redirect(level, node.id, onto, at, apart=node.id)
    level.nodes.remove(node)


def put_before(level: Level, target: Node, node: Node, at: Span) -> None:
    """Put a node in before another: what led there leads to it."""
    settle(level)
    redirect(level, target.id, node.id, at, apart=target.id)
    level.nodes.insert(level.nodes.index(target), node)


def put_between(level: Level, first: Node, second: str, node: Node, at: Span) -> None:
    """Put a node in on the way from one node to another."""
    settle(level)
    lead(
        first,
        (
            replace(way, to=node.id, at=at) if way.to == second else way
            for way in ways_of(first, level)
        ),
        at,
    )
    level.nodes.insert(level.nodes.index(first) + 1, node)


def lead_on(node: Node, to: str, at: Span) -> None:
    """Lead a new node on, unless it says itself where it leads."""
    if node.data.get("next") is None:
        lead(node, [Way(to, None, at)], at)
