"""The need that nobody wrote, found by trying."""

from __future__ import annotations

import pytest

from audit.comparison.credit.missing_needs import MissingNeed, members, missing_need


def test_members_of_a_set() -> None:
    """Bit i is change i."""
    assert members(0) == []
    assert members(0b10110) == [1, 2, 4]


@pytest.mark.parametrize("broken", [0b100, 0b1100, 0b111100])
def test_a_set_is_cut_down_to_what_breaks_it(broken: int) -> None:
    """Change 2 relies on change 0 alone, however many others were made with it."""

    def works(made: int) -> bool:
        return not made & 0b100 or bool(made & 0b1)

    found = missing_need(works, [0] * 6, broken)
    assert found == MissingNeed(broken=0b100, at=2, needed=0b1)


def test_all_that_is_needed_is_named_and_no_more() -> None:
    """Change 0 relies on 2 and 3, and neither is enough."""

    def works(made: int) -> bool:
        return not made & 0b1 or made & 0b1100 == 0b1100

    assert missing_need(works, [0] * 5, 0b1).needed == 0b1100


def test_what_is_implied_is_not_named() -> None:
    """Change 0 relies on 1 and 2, and 2 needs 1 anyway: naming 2 is enough."""

    def works(made: int) -> bool:
        return not made & 0b1 or made & 0b110 == 0b110

    found = missing_need(works, [0, 0, 0b010, 0], 0b1)
    assert found == MissingNeed(broken=0b1, at=0, needed=0b100)


def test_a_set_stays_one_that_the_needs_allow() -> None:
    """Change 1 needs 0; the two break without 2, and are tried together throughout."""
    tried: list[int] = []

    def works(made: int) -> bool:
        tried.append(made)
        return made & 0b11 != 0b11 or bool(made & 0b100)

    needs = [0, 0b1, 0, 0b1]
    found = missing_need(works, needs, 0b1011)
    assert found == MissingNeed(broken=0b11, at=1, needed=0b100)
    assert all(not needs[change] & ~made for made in tried for change in members(made))


def test_the_last_of_several_states_the_need() -> None:
    """Of two that clash without a third, the later one in the file is to say so."""

    def works(made: int) -> bool:
        return made & 0b11 != 0b11 or bool(made & 0b100)

    found = missing_need(works, [0, 0, 0], 0b11)
    assert found == MissingNeed(broken=0b11, at=1, needed=0b100)


def test_the_earlier_one_states_it_where_the_last_one_cannot() -> None:
    """What mends the two needs the later one: only the earlier one can need it."""

    def works(made: int) -> bool:
        return made & 0b11 != 0b11 or bool(made & 0b100)

    found = missing_need(works, [0, 0, 0b010], 0b11)
    assert found == MissingNeed(broken=0b11, at=0, needed=0b100)


def test_no_need_mends_what_needs_each_other() -> None:
    """Change 0 relies on 1, which needs 0: they are one change."""

    def works(made: int) -> bool:
        return made & 0b11 in {0b00, 0b11}

    found = missing_need(works, [0, 0b1], 0b1)
    assert found == MissingNeed(broken=0b1, at=None, needed=0)
