"""Changes of the user's own: read with every problem, and proposed like the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from audit.changes.base import Family, Fits, NotHere
from audit.changes.catalogue import CATALOGUE
from audit.changes.own.reading import load_catalogue, load_catalogue_text
from audit.changes.own.schema import catalogue_schema
from audit.changes.situation import joined
from audit.errors import ProcessFileError, RequestError
from audit.exports.problems import render_problems
from tests.changes.situations import situation

INVALID = sorted((Path(__file__).parent / "invalid").glob("*.yaml"))
TEXT = """\
catalogue: House rules
note: Agreed in May.
changes:
  - id: kiosk
    name: Sign at a kiosk
    note: We own two.
    when:
      side: candidate
      kind: [form, work]
      channel: paper
      has: [signatures]
      lacks: [trip]
    set: {each: {channel: in_person}}
    scale: {each: {wait: {low: 0.3, likely: 0.5, high: 0.7, basis: reported}}}
    cost: {one_off: 300-900, per_year: 100, note: Paint.}
    lead_time: 2-6 weeks
    owner: Facilities
    excludes: [electronic-signature]
    guards: [E-SIGN]
  - id: no-scan
    needs: [kiosk]
    remove: [scan]
adjust:
  single-form: {cost: {one_off: 100}, lead_time: 3 weeks, owner: Legal}
  train-recruiters: {leave_out: true}
"""
STEPS = [
    {"id": "fill", "role": "candidate", "kind": "form", "channel": "paper",
     "signatures": {"wet": 2}, "wait": "4 days"},
    {"id": "scan", "role": "candidate", "kind": "work", "channel": "paper",
     "signatures": {"wet": 1}, "trip": "1 h"},
    {"id": "sign", "role": "candidate", "kind": "form", "channel": "paper",
     "signatures": {"wet": 1}, "trip": "0 min"},
    {"id": "file", "role": "hr", "kind": "work", "channel": "paper",
     "signatures": {"wet": 1}},
    {"id": "plain", "role": "candidate", "kind": "form", "channel": "paper"},
]  # fmt: skip


def problems(path: Path) -> str:
    with pytest.raises(ProcessFileError) as caught:
        load_catalogue_text(path.read_text(encoding="utf-8"), path.name)
    return render_problems(caught.value.problems, "full")


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_a_wrong_file_says_what_is_wrong(path: Path) -> None:
    """All at once, each with line, caret and what to do, as in a process file."""
    assert problems(path) == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_own_changes_come_before_those_that_ship() -> None:
    """With the user's numbers, and without what the user leaves out."""
    found = load_catalogue_text(TEXT)
    assert [one.id for one in found[:2]] == ["kiosk", "no-scan"]
    assert len(found) == len(CATALOGUE) + 1
    kiosk = found[0]
    assert (kiosk.family, kiosk.owner) == (Family.OWN, "Facilities")
    assert kiosk.costs.first_year.likely == 700
    assert (kiosk.lead_weeks.low, kiosk.lead_weeks.high) == (2, 6)
    assert [(e.what, e.low, e.likely, e.high) for e in kiosk.effects] == [
        ("wait of a step", 0.3, 0.5, 0.7)
    ]
    form = next(one for one in found if one.id == "single-form")
    assert (form.owner, form.costs_fixed) == ("Legal", True)
    assert (form.costs.first_year.likely, form.lead_weeks.likely) == (100, 3)


def test_each_stands_for_every_step_that_fits() -> None:
    """By side, kind, channel, and by what is stated and what is not."""
    kiosk = load_catalogue_text(TEXT)[0]
    found = kiosk.look(situation(STEPS))
    assert isinstance(found, Fits)
    assert [part.steps for part in found.parts] == [("fill",), ("sign",)]
    deeds = joined(*(dict(part.deeds) for part in found.parts))
    assert deeds["set"] == {step: {"channel": "in_person"} for step in ("fill", "sign")}
    assert found.why.startswith("We own two. 2 steps it is for:")
    assert isinstance(kiosk.look(situation(STEPS[3:])), NotHere)


def test_steps_can_be_named_outright() -> None:
    """A change for one process needs no `when`."""
    change = load_catalogue_text(TEXT)[1]
    found = change.look(situation(STEPS))
    assert isinstance(found, Fits)
    assert found.parts[0].steps == ("scan",)


def test_an_empty_catalogue_is_the_one_that_ships() -> None:
    """Only a title is required."""
    assert load_catalogue_text("catalogue: A\n") == CATALOGUE


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Without a traceback."""
    with pytest.raises(RequestError, match=r"none\.yaml"):
        load_catalogue(tmp_path / "none.yaml")


def validator() -> jsonschema.Draft7Validator:
    schema = catalogue_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def test_the_schema_takes_what_the_loader_takes() -> None:
    """The editor marks nothing in a sound file."""
    assert [e.message for e in validator().iter_errors(yaml.safe_load(TEXT))] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"changes": []},
        {"catalogue": "A", "changes": [{"id": "a", "when": {"knd": "form"}}]},
        {"catalogue": "A", "changes": [{"id": "a", "when": {"kind": "chek"}}]},
        {"catalogue": "A", "changes": [{"id": "a", "when": {"has": ["pagez"]}}]},
        {"catalogue": "A", "changes": [{"id": "a", "scale": {"each": {"wiat": 1}}}]},
        {"catalogue": "A", "adjust": {"prefill": {"weeks": 3}}},
    ],
)
def test_slips_are_marked_while_typing(wrong: dict[str, Any]) -> None:
    """Unknown keys, words and keys of a step; no title."""
    assert list(validator().iter_errors(wrong))


def test_every_key_is_described_with_an_example() -> None:
    """Whoever types a key sees what it means and how it looks."""
    schema = catalogue_schema()
    for name in ("WhenMap", "OwnChangeMap", "AdjustMap"):
        for key, part in schema["definitions"][name]["properties"].items():
            assert part.get("description"), f"{name}.{key}"
            assert part.get("examples"), f"{name}.{key}"


def test_references_of_the_schema_lead_somewhere() -> None:
    """An editor that cannot resolve one shows nothing at all."""
    schema = catalogue_schema()

    def references(part: Any) -> set[str]:
        if isinstance(part, dict):
            own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
            return own.union(*(references(one) for one in part.values()))
        if isinstance(part, list):
            return set().union(*(references(one) for one in part))
        return set()

    for reference in references(schema):
        assert reference.removeprefix("#/definitions/") in schema["definitions"]
