"""Single point of failure: one person without whom nobody can be hired.

What it is
Roles of the employer with one person that every way to a hire passes.

Why it hurts
A holiday, an illness or a resignation stops all hiring, and the candidates learn it by
not hearing.

How it is measured
Roles with `people: 1` such that no way to a hire is left without their steps. It fires
from one on; the levels are our judgement.

What usually helps
Name a deputy who has done it before. Write down what only that person knows.

Source
No study is needed: it follows from the drawing. HAN-06 tells how queues grow behind one
server.
"""

from __future__ import annotations

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Excuse,
    Family,
    Fired,
    Missing,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.wording import counted
from audit.model import DONE, HIRED, Node, Role, Side, Step

ALONE = 1


def look(facts: Facts) -> Answer:
    """Find the roles of one person that every hire passes."""
    needed = [
        role
        for role in facts.process.roles
        if role.side is Side.EMPLOYER and _is_needed(facts, role)
    ]
    if not needed:
        return NotApplicable(note="Every hire can do without any one role.")
    missing = tuple(
        Missing(key=f"roles.{role.id}.people") for role in needed if role.people is None
    )
    alone = [
        role for role in needed if role.people is not None and role.people.mean <= ALONE
    ]
    if not alone:
        if missing:
            return Unknown(missing=missing)
        return Passed(note="Every role that all hires pass has at least two people.")
    names = ", ".join(role.name for role in alone)
    ids = {role.id for role in alone}
    return Fired(
        title=f"{counted(len(alone), 'role')} of one person that every hire passes: "
        f"{names}",
        value=len(alone),
        steps=tuple(
            Shown(step=step, amount=1, note=facts.role_name(step))
            for step in facts.steps
            if step.role in ids
        ),
        numbers=tuple(role.people for role in alone if role.people is not None),
        decide=f"Name a deputy for {names}, who does the steps once a month.",
        missing=missing,
    )


def _is_needed(facts: Facts, role: Role) -> bool:
    without = {step.id for step in facts.steps if step.role == role.id}
    return not _is_passable(facts.process.nodes, HIRED, without)


def _is_passable(nodes: tuple[Node, ...], success: str, without: set[str]) -> bool:
    """Return whether a level can succeed without some steps.

    A block needs all of its branches. A step for some cases only can be passed by.
    """
    by_id = {node.id: node for node in nodes}
    to_see, seen = [nodes[0].id], set[str]()
    while to_see:
        here = to_see.pop()
        if here == success:
            return True
        node = by_id.get(here)
        if node is None or here in seen:
            continue
        seen.add(here)
        if isinstance(node, Step):
            optional = node.applies_to is not None and node.applies_to.mean < 1
            blocked = node.id in without and not optional
        else:
            blocked = not all(_is_passable(b, DONE, without) for b in node.branches)
        if not blocked:
            to_see.extend(
                flow.to
                for flow in node.flows
                if flow.share is None or flow.share.mean > 0
            )
    return False


CHECK = Check(
    id="single-point-of-failure",
    code="F43",
    family=Family.CAPACITY,
    side=Bearer.EMPLOYER,
    unit="roles",
    levels=((ALONE, 3), (3, 4)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
