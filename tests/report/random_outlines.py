"""Outlines of processes nobody would want, made at random from a seed."""

from __future__ import annotations

from random import Random

from audit.result import Outline, RoleOutline
from tests.report.hiring_outlines import Sketch

VERBS = ("Sign", "Check", "Approve the", "Interview about", "Fill in the", "Return")
THINGS = (
    "form",
    "background authorisation",
    "I-9 employment eligibility verification",
    "offer",
    "requisition",
    "references",
    "onboarding packet with forty-two pages",
)
LEAVING = ("rejected", "withdrew", "declined", "rescinded")
REASONS = ("incomplete", "wrong version of the form was used", "no slot", None)


def random_outline(seed: int, most: int = 60) -> Outline:
    """Return an outline of up to `most` steps; the same for the same seed."""
    return _Maker(seed, most).make()


class _Maker:
    def __init__(self, seed: int, most: int) -> None:
        self.random = Random(seed)
        roles = tuple(
            RoleOutline(id=f"r{k}", name=name, side="employer")
            for k, name in enumerate(
                ("Candidate", "HR generalist", "Hiring manager", "IT", "Vendor", "ATS")
            )
        )
        self.sketch = Sketch(
            f"random {seed}", roles[: self.random.randint(2, len(roles))]
        )
        self.left = self.random.randint(3, most)
        self.blocks = 0
        self.phases = self.random.random() < 0.6

    def make(self) -> Outline:
        """Return the outline."""
        nodes: list[str] = []
        while self.left > 0:
            if self.phases and self.random.random() < 0.2:
                self.sketch.phase = f"Phase {len(nodes)}"
            nodes.append(self._node(depth=0))
        self._flows(nodes, "hired")
        return self.sketch.outline()

    def _node(self, depth: int) -> str:
        if depth < 3 and self.left >= 4 and self.random.random() < 0.12:
            return self._block(depth)
        return self._step(depth)

    def _step(self, depth: int) -> str:
        self.left -= 1
        pick = self.random
        number = len(self.sketch.steps) + 1
        return self.sketch.step(
            f"s{number}",
            f"{pick.choice(VERBS)} {pick.choice(THINGS)} {number}",
            pick.choice(self.sketch.roles).id,
            round(pick.expovariate(0.1), 1),
            pick.choice((None, 0.1, 3, 14, 30.5)),
            pages=pick.choice((0, 0, 3, 42)),
            wet=pick.choice((0, 0, 0, 14)),
            fax=pick.choice((0, 0, 0, 42)),
            loss=pick.choice((0, 0, 0.07)),
            applies_to=pick.choice((1, 1, 1, 1, 0.05)),
            inside=depth > 0,
        )

    def _block(self, depth: int) -> str:
        name = f"b{self.blocks}"
        self.blocks += 1
        if depth == 0:
            self.sketch.order.append(name)
        branches: list[tuple[str, ...]] = []
        for _ in range(self.random.randint(2, 5)):
            branch = [self._node(depth + 1) for _ in range(self.random.randint(1, 3))]
            self._flows(branch, "done")
            branches.append(tuple(branch))
        self.sketch.block(name, *branches, inside=True)
        return name

    def _flows(self, nodes: list[str], end: str) -> None:
        """Let each node flow on, at times past others, back, or out."""
        pick = self.random
        for place, node in enumerate(nodes):
            targets: list[tuple[str, bool]] = []
            last = place == len(nodes) - 1
            targets.append((end if last else nodes[place + 1], False))
            if place + 2 < len(nodes) and pick.random() < 0.2:
                jump = min(len(nodes) - 1, place + pick.randint(2, 6))
                targets.append((nodes[jump], pick.random() < 0.1))
            if pick.random() < 0.05 and place + 3 < len(nodes):
                targets.append((nodes[place + 3], False))
            if pick.random() < 0.2:
                targets.append((pick.choice(LEAVING), False))
            if pick.random() < 0.18:
                back = max(0, place - pick.randint(0, 9))
                targets.append((nodes[back], True))
            targets = list(dict.fromkeys(targets))
            parts = [pick.randint(1, 20) for _ in targets]
            for (to, rework), part in zip(targets, parts, strict=True):
                self.sketch.flow(
                    node,
                    to,
                    part / sum(parts),
                    back=rework,
                    reason=pick.choice(REASONS) if rework else None,
                )
