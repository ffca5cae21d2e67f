"""Rewrite the references of the default profile from the archetypes.

Run as `python -m tests.update_references` after a change of a rate, a weight or an
archetype, and read the difference before committing it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import isclose
from pathlib import Path

from audit.analysis import Analysis
from audit.ledger import Ledger, Profile, Reference, load_profile, price
from audit.loaders import load_process
from audit.model import Scope

ROOT = Path(__file__).resolve().parent.parent
ARCHETYPES = ROOT / "processes" / "archetypes"
PROFILE = ROOT / "audit" / "ledger" / "profiles" / "default.yaml"
SCOPES = (Scope.ONBOARDING, Scope.END_TO_END)


def archetype(kind: str, scope: Scope, profile: Profile) -> Ledger:
    """Price the `typical` or `good` archetype of a scope."""
    process = load_process(ARCHETYPES / f"{kind}-{scope.value}.yaml")
    return price(Analysis(process), profile)


def computed_reference(scope: Scope, profile: Profile) -> Reference:
    """Return what the archetypes of a scope take at the rates of a profile."""
    typical = archetype("typical", scope, profile)
    candidate = typical.sides["candidate"]
    reference = Reference(
        scope=scope,
        candidate=candidate.minutes + candidate.perceived_extra_minutes,
        employer=typical.sides["employer"].minutes,
        days=typical.sides["time"].days,
        good=50.0,
    )
    others = (each for each in profile.references if each.scope is not scope)
    anchored = replace(profile, references=(reference, *others))
    return replace(reference, good=archetype("good", scope, anchored).score)


def with_references(text: str, references: tuple[Reference, ...]) -> str:
    """Return the text of a profile with these references in it."""
    for reference in references:
        numbers = "".join(
            f"    {name}: {value!r}\n" for name, value in reference.as_dict().items()
        )
        text, found = re.subn(
            rf"^  {reference.scope.value}:\n(?:    \w+: [\d.]+\n)+",
            f"  {reference.scope.value}:\n{numbers}",
            text,
            flags=re.MULTILINE,
        )
        assert found == 1, reference.scope
    return text


def main() -> None:
    profile = load_profile()
    references = tuple(computed_reference(scope, profile) for scope in SCOPES)
    if all(
        isclose(kept, value, rel_tol=1e-9)
        for reference in references
        for kept, value in zip(
            profile.reference(reference.scope).as_dict().values(),
            reference.as_dict().values(),
            strict=True,
        )
    ):
        # The last digits are those of one processor: not worth a change.
        return
    text = PROFILE.read_text(encoding="utf-8")
    PROFILE.write_text(with_references(text, references), encoding="utf-8")


if __name__ == "__main__":
    main()
