"""What the simulated scenarios are called: short, and no two alike."""

from __future__ import annotations

from audit.report.scenarios.names import called, distinct
from audit.result.simulation import SimulationScenarios


def simulated_names(result: SimulationScenarios) -> tuple[str, ...]:
    """Return the names of the afters, in the order given."""
    return distinct(
        called(after.variant, after.input.file, after.title)
        for after in (pair.after for pair in result.pairs)
    )
