"""The jobs of one run as a table, for those who mine event logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.errors import SimulationError
from audit.simulation.codes import EndReason
from audit.simulation.run import Run

if TYPE_CHECKING:
    import pandas as pd


def event_log(run: Run) -> pd.DataFrame:
    """Return one row for each visit of a step, by the time the work began.

    Columns: case, step, role (empty for a step without one), visit (from 1), ready,
    begun and done in days of the run's clock, and how the case ended: by an outcome of
    the process, or a name of `EndReason` in small letters.

    Raises:
        SimulationError: the run kept no log.
    """
    import pandas as pd

    if not len(run.log) and run.visits.any():
        raise SimulationError("the run kept no log: ask for one when it is made")
    case, node, visit, ready, begun, done = run.log.T
    places = node.astype(np.int64)
    roles = np.array([*run.tables.role_ids, ""])
    ends = [*run.tables.scenario.outcomes]
    ends += [reason.name.lower().replace("_", " ") for reason in sorted(EndReason)]
    table = pd.DataFrame(
        {
            "case": case.astype(np.int64),
            "step": np.array(run.tables.names)[places],
            "role": roles[run.tables.nodes.pool[places]],
            "visit": visit.astype(np.int64) + 1,
            "ready": ready,
            "begun": begun,
            "done": done,
            "outcome": np.array(ends)[run.outcome[case.astype(np.int64)]],
        }
    )
    return table.sort_values(["begun", "case"], kind="stable", ignore_index=True)
