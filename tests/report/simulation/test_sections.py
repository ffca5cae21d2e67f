"""The sections of one simulated process: each sentence made again from the result."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from audit.report.page.amounts import of_a_hundred
from audit.report.simulation.course import in_course
from audit.report.simulation.decisions import decisions
from audit.report.simulation.headline import answer, lede
from audit.report.simulation.leaving import ELSEWHERE, REASONS, leaving
from audit.report.simulation.method import method
from audit.report.simulation.quick import quick
from audit.report.simulation.race import race
from audit.report.simulation.regular_jobs import regular_jobs
from audit.report.simulation.spans import signed, span, told, told_change, whole
from audit.report.simulation.summary import findings, tiles
from audit.report.simulation.tables import waits
from audit.report.simulation.times import times
from audit.report.simulation.waiting import overlap, waiting
from audit.report.simulation.words import FULL, figure, line_of, lines_in, mean_of
from audit.report.simulation.workload import Load, load_bars, loads, workload
from audit.result.simulation import SimulatedNumber, SimulatedVariant
from tests.report.simulation.houses import STORIES, looked_at, remedied, simulated

stories = pytest.mark.parametrize("story", STORIES)


def of(story: str) -> SimulatedVariant:
    return simulated(story).process


def without(variant: SimulatedVariant, *keys: str) -> SimulatedVariant:
    """Return a variant whose runs did not give some numbers."""
    lines = tuple(
        replace(line, number=None) if line.key in keys else line
        for line in variant.lines
    )
    return replace(variant, lines=lines)


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (35.2, 39.3, "days", "35.2 to 39.3 days"),
        (0.9, 1.0, "days", "21.6 hours to 1 day"),
        (-10.5, -5.3, "hours", "−10.5 to −5.3 h"),
        (0.6, 0.665, "share", "60 to 66.5 %"),
        (53.0, 64.5, "offers", "53 to 64.5"),
        (None, None, "days", ""),
        (5.0, 5.0, "days", ""),
    ],
)
def test_an_interval_says_its_unit_once(
    low: float | None, high: float | None, unit: str, words: str
) -> None:
    """Short enough for a table, and never without its unit."""
    assert span(SimulatedNumber(mean=5.0, low=low, high=high, runs=9), unit) == words


@pytest.mark.parametrize(
    ("change", "unit", "words"),
    [
        (-8.2, "days", "−8.2 days"),
        (0.031, "share", "+3.1 points"),
        (148.6, "hours", "+149 h"),
        (0.0, "days", "0 days"),
        (0.01, "hours", "0 h"),
    ],
)
def test_a_change_has_a_sign_where_it_is_one(
    change: float, unit: str, words: str
) -> None:
    """What rounds to nothing is not called more or less."""
    assert signed(change, unit) == words


def test_a_change_stands_with_its_interval() -> None:
    """Both ends signed; what no run gave is said so."""
    number = SimulatedNumber(mean=-8.2, low=-10.1, high=-6.2, runs=12)
    assert told_change(number, "days") == "−8.2 days (−10.1 to −6.2 days)"
    assert told(None, "days") == "no run gave it"


@stories
def test_the_answer_and_what_follows_are_of_the_result(story: str) -> None:
    """Days, load, openings, people who leave and offers: each its own number."""
    variant = of(story)
    used = max(mean_of(line) for line in variant.lines if line.key == "utilisation")
    assert figure(mean_of(line_of(variant, "days_to_hire")), "days") in answer(variant)
    assert f"{used * 100:.0f} % of its hours" in answer(variant)
    words = lede(variant)
    for key in ("left_per_100_hires", "rescinded_per_100_hires"):
        assert f" {whole(mean_of(line_of(variant, key)))} " in words
    filled = of_a_hundred(mean_of(line_of(variant, "openings_filled")))
    assert f"{filled} of 100 openings" in words


@stories
def test_six_tiles_each_with_its_interval(story: str) -> None:
    """The first screen shows numbers, and how far chance may move them."""
    variant = of(story)
    shown = tiles(variant)
    assert len(shown) == 6
    for tile in shown:
        assert " to " in tile.note
    # Numbers that no run gave make room for others.
    fewer = tiles(without(variant, "openings_filled", "rescinded_per_100_hires"))
    assert len(fewer) == 6
    assert "Openings filled, of 100" not in [tile.label for tile in fewer]


@stories
def test_a_week_of_a_role_is_its_work_and_no_more(story: str) -> None:
    """Candidates, openings and other work together are the hours at work."""
    variant = of(story)
    for load in loads(variant):
        used = mean_of(line_of(variant, "utilisation", load.id)) * load.capacity
        done = load.candidates + load.openings + load.duties
        assert done == pytest.approx(used)
        asked = mean_of(line_of(variant, "asked_hours", load.id))
        over = mean_of(line_of(variant, "overload_hours", load.id))
        assert load.asked == asked
        assert load.over == pytest.approx(max(0.0, over))
        assert load.capacity == pytest.approx(asked - over)


def test_a_role_that_only_an_after_employs_has_its_hours_before_too() -> None:
    """Its regular job is there today, and can be seen to suffer."""
    found = {load.id: load for load in loads(remedied().before)}
    assert found["department"].capacity == pytest.approx(240.0)
    assert found["department"].candidates == pytest.approx(0.0)


def test_what_is_asked_beyond_the_hours_reaches_over_the_line() -> None:
    """A bar of an overloaded role: full to the line, then what nobody does."""
    load = Load(id="a", name="A", capacity=100, candidates=30, duties=70, asked=112)
    (bar,) = load_bars({"": (load,)}).bars
    assert bar.values == pytest.approx((0.3, 0.7, 0.12))
    assert bar.text == "112 h of 100 h, 112 %"


def test_a_quick_look_never_works_more_than_there_are_hours() -> None:
    """What is asked if nobody left may be more than a role can do."""
    variant = looked_at("overloaded-hr").process
    for load in loads(variant):
        assert load.candidates + load.duties <= load.capacity + 1e-9
    assert "if nobody leaves" in workload(variant).heading
    assert not workload(replace(variant, roles=())).bars


@stories
def test_waits_are_told_longest_first_with_their_intervals(story: str) -> None:
    """Queue, closed office, batch, candidate, outside: each as in the result."""
    variant = of(story)
    section = waiting(variant)
    assert section.bars is not None
    means = [bar.values[0] for bar in section.bars.bars]
    assert means == sorted(means, reverse=True)
    stated = [mean_of(x) for x in lines_in(variant, "waits") if mean_of(x) > 0]
    assert sorted(means) == sorted(stated)
    queue = mean_of(line_of(variant, "wait_days", "queue"))
    assert section.heading.startswith(figure(queue, "days"))
    for bar in section.bars.bars:
        assert bar.low is not None
        assert bar.high is not None
        assert bar.low <= bar.values[0] <= bar.high
    assert section.queues is not None
    assert len(section.queues.rows) == len(lines_in(variant, "steps"))


@stories
def test_who_leaves_adds_up_over_steps_and_reasons(story: str) -> None:
    """Nobody is lost between the total and the steps."""
    variant = of(story)
    section = leaving(variant)
    assert section.table is not None
    every = sum(mean_of(line) for line in variant.lines if line.key in REASONS)
    total = mean_of(line_of(variant, "left_per_100_hires"))
    assert every == pytest.approx(total)
    assert section.heading.startswith(f"{whole(total)} people leave")
    names = [row.cells[0].text for row in section.table.rows]
    lines = [x for x in variant.lines if x.key == ELSEWHERE and x.of]
    process = [x.name for x in in_course(lines, lambda line: line.of)]
    assert names == [name for name in process if name in names]


def test_nobody_leaves_is_said() -> None:
    """A file that lets nobody leave has no empty chart."""
    section = leaving(without(of("hospital"), *REASONS))
    assert section.bars is None
    assert section.heading == "Nobody leaves"


@stories
def test_the_race_tells_openings_and_offers(story: str) -> None:
    """Filled of a hundred, taken back for a hundred hires."""
    variant = of(story)
    section = race(variant)
    assert section.bars is not None
    openings, offers = section.bars.bars
    assert openings.values[0] / 100 == mean_of(line_of(variant, "openings_filled"))
    assert sum(openings.values) == pytest.approx(100)
    back = mean_of(line_of(variant, "rescinded_per_100_hires"))
    assert offers.values == (100.0, back)
    assert section.heading.startswith(f"{whole(back)} offers")


def test_without_openings_there_is_no_race() -> None:
    """The page says which key is missing in place of a chart."""
    section = race(without(of("hospital"), "openings_filled"))
    assert section.bars is None
    assert "`requisitions`" in section.lede


def test_times_show_half_and_nine_in_ten() -> None:
    """P50, P90 and the mean of both clocks, each with its interval."""
    section = times(of("hospital"))
    assert section.ranges is not None
    assert len(section.ranges.ranges) == 2
    assert section.table is not None
    for row in section.table.rows:
        for cell in row.cells[1:]:
            assert re.search(r"\(.* to .*\)", cell.text)
    nobody = without(of("hospital"), "days_to_hire_p50", "days_to_hire")
    assert times(nobody).heading == "Nobody was hired in the measured time"


@stories
def test_the_regular_job_has_its_own_wait(story: str) -> None:
    """Every other work is there, the slowest in the heading."""
    variant = of(story)
    section = regular_jobs(variant)
    assert section.table is not None
    assert len(section.table.rows) == len(lines_in(variant, "duties"))
    slowest = max(lines_in(variant, "duties"), key=mean_of)
    assert slowest.name in section.heading
    assert figure(mean_of(slowest), "hours") in section.heading
    assert regular_jobs(without(variant, "duty_wait_hours")).table is None


def test_a_quick_look_is_called_screening() -> None:
    """It has no interval and is some per cent off, and says so."""
    section = quick({"": looked_at("overloaded-hr").process.quick_look})
    assert "screening only" in section.heading
    assert "some per cent off" in section.lede
    assert section.table is not None
    assert "without end" not in {c.text for r in section.table.rows for c in r.cells}
    assert quick({"": ()}).table is None


@stories
def test_each_decision_rests_on_a_number(story: str) -> None:
    """Room, a lock, an answer sooner: at most three, each with its evidence."""
    asked = decisions(of(story))
    assert 1 <= len(asked) <= 3
    for pointer in asked:
        assert re.search(r"\d", pointer.text)
        assert pointer.href.startswith("#")
    for pointer in findings(of(story)):
        assert re.search(r"\d", pointer.text)


def test_room_is_asked_for_only_where_it_is_short() -> None:
    """The hours named bring the role to the load at which queues shorten."""
    variant = of("overloaded-hr")
    full = max(loads(variant), key=lambda load: load.share)
    text = decisions(variant)[0].text
    assert f"{figure(full.asked - FULL * full.capacity, 'hours')} a week" in text
    free = replace(variant, lines=tuple(
        replace(line, number=replace(line.number, mean=0.0))
        if line.number and line.key == "asked_hours" else line
        for line in variant.lines
    ))  # fmt: skip
    assert not [p for p in decisions(free) if "room" in p.text]


def test_a_gap_of_all_files_is_told_once() -> None:
    """What the before already said is not repeated for each after."""
    result = remedied()
    variants = {"Before": result.before} | {
        str(place): pair.after for place, pair in enumerate(result.pairs)
    }
    section = method(variants, result.settings, result.tool, 1)
    every = [line for gaps in section.gaps for line in gaps.assumptions]
    assert len(every) == len(set(every))
    assert "made the same luck" not in " ".join(section.how)
    assert any("same luck" in line for line in section.how)
    assert len(section.files.rows) == 5


def test_causes_that_overlap_are_said_to() -> None:
    """A part of a hire larger than the hire would be read as an error."""
    variant = simulated("overloaded-hr").process
    days = mean_of(line_of(variant, "days_to_hire"))
    total = sum(mean_of(line) for line in lines_in(variant, "waits"))

    def adding_up_to(aim: float) -> SimulatedVariant:
        return replace(
            variant,
            lines=tuple(
                replace(x, number=replace(x.number, mean=x.number.mean * aim / total))
                if x.key == "wait_days" and x.number
                else x
                for x in variant.lines
            ),
        )

    words = "Each branch, and everybody who takes part, counts"
    for aim, is_told in ((days, False), (2 * days, True)):
        found = adding_up_to(aim)
        assert overlap(found) == (pytest.approx(aim) if is_told else None)
        assert any(words in one.text for one in findings(found)) is is_told
        assert ("who takes part, counts" in waits(found)) is is_told


def test_a_change_keeps_one_unit() -> None:
    """Hours as the end of an interval of days would read as more than its mean."""
    one = SimulatedNumber(mean=-0.43, low=-0.91, high=0.048, runs=12)
    assert told_change(one, "days") == "−0.4 days (−0.9 to +0.05 days)"
    small = SimulatedNumber(mean=-0.01, low=-0.02, high=0.01, runs=12)
    assert told_change(small, "days") == "−14 minutes (−29 to +14 minutes)"
