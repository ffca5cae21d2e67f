"""Profile files: what is wrong is said once, in place, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import ProfileError, RequestError
from audit.ledger import load_profile, load_profile_text

PACKET = Path(__file__).parents[1] / "examples" / "packet" / "profile.yaml"
GOOD = PACKET.read_text(encoding="utf-8")


def problems(text: str) -> list[tuple[str, int, str, str]]:
    with pytest.raises(ProfileError) as caught:
        load_profile_text(text, "own.yaml")
    return [(p.code, p.location.line, p.message, p.hint) for p in caught.value.problems]


def test_whole_profile_loads() -> None:
    """A profile of one's own is read as written; its figures are its own judgement."""
    profile = load_profile(PACKET)
    assert profile.name == "worked-example"
    fax = profile.rate("fax_page")
    assert (fax.amount, fax.felt, fax.cost) == (0.75, 1.5, 1.0)
    assert (fax.low, fax.high) == pytest.approx((0.75 / 1.7, 0.75 * 1.7))
    assert (fax.evidence, fax.grade, fax.judgement) == ((), "D", True)
    assert profile.rate("wait_day").spread == 1


def test_profile_may_extend_the_default() -> None:
    """Two figures of the client replace two defaults; the rest stays."""
    profile = load_profile_text(
        "profile: client\nextends: default\nwages: {employer: 60}\n"
        "rates:\n  handoff: {minutes: 9, low: 6, high: 14}\n"
    )
    default = load_profile()
    assert profile.name == "client"
    assert profile.employer_wage.per_hour == 60
    assert profile.candidate_wage == default.candidate_wage
    assert profile.rate("handoff").amount == 9
    assert profile.rate("page_read") == default.rate("page_read")
    assert profile.references == default.references


@pytest.mark.parametrize(
    ("find", "put", "code", "message", "hint"),
    [
        ("  fax_page: ", "  fax_pages: ", "P003", "'fax_pages'", "'fax_page'"),
        ("minutes: 1.50", "minutes: -2", "P013", "minutes is -2", "zero or more"),
        ("minutes: 1.50", "minutes: some", "P013", "'some' is no number", ""),
        ("time: 0.3", "time: 0.4", "P005", "sum to 1.1", "make 1"),
        ("spread: 1.7", "spred: 1.7", "P002", "'spred'", "'spread'"),
        ("spread: 1.7", "spread: 0.5", "P007", "spread is 0.5", "up and down"),
        ("spread: 1.7", "low: 1, high: 2", "P007", "does not hold", "at most"),
        ("spread: 1.7", "spread: 2, low: 0.5", "P007", "both give", "keep spread"),
        ("felt: 2.0", "felt: 0.5", "P010", "felt is 0.5", "1 means"),
        ("days: 1.0}", "minutes: 1.0}", "P011", "counted in days", "days: …"),
        ("good: 40", "good: 140", "P006", "good is 140", "fewer points"),
        ("minutes: 1.50", "evidence: [PAP-71], minutes: 1", "P008", "PAP-71", "PAP-"),
        ("minutes: 1.50", "grade: E, minutes: 1.5", "P009", "grade 'E'", "official"),
        ("days: 5, ", "", "P004", "'days' is missing", "days"),
        ("profile: worked-example", "note: none", "P004", "'profile'", "a name"),
        ("candidate: 24", "candidate: [24]", "P001", "'candidate' holds a list", ""),
    ],
)
def test_problem(find: str, put: str, code: str, message: str, hint: str) -> None:
    """Each mistake has its code, its line, the value met and a hint."""
    assert GOOD.count(find) == 1
    line = GOOD[: GOOD.index(find)].count("\n") + 1
    found = problems(GOOD.replace(find, put))
    same = [one for one in found if one[0] == code]
    assert same, found
    assert same[0][1] == line
    assert message in same[0][2]
    assert hint in same[0][3]


