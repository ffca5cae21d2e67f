"""The page of several scenarios as data: the ranking, then each in short."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.appendix import files
from audit.report.comparison.certainty import sure_in_short
from audit.report.comparison.credit import attribution, buyers, unbought
from audit.report.comparison.findings import gone_in_short
from audit.report.comparison.headline import answer, lede
from audit.report.comparison.setbacks import NOTHING, setbacks
from audit.report.comparison.tiles import ChangeTile, tiles
from audit.report.comparison.unknown import unknown_counted
from audit.report.comparison.waterfall import Waterfall, waterfall
from audit.report.page.cover import Cover, cover, process_title
from audit.report.page.names import NOTE, cleaned, shorten
from audit.report.page.notes import LIMITS
from audit.report.page.table import Table
from audit.report.scenarios.names import scenario_names
from audit.report.scenarios.ranking import Ranking, ranking
from audit.result import ComparisonResult, ScenariosResult

KIND = "Hiring friction, scenarios compared"
BARS = 8
"""Changes that the chart of a scenario draws."""
SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One scenario in short."""

    id: str
    name: str
    heading: str
    """Its name and the sentence that answers."""
    warnings: tuple[str, ...]
    lede: str
    tiles: tuple[ChangeTile, ...]
    bought: tuple[str, ...]
    gone: str
    """The gravest findings that are gone; may be empty."""
    worse: tuple[str, ...]
    unknown: str
    sure: tuple[str, ...]
    waterfall: Waterfall | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosPage:
    """The report of several scenarios."""

    cover: Cover
    ranking: Ranking
    scenarios: tuple[Scenario, ...]
    limits: tuple[str, ...]
    files: Table


def build_scenarios_page(result: ScenariosResult) -> ScenariosPage:
    """Return the page of a result; text from the files is cleaned here, once."""
    result = cleaned(result)
    names = scenario_names(result)
    sides = [("Before", result.before)]
    sides += [
        (name, comparison.after)
        for name, comparison in zip(names, result.comparisons, strict=True)
    ]
    return ScenariosPage(
        cover=cover(
            process_title(result.before.process), result.before.process.about, KIND
        ),
        ranking=ranking(result, names),
        scenarios=tuple(
            _scenario(
                place.comparison + 1,
                names[place.comparison],
                result.comparisons[place.comparison],
            )
            for place in result.ranking
            if place.comparison >= 0
        ),
        limits=LIMITS,
        files=files(tuple(sides)),
    )


def _scenario(place: int, name: str, result: ComparisonResult) -> Scenario:
    addresses = Addresses(result)
    score = attribution(result.credit, "score")
    said, worse = answer(result), setbacks(result, addresses)
    more = f"and {len(worse) - SHOWN} more" if len(worse) > SHOWN else ""
    return Scenario(
        id=f"scenario-{place}",
        name=name,
        warnings=tuple(shorten(warning, NOTE) for warning in result.warnings),
        heading=f"{name}: {said[:1].lower()}{said[1:]}",
        lede=lede(result),
        tiles=tiles(result),
        bought=tuple(pointer.text for pointer in buyers(result, addresses))
        or (unbought(result),),
        gone=gone_in_short(result),
        worse=(
            *(pointer.text for pointer in worse[:SHOWN]),
            *((more,) if more else ()),
        )
        or (f"{NOTHING}.",),
        unknown=unknown_counted(result),
        sure=sure_in_short(result),
        waterfall=None if score is None else waterfall(score, addresses, BARS),
    )
