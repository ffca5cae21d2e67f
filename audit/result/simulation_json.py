"""Results of simulations to JSON and back, without loss."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from audit.errors import RequestError
from audit.result.simulation import (
    SIMULATION_VERSION,
    SimulationResult,
    SimulationScenarios,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (SimulationResult, SimulationScenarios)
}
Simulated = TypeVar("Simulated", SimulationResult, SimulationScenarios)


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    # pydantic costs a tenth of a second; only those who read or write JSON pay it.
    from pydantic import TypeAdapter

    return TypeAdapter(_KINDS[name])


def simulation_to_json(result: SimulationResult | SimulationScenarios) -> str:
    """Write a result as JSON text, keys in the order of the fields."""
    return _adapter(type(result).__name__).dump_json(result, indent=1).decode()


def simulation_from_json(text: str | bytes) -> SimulationResult:
    """Read the simulation of one process that `simulation_to_json` wrote.

    Raises:
        RequestError: the text is no such result, or of another schema version.
    """
    return _read(text, SimulationResult)


def scenarios_from_json(text: str | bytes) -> SimulationScenarios:
    """Read the simulation of a before and its afters.

    Raises:
        RequestError: the text is no such result, or of another schema version.
    """
    return _read(text, SimulationScenarios)


def _read(text: str | bytes, kind: type[Simulated]) -> Simulated:
    from pydantic import ValidationError

    try:
        result: Simulated = _adapter(kind.__name__).validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RequestError(f"not a simulation: {where}: {first['msg']}") from error
    if result.schema_version != SIMULATION_VERSION:
        raise RequestError(
            f"the simulation has schema version {result.schema_version}, "
            f"this program reads {SIMULATION_VERSION}"
        )
    return result
