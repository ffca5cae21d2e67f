"""Results for other programs."""

import json

from audit.exports.result_json import results_json
from audit.loaders import load_process_text
from audit.pipeline import audit_process

TINY = "process: A\nroles: {hr: {side: employer}}\nsteps: [{id: a, role: hr}]\n"


def test_one_is_an_object_and_several_are_a_list() -> None:
    """A program that asks for one file need not unpack a list."""
    result = audit_process(load_process_text(TINY))
    assert json.loads(results_json([result]))["schema_version"] == 1
    assert [r["score"] for r in json.loads(results_json([result, result]))] == [
        result.score,
        result.score,
    ]


def test_the_json_begins_as_promised() -> None:
    """Who reads the first keys finds them in this order."""
    result = audit_process(load_process_text(TINY))
    keys = list(json.loads(results_json([result])))
    assert keys[:6] == [
        "schema_version",
        "tool",
        "input",
        "process",
        "profile",
        "score",
    ]
