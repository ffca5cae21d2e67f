"""Ids: well formed, unique, not reserved, and every name that is used exists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.loaders.document import Document, Path
from audit.loaders.fault import Fault
from audit.loaders.file_format import ProcessMap
from audit.loaders.flows import WrittenFlow, written_flows
from audit.loaders.levels import Written, WrittenLevel, written_levels, written_steps
from audit.loaders.problem_text import did_you_mean, near_miss, shown
from audit.loaders.value_types import Missing, identifier
from audit.model import BUILT_IN_OUTCOMES, DONE, HIRED, Leaver

_FLOW_WORDS = frozenset({DONE, "rest", "pass", "fail"})
"""Words that `next` gives a meaning of its own."""


def check_references(written: ProcessMap, document: Document) -> None:
    """Note ids that clash and names that lead nowhere."""
    outcomes = _check_outcomes(written, document)
    levels = list(written_levels(written))
    nodes = _check_ids(levels, outcomes, document)
    _check_roles(written, document)
    for level in levels:
        _check_targets(level, nodes, outcomes, document)


def _check_outcomes(written: ProcessMap, document: Document) -> set[str]:
    """Check the file's own outcomes; return the ids of all."""
    built_in = {outcome.id: outcome for outcome in BUILT_IN_OUTCOMES}
    for outcome_id, outcome in (written.outcomes or {}).items():
        path: Path = ("outcomes", outcome_id)
        if outcome_id in built_in:
            if outcome.by not in {None, built_in[outcome_id].by}:
                document.add(
                    "E027",
                    f"'{outcome_id}' is a built-in outcome; who decides it is fixed",
                    (*path, "by"),
                    hint="give an outcome of your own another id",
                )
            continue
        _check_form(outcome_id, path, document)
        if outcome_id in _FLOW_WORDS:
            _reserved(outcome_id, path, document, key=True)
        if outcome.by is Leaver.SUCCESS:
            document.add("E027", "only 'hired' is a success", (*path, "by"))
        elif outcome.by is None and not document.put_aside((*path, "by")):
            document.add(
                "W111",
                f"the outcome '{shown(outcome_id)}' does not say whose decision it is",
                path,
                key=True,
                label="taken as the employer's",
                hint="add by: employer or by: candidate",
            )
    return set(built_in) | set(written.outcomes or {})


def _check_form(name: str, path: Path, document: Document) -> None:
    try:
        identifier(name)
    except Fault as fault:
        document.add(
            fault.code,
            fault.message,
            path,
            key=True,
            label=fault.label,
            hint=fault.hint,
        )


def _reserved(name: str, path: Path, document: Document, *, key: bool = False) -> None:
    document.flows_in_doubt = True
    document.add(
        "E023",
        f"'{shown(name)}' is reserved and cannot be an id",
        path,
        key=key,
        label="has a meaning of its own in 'next'",
        hint=f"call it for example '{name}_step'",
    )


def _check_ids(
    levels: list[WrittenLevel], outcomes: set[str], document: Document
) -> dict[str, Path]:
    """Check that ids are unique in the file; return where each node stands."""
    nodes: dict[str, Path] = {}
    for level in levels:
        for node, path in level.placed():
            if isinstance(node.id, Missing):
                document.flows_in_doubt = True
            elif node.id in outcomes or node.id in _FLOW_WORDS:
                _reserved(node.id, (*path, "id"), document)
            elif node.id in nodes:
                first, second = sorted(
                    (nodes[node.id], path), key=lambda at: document.span((*at, "id"))
                )
                document.flows_in_doubt = True
                document.add(
                    "E022",
                    f"the id '{shown(node.id)}' is used twice",
                    (*second, "id"),
                    label="used again",
                    hint="ids are unique in the whole file, branches included",
                    related=(*first, "id"),
                    related_label="first used here",
                )
            else:
                nodes[node.id] = path
    return nodes


