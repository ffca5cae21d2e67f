"""Two rows as one: nothing lost, nothing twice, and as little moved as can be."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit.report.process_map.change_map.rows import merge_rows, steady


@st.composite
def rows(draw: st.DrawFn) -> tuple[list[int | None], int]:
    """Return twins and the length of the row after."""
    kept = draw(st.permutations(range(draw(st.integers(0, 7)))))
    new = draw(st.integers(0, 3))
    places = sorted(draw(st.permutations(range(len(kept) + new)))[: len(kept)])
    twins: list[int | None] = [places[place] for place in kept]
    for _ in range(draw(st.integers(0, 4))):
        twins.insert(draw(st.integers(0, len(twins))), None)
    return twins, len(kept) + new


@given(rows())
def test_every_element_of_both_rows_has_one_place(
    case: tuple[list[int | None], int],
) -> None:
    """What both have stands once; the row after keeps its order."""
    twins, count = case
    merged = merge_rows(twins, count)
    after = [slot.after for slot in merged if slot.after is not None]
    before = [slot.before for slot in merged if slot.before is not None]
    assert after == list(range(count))
    assert sorted(before) == list(range(len(twins)))
    for slot in merged:
        if slot.before is not None:
            assert twins[slot.before] == slot.after


@given(rows())
def test_what_is_gone_keeps_its_place_among_what_is_steady(
    case: tuple[list[int | None], int],
) -> None:
    """Without what moved and what is new, the merged row is the row before."""
    twins, count = case
    kept = steady(twins)
    still = [
        slot.before
        for slot in merge_rows(twins, count)
        if slot.before is not None and (slot.after is None or slot.after in kept)
    ]
    assert still == sorted(still)


@given(rows())
def test_as_many_elements_as_can_be_are_steady(
    case: tuple[list[int | None], int],
) -> None:
    """No longer rising part exists: all of them are tried."""
    twins = [twin for twin in case[0] if twin is not None]
    longest = max(
        size
        for size in range(len(twins) + 1)
        for part in combinations(twins, size)
        if all(one < other for one, other in pairwise(part))
    )
    assert len(steady(twins)) == longest
