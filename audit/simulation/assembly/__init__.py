"""Makes scenarios of processes: what a file says, and what it leaves to be assumed."""

from audit.simulation.assembly.process_scenario import Assembled, Names, scenario_of

__all__ = ["Assembled", "Names", "scenario_of"]
