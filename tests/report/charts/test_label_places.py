"""Labels of points: beside them, apart from each other, inside the drawing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.charts.label_places import APART, free, label_places, line_box

ROOM = (490.0, 340.0)
SIZE = (24.0, 14.0)
points = st.lists(
    st.tuples(st.floats(10, ROOM[0] - 10), st.floats(10, ROOM[1] - 10)),
    min_size=1,
    max_size=24,
)


@given(points)
def test_no_label_lies_on_another_or_outside(places: list[tuple[float, float]]) -> None:
    """Two numbers can be told apart, however close their points are."""
    spots = label_places(places, [SIZE] * len(places), ROOM, 5.0)
    for k, one in enumerate(spots):
        assert SIZE[0] / 2 - 1e-6 <= one.x <= ROOM[0] - SIZE[0] / 2 + 1e-6
        assert SIZE[1] / 2 - 1e-6 <= one.y <= ROOM[1] - SIZE[1] / 2 + 1e-6
        for other in spots[k + 1 :]:
            apart = (abs(one.x - other.x) - SIZE[0], abs(one.y - other.y) - SIZE[1])
            assert max(apart) >= APART - 1e-6


def test_many_points_in_one_place_all_get_a_label() -> None:
    """Changes that cost nothing and move nothing lie on one another."""
    spots = label_places([(40.0, 40.0)] * 20, [SIZE] * 20, ROOM, 5.0)
    assert len({(spot.x, spot.y) for spot in spots}) == 20
    assert not spots[0].led
    assert spots[-1].led


def test_a_point_alone_has_its_label_beside_it() -> None:
    """No line leads to a label that anybody would read as its own."""
    (spot,) = label_places([(200.0, 200.0)], [SIZE], ROOM, 5.0)
    assert not spot.led
    assert abs(spot.x - 200) + abs(spot.y - 200) < 45


@pytest.mark.parametrize("room", [(10.0, 10.0), (60.0, 16.0)])
def test_without_room_a_label_stays_at_its_point(room: tuple[float, float]) -> None:
    """A drawing too small for its labels still gets them."""
    spots = label_places([(5.0, 8.0)] * 3, [SIZE] * 3, room, 5.0)
    assert len(spots) == 3


def test_the_first_points_are_served_first() -> None:
    """Recommended changes come first and keep the places beside their dots."""
    places = [(100.0, 100.0), (102.0, 100.0)]
    first, _ = label_places(places, [SIZE] * 2, ROOM, 5.0)
    (alone, *_) = label_places(places[:1], [SIZE], ROOM, 5.0)
    assert abs(first.x - alone.x) < 30


def test_a_label_keeps_clear_of_lines_where_it_can() -> None:
    """A staircase beside a point strikes through none of its words."""
    lines = [line_box(0, 210, 300, 210), line_box(300, 40, 300, 210)]
    (spot,) = label_places([(220.0, 200.0)], [(120.0, 14.0)], ROOM, 5.0, lines)
    assert free((spot.x, spot.y, 120.0, 14.0), lines)


def test_without_a_place_clear_of_lines_a_label_still_lies_on_no_other() -> None:
    """Lines everywhere are worse for nobody than words on words."""
    lines = [line_box(0, y, ROOM[0], y) for y in range(0, 340, 8)]
    one, other = label_places([(200.0, 200.0)] * 2, [SIZE] * 2, ROOM, 5.0, lines)
    assert free((one.x, one.y, *SIZE), [(other.x, other.y, *SIZE)])
