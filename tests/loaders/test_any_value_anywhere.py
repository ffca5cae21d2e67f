"""Whatever stands at a key, a process or problems come out, each with its page."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from audit.errors import ProcessFileError, Severity
from audit.loaders import read_bytes
from audit.loaders.file_format import (
    AboutMap,
    ClockMap,
    KnownMap,
    OutcomeMap,
    ProcessMap,
    RoleMap,
)
from audit.loaders.format_keys import keys_at
from audit.loaders.problem_codes import problem_codes
from audit.loaders.step_format import (
    BlockMap,
    DocumentsMap,
    EvidenceMap,
    FlowMap,
    PagesMap,
    ParticipantMap,
    ScreenMap,
    SignaturesMap,
    StepKeys,
    StepMap,
    WaitMap,
)
from audit.loaders.value_types import FileMap

GOOD: dict[str, Any] = {
    "process": "A",
    "clock": {},
    "about": {},
    "known": {},
    "roles": {"hr": {"side": "employer"}},
    "outcomes": {"kept": {"by": "employer"}},
    "defaults": {"hr": {}},
    "steps": [
        {
            "id": "a",
            "role": "hr",
            "pages": {},
            "documents": {},
            "signatures": {},
            "wait": {"takes": "1 day"},
            "with": {"hr": {}},
            "evidence": {},
        },
        {
            "id": "s",
            "role": "hr",
            "screen": {
                "method": "glance",
                "qualified_share": 0.5,
                "passes_qualified": 0.5,
                "passes_unqualified": 0.1,
            },
            "next": {"block": "pass", "rejected": "fail"},
        },
        {
            "id": "block",
            "parallel": [[{"id": "x", "role": "hr"}], [{"id": "y", "role": "hr"}]],
        },
        {"id": "z", "role": "hr", "next": [{"to": "hired", "share": 1}]},
    ],
}
PLACES: list[tuple[type[FileMap], tuple[str | int, ...]]] = [
    (ProcessMap, ()),
    (ClockMap, ("clock",)),
    (AboutMap, ("about",)),
    (KnownMap, ("known",)),
    (RoleMap, ("roles", "hr")),
    (OutcomeMap, ("outcomes", "kept")),
    (StepKeys, ("defaults", "hr")),
    (StepMap, ("steps", 0)),
    (PagesMap, ("steps", 0, "pages")),
    (DocumentsMap, ("steps", 0, "documents")),
    (SignaturesMap, ("steps", 0, "signatures")),
    (WaitMap, ("steps", 0, "wait")),
    (ParticipantMap, ("steps", 0, "with", "hr")),
    (EvidenceMap, ("steps", 0, "evidence")),
    (ScreenMap, ("steps", 1, "screen")),
    (BlockMap, ("steps", 2)),
    (StepMap, ("steps", 2, "parallel", 0, 0)),
    (FlowMap, ("steps", 3, "next", 0)),
]
JUNK: list[Any] = [
    None,
    "",
    "x",
    " ",
    0,
    1,
    -1,
    1e400,
    0.5,
    True,
    "up to",
    "1-",
    "-",
    "1 day",
    "rest",
    "a\u0007b",
    "\ud83d\ude00",
    [],
    [[]],
    ["x", 1],
    [{}],
    {},
    {"x": 1},
    {"value": None},
    {"value": {}},
    {"low": 1},
    {"low": 2, "high": 1},
    {"hr": None},
    {"hr": []},
    {"takes": []},
    [{"to": []}],
    [{"to": "hired"}, {"to": None}],
    [[{"id": "n"}]],
]
CODES = {page.code for page in problem_codes()}


def answer(data: dict[str, Any]) -> list[str]:
    """Return the codes of a file's errors; none if it is a process."""
    text = json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
    try:
        read_bytes(text, "junk.yaml")
    except ProcessFileError as error:
        return [p.code for p in error.problems if p.severity is Severity.ERROR]
    return []


def test_the_file_is_good_to_begin_with() -> None:
    """So that every problem below comes from the junk."""
    good = copy.deepcopy(GOOD)
    assert answer(good) == []


@pytest.mark.parametrize(
    ("model", "path"), PLACES, ids=lambda part: getattr(part, "__name__", None)
)
def test_any_value_at_any_key(
    model: type[FileMap], path: tuple[str | int, ...]
) -> None:
    """Every key of every mapping, with values of every shape: never a traceback."""
    for key in keys_at(model):
        for junk in JUNK:
            data = copy.deepcopy(GOOD)
            here: Any = data
            for part in path:
                here = here[part]
            here[key] = junk
            assert set(answer(data)) <= CODES, (path, key, junk)
