"""What to change first: claims that hold when the change is really made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from audit.changes.catalogue import CATALOGUE
from audit.changes.guard.guarding import breaches
from audit.changes.guard.jurisdiction import load_jurisdiction
from audit.changes.own.reading import load_catalogue_text
from audit.errors import RequestError
from audit.loaders import read_bytes, read_file
from audit.loaders.overlay.unwritten import plan_of
from audit.model import Process
from audit.pipeline import audit_process, compare, recommend
from audit.pipeline.recommending import Judged
from audit.report import render_recommendation_text
from audit.result import (
    Recommendation,
    SimulatedLoss,
    Verdict,
    recommendation_from_json,
    to_json,
)
from tests.changes.situations import loaded

PROCESSES = Path("processes")
PACKET = PROCESSES / "packet" / "before.yaml"
STORIES = sorted(PROCESSES.glob("*/before.yaml"))
GOOD = sorted(PROCESSES.glob("archetypes/good-*.yaml"))


@cache
def recommended(path: Path) -> Recommendation:
    return recommend(read_file(path))


def test_the_packet_gets_what_a_consultant_would_sign() -> None:
    """Electronic signature, one form, and the record filled from it come first."""
    result = recommended(PACKET)
    first = sorted(result.chosen, key=lambda line: line.place)[:3]
    assert [line.change for line in first] == [
        "electronic-signature", "single-form", "form-fills-the-record",
    ]  # fmt: skip
    assert result.search.proven
    assert result.totals[0].after < 0.55 * result.totals[0].before


@pytest.mark.parametrize("path", STORIES[:4], ids=lambda path: path.parent.name)
def test_what_is_claimed_is_what_compare_measures(path: Path, tmp_path: Path) -> None:
    """Written beside the file and compared like any other, to the last digit."""
    result = recommended(path)
    before = tmp_path / path.name
    before.write_bytes(path.read_bytes())
    after = tmp_path / "after.yaml"
    after.write_text(result.overlay, encoding="utf-8")
    first, second = read_file(before), read_file(after)
    measured = compare(first.process, second.process, plan=second.plan_from(first))
    score = result.totals[0]
    assert (score.before, score.after) == (measured.before.score, measured.after.score)
    for total, attribution in zip(
        result.totals, measured.credit.attributions, strict=True
    ):
        assert total.metric == attribution.metric
        assert total.before == pytest.approx(attribution.before, rel=1e-9)
        assert total.after == pytest.approx(attribution.after, rel=1e-9)
    assert result.credit == measured.credit.attributions
    shares = {s.change: s.gain for s in measured.credit.attributions[0].shares}
    assert {line.change: line.points for line in result.chosen} == shares
    assert result.worse == tuple(
        line for line in measured.lines if line.verdict is Verdict.WORSE
    )


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_process_is_told_so(path: Path) -> None:
    """Nothing worth a point is left to recommend, and what is good is named."""
    result = recommended(path)
    assert result.chosen == ()
    assert result.overlay == ""
    assert len(result.already_good) >= 8
    assert result.grade_after == "A"


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_no_recommended_set_breaks_a_guard(path: Path) -> None:
    """Each change alone is clean; so are all of them, and each of the best sets."""
    file = read_file(path)
    result = recommended(path)
    if not result.chosen:
        return
    plan = plan_of(file, result.overlay, "x.yaml")
    guards = {guard.id for proposal in result.proposals for guard in proposal.guards}
    chosen = frozenset(line.change for line in result.chosen)
    before, after = plan.process(frozenset()), plan.process(chosen)
    assert breaches(before, after, load_jurisdiction(), frozenset(guards)) == ()


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_a_result_hangs_together(path: Path) -> None:
    """Ids lead somewhere, weeks and costs add up, fronts fall."""
    result = recommended(path)
    proposals = {proposal.id: proposal for proposal in result.proposals}
    chosen = [line.change for line in result.chosen]
    assert set(chosen) <= set(proposals)
    assert sorted(line.place for line in result.chosen) == list(
        range(1, len(chosen) + 1)
    )
    ends = {line.change: line.end_week for line in result.chosen}
    for line in result.chosen:
        proposal = proposals[line.change]
        assert set(proposal.needs) <= set(chosen)
        assert not set(proposal.excludes) & set(chosen)
        assert all(ends[need] <= line.start_week for need in proposal.needs)
    spent = sum(proposals[change].first_year.likely for change in chosen)
    assert result.cost.likely == pytest.approx(spent)
    assert spent <= result.search.budget
    saved = result.totals[0].before - result.totals[0].after
    assert sum(line.points for line in result.chosen) == pytest.approx(saved)
    for front in (result.score_front, result.days_front):
        values = [point.value for point in front]
        assert values == sorted(values, reverse=True)
    assert not set(result.to_weigh) & set(chosen)


@pytest.mark.parametrize("path", STORIES[:2], ids=lambda path: path.parent.name)
def test_the_what_if_table_is_what_the_engine_says(path: Path) -> None:
    """A page without an engine shows these numbers; each is that of its set."""
    file, result = read_file(path), recommended(path)
    table = result.what_if
    assert len(table.changes) <= 10
    assert table.sets[0] == 0
    assert table.values[0][0] == pytest.approx(result.totals[0].before)
    proposals = {proposal.id: proposal for proposal in result.proposals}
    for chosen, row in list(zip(table.sets, table.values, strict=True))[::97]:
        ids = [c for i, c in enumerate(table.changes) if chosen >> i & 1]
        for change in ids:
            assert set(proposals[change].needs) <= set(ids)
            assert not set(proposals[change].excludes) & set(ids)
        assert row[-1] == pytest.approx(
            sum(proposals[change].first_year.likely for change in ids)
        )
    assert file.process.title == result.title


COMPLAINED_OF = {
    "drop-approval": ("approval-layers", [
        {"id": "head", "role": "manager", "kind": "approval", "wait": "1 day"},
        {"id": "board", "role": "finance", "kind": "approval", "wait": "1 day",
         "mandate": "Civil service rule 9"},
        {"id": "go", "role": "hr"},
    ]),
    "fewer-accounts": ("portal-accounts", [
        {"id": "apply", "role": "candidate", "kind": "form", "channel": "portal",
         "logins": 1, "wait": "1 day"},
        {"id": "go", "role": "hr"},
    ]),
    "rolling-review": ("batch-wait", [
        {"id": "advert", "role": "hr", "wait": {"takes": "4 days", "for": "closing"}},
        {"id": "go", "role": "hr"},
    ]),
}  # fmt: skip


@pytest.mark.parametrize("change", COMPLAINED_OF)
def test_what_a_finding_complains_of_is_not_already_good(change: str) -> None:
    """The page would praise and blame the same thing; it has nothing to do instead."""
    check, steps = COMPLAINED_OF[change]
    file = loaded(steps)
    assert check in {finding.id for finding in audit_process(file.process).findings}
    result = recommend(file)
    assert change not in {line.change for line in result.already_good}
    assert change in {line.change for line in result.not_applicable}


def test_a_finding_about_something_else_takes_no_praise_away() -> None:
    """No queue is long here, whatever share of the days is work."""
    (path,) = (one for one in GOOD if one.stem == "good-onboarding")
    found = {one.id for one in audit_process(read_file(path).process).findings}
    assert "low-flow-efficiency" in found
    good = {line.change for line in recommended(path).already_good}
    assert "service-level" in good


@pytest.mark.parametrize("path", [*STORIES, *GOOD], ids=str)
def test_nothing_is_praised_and_blamed(path: Path) -> None:
    """Of every process that ships."""
    answers = {one.id: set(one.checks[:1]) for one in CATALOGUE}
    found = {one.id for one in audit_process(read_file(path).process).findings}
    for line in recommended(path).already_good:
        assert not answers[line.change] & found


BOARD = [
    {"id": "head", "role": "manager", "kind": "approval", "wait": "4 days"},
    {"id": "apply", "role": "candidate", "kind": "form", "wait": "3 days"},
    {"id": "board", "role": "finance", "kind": "approval", "every": "1 month"},
    {"id": "first_day", "role": "hr", "kind": "appointment", "every": "4 weeks"},
]


def test_no_change_works_on_a_step_that_another_takes_out() -> None:
    """It would speak of a step that is gone, and claim days that the other buys.

    With the board gone, what is left of the 14 days for a first day is all there is to
    gain by more dates: half of it, on average, at the likely factor of its range.
    """
    result = recommend(loaded(BOARD, scope="end-to-end"))
    proposals = {proposal.id: proposal for proposal in result.proposals}
    days = {line.change: line.days for line in result.chosen}
    assert {"drop-approval", "flow-not-batch"} <= days.keys()
    flow = proposals["flow-not-batch"]
    assert flow.steps == ("first_day",)
    assert "board" not in flow.deeds
    assert flow.why == "Dates are up to 28 days apart, at “First day”."
    # The mean of the range is (0.4 + 4 * 0.5 + 0.8) / 6, so 0.4667 of 14 days go.
    assert days["flow-not-batch"] == pytest.approx(14 * (1 - 3.2 / 6))
    assert days["drop-approval"] == pytest.approx(365.25 / 24, rel=0.02)
    assert result.search.proven


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_chosen_changes_leave_each_other_their_steps(path: Path) -> None:
    """Of the stories too: a chosen change alone still finds its steps beside others."""
    file, result = read_file(path), recommended(path)
    if not result.chosen:
        return
    chosen = frozenset(line.change for line in result.chosen)
    plan = plan_of(file, result.overlay, "x.yaml")
    after = {step.id for step in plan.process(chosen).steps}
    for proposal in result.proposals:
        if proposal.id in chosen and "remove:" not in proposal.deeds:
            known = {step.id for step in file.process.steps} & set(proposal.steps)
            assert known <= after, proposal.id


def test_json_and_back() -> None:
    """A report made from the saved result is the same report."""
    result = recommended(PACKET)
    assert recommendation_from_json(to_json(result)) == result
    with pytest.raises(RequestError, match="not a recommendation"):
        recommendation_from_json("{}")


def test_same_input_same_answer() -> None:
    """No clock and no set order decides anything."""
    assert to_json(recommend(read_file(PACKET))) == to_json(recommended(PACKET))


def test_limits_are_kept() -> None:
    """Money and number of changes; what is told is the limit that held."""
    file = read_file(PACKET)
    few = recommend(file, max_changes=2)
    assert len(few.chosen) <= 2
    assert few.search.max_changes == 2
    poor = recommend(file, budget=700)
    assert 0 < poor.cost.likely <= 700
    assert (poor.search.budget, poor.search.budget_basis) == (700, "stated")
    nothing = recommend(file, budget=0)
    assert nothing.cost.likely == 0


@pytest.mark.parametrize(
    "limits", [{"budget": -1}, {"budget": float("nan")}, {"max_changes": 0}]
)
def test_limits_without_sense_are_refused(limits: dict[str, float]) -> None:
    """A budget below nought would otherwise recommend nothing and say nothing."""
    with pytest.raises(RequestError):
        recommend(read_file(PACKET), **limits)  # type: ignore[arg-type]


def test_the_budget_follows_the_hires_where_none_is_stated() -> None:
    """What a year of hiring costs now; without the hires, an assumed amount."""
    assert recommended(PACKET).search.budget_basis == "a year of hiring"
    assert recommended(GOOD[0]).search.budget_basis == "assumed"


LOSSES = (SimulatedLoss(key="openings_filled", here=0.8, recommended=0.9),)


def test_the_best_sets_can_be_judged_once_more() -> None:
    """A simulation, say, is handed the process of each of the best sets."""
    seen: list[Process] = []

    def judge(processes: Sequence[Process]) -> list[Judged]:
        seen.extend(processes)
        return [Judged(share_best=1 / len(processes), losses=LOSSES)] * len(processes)

    result = recommend(read_file(PACKET), max_changes=2, reevaluate=judge)
    assert len(seen) == len(result.top_sets) > 1
    assert sum(top.share_best or 0 for top in result.top_sets) == pytest.approx(1)
    assert set(result.top_sets[0].changes) == {line.change for line in result.chosen}
    assert all(top.losses == LOSSES for top in result.top_sets)
    assert recommendation_from_json(to_json(result)) == result


def test_a_stop_in_time_states_its_gap() -> None:
    """With next to no time there is still an answer, and how far off it may be."""
    result = recommend(read_file(PACKET), time_limit=1e-9)
    assert not result.search.proven
    assert result.chosen


def test_a_safeguard_is_found_beside_the_score() -> None:
    """Locking the position saves no point, and ends what can end a hire."""
    result = recommended(PROCESSES / "hospital" / "before.yaml")
    reasons = {line.change: line.reason for line in result.chosen}
    assert reasons["position-lock"] == "safeguard"
    assert "conditions-before-notice" in result.to_weigh
    weighed = next(p for p in result.proposals if p.id == "conditions-before-notice")
    assert weighed.gains["days"] < 0
    assert any(note.severity >= 4 for note in weighed.ends)


QUIET = """\
catalogue: Say nothing
changes:
  - id: keep-quiet
    when: {has: [silent]}
    set: {each: {silent: null, wait: 2 days}}
