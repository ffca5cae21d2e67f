"""Small processes with people and demand, as files say them."""

from __future__ import annotations

from audit.ledger import load_profile
from audit.loaders import load_process_text
from audit.model import Process
from audit.simulation import ScenarioBlock, ScenarioStep, Window
from audit.simulation.assembly import Assembled, scenario_of
from audit.simulation.scenario import walk_scenario

WINDOW = Window(warm_up=50.0, measured=200.0, cool_down=50.0)
HEAD = """\
process: A
roles:
  candidate: {{side: candidate}}
  hr: {{side: employer, {hr}}}
  firm: {{side: vendor}}
  ats: {{side: system}}
{top}
steps:
"""
STAFFED = "people: 2, hours_per_week: 40, other_duties: 0"
ARRIVALS = "arrivals: {per_week: 6}"


def process(steps: str, *, hr: str = STAFFED, top: str = ARRIVALS) -> Process:
    """Return a process; `hr` are keys of the role, `top` those of the file."""
    return load_process_text(HEAD.format(hr=hr, top=top) + steps)


def assembled(steps: str, *, hr: str = STAFFED, top: str = ARRIVALS) -> Assembled:
    """Return what is made of it."""
    return scenario_of(process(steps, hr=hr, top=top), load_profile(None), WINDOW)


def steps_of(made: Assembled) -> dict[str, ScenarioStep]:
    """Return the steps of a scenario by id."""
    nodes = walk_scenario(made.scenario.nodes)
    return {node.id: node for node in nodes if isinstance(node, ScenarioStep)}


def block_of(made: Assembled) -> ScenarioBlock:
    """Return its one parallel block."""
    nodes = walk_scenario(made.scenario.nodes)
    return next(node for node in nodes if isinstance(node, ScenarioBlock))


def told(made: Assembled, words: str) -> bool:
    """Say whether an assumption or an open question holds some words."""
    return any(words in line for line in (*made.assumptions, *made.not_assessed))
