"""What counts as only taking away never adds friction, whatever else is made."""

from __future__ import annotations

import random
from typing import Any

import pytest

from audit.changes.search.choices import members
from audit.changes.search.takes_away import takes_away
from tests.changes.search.test_branch_and_bound import (
    choices_of,
    random_changes,
    random_process,
    values_of,
)
from tests.changes.situations import loaded

STEPS = [
    {"id": "fill", "role": "candidate", "kind": "form", "pages": 8, "fields": 20,
     "asks": ["name", "bank"], "signatures": {"wet": 2}, "wait": "2 days"},
    {"id": "check", "role": "hr", "kind": "check", "work": "9 min",
     "next": {"fill": "20%", "fix": "5%", "withdrew": "5%", "enter": "rest"}},
    {"id": "fix", "role": "candidate", "kind": "form", "next": "check"},
    {"id": "enter", "role": "hr", "work": "1 h", "work_covers": "all", "rekey": 30,
     "next": {"approve": "90%", "rejected": "10%"}},
    {"id": "approve", "role": "manager", "kind": "approval", "applies_to": "50%",
     "next": {"last": "80%", "rejected": "20%"}},
    {"id": "last", "role": "hr", "wait": "1 day"},
]  # fmt: skip

SURE = [
    {"scale": {"fill": {"pages": 0.5, "wait": "0.2-1"}}},
    {"scale": {"enter": {"work": 0.5}}},
    {"scale_shares": {"check": {"fill": 0.5, "fix": 0.2, "withdrew": 0.7}}},
    {"scale_shares": {"check": {"fill": 0.5, "fix": 0}}},
    {"set": {"fill": {"pages": 8, "signatures": {"wet": 1}, "mobile": True}}},
    {"set": {"fill": {"asks": ["name"], "print": 0}}},
    {"set": {"approve": {"applies_to": "20%"}}},
    {"set": {"last": {"applies_to": 0.3}}},
    {"roles": {"hr": {"other_duties": "20%", "people": 3}}},
    {"remove": ["fill"]},
]
UNSURE = [
    {"scale": {"fill": {"pages": "0.5-1.1"}}},
    {"scale": {"enter": {"rekey": 0.5}}},
    {"scale_shares": {"check": {"fill": 0.5}}},
    {"scale_shares": {"check": {"fill": 1.5, "fix": 0.2}}},
    {"scale_shares": {"enter": {"rejected": 0.5}}},
    {"set": {"fill": {"pages": 9}}},
    {"set": {"fill": {"channel": "portal"}}},
    {"set": {"fill": {"signatures": {"electronic": 2}}}},
    {"set": {"fill": {"asks": ["name", "phone"]}}},
    {"set": {"fill": {"logins": 1}}},
    {"set": {"nowhere": {"pages": 0}}},
    {"roles": {"hr": {"side": "vendor"}}},
    {"roles": {"firm2": {"side": "vendor"}}},
    {"remove": ["enter", "approve"]},
    {"shares": {"enter": {"rejected": "5%"}}},
    {"move": [{"step": "last", "before": "enter"}]},
    {"add": [{"after": "fill", "id": "x", "role": "hr"}]},
    {"parallel": [{"id": "b", "branches": [["fill"], ["check"]]}]},
]


@pytest.mark.parametrize("deeds", SURE)
def test_sure_deeds(deeds: dict[str, Any]) -> None:
    """Less of what is counted, and words that nothing counts."""
    assert takes_away(loaded(STEPS).process, deeds)


@pytest.mark.parametrize("deeds", UNSURE)
def test_unsure_deeds(deeds: dict[str, Any]) -> None:
    """More of something, another order, or another mix of those who are hired."""
    assert not takes_away(loaded(STEPS).process, deeds)


@pytest.mark.parametrize("seed", range(60))
def test_what_only_takes_away_never_adds(seed: int) -> None:
    """The bound of the search rests on it: in every set, on random processes."""
    rng = random.Random(1000 + seed)
    steps = random_process(rng)
    file = loaded(steps)
    changes = random_changes(rng, steps, 5)
    choices = choices_of(file, changes)
    values = values_of(file, changes)
    sure = [i for i in range(5) if not choices.tangled >> i & 1]
    for metric in ("score", "days"):
        value = values.value_of(metric)
        for chosen in range(1 << 5):
            if not choices.fits_together(chosen):
                continue
            for i in members(chosen):
                if i in sure:
                    less = value(chosen ^ 1 << i)
                    assert value(chosen) <= less + 1e-6 * max(1.0, less)
