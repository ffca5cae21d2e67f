"""Figures as lines: what is shown of a number is what the number can be."""

from __future__ import annotations

import pytest

from audit.pipeline.simulated_lines import simulated_changes, simulated_lines
from audit.simulation import Estimate, Figure, FigureKind, PairedDifference
from audit.simulation.assembly import Names

WIDE = Estimate(mean=0.5, low=-1.95, high=2.95, runs=2)


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        (FigureKind.HIRED_SHARE, 0.0, 1.0),
        (FigureKind.OPENINGS_FILLED, 0.0, 1.0),
        (FigureKind.UTILISATION, 0.0, 1.0),
        (FigureKind.DAYS_TO_FILL, 0.0, 2.95),
        (FigureKind.RESCINDED_PER_100_HIRES, 0.0, 2.95),
        (FigureKind.OVERLOAD_HOURS, -1.95, 2.95),
    ],
)
def test_an_interval_stops_where_its_number_does(
    kind: FigureKind, low: float, high: float
) -> None:
    """No share below nothing or above all, no time below 0; hours to spare may."""
    (line,) = simulated_lines({Figure(kind): WIDE}, Names({}, {}))
    assert line.number is not None
    assert (line.number.low, line.number.mean, line.number.high) == (low, 0.5, high)


def test_an_interval_of_one_run_stays_unknown() -> None:
    """Endless is not from 0 to 100 %."""
    one = Estimate(mean=0.5, low=float("-inf"), high=float("inf"), runs=1)
    (line,) = simulated_lines({Figure(FigureKind.HIRED_SHARE): one}, Names({}, {}))
    assert line.number is not None
    assert line.number.low is None
    assert line.number.high is None


def test_a_difference_is_left_whole() -> None:
    """It goes both ways, and its ends say whether it is told from none."""
    pair = PairedDifference(
        before=WIDE, after=WIDE, change=WIDE,
        p_value=0.5, distinguishable=False, runs_to_tell=None,
    )  # fmt: skip
    (line,) = simulated_changes({Figure(FigureKind.HIRED_SHARE): pair}, Names({}, {}))
    assert (line.before.low, line.after.high) == (0.0, 1.0)
    assert (line.change.low, line.change.high) == (-1.95, 2.95)


def test_a_role_is_not_called_as_the_step_with_its_id() -> None:
    """Numbers of roles are told with names of roles, those of steps with theirs."""
    names = Names({"board": "Civil service board"}, {"board": "Vote on the list"})
    kinds = (FigureKind.UTILISATION, FigureKind.STEP_QUEUE_HOURS)
    lines = simulated_lines({Figure(kind, "board"): WIDE for kind in kinds}, names)
    assert {line.key: line.name for line in lines} == {
        "utilisation": "Civil service board",
        "step_queue_hours": "Vote on the list",
    }
