"""Which role of a process recruits, and which is the department that hires."""

from __future__ import annotations

import re
from collections import Counter

from audit.checks import Facts
from audit.model import Role, Side, StepKind

_RECRUITING = re.compile(
    r"\b(hr|human resources|recruit\w*|talent|people|personnel|staffing)\b",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"\b(manager|department|supervisor|team lead|head|director)\b", re.IGNORECASE
)
_CHOOSING = frozenset({StepKind.INTERVIEW, StepKind.DECISION})


def recruiting_role(facts: Facts) -> Role | None:
    """Return the employer's role that recruits: by its name, else by its steps."""
    return _named(facts, _RECRUITING) or _busiest(facts)


def hiring_role(facts: Facts) -> Role | None:
    """Return the employer's role whose vacancy it is, apart from the recruiting one."""
    recruiting = recruiting_role(facts)
    named = _named(facts, _DEPARTMENT, apart=recruiting)
    if named is not None:
        return named
    choosing = Counter(
        step.role
        for step in facts.employer_steps
        if step.kind in _CHOOSING and (recruiting is None or step.role != recruiting.id)
    )
    return facts.roles[choosing.most_common(1)[0][0]] if choosing else None


def _named(
    facts: Facts, words: re.Pattern[str], apart: Role | None = None
) -> Role | None:
    """Return the role with these words in its id or name that does the most steps."""
    steps = Counter(step.role for step in facts.employer_steps)
    found = [
        role
        for role in facts.process.roles
        if role.side is Side.EMPLOYER
        and role is not apart
        and steps[role.id]
        and words.search(f"{role.id.replace('_', ' ')} {role.name}")
    ]
    return max(found, key=lambda role: steps[role.id], default=None)


def _busiest(facts: Facts) -> Role | None:
    steps = Counter(step.role for step in facts.employer_steps)
    return facts.roles[steps.most_common(1)[0][0]] if steps else None
