"""The keys of a catalogue file: changes as in an overlay, and when they fit.

Wherever a deed names a step, `each` stands for every step that `when` finds.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, PlainValidator

from audit.loaders.fault import Fault
from audit.loaders.overlay.format import ChangeMap, CostMap
from audit.loaders.problem_text import did_you_mean, shown
from audit.loaders.scalars import word_of
from audit.loaders.step_format import StepKeys
from audit.loaders.value_types import (
    Days,
    FileMap,
    Flag,
    Named,
    Note,
    Reference,
    Text,
    key,
    required,
)
from audit.model import Channel, Side, StepKind

EACH = "each"
"""Stands for every step that `when` finds."""
STEP_KEYS = tuple(field.alias or name for name, field in StepKeys.model_fields.items())
"""Keys of a step as a file spells them."""


def _several(kind: Any) -> PlainValidator:
    """Return a reader of one word of a closed set, or of a list of them."""

    def read(value: object) -> Any:
        words = value if isinstance(value, list) else [value]
        found = []
        for place, word in enumerate(words):
            try:
                found.append(word_of(kind, word))
            except Fault as fault:
                raise (
                    fault.under(place) if isinstance(value, list) else fault
                ) from None
        return tuple(word for word in found if word is not None)

    return PlainValidator(read)


def _step_key(value: object) -> str:
    """Read the name of a key of a step.

    Raises:
        Fault: no step has such a key.
    """
    if isinstance(value, str) and value in STEP_KEYS:
        return value
    raise Fault(
        "E040",
        f"'{shown(value)}' is no key of a step",
        label="not a key of a step",
        hint=did_you_mean(str(value), STEP_KEYS, "keys of a step"),
    )


StepKeyName = Annotated[str, PlainValidator(_step_key), Named("step_key")]


class WhenMap(FileMap):
    """Which steps a change is for; all that is said has to hold."""

    side: Annotated[Any, _several(Side), Named("Sides")] = key(
        "Side of the role that does the step, one or several.", "candidate"
    )
    role: Text = key("Id of the role that does the step.", "hr")
    kind: Annotated[Any, _several(StepKind), Named("StepKinds")] = key(
        "Kind of the step, one or several.", ["form", "check"]
    )
    channel: Annotated[Any, _several(Channel), Named("Channels")] = key(
        "Channel of the step, one or several.", "paper"
    )
    has: list[StepKeyName] | None = key(
        "Keys that the step states, as more than nothing.", ["signatures"]
    )
    lacks: list[StepKeyName] | None = key(
        "Keys that the step does not state, or states as nothing.", ["owner"]
    )


class OwnChangeMap(ChangeMap):
    """A change of your own: as in an overlay, with when it fits and what it takes."""

    when: WhenMap | None = key(
        "Steps that it is for; `each` in its deeds stands for every one of them.",
        {"kind": "form", "channel": "paper", "has": ["signatures"]},
    )
    lead_time: Days = key(
        "From the decision to the first case that goes the new way.", "2-6 weeks"
    )
    owner: Text = key("Who carries it: a role.", "Human resources")
    excludes: list[Reference] | None = key(
        "Changes that answer the same question, yours or those that ship.",
        ["electronic-signature"],
    )
    guards: list[Reference] | None = key(
        "What the law asks to be kept in mind: E-SIGN, adverse impact, ...", ["E-SIGN"]
    )


class AdjustMap(FileMap):
    """Your own numbers for a change that ships."""

    cost: CostMap | None = key("What it costs you.", {"one_off": 9000})
    lead_time: Days = key("How long it takes you.", "3-5 months")
    owner: Text = key("Who carries it: a role.", "IT")
    leave_out: Flag = key("Never propose it.", True)
    note: Note = key("Words for whoever reads the file.", "Offer of May.")


class CatalogueMap(FileMap):
    """Changes of your own, and your numbers for those that ship."""

    catalogue: Text = required("A title.", "House rules of St. Anne's")
    note: Note = key("Words for whoever reads the file.", "Agreed in May.")
    changes: list[OwnChangeMap] | None = key(
        "Your own changes.",
        [{"id": "kiosk", "when": {"kind": "form"}, "scale": {"each": {"wait": 0.5}}}],
    )
    adjust: Annotated[dict[str, AdjustMap] | None, Field()] = key(
        "By id of a change that ships: your own numbers.",
        {"electronic-signature": {"cost": {"one_off": 9000}}},
    )
