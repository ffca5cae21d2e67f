"""The evidence rows behind the defaults: what was found, where, how far to trust it.

The rows ship as `evidence.yaml` beside this file. A row graded D is our own assumption
and says so; no row is quoted from memory.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from audit.errors import RequestError
from audit.result import EvidenceRow

GRADES = {
    "A": "official statistics, regulation, a theorem or peer-reviewed work",
    "B": "large-sample industry study with a stated method",
    "C": "vendor claim, small sample, analogy or repeated figure",
    "D": "our own assumption",
}
"""What the letter beside a number means."""

VERIFICATIONS = {
    "seen": "figure read in a stored copy of the source",
    "secondary": "figure read in a page that quotes the source",
    "derived": "our arithmetic on published figures",
    "assumption": "set by the project",
}
"""How the figure was read."""


def all_evidence() -> tuple[EvidenceRow, ...]:
    """Return every evidence row, in the order of the file."""
    return tuple(_rows().values())


def evidence_row(row_id: str) -> EvidenceRow:
    """Return the evidence row with this id.

    Raises:
        RequestError: no row has it.
    """
    rows = _rows()
    if row_id not in rows:
        near = get_close_matches(row_id.upper(), rows, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise RequestError(f"no evidence row {row_id!r}{hint}")
    return rows[row_id]


def has_evidence(row_id: str) -> bool:
    """Say whether an evidence row has this id."""
    return row_id in _rows()


@cache
def _rows() -> dict[str, EvidenceRow]:
    # The C loader reads the file in a fiftieth of the time; it is a build option of
    # libyaml, so the plain one stands in where it is missing.
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("audit.ledger").joinpath("evidence.yaml").read_text(encoding="utf-8")
    document = yaml.load(text, Loader=loader)
    return {raw["id"]: _row(raw) for raw in document["evidence"]}


def _row(raw: dict[str, object]) -> EvidenceRow:
    source = raw["source"]
    assert isinstance(source, dict)
    url = str(source["url"])
    return EvidenceRow(
        id=str(raw["id"]),
        claim=str(raw["quantity"]),
        value=_value(raw["value"], raw["low"], raw["high"]),
        unit=str(raw["unit"] or ""),
        population=str(raw["population"]),
        source=_citation({key: str(text) for key, text in source.items()}),
        url="" if url == "n/a" else url,
        grade=str(raw["grade"]),
        verification=str(raw["verification"]),
        note=str(raw["note"] or ""),
    )


def _citation(source: dict[str, str]) -> str:
    if source["author"] == "project":
        return "our own assumption"
    parts = [source["author"]]
    if source["title"] != source["author"]:
        parts.append(f"“{source['title']}”")
    parts.append(source["year"])
    if source["publisher"] != source["author"]:
        parts.append(source["publisher"])
    return ", ".join(part for part in parts if part != "n/a")


def _value(value: object, low: object, high: object) -> str:
    text = "none found" if value is None else f"{value}"
    match low, high:
        case None, None:
            return text
        case None, _:
            return f"{text} (up to {high})"
        case _, None:
            return f"{text} (from {low})"
        case _:
            return f"{text} ({low}-{high})"
