"""Mean calendar days without the law: the same numbers, at less of a price."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from audit.analysis import Analysis
from audit.analysis.flow_time import mean_days
from audit.ledger import load_profile, price
from tests.builders import block, process, step
from tests.properties.strategies import Drafts, built, drafts


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(drafts())
def test_means_are_those_of_the_law(nodes: Drafts) -> None:
    """Who asks for means alone is told, step by step, what the report shows."""
    ledger = price(Analysis(built(nodes)), load_profile(), accuracy=0.02)
    found = mean_days(ledger.analysis.design, ledger.durations, 0.02)
    assert found == ledger.flow_time.contributions


def test_blocks_can_be_remembered() -> None:
    """The days of a block are asked for once a visit, and taken as they are told."""
    one = process(step("a", wait=1), block("b", [step("c", wait=2)], [step("d")]))
    ledger = price(Analysis(one), load_profile())
    asked: list[int] = []

    def remembered(*of: object) -> dict[str, float]:
        asked.append(1)
        return {"c": 5.0, "d": 0.0}

    found = mean_days(
        ledger.analysis.design, ledger.durations, days_of_block=remembered
    )
    assert found == {"a": 1.0, "c": 5.0, "d": 0.0}
    assert asked == [1]
