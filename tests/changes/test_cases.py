"""Each intervention on small processes: what it proposes, and where it keeps still."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from audit.changes.base import Already, Fits, NotHere
from audit.changes.catalogue import CATALOGUE
from audit.changes.situation import joined
from tests.changes.situations import situation

FOLDER = Path(__file__).parent / "cases"
BY_ID = {intervention.id: intervention for intervention in CATALOGUE}
CASES = [
    (path.stem, case)
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def shortened(value: Any) -> Any:
    """Return deeds as the cases write them: a factor as `low-likely-high`."""
    match value:
        case {"low": low, "likely": likely, "high": high, "basis": _}:
            return f"{_short(low)} to {_short(likely)} to {_short(high)}"
        case {"value": one, "basis": _}:
            return _short(one)
        case dict():
            return {key: shortened(one) for key, one in value.items()}
        case list() | tuple():
            return [shortened(one) for one in value]
        case float():
            return round(value, 3)
    return value


def _short(end: Any) -> Any:
    return f"{end:.3g}" if isinstance(end, int | float) else end


@pytest.mark.parametrize(
    ("id", "case"), CASES, ids=[f"{id}: {case['promise']}" for id, case in CASES]
)
def test_it_proposes_what_its_page_says(id: str, case: dict[str, Any]) -> None:
    """Deed by deed, in the words that would stand in the file."""
    told = dict(case)
    promise, steps, answer = (told.pop(key) for key in ("promise", "steps", "answer"))
    deeds, needs = told.pop("deeds", None), told.pop("needs", None)
    why, note = told.pop("why", None), told.pop("note", None)
    found = BY_ID[id].look(situation(steps, **told))
    kind = {Fits: "fits", Already: "already", NotHere: "not here"}[type(found)]
    assert kind == answer, promise
    if isinstance(found, Fits):
        assert shortened(joined(*(dict(p.deeds) for p in found.parts))) == deeds
        assert list(found.needs) == (needs or [])
        assert found.why.endswith(".")
        assert found.why == (why or found.why)
    else:
        assert found.note.endswith(".")
        assert found.note == (note or found.note)


def test_every_intervention_has_cases() -> None:
    """One where it fits, and one where it does not."""
    answers: dict[str, set[str]] = {}
    for id, case in CASES:
        answers.setdefault(id, set()).add(case["answer"])
    assert set(answers) == set(BY_ID)
    for id, found in answers.items():
        assert "fits" in found, id
        assert found & {"already", "not here"}, id
