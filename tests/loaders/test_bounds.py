"""No file takes long to answer for: hostile ones end as quickly as long ones."""

from __future__ import annotations

import time

import pytest

from audit.errors import ProcessFileError
from audit.loaders import load_process_text, read_bytes
from audit.loaders.document import Document
from audit.loaders.scalars import LONGEST, calendar_days
from tests.benchmarks.generated import long_file

HEAD = """\
process: Bounds
scope: onboarding
roles: {hr: {side: employer}}
steps:
"""
# Each takes about one; a search that is not bounded takes minutes.
SECONDS = 20.0


def step(k: int, following: str) -> str:
    return f"  - {{id: s{k}, role: hr, next: {following}}}\n"


HOSTILE = {
    "blanks in a value": f"  - {{id: a, role: hr, wait: '1{' ' * 50_000}x'}}\n",
    "a sum without end": f"  - {{id: a, role: hr, wait: {'1h ' * 200_000}}}\n",
    "unknown targets": "".join(
        step(k, f"{{step_{k}_of_many: 50%, rejected: rest}}") for k in range(2_000)
    ),
    "unknown roles": "".join(
        f"  - {{id: role_{k}, role: rloe_{k}}}\n" for k in range(5_000)
    ),
    "nothing leads anywhere": "".join(step(k, "rejected") for k in range(10_000)),
    "a loop for each step": "".join(step(k, f"s{k}") for k in range(10_000)),
    "a long way into a loop": "".join(step(k, f"s{k + 1}") for k in range(10_000))
    + step(10_000, "s10000"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_answered_soon(name: str) -> None:
    """Size may cost time in proportion, never its square."""
    start = time.perf_counter()
    with pytest.raises(ProcessFileError):
        load_process_text(HEAD + HOSTILE[name])
    assert time.perf_counter() - start < SECONDS


def test_a_file_of_ten_thousand_lines_is_checked_in_half_a_second() -> None:
    """The best of several runs, as another program may hold the processor."""
    data = long_file(10_000).encode()

    def seconds() -> float:
        start = time.perf_counter()
        assert len(read_bytes(data, "long.yaml").process.steps) > 1_000
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.5


def test_a_value_has_a_greatest_length() -> None:
    """Two hundred characters are read, one more is no value."""
    words = "5 days".rjust(LONGEST)
    assert calendar_days({"value": words}) == calendar_days("5 days")
    with pytest.raises(ProcessFileError) as caught:
        load_process_text(
            HEAD + f"  - {{id: a, role: hr, wait: 5 days{'s' * LONGEST}}}\n"
        )
    assert [problem.code for problem in caught.value.problems] == ["E016"]


def test_hints_end_where_too_much_is_wrong() -> None:
    """The first problems say what was meant; the hundredth only that it is wrong."""
    steps = "".join(step(k, "{rejectde: 50%, rejected: rest}") for k in range(100))
    with pytest.raises(ProcessFileError) as caught:
        load_process_text(HEAD + steps)
    hints = [p.hint for p in caught.value.problems if p.code == "E021"]
    assert len(hints) == 100
    assert hints[0] == "did you mean 'rejected'?"
    assert hints[-1] == ""


def test_a_document_is_crowded_after_fifty_problems() -> None:
    """Fewer still get every hint."""
    document = Document("a\n" * 60, "a.yaml")
    for k in range(50):
        document.add("E001", f"problem {k}", ())
    assert not document.crowded
    document.add("E001", "one more", ())
    assert document.crowded


def test_about_a_range_is_the_range() -> None:
    """Whoever gives two ends has said how sure they are."""
    assert calendar_days("about 5-20 min") == calendar_days("5-20 min")
