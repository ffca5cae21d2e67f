"""What is said to somebody whose file does not say who comes."""

from __future__ import annotations

import pytest

from audit.errors import SimulationError
from audit.loaders import load_process_text
from audit.simulation.assembly.demand_of import demand_of

FILE = """\
process: A
roles: {candidate: {side: candidate}}
steps: [{id: apply, role: candidate}]
"""


@pytest.mark.parametrize(
    ("hires", "example"),
    [
        ("", 170),
        ("hires_per_year: 60\n", 60),
        ("hires_per_year: 0.5\n", 1),
        ("hires_per_year: 10 to 15\n", 13),
    ],
)
def test_the_example_fits_the_file(hires: str, example: int) -> None:
    """Copied into the file, it would not contradict the hires that stand there."""
    with pytest.raises(SimulationError) as caught:
        demand_of(load_process_text(FILE + hires), [], [])
    assert f"`requisitions: {{per_year: {example}, applicants: 30}}`" in str(
        caught.value
    )


@pytest.mark.parametrize(("openings", "example"), [("", 60), (", openings: 4", 15)])
def test_the_hint_for_a_missing_number_fits_the_file(
    openings: str, example: int
) -> None:
    """Where only the requisitions of a year lack, too; each can bring several hires."""
    demand = f"hires_per_year: 60\nrequisitions: {{applicants: 5{openings}}}\n"
    with pytest.raises(SimulationError) as caught:
        demand_of(load_process_text(FILE + demand), [], [])
    assert str(caught.value).endswith(f"per_year: {example}")
