"""Result to JSON and back, without loss."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from audit.errors import RequestError
from audit.result.audit_result import SCHEMA_VERSION, AuditResult

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def _adapter() -> TypeAdapter[AuditResult]:
    # pydantic costs a tenth of a second; only those who read or write JSON pay it.
    from pydantic import TypeAdapter

    return TypeAdapter(AuditResult)


def to_json(result: AuditResult) -> str:
    """Write a result as JSON text, keys in the order of the fields."""
    return _adapter().dump_json(result, indent=1).decode()


def from_json(text: str | bytes) -> AuditResult:
    """Read a result that `to_json` wrote.

    Raises:
        RequestError: the text is no result, or of another schema version.
    """
    from pydantic import ValidationError

    try:
        result = _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RequestError(f"not an audit result: {where}: {first['msg']}") from error
    if result.schema_version != SCHEMA_VERSION:
        raise RequestError(
            f"the result has schema version {result.schema_version}, "
            f"this program reads {SCHEMA_VERSION}"
        )
    return result
