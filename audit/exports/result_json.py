"""Results as JSON: one as an object, several as a list."""

from __future__ import annotations

from audit.result import AuditResult, to_json


def results_json(results: list[AuditResult]) -> str:
    """Return the JSON of one result, or a JSON list of several, ending in a newline."""
    texts = [to_json(result) for result in results]
    if len(texts) == 1:
        return texts[0] + "\n"
    return "[\n" + ",\n".join(texts) + "\n]\n"