def _check_roles(written: ProcessMap, document: Document) -> None:
    for role_id in written.roles:
        _check_form(role_id, ("roles", role_id), document)
    used: set[str] = set()
    for step, path in written_steps(written):
        used.add(step.role)
        if not isinstance(step.role, Missing):
            _check_role(step.role, (*path, "role"), written, document)
    places: Iterable[Path] = [
        *(
            (*path, "with")
            for step, path in written_steps(written)
            if step.participants
        ),
        *((("defaults", role, "with")) for role in written.defaults or {}),
        ("defaults",),
    ]
    for place in places:
        for role_id in document.value(place) or ():
            if place != ("defaults",):
                used.add(role_id)
            _check_role(role_id, (*place, role_id), written, document, key=True)
    for role_id in written.roles:
        if role_id not in used:
            document.add(
                "W101",
                f"the role '{shown(role_id)}' does no step",
                ("roles", role_id),
                key=True,
                hint="delete it, or give it the steps it does",
            )


def _check_role(
    role_id: str,
    path: Path,
    written: ProcessMap,
    document: Document,
    *,
    key: bool = False,
) -> None:
    if role_id in written.roles:
        return
    by_name = {role.name: known for known, role in written.roles.items() if role.name}
    document.add(
        "E020",
        f"the role '{shown(role_id)}' is not declared",
        path,
        key=key,
        label="no such role",
        hint=_meant(role_id, written.roles, by_name, "declared roles", document),
    )


def _meant(
    word: str,
    ids: Iterable[str],
    by_name: dict[str, str],
    introduction: str,
    document: Document,
) -> str:
    """Return a hint: a near id, the id behind a near name, or all ids.

    The search looks through every name, so it ends where too much is wrong.
    """
    if document.crowded:
        return ""
    ids = list(ids)
    if near_miss(word, ids) is None and (name := near_miss(word, by_name)):
        return f"did you mean '{shown(by_name[name])}'?"
    return did_you_mean(word, ids, introduction)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Targets:
    """What the flows of one level may lead to, and what lies elsewhere."""

    level: WrittenLevel
    here: frozenset[str]
    """Nodes of the level, failing outcomes, and the level's own end."""
    listed: tuple[str, ...]
    """The same in the order of the file."""
    names: dict[str, str]
    """Name of a node of the level -> its id."""
    nodes: dict[str, Path]
    """Id of a node anywhere in the file -> where it stands."""


def _check_targets(
    level: WrittenLevel, nodes: dict[str, Path], outcomes: set[str], document: Document
) -> None:
    ids = [node.id for node in level.nodes]
    listed = (*ids, *sorted(outcomes - {HIRED}), level.end)
    targets = _Targets(
        level=level,
        here=frozenset(listed),
        listed=listed,
        names={node.name: node.id for node in level.nodes if node.name},
        nodes=nodes,
    )
    for node, path in level.placed():
        for flow in written_flows(node.next, (*path, "next"), document):
            if flow.flow.to not in targets.here:
                _note_target(flow, node, targets, document)


def _note_target(
    written: WrittenFlow, node: Written, targets: _Targets, document: Document
) -> None:
    target, end = written.flow.to, targets.level.end
    if isinstance(target, Missing):
        return
    document.flows_in_doubt = True
    path, key = written.to_path, written.to_is_key
    if target in {HIRED, DONE}:
        meaning = (
            "a branch ends in 'done'; the block then flows on"
            if target == HIRED
            else "only a branch of a block ends in 'done'"
        )
        document.add(
            "E026",
            f"'{shown(node.id)}' cannot flow to '{target}' here",
            path,
            key=key,
            label=meaning,
            hint=f"write {end}",
        )
    elif target in targets.nodes:
        there = targets.nodes[target]
        inside = len(there) > len(targets.level.path) + 1
        document.add(
            "E025",
            f"'{shown(target)}' stands on another level than '{shown(node.id)}'",
            path,
            key=key,
            label="out of reach",
            hint=(
                "flow to the block that holds it"
                if inside
                else "end the branch with done; the block's own 'next' leads on"
            ),
            related=(*there, "id"),
            related_label="stands here",
        )
    else:
        document.add(
            "E021",
            f"'{shown(target)}' is neither a step nor an outcome",
            path,
            key=key,
            label="nothing here has this id",
            hint=_meant(target, targets.listed, targets.names, "ids here", document),
        )
