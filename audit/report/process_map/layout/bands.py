"""Where the map is cut into bands, as music is cut into systems.

A band is a stretch of the file that fits the width of a page. Cuts fall where a phase
begins; a long phase is cut where few flows cross, into parts of like size; phases of
one or two steps share a band. All this is one shortest way over the places to cut.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import product
from math import inf

from audit.report.process_map.layout.band import Band, lay_out
from audit.report.process_map.layout.elements import Chart, Kind
from audit.report.process_map.layout.geometry import LANE_HEAD, ROOMY, TIGHT, Spacing
from audit.report.process_map.layout.grid import Ranks, rows_needed
from audit.report.process_map.layout.shapes import BOX_HEIGHT, GATEWAY_HALF

BOX_WIDTHS = (112.0, 96.0)
"""Least widths of a step: the second where it saves enough bands or pages."""
WIDEST_BOX = 136.0
TALLEST_BAND = 648.0
"""So that a band with its heading stays on one landscape page: 150 mm of 250."""
PAGES = 8
PAGE_HEIGHT = 780.0
"""Height of a printed A4 landscape page in the pixels of the drawing."""
LEGEND_HEIGHT = 170.0
"""What the first page holds above the bands."""
HEADING_HEIGHT = 58.0

_TO_BOXES = 0.6
_CHANNEL = 22.0
# Room at the ends of a band with a pill on each side.
_SIDES = 16.0 + 52.0 + 42.0

# Rows of gateways alone are lower than steps; most rows hold a step.
_LEAST_ROW = BOX_HEIGHT + 2 * TIGHT.gutter

# Prices of the ways to cut; one more band costs 1.
_FULL = 0.6
_SHARED = 0.2
_SHARED_MOST = 5
_PART_SHARED = 3.0
_IN_PHASE = 0.6
_IN_BLOCK = 0.8
_CROSSING = 0.08
_RETURN_CROSSING = 0.12
_JOIN_FIRST = 0.5
_NARROW = 0.4
_PAGE = 10.0
# What a map costs more where its phases may share bands, or its rows stand closer.
_LOOSE = 2.0
_CLOSE = 1.0
# Part of the price of cutting and sharing phases that is left where they may.
_LOOSE_PHASES = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All bands of a map, laid out."""

    bands: tuple[Band, ...]
    box_width: float