"""


def test_a_change_that_only_keeps_quiet_ends_no_finding(tmp_path: Path) -> None:
    """What a check needs is taken out of the file: the finding is open, and not gone.

    The comparison of the same two files says the same, finding by finding.
    """
    before = tmp_path / "before.yaml"
    before.write_bytes((PROCESSES / "hospital" / "before.yaml").read_bytes())
    first = read_file(before)
    result = recommend(first, catalogue=load_catalogue_text(QUIET)[:1])
    (proposal,) = result.proposals
    silent = {"silent-wait"}
    assert [line.change for line in result.chosen] == ["keep-quiet"]
    for line in (proposal, result):
        assert silent <= {note.check for note in line.undecided}
        assert not silent & {note.check for note in (*line.ends, *line.eases)}
    after = tmp_path / "after.yaml"
    after.write_text(result.overlay, encoding="utf-8")
    second = read_file(after)
    changes = compare(
        first.process, second.process, plan=second.plan_from(first)
    ).findings
    gone = {one.check for one in changes if one.verdict is Verdict.REMOVED}
    assert gone == {note.check for note in result.ends}
    said = render_recommendation_text(result)
    assert "not decided after" in said and "silent wait" in said
    (silence,) = result.silences
    assert "silent at" in silence
    assert "no longer states what the before does: silent at" in " ".join(said.split())


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_what_ends_and_what_is_new_is_what_compare_says(
    path: Path, tmp_path: Path
) -> None:
    """Two commands on the same two files count the same findings as gone."""
    result = recommended(path)
    before, after = tmp_path / path.name, tmp_path / "after.yaml"
    before.write_bytes(path.read_bytes())
    after.write_text(result.overlay, encoding="utf-8")
    first, second = read_file(before), read_file(after)
    measured = compare(first.process, second.process, plan=second.plan_from(first))
    verdicts = {one.check: one.verdict for one in measured.findings}
    for notes, verdict in (
        (result.ends, Verdict.REMOVED),
        (result.brings, Verdict.ADDED),
    ):
        checks = {check for check, became in verdicts.items() if became is verdict}
        assert {note.check for note in notes} == checks
    for note in (*result.eases, *result.undecided):
        assert verdicts[note.check] is Verdict.UNKNOWN


def test_what_is_mended_where_it_is_found_is_still_worth_doing() -> None:
    """That other steps keep quiet is no reason to leave a long silence as it is."""
    result = recommended(PROCESSES / "portal" / "before.yaml")
    reasons = {line.change: line.reason for line in result.chosen}
    assert reasons["status-updates"] == "safeguard"
    told = next(p for p in result.proposals if p.id == "status-updates")
    assert {note.check for note in told.eases} == {"silent-wait"}
    assert told.ends == ()
    said = " ".join(render_recommendation_text(result).split())
    assert "it takes away all that the file shows of silent wait." in said
    assert "it ends ." not in said


def test_standard_input_can_be_advised() -> None:
    """A process without a file gets its recommendation as well."""
    data = PACKET.read_bytes()
    result = recommend(read_bytes(data, "standard input"), max_changes=1)
    assert len(result.chosen) == 1


def test_another_currency_is_told() -> None:
    """Our costs are dollars; a file in euros learns that they were not converted."""
    file = loaded(
        [{"id": "a", "role": "hr", "kind": "work", "rekey": 900, "wait": "9 days"}],
        currency="EUR",
    )
    result = recommend(file)
    assert any("EUR" in words for words in result.assumptions)


HOSTILE = "“<b>=1+1\u202e"


def test_hostile_names_reach_no_file_unread() -> None:
    """Names with marks that turn text round, quotes and colons, and very long ones."""
    for name in (f"{HOSTILE}: # {{}}", "x" * 10_000, "null", "- a"):
        file = loaded(
            [
                {"id": "a", "role": "candidate", "kind": "form", "name": name,
                 "pages": 60, "signatures": {"wet": 9}, "print": 60,
                 "channel": "paper", "wait": "5 days"},
                {"id": "b", "role": "hr", "kind": "check", "name": name,
                 "wait": "6 days", "rekey": 90},
            ],
            scope="onboarding",
        )  # fmt: skip
        result = recommend(file)
        assert result.chosen
        assert "\u202e" not in result.overlay
        assert max(map(len, result.overlay.splitlines())) <= 400
