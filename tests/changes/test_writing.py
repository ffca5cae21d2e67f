"""What is written is what was computed, and a person can read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.changes.catalogue import CATALOGUE
from audit.changes.guard.jurisdiction import load_jurisdiction
from audit.changes.proposing import propose
from audit.changes.writing import bare_overlay, overlay_text
from audit.loaders import read_file
from audit.loaders.overlay.unwritten import plan_of, read_unwritten
from tests.changes.situations import situation_of

STORIES = sorted(Path("processes").glob("*/before.yaml"))
LAW = load_jurisdiction()


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_each_proposal_is_a_file_that_loads(path: Path) -> None:
    """Alone, with what it needs; and it does what its bare deeds do."""
    file = read_file(path)
    offer = propose(situation_of(file), CATALOGUE, LAW)
    assert offer.proposals
    assert not offer.dropped
    by_id = {proposal.id: proposal for proposal in offer.proposals}
    for proposal in offer.proposals:
        chosen = [p for p in offer.proposals if p.id in {proposal.id, *proposal.needs}]
        text = overlay_text(file.process.file, chosen, currency="USD")
        assert max(map(len, text.splitlines())) <= 88
        made = frozenset(p.id for p in chosen)
        written = read_unwritten(file, text, "x.yaml").process
        bare = bare_overlay(file.process.file, {one: by_id[one].deeds for one in made})
        computed = plan_of(file, bare, "x.yaml").process(made)
        assert [step.quantities for step in written.steps] == [
            step.quantities for step in computed.steps
        ]
        assert [step.wait for step in written.steps] == [
            step.wait for step in computed.steps
        ]


def test_the_file_says_why_and_from_where() -> None:
    """Whoever opens it months later finds reason, effect, source, cost and law."""
    file = read_file(Path("processes/packet/before.yaml"))
    offer = propose(situation_of(file), CATALOGUE, LAW)
    signing = next(p for p in offer.proposals if p.id == "electronic-signature")
    text = overlay_text("before.yaml", [signing], currency="USD", remarks=["Mine."])
    for words in (
        "# Mine.", "# Why:", "# Effect:", "grade D; PAP-28", "# Cost, our estimate:",
        "$2,000 to $8,000 once", "# Time: 4 to 10 weeks.", "not legal advice",
        "extends: before.yaml", "name: Sign electronically",
        'source: "judgement; PAP-28"',
    ):  # fmt: skip
        assert words in " ".join(text.replace("#  ", "").split()) or words in text
    cost = read_unwritten(file, text, "x.yaml")
    change = plan_of(file, text, "x.yaml").changes[0]
    assert change.one_off is not None
    assert (change.one_off.low, change.one_off.high) == (2000, 8000)
    assert cost.process.variant == "recommended"


def test_a_name_of_a_file_is_quoted_where_it_must_be() -> None:
    """A file may be called anything."""
    name = "it's: 1 # {of} *three*.yaml"
    text = overlay_text(name, [], currency="USD")
    assert '"it\'s: 1 # {of} *three*.yaml"' in text