def cut(chart: Chart, width: float) -> Sheet:
    """Cut a chart into bands of a width in pixels and lay them out.

    Steps are drawn as wide as the fullest band allows.
    """
    box_width, spacing = BOX_WIDTHS[0], ROOMY
    price, bands = _Cutter(chart, width, box_width).cut()
    is_long = max(len(bands), pages(bands)) > PAGES
    if is_long or _cuts_a_phase(chart, bands):
        # Narrower steps may save bands; when pages run out, rows may stand closer
        # together and phases may share bands.
        price += _PAGE * max(pages(bands) - PAGES, 0)
        tries = product((False, True), (ROOMY, TIGHT)) if is_long else [(False, ROOMY)]
        for loose, rows in tries:
            cutter = _Cutter(chart, width, BOX_WIDTHS[1], loose=loose, spacing=rows)
            trial, fewer = cutter.cut()
            trial += _NARROW * len(fewer) + (_LOOSE if loose else 0.0)
            trial += _CLOSE if rows is TIGHT else 0.0
            trial += _PAGE * max(pages(fewer) - PAGES, 0)
            if trial < price:
                price, bands, box_width, spacing = trial, fewer, BOX_WIDTHS[1], rows
    spare = min(
        (width - band.frame.content_width) / _box_columns(chart, band) for band in bands
    )
    # Part of the room that is left goes to the steps, the rest to the lines.
    wider = min(WIDEST_BOX, box_width + _TO_BOXES * spare // 2 * 2)
    if wider > box_width:
        stretched = [
            _lay_out(chart, (band.grid.start, band.grid.stop), wider, width, spacing)
            for band in bands
        ]
        if all(_fits(band, width) for band in stretched):
            bands, box_width = stretched, wider
    return Sheet(bands=tuple(bands), box_width=box_width)


def _lay_out(
    chart: Chart,
    span: tuple[int, int],
    box_width: float,
    width: float,
    spacing: Spacing,
) -> Band:
    """Lay out a band, its rows closer together where it is too tall otherwise."""
    laid_out = partial(lay_out, chart, *span, box_width=box_width, width=width)
    band = laid_out(spacing=spacing)
    if band.frame.height <= TALLEST_BAND or spacing is TIGHT:
        return band
    closer = laid_out(spacing=TIGHT)
    return closer if closer.frame.height <= TALLEST_BAND else band


def pages(bands: list[Band] | tuple[Band, ...]) -> int:
    """Return how many landscape pages the bands take, none cut in two."""
    count, left = 1, PAGE_HEIGHT - LEGEND_HEIGHT
    for band in bands:
        needs = band.frame.height + HEADING_HEIGHT
        if needs > left:
            count, left = count + 1, PAGE_HEIGHT
        left -= needs
    return count


def _cuts_a_phase(chart: Chart, bands: list[Band]) -> bool:
    starts = [band.grid.start for band in bands[1:]]
    phases = [(chart.elements[k - 1].phase, chart.elements[k].phase) for k in starts]
    return any(one is not None and one == other for one, other in phases)


def _fits(band: Band, width: float) -> bool:
    frame = band.frame
    return frame.content_width <= width and frame.height <= TALLEST_BAND


def _box_columns(chart: Chart, band: Band) -> int:
    boxes = {
        cell.column
        for element, cell in band.grid.cells.items()
        if chart.elements[element].kind is Kind.STEP
    }
    return len(boxes)


class _Cutter:
    """Finds the cheapest cuts among bands that fit."""

    def __init__(
        self,
        chart: Chart,
        width: float,
        box_width: float,
        *,
        loose: bool = False,
        spacing: Spacing = ROOMY,
    ) -> None:
        self._phase_weight = _LOOSE_PHASES if loose else 1.0
        self._chart = chart
        self._width = width
        self._box_width = box_width
        self._spacing = spacing
        self._count = len(chart.elements)
        self._cut_price = [self._price_of_cut(k) for k in range(self._count + 1)]
        self._laid: dict[tuple[int, int], Band] = {}
        # Prices are by estimate first; a band that turns out too large is struck out.
        self._prices = self._band_prices()

    def cut(self) -> tuple[float, list[Band]]:
        """Return the price of the cheapest cuts, and the bands they make."""
        while True:
            price, spans = self._shortest()
            tight = [span for span in spans if not self._holds(span)]
            if not tight:
                return price, [self._band(span) for span in spans]
            for start, stop in tight:
                # A band that holds one too large is too large itself.
                self._prices = {
                    span: price
                    for span, price in self._prices.items()
                    if span[0] > start or span[1] < stop or self._is_least(span)
                }

    def _band(self, span: tuple[int, int]) -> Band:
        if span not in self._laid:
            self._laid[span] = _lay_out(
                self._chart, span, self._box_width, self._width, self._spacing
            )
        return self._laid[span]

    def _holds(self, span: tuple[int, int]) -> bool:
        if self._is_least(span):
            return True
        if rows_needed(self._chart, *span) * _LEAST_ROW > TALLEST_BAND:
            return False
        return _fits(self._band(span), self._width)

    def _is_least(self, span: tuple[int, int]) -> bool:
        """Say whether a band holds one step only and so cannot be cut further."""
        band = self._chart.elements[span[0] : span[1]]
        return sum(element.kind is Kind.STEP for element in band) == 1

    def _shortest(self) -> tuple[float, list[tuple[int, int]]]:
        best: list[tuple[float, int]] = [(0.0, 0)] + [(inf, 0)] * self._count
        ends: dict[int, list[int]] = defaultdict(list)
        for start, stop in self._prices:
            ends[stop].append(start)
        for stop in range(1, self._count + 1):
            for start in sorted(ends[stop]):
                price = best[start][0] + self._prices[start, stop]
                price += self._cut_price[stop]
                if price < best[stop][0] - 1e-9:
                    best[stop] = price, start
        spans: list[tuple[int, int]] = []
        stop = self._count
        while stop:
            spans.append((best[stop][1], stop))
            stop = best[stop][1]
        return best[-1][0], spans[::-1]

    def _price_of_cut(self, place: int) -> float:
        """Return the price of a cut before an element; infinite where none may be."""
        elements = self._chart.elements
        if place in {0, self._count}:
            return 0.0
        before, after = elements[place - 1], elements[place]
        if before.kind is Kind.SPLIT:
            return inf
        open_blocks = before.depth - (before.kind is Kind.JOIN)
        price = _IN_BLOCK * open_blocks
        price += _JOIN_FIRST if after.kind is Kind.JOIN else 0.0
        if before.phase is not None and before.phase == after.phase:
            price += _IN_PHASE * self._phase_weight
        for link in self._chart.links:
            low, high = sorted((link.source, link.target))
            if low < place <= high:
                price += _RETURN_CROSSING if link.rework else _CROSSING
        return price

    def _band_prices(self) -> dict[tuple[int, int], float]:
        prices: dict[tuple[int, int], float] = {}
        for start in range(self._count):
            if self._cut_price[start] < inf:
                prices.update(self._prices_from(start))
        return prices

    def _prices_from(self, start: int) -> dict[tuple[int, int], float]:
        """Return the prices of the bands from an element on, while they may fit.

        A band that grows to the right keeps its columns, so its least width only grows.
        """
        elements = self._chart.elements
        ranks = Ranks(self._chart, start)
        columns: list[float] = []
        phases: Counter[str | None] = Counter()
        prices: dict[tuple[int, int], float] = {}
        for element in elements[start:]:
            column = ranks.add(element.place)
            columns += [0.0] * (column + 1 - len(columns))
            is_step = element.kind is Kind.STEP
            size = self._box_width if is_step else 2 * GATEWAY_HALF
            columns[column] = max(columns[column], size)
            width = LANE_HEAD + _SIDES + sum(columns) + _CHANNEL * (len(columns) - 1)
            if is_step:
                phases[element.phase] += 1
            span = start, element.place + 1
            if width > self._width and phases.total() > 1:
                break
            if phases and self._cut_price[span[1]] < inf:
                prices[span] = self._price_of_band(width, phases, span)
        return prices

    def _price_of_band(
        self, width: float, phases: Counter[str | None], span: tuple[int, int]
    ) -> float:
        price = 1.0 + _FULL * (width / self._width) ** 2
        if len(phases) > 1:
            sizes = sorted(phases.values())
            shared = _SHARED * sum(min(size, _SHARED_MOST) for size in sizes[:-1])
            # Only whole phases share a band.
            shared += _PART_SHARED * sum(
                0 < place < self._count
                and self._chart.elements[place - 1].phase
                == self._chart.elements[place].phase
                for place in span
            )
            price += shared * self._phase_weight
        return price
