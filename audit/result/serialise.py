"""Results to JSON and back, without loss."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from audit.errors import RequestError
from audit.result.audit_result import SCHEMA_VERSION, AuditResult
from audit.result.comparison import (
    COMPARISON_VERSION,
    ComparisonResult,
    ScenariosResult,
)
from audit.result.recommendation import RECOMMENDATION_VERSION, Recommendation
from audit.result.simulation import (
    SIMULATION_VERSION,
    SimulationResult,
    SimulationScenarios,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

AnyResult = (
    AuditResult
    | ComparisonResult
    | ScenariosResult
    | Recommendation
    | SimulationResult
    | SimulationScenarios
)
Result = TypeVar(
    "Result",
    AuditResult,
    ComparisonResult,
    ScenariosResult,
    Recommendation,
    SimulationResult,
    SimulationScenarios,
)
_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(AnyResult)}


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    # pydantic costs a tenth of a second; only those who read or write JSON pay it.
    from pydantic import TypeAdapter

    return TypeAdapter(_KINDS[name])


def to_json(result: AnyResult) -> str:
    """Write a result as JSON text, keys in the order of the fields."""
    return _adapter(type(result).__name__).dump_json(result, indent=1).decode()


def from_json(text: str | bytes) -> AuditResult:
    """Read the result of an audit that `to_json` wrote.

    Raises:
        RequestError: the text is no result, or of another schema version.
    """
    return _read(text, AuditResult, "an audit result", SCHEMA_VERSION)


def comparison_from_json(text: str | bytes) -> ComparisonResult:
    """Read the result of a comparison that `to_json` wrote.

    Raises:
        RequestError: the text is no comparison, or of another schema version.
    """
    return _read(text, ComparisonResult, "a comparison", COMPARISON_VERSION)


def recommendation_from_json(text: str | bytes) -> Recommendation:
    """Read a recommendation that `to_json` wrote.

    Raises:
        RequestError: the text is no recommendation, or of another schema version.
    """
    return _read(text, Recommendation, "a recommendation", RECOMMENDATION_VERSION)


def simulation_from_json(text: str | bytes) -> SimulationResult:
    """Read the simulation of one process that `to_json` wrote.

    Raises:
        RequestError: the text is no such result, or of another schema version.
    """
    return _read(text, SimulationResult, "a simulation", SIMULATION_VERSION)


def simulated_scenarios_from_json(text: str | bytes) -> SimulationScenarios:
    """Read the simulation of a before and its afters that `to_json` wrote.

    Raises:
        RequestError: the text is no such result, or of another schema version.
    """
    return _read(text, SimulationScenarios, "a simulation", SIMULATION_VERSION)


def _read(text: str | bytes, kind: type[Result], name: str, version: int) -> Result:
    from pydantic import ValidationError

    try:
        result: Result = _adapter(kind.__name__).validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RequestError(f"not {name}: {where}: {first['msg']}") from error
    if result.schema_version != version:
        raise RequestError(
            f"the result has schema version {result.schema_version}, "
            f"this program reads {version}"
        )
    return result
