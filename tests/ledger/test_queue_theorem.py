"""Row HAN-06: the mean wait in an M/M/1 queue is u / (1 - u) service times."""

from __future__ import annotations

import numpy as np
import pytest

from audit.ledger import evidence_row


def mean_wait_in_services(utilisation: float, states: int = 4000) -> float:
    """Return the mean wait over the service time, from the balance equations.

    The number in the system is a birth-death chain: births at rate u, deaths at rate 1.
    Detailed balance gives its stationary law; who arrives sees it (PASTA) and waits one
    service, memoryless, for everybody found.
    """
    law = np.cumprod(np.concatenate(([1.0], np.full(states, utilisation))))
    law /= law.sum()
    return float(np.arange(states + 1) @ law)


@pytest.mark.parametrize("utilisation", [0.3, 0.7, 0.8, 0.9, 0.95])
def test_queue_multiplier(utilisation: float) -> None:
    """The multiplier that the row states follows from the balance equations."""
    multiplier = utilisation / (1 - utilisation)
    assert mean_wait_in_services(utilisation) == pytest.approx(multiplier, rel=1e-9)


def test_row_states_the_theorem() -> None:
    """The row quotes the multiplier at 0.80, 0.70 and 0.95, and is derived."""
    row = evidence_row("HAN-06")
    assert row.value == "4 (2.3-19)"
    assert (row.verification, row.grade) == ("derived", "A")
