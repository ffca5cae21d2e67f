"""Guards: each is broken by a change made for it, and by no intervention."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from audit.changes.base import Fits, Intervention
from audit.changes.catalogue import CATALOGUE
from audit.changes.guard.guarding import FILE, Breach, breaches
from audit.changes.guard.jurisdiction import (
    Aspect,
    Occasion,
    load_jurisdiction,
)
from audit.changes.proposing import propose
from audit.changes.writing import bare_overlay, overlay_text
from audit.checks.guards import GUARD_BY_ID
from audit.ledger.evidence import has_evidence
from audit.loaders import Loaded
from audit.loaders.overlay.unwritten import plan_of, read_unwritten
from tests.changes.situations import loaded, situation_of

LAW = load_jurisdiction()
TEMPTING: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "tempting.yaml").read_text(encoding="utf-8")
)


def process(name: str) -> Loaded:
    told = dict(TEMPTING[name])
    return loaded(told.pop("steps"), **told)


def broken(
    file: Loaded, deeds: dict[str, Any], minded: frozenset[str] = frozenset()
) -> set[tuple[str, str]]:
    """Return item and step of all that a change breaks."""
    plan = plan_of(file, bare_overlay("before.yaml", {"x": deeds}), "x.yaml")
    found = breaches(
        plan.process(frozenset()), plan.process(frozenset("x")), LAW, minded
    )
    assert all(isinstance(one, Breach) and one.reason.endswith(".") for one in found)
    return {(one.item, one.step) for one in found}


ALL = "everything mandated"
MARKS = "marks of the file alone"
DATES = "dates that the file keeps"
MEDICAL = "a medical examination beside the offer"
AFTER_OFFER = "drug_result"

BREAKING = [
    (ALL, {"remove": ["papers"]}, {("I-9", "papers"), ("W-4", "papers"),
                                   (FILE, "papers")}),
    (ALL, {"set": {"papers": {"pages": 2}}}, {("I-9", "papers")}),
    (ALL, {"set": {"papers": {"asks": ["name"]}}}, {("I-9", "papers"),
                                                    (FILE, "papers")}),
    (ALL, {"move": [{"step": "papers", "before": "offer"}]}, {
        ("I-9", "papers"), ("W-4", "papers"),
    }),
    (ALL, {"remove": ["disclosure"]}, {("FCRA disclosure", "disclosure"),
                                       (FILE, "disclosure")}),
    (ALL, {"scale": {"disclosure": {"pages": 0.5}}}, {
        ("FCRA disclosure", "disclosure"),
    }),
    (ALL, {"move": [{"step": "disclosure", "after": "background"}]}, {
        ("FCRA disclosure", "disclosure"),
    }),
    (ALL, {"scale": {"waiting": {"wait": 0.9}}}, {("FCRA waiting", "waiting")}),
    (ALL, {"move": [{"step": "waiting", "after": "letter"}]}, {
        ("FCRA waiting", "waiting"),
    }),
    (ALL, {"scale": {"self_identification": {"fields": 0.5}}}, {
        ("EEO", "self_identification"),
    }),
    (ALL, {"set": {"licence": {"channel": "email"}}}, {
        ("licence and exclusion", "licence"), (FILE, "licence"),
    }),
    (ALL, {"remove": ["exclusion"]}, {("licence and exclusion", "exclusion")}),
    (ALL, {"move": [{"step": "drug_test", "before": "offer"}]}, {
        ("ADA", "drug_test"),
    }),
    (ALL, {"add": [{"before": "offer", "id": "medical", "role": "hr"}]}, {
        ("ADA", "medical"),
    }),
    (ALL, {"remove": ["state"]}, {("new-hire report", "state"), (FILE, "state")}),
    (ALL, {"remove": ["orientation"]}, {(FILE, "orientation")}),
    (ALL, {"set": {"one": {"work": "10 min"}}}, {(FILE, "one")}),
    (ALL, {"set": {"papers": {"signatures": {"electronic": 2}}}}, {
        (Occasion.ELECTRONIC_SIGNATURES.value, ""),
    }),
    (ALL, {"set": {"apply": {"channel": "portal", "print": 0}}}, {
        (Occasion.DIGITAL_ONLY.value, ""),
    }),
    (ALL, {"set": {"offer": {"position": "lock"}}}, {(Occasion.OFFER.value, "")}),
    (ALL, {"set": {"look": {"screen": {
        "method": "expert", "passes_qualified": "90%", "passes_unqualified": "10%",
    }}}}, {(Occasion.SELECTION.value, "")}),
    (MARKS, {"remove": ["first"]}, {(FILE, "first")}),
    (MARKS, {"remove": ["third"]}, {(FILE, "third")}),
    (MARKS, {"scale": {"badge": {"pages": 0.5}}}, {(FILE, "badge")}),
    (MARKS, {"set": {"send": {"fax": 0}}}, {(FILE, "send")}),
    (DATES, {"scale": {"advert": {"wait": 0.6}}}, {(FILE, "advert")}),
    (DATES, {"scale": {"second_advert": {"wait": 0.6}}}, {(FILE, "second_advert")}),
    (DATES, {"scale": {"kept_queue": {"wait": 0.6}}}, {(FILE, "kept_queue")}),
    (DATES, {"scale": {"board": {"every": 0.5}}}, {(FILE, "board")}),
    (DATES, {"set": {"board": {"every": None}}}, {(FILE, "board")}),
    (DATES, {"set": {"board": {"applies_to": 0.3}}}, {(FILE, "board")}),
    (MEDICAL, {"move": [{"step": "medical", "before": "offer"}]}, {
        ("ADA", "medical"),
    }),
    (MEDICAL, {"parallel": [
        {"id": "b", "branches": [["consent"], ["background"]]},
    ]}, {("FCRA disclosure", "consent")}),
]  # fmt: skip

KEEPING = [
    (ALL, {"set": {"papers": {"channel": "portal", "print": 0, "scan": 0}}}),
    (ALL, {"scale": {"papers": {"wait": 0.1}}}),
    (ALL, {"set": {"waiting": {"wait": "9 days"}}}),
    (ALL, {"move": [{"step": "licence", "after": "disclosure"}]}),
    (ALL, {"remove": ["second_ok"]}),
    (ALL, {"scale": {"self_identification": {"wait": 0.5}}}),
    (ALL, {"set": {"two": {"scheduling": "self"}}}),
    (MARKS, {"scale": {"badge": {"wait": 0.5}}}),
    (DATES, {"scale": {"own_advert": {"wait": 0.6}}}),
    (DATES, {"scale": {"free_advert": {"wait": 0.6}}}),
    (DATES, {"scale": {"read": {"wait": 0.6}}}),
    (DATES, {"scale": {"orientation": {"every": 0.5}}}),
    (DATES, {"set": {"board": {"every": "2 months"}}}),
    (MEDICAL, {"parallel": [
        {"id": "b", "branches": [["background"], ["medical"]]},
    ]}),
]  # fmt: skip
ALL_MINDED = frozenset(LAW.minded_when.values())


@pytest.mark.parametrize(("name", "deeds", "expected"), BREAKING)
def test_each_guard_is_seen_to_break(
    name: str, deeds: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    """A guard that never speaks up guards nothing."""
    guarded = {item for item, step in expected if step}
    minded = ALL_MINDED if guarded else frozenset()
    assert broken(process(name), deeds, minded) == expected


@pytest.mark.parametrize(("name", "deeds"), KEEPING)
def test_what_the_law_lets_change_may_change(name: str, deeds: dict[str, Any]) -> None:
    """A guard that forbids everything would leave nothing to recommend."""
    assert broken(process(name), deeds, ALL_MINDED) == set()


def test_every_item_and_occasion_has_its_breach() -> None:
    """Whoever adds an item to the law adds the change that breaks it."""
    shown = {item for *_, expected in BREAKING for item, _ in expected}
    assert {item.id for item in LAW.items} <= shown
    assert {occasion.value for occasion in Occasion} <= shown


def test_the_law_is_whole() -> None:
    """Items name texts and sources that exist, and something that they are found by."""
    assert LAW.note.startswith("A checklist, not legal advice.")
    for item in LAW.items:
        assert item.guard in GUARD_BY_ID
        assert all(has_evidence(row) for row in item.evidence)
        assert item.by_mandate or item.words or item.asks
        assert set(item.may_change) < set(Aspect) or item.not_before
    assert set(LAW.minded_when) == set(Occasion)
    assert set(LAW.minded_when.values()) <= set(GUARD_BY_ID)


@pytest.mark.parametrize("name", TEMPTING)
@pytest.mark.parametrize("one", CATALOGUE, ids=[one.id for one in CATALOGUE])
def test_no_intervention_breaks_a_guard(one: Intervention, name: str) -> None:
    """What is proposed alone is clean, whatever the intervention would have liked."""
    file = process(name)
    offer = propose(situation_of(file), [one], LAW)
    for proposal in offer.proposals:
        text = overlay_text("before.yaml", [proposal], currency="USD")
        plan = plan_of(file, text, "x.yaml")
        before = plan.process(frozenset())
        after = plan.process(frozenset({proposal.id}))
        minded = frozenset(one.guards)
        assert breaches(before, after, LAW, minded) == ()
        assert read_unwritten(file, text, "x.yaml").process.steps


def test_the_processes_really_tempt() -> None:
    """Without the guards, many interventions would break one."""
    tempted = set()
    for name in TEMPTING:
        offer = propose(situation_of(process(name)), CATALOGUE, LAW)
        tempted |= {one.intervention.id for one in offer.withheld}
    assert tempted >= {
        "electronic-signature", "single-form", "ask-once", "prefill",
        "message-not-letter", "service-level", "side-by-side", "flow-not-batch",
        "rolling-review", "approve-by-plan",
    }  # fmt: skip


def test_a_change_speaks_of_what_is_left_of_it() -> None:
    """Its words would name a step that it leaves alone, with the days of that step."""
    offer = propose(situation_of(process(DATES)), CATALOGUE, LAW)
    why = {proposal.id: proposal.why for proposal in offer.proposals}
    assert why["flow-not-batch"] == "Dates are up to 14 days apart, at “Orientation”."
    assert why["rolling-review"] == (
        "18 days pass until the advert closes, at “Own advert” and “Free advert”."
    )
    told = {one.breach.reason for one in offer.withheld}
    assert {
        "It would shorten the wait at “Advert”, which by the file may not be changed.",
        "It would shorten the wait at “Second advert”, which by the file has a date "
        "that a rule sets.",
        "It would change the dates of “Board”, which by the file may not be changed.",
    } <= told


def test_nothing_is_lost_without_a_word() -> None:
    """Each part of a fitting intervention is proposed, or told with its reason."""
    for name in TEMPTING:
        here = situation_of(process(name))
        offer = propose(here, CATALOGUE, LAW)
        told = {one.intervention.id for one in (*offer.withheld, *offer.dropped)}
        told |= {proposal.id for proposal in offer.proposals}
        for one in CATALOGUE:
            if isinstance(one.look(here), Fits):
                assert one.id in told


def test_a_law_may_fix_the_place_of_a_step() -> None:
    """No item of the shipped law does; a file of another place may."""
    fixed = tuple(
        replace(item, may_change=item.may_change - {Aspect.ORDER})
        if item.id == "new-hire report"
        else item
        for item in LAW.items
    )
    file = process(ALL)
    deeds = {"move": [{"step": "state", "before": "enter"}]}
    plan = plan_of(file, bare_overlay("before.yaml", {"x": deeds}), "x.yaml")
    before, after = plan.process(frozenset()), plan.process(frozenset("x"))
    assert breaches(before, after, LAW, ALL_MINDED) == ()
    found = breaches(before, after, replace(LAW, items=fixed), ALL_MINDED)
    assert [(one.item, one.step) for one in found] == [("new-hire report", "state")]
