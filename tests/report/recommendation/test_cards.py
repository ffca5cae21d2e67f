"""Cards, law, what gets worse, what is good: nothing left out, nothing made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.page.sources import Sources
from audit.report.page.steps import Steps
from audit.report.recommendation.cards import Cards, factor
from audit.report.recommendation.law import LINES, law
from audit.report.recommendation.proposals import Proposals
from audit.report.recommendation.worse import worse
from audit.result import (
    DifferenceLine,
    EffectLine,
    FindingNote,
    Recommendation,
    Shift,
    Verdict,
    WithheldLine,
)
from tests.report.recommendation.recommendations import (
    CHOSEN,
    EVERY,
    built,
    recommended,
)


@pytest.mark.parametrize("name", EVERY)
def test_every_change_has_a_card_with_what_it_rests_on(name: str) -> None:
    """Why, effect with grade and sources, cost, weeks, owner and law, for each."""
    _, proposals, what = built(name)
    cards = (*what.recommended, *what.others)
    assert [card.id for card in cards] == [f"r-{one.number}" for one in proposals.all]
    for card, one in zip(cards, proposals.all, strict=True):
        line = one.line
        assert card.why == line.why
        assert line.owner in card.time
        assert [e.grade for e in card.effects] == [e.grade for e in line.effects]
        assert [[s.id for s in e.sources] for e in card.effects] == [
            list(e.evidence) for e in line.effects
        ]
        assert [guard.text for guard in card.guards] == [g.title for g in line.guards]
        rows = [proposals.guard_row(guard) for guard in line.guards]
        assert [guard.href for guard in card.guards] == [f"#{row}" for row in rows]
        assert len(card.ends) == len(proposals.ends(one))
        assert ("Needs" in card.relations) == bool(line.needs)
        assert ("Cannot be made" in card.relations) == bool(line.excludes)


@pytest.mark.parametrize("name", EVERY)
def test_a_card_says_what_a_change_does_alone(name: str) -> None:
    """Points with their direction; a change that moves nothing says so."""
    _, proposals, what = built(name)
    for card, one in zip((*what.recommended, *what.others), proposals.all, strict=True):
        gain = one.line.gains["score"]
        if abs(gain) < 0.05:
            assert "takes off" not in card.gain
            continue
        verb = "takes off" if gain > 0 else "adds"
        number = f"{abs(gain):,.1f}".removesuffix(".0")
        assert f"{verb} {number} point" in card.gain
        assert ("with what it needs" in card.gain) == bool(one.line.needs)


def test_a_change_that_moves_nothing_says_so() -> None:
    """A safeguard is no saving, and its card does not pretend."""
    result, found = recommended("packet")
    still = dict.fromkeys(found.proposals[0].gains, 0.0)
    lines = tuple(replace(line, gains=still) for line in found.proposals)
    changed = replace(found, proposals=lines)
    proposals = Proposals(changed)
    cards = Cards(
        changed, proposals, Steps(result.process), Sources(result), frozenset()
    )
    for one in proposals.all:
        card = cards.card(one)
        assert "moves neither score, days nor minutes" in card.gain
        assert all(link.href is None for link in card.ends)


@pytest.mark.parametrize(
    ("low", "likely", "high", "words"),
    [
        (0.4, 0.6, 0.9, "times 0.6 (0.4 to 0.9)"),
        (0.0, 0.05, 0.2, "times 0.05 (0 to 0.2)"),
        (0.5, 0.5, 0.5, "times 0.5"),
    ],
)
def test_an_effect_is_a_factor_with_its_range(
    low: float, likely: float, high: float, words: str
) -> None:
    """The assumption can be read, and argued with."""
    effect = EffectLine(
        what="x", low=low, likely=likely, high=high, evidence=(), grade="D", why=""
    )
    assert factor(effect) == words


@pytest.mark.parametrize("name", EVERY)
def test_the_law_lists_each_guard_once_with_its_changes(name: str) -> None:
    """A checklist: every guard of every change, and which changes it is about."""
    found, proposals, what = built(name)
    titles = {guard.title for line in found.proposals for guard in line.guards}
    assert (what.law.guards is None) == (not titles)
    if what.law.guards is not None:
        rows = {row.cells[0].text: row.cells[2].text for row in what.law.guards.rows}
        texts = [guard.text for guard in proposals.guards]
        assert [row.cells[1].text for row in what.law.guards.rows] == texts
        assert set(rows) == titles
        for title, codes in rows.items():
            about = [
                one.line.id
                for one in proposals.all
                if title in {guard.title for guard in one.line.guards}
            ]
            assert codes == proposals.codes(about)
    assert found.jurisdiction in what.law.heading
    assert what.law.notice == found.notice


def test_what_is_withheld_is_shown_with_its_reason() -> None:
    """What the law forbids is told, and a long list ends with a count."""
    result, found = recommended("packet")
    step = result.process.steps[1]
    one = WithheldLine(
        change="x", name="Drop the form", steps=(step.id,), guard="Tax forms",
        reason="It would take the form away.",
    )  # fmt: skip
    own = replace(one, guard="", steps=())
    many = replace(found, withheld=(one, own) + (one,) * LINES)
    part = law(many, Proposals(many), Steps(result.process))
    assert part.withheld is not None
    first, second = ([c.text for c in row.cells] for row in part.withheld.rows[:2])
    assert first[:2] == ["Drop the form", f"step {step.number}"]
    assert first[2] == "Tax forms: It would take the form away."
    assert second[1:] == ["the process as a whole", "It would take the form away."]
    assert len(part.withheld.rows) == LINES
    assert part.more.startswith("2 more parts")


@pytest.mark.parametrize("name", CHOSEN)
def test_all_that_gets_worse_is_told(name: str) -> None:
    """Each number counted once, each new finding by its name."""
    found, _, what = built(name)
    assert what.worse is not None
    text = " ".join(what.worse.lines)
    labels = {line.label for line in found.worse if not line.key.endswith("_designed")}
    assert all(label in text for label in labels)
    assert all(note.name in text for note in found.brings)
    assert len(what.worse.lines) >= len(labels) + len(found.brings)


def nothing_worse(found: Recommendation) -> Recommendation:
    return replace(found, worse=(), shifts=(), brings=())


def test_nothing_worse_is_a_sentence() -> None:
    """Said where it is true, and only of what can be measured."""
    result, found = recommended("packet")
    part = worse(nothing_worse(found), Steps(result.process))
    assert part is not None
    assert part.lines == ()
    assert part.nothing == "Nothing that we can measure gets worse."


def test_numbers_shifts_and_findings_each_have_their_words() -> None:
    """A change too small for its digits is told by itself; work says where it went."""
    result, found = recommended("packet")
    step = result.process.steps[0]
    line = DifferenceLine(
        key="days_mean", group="time", label="Days", unit="days", before=5.0,
        after=5.001, change=0.001, lower_is_better=True, verdict=Verdict.WORSE,
    )  # fmt: skip
    twin = replace(line, key="days_mean_designed", label="Days, once")
    alone = replace(line, key="fax_designed", label="Fax", after=7.0, change=2.0)
    shift = Shift(source="employer", target="candidate", minutes=12.0, steps=(step.id,))
    new = FindingNote(check="x", code="F1", name="Accounts", severity=2)
    part = worse(
        replace(found, worse=(line, twin, alone), shifts=(shift,), brings=(new,)),
        Steps(result.process),
    )
    assert part is not None
    assert part.lines == (
        "Days: +1 minute",
        "Fax: 5 days → 7 days",
        "Work of the candidate grows by 12 minutes or more for each hire, while that "
        f"of staff falls, at “{step.name}”",
        "New finding: Accounts (severity 2)",
    )


@pytest.mark.parametrize("name", EVERY)
def test_what_is_good_already_is_told_with_what_shows_it(name: str) -> None:
    """Praise has its evidence, and its count is right."""
    found, _, what = built(name)
    for table, heading, lines in (
        (what.kept.good, what.kept.good_heading, found.already_good),
        (what.kept.elsewhere, what.kept.elsewhere_heading, found.not_applicable),
    ):
        assert str(len(lines)) in heading
        rows = [] if table is None else [row.cells[1].text for row in table.rows]
        assert rows == [line.note for line in lines]
