"""Sizes of what stands in the cells."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.process_map.layout.elements import Chart, Kind
from audit.report.process_map.layout.grid import Grid

BOX_HEIGHT = 66.0
GATEWAY_HALF = 14.0
GATE = 7.0
"""Half the size of the small diamond where a decision parts its flows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Half the width and height of a step or gateway."""

    half_width: float
    half_height: float
    is_diamond: bool

    def half_height_at(self, offset: float) -> float:
        """Return the distance from middle to outline at an offset to the side."""
        return self.half_height - (abs(offset) if self.is_diamond else 0.0)

    def half_width_at(self, offset: float) -> float:
        """Return the distance from middle to outline at an offset up or down."""
        return self.half_width - (abs(offset) if self.is_diamond else 0.0)


def shapes(chart: Chart, grid: Grid, box_width: float) -> dict[int, Shape]:
    """Return the shape of each element of a band."""
    box = Shape(half_width=box_width / 2, half_height=BOX_HEIGHT / 2, is_diamond=False)
    gateway = Shape(half_width=GATEWAY_HALF, half_height=GATEWAY_HALF, is_diamond=True)
    return {
        element: box if chart.elements[element].kind is Kind.STEP else gateway
        for element in grid.cells
    }
