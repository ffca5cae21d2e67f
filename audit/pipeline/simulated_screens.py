"""What the screens of a process do to qualified people, and what a call would bring.

From the shares that the file states: how many qualified people a screen turns away for
each hire, how many rejected applications to read again to know it, and what ten-minute
calls to one in ten of those turned away cost and bring. The calls are taken to
recognise four in five of the qualified and to pass on one in five of the others; both
are our judgement.
"""

from __future__ import annotations

from audit.analysis import Analysis
from audit.result.simulation import SimulatedScreen
from audit.simulation import near_miss_calls, rejects_to_read

_NEAR = 0.1
_RECOGNISED = 0.8
_MISTAKEN = 0.2
_HALF_WIDTH = 0.05


def simulated_screens(
    analysis: Analysis, names: dict[str, str]
) -> tuple[SimulatedScreen, ...]:
    """Return the loss of each screen that states its shares."""
    hired = analysis.hired_share
    found = []
    for screen in analysis.screens:
        arriving = analysis.experienced_visits[screen.step] / hired
        turned_away = arriving * (1 - screen.passing)
        lost = arriving * screen.qualified_lost
        if turned_away <= 0:
            continue
        passed = arriving * screen.passing
        calls = near_miss_calls(
            _NEAR * turned_away,
            qualified_share=lost / turned_away,
            recognised=_RECOGNISED,
            mistaken=_MISTAKEN,
            hired_if_qualified=min(1.0, 1 / passed) if passed > 0 else 0.0,
        )
        found.append(
            SimulatedScreen(
                step=screen.step,
                name=names[screen.step],
                turned_away=turned_away,
                qualified_lost=lost,
                to_read=rejects_to_read(_HALF_WIDTH, lost / turned_away),
                calls=calls.calls,
                call_minutes=calls.minutes,
                hires_gained=calls.hires_gained,
            )
        )
    return tuple(found)