def test_broken_yaml_is_a_profile_error() -> None:
    """A slip of the pen comes out in the same form as any other problem."""
    found = problems(GOOD.replace("wages: {", "wages: [{"))
    assert found[0][0].startswith("E")


def test_all_problems_come_at_once() -> None:
    """A user mends a profile in one go."""
    text = GOOD.replace("felt: 2.0", "felt: 0.5").replace("days: 5, ", "")
    text = text.replace("  upload: ", "  uplod: ")
    assert {code for code, *_ in problems(text)} == {"P003", "P004", "P010"}


def test_missing_rate_is_a_problem() -> None:
    """A factor without a price would be free; that is never assumed."""
    text = "".join(x for x in GOOD.splitlines(True) if not x.startswith("  handoff:"))
    ((code, _, message, _),) = problems(text)
    assert (code, message) == ("P004", "'handoff' is missing in 'rates'")


def test_missing_reference_is_a_problem() -> None:
    """Without the typical process of a scope no score can be given."""
    text = "".join(x for x in GOOD.splitlines(True) if "end-to-end:" not in x)
    ((code, _, message, _),) = problems(text)
    assert (code, message) == ("P004", "'end-to-end' is missing in 'references'")


@pytest.mark.parametrize("text", ["", "- 1\n", "just words\n"])
def test_what_is_no_profile_says_so(text: str) -> None:
    """An empty or foreign file is refused by name."""
    ((code, *_),) = problems(text)
    assert code == "P001"


def test_unknown_base_is_a_problem() -> None:
    """Only the profile that ships can be extended."""
    assert ("P012", 2) in [one[:2] for one in problems("profile: x\nextends: other\n")]


def test_absent_file_is_named(tmp_path: Path) -> None:
    """A wrong path is the request's fault, not the file's."""
    with pytest.raises(RequestError, match=r"none\.yaml"):
        load_profile(tmp_path / "none.yaml")


def test_the_calls_to_near_misses_may_be_ones_own() -> None:
    """One number, or all four; what is left out is as in the profile that ships."""
    head = "profile: client\nextends: default\n"
    default = load_profile().near_miss_calls
    one = load_profile_text(f"{head}near_miss_calls: {{near: 0.3}}\n").near_miss_calls
    assert (one.near.value, one.near.low, one.near.high) == (0.3, 0.3, 0.3)
    assert (one.near.evidence, one.near.grade) == ((), "D")
    assert one.recognised == default.recognised
    every = load_profile_text(
        f"{head}near_miss_calls:\n  near: 0.2\n  recognised: {{share: 0.8, low: 0.6,"
        " high: 0.9}\n  mistaken: 0.1\n  call: {minutes: 12, spread: 2}\n"
    ).near_miss_calls
    assert every.recognised.low == 0.6
    assert (every.call.value, every.call.low, every.call.high) == (12, 6, 24)
    assert load_profile(PACKET).near_miss_calls == default


@pytest.mark.parametrize(
    ("calls", "code", "message"),
    [
        ("{near: 10}", "P013", "near is 10"),
        ("{mistaken: {share: 0.5, high: 1.5}}", "P013", "mistaken is 1.5"),
        ("{nearly: 0.1}", "P002", "'nearly'"),
        ("{near: {minutes: 3}}", "P002", "'minutes'"),
        ("{call: {share: 3}}", "P002", "'share'"),
        ("{recognised: {share: 0.5, low: 0.6}}", "P007", "does not hold"),
        ("{near: [1]}", "P001", "'near'"),
        ("ten", "P001", "'near_miss_calls'"),
    ],
)
def test_calls_that_cannot_be(calls: str, code: str, message: str) -> None:
    """Said at its line, as any other number of a profile."""
    found = problems(f"profile: client\nextends: default\nnear_miss_calls: {calls}\n")
    assert (code, 3) in [(one[0], one[1]) for one in found]
    assert any(message in one[2] for one in found)
