"""Makes scenarios of processes: what a file says, and what it leaves to be assumed."""

from audit.simulation.assembly.process_scenario import Assembled, scenario_of

__all__ = ["Assembled", "scenario_of"]
