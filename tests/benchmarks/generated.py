"""Process files of any size, the same for the same seed."""

from __future__ import annotations

import random

_KINDS = ("form", "approval", "interview", "check", "decision", "work")
_ROLES = ("candidate", "hr", "manager", "firm", "ats")
_HEAD = """\
process: Generated process {seed}
scope: end-to-end
hires_per_year: 120
roles:
  candidate: {{side: candidate}}
  hr: {{name: HR generalist, side: employer, people: 3, other_duties: 55%}}
  manager: {{side: employer, people: 6, hourly_cost: 72}}
  firm: {{side: vendor}}
  ats: {{side: system}}
steps:
"""


def process_file(steps: int, seed: int) -> str:
    """Return a process of so many steps: phases, choices, returns, parallel blocks."""
    chance = random.Random(seed)
    nodes: list[tuple[str, int]] = []
    k = 0
    while k < steps:
        block = 0 < k < steps - 4 and chance.random() < 0.08
        nodes.append(("block" if block else "step", k))
        k += 2 if block else 1
    names = [f"b{k}" if kind == "block" else f"s{k}" for kind, k in nodes]
    parts = [_HEAD.format(seed=seed)]
    for place, (kind, k) in enumerate(nodes):
        if kind == "block":
            parts.append(_block(k, chance))
            continue
        back = names[max(0, place - chance.randint(0, 4))]
        branching = 0 < place < len(nodes) - 1 and chance.random() < 0.2
        parts.append(_step(k, chance))
        if branching:
            parts.append(_choice(names[place + 1], back, chance))
    return "".join(parts)


def long_file(lines: int) -> str:
    """Return a process file of at least so many lines, without a choice."""
    chance = random.Random(0)
    parts = [_HEAD.format(seed=0)]
    count = parts[0].count("\n")
    while count < lines:
        parts.append(_step(len(parts) - 1, chance))
        count += parts[-1].count("\n")
    return "".join(parts)


def _step(k: int, chance: random.Random) -> str:
    role = chance.choice(_ROLES) if k else "candidate"
    low = chance.randint(1, 4)
    keys = [
        f"  - id: s{k}",
        f"    name: Step {k} of the generated process",
        f"    role: {role}",
        f"    phase: Phase {k // 8 + 1}",
        f"    kind: {chance.choice(_KINDS)}",
        f"    wait: {low}-{low + chance.randint(1, 6)} days",
    ]
    if role != "ats":
        keys.append(f"    work: {chance.randint(5, 60)} min")
    if role == "candidate":
        keys += [
            f"    pages: {chance.randint(1, 12)}",
            f"    signatures: {{wet: {chance.randint(0, 3)}}}",
            f"    documents: {chance.randint(0, 2)}",
        ]
    return "\n".join(keys) + "\n"


def _choice(below: str, back: str, chance: random.Random) -> str:
    lost = chance.choice(["rejected", "withdrew"])
    return (
        "    next:\n"
        f"      - {{to: {back}, share: 10%, reason: incomplete}}\n"
        f"      - {{to: {lost}, share: 5%}}\n"
        f"      - {{to: {below}, share: rest}}\n"
    )


def _block(k: int, chance: random.Random) -> str:
    return (
        f"  - id: b{k}\n"
        f"    phase: Phase {k // 8 + 1}\n"
        "    parallel:\n"
        f"      - - {{id: s{k}, role: firm, wait: {chance.randint(2, 9)} days}}\n"
        f"      - - {{id: s{k + 1}, role: candidate, trip: 90 min, "
        f"wait: {chance.randint(1, 3)}-8 days}}\n"
    )
