"""The keys of an overlay, top level first.

What a change sets or adds is kept as written: it is checked as part of the process that
it makes, where its keys mean something.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import ConfigDict, Field, PlainValidator

from audit.loaders import scalars
from audit.loaders.fault import Fault, Faults
from audit.loaders.file_format import AboutMap, ClockMap, KnownMap
from audit.loaders.overlay.scaling import SCALABLE
from audit.loaders.problem_text import did_you_mean, shown
from audit.loaders.value_types import (
    Count,
    DailyShare,
    FileMap,
    Id,
    Money,
    Named,
    Note,
    Reference,
    ScopeWord,
    Text,
    key,
    required,
)
from audit.loaders.workload_format import ArrivalsMap, RequisitionsMap


def _kept(value: object) -> object:
    """Keep a mapping of keys as written.

    Raises:
        Fault: it is no mapping, or an empty one.
    """
    if not isinstance(value, dict):
        raise Fault(
            "E016",
            f"expected a mapping of keys, found {shown(value)}",
            hint="write the keys in braces, for example {wait: 2 days}",
        )
    if not value:
        raise Fault("E017", "no key stands here")
    return value


def _flow_shares(value: object) -> object:
    """Check shares of flows by target.

    Raises:
        Fault: it is no mapping, or a share is none.
    """
    for to, share in dict(_kept(value)).items():  # type: ignore[call-overload]
        try:
            stated = None if share == "rest" else scalars.share(share)
        except Fault as fault:
            raise fault.under(to) from None
        if share is None or (share != "rest" and stated is None):
            raise Fault(
                "E052",
                f"the flow to '{shown(to)}' has no share",
                path=(to,),
                key=True,
                hint="write how many of the cases go there, or rest",
            )
    return value


def _factors(value: object) -> object:
    """Check factors by key of a step.

    Raises:
        Fault: it is no mapping.
        Faults: a key holds no number, or a factor is none.
    """
    return _checked(value, _check_number)


def _share_factors(value: object) -> object:
    """Check factors of shares by target.

    Raises:
        Fault: it is no mapping.
        Faults: a factor is none.
    """
    return _checked(value, _check_factor)


def _checked(value: object, check: Callable[[str, object], None]) -> object:
    faults: list[Fault] = []
    for name, factor in dict(_kept(value)).items():  # type: ignore[call-overload]
        try:
            check(name, factor)
        except Fault as fault:
            faults.append(fault)
        except Faults as several:
            faults.extend(several.faults)
    if faults:
        raise Faults(faults)
    return value


def _check_number(name: str, value: object) -> None:
    if name not in SCALABLE:
        raise Fault(
            "E002",
            f"'{shown(name)}' is no number of a step",
            label="cannot be multiplied",
            hint=did_you_mean(name, SCALABLE, "numbers of a step"),
            path=(name,),
            key=True,
        )
    _check_factor(name, value)


def _check_factor(name: str, value: object) -> None:
    try:
        stated = scalars.factor(value)
    except Fault as fault:
        raise fault.under(name) from None
    except Faults as several:
        raise Faults([fault.under(name) for fault in several.faults]) from None
    if stated is None:
        raise Fault(
            "E015",
            f"'{shown(name)}' has no factor",
            path=(name,),
            key=True,
            hint="write 0.5 for half as much",
        )


Kept = Annotated[dict[str, Any], PlainValidator(_kept), Named("step_keys")]
RoleKeys = Annotated[dict[str, Any], PlainValidator(_kept), Named("role_keys")]
Factors = Annotated[dict[str, Any], PlainValidator(_factors), Named("step_factors")]
ShareFactors = Annotated[
    dict[str, Any], PlainValidator(_share_factors), Named("share_factors")
]
FlowShares = Annotated[
    dict[str, Any], PlainValidator(_flow_shares), Named("flow_shares")
]


class CostMap(FileMap):
    """What a change costs, in the currency of the process."""

    one_off: Money = key("Paid once.", 4000)
    per_year: Money = key("Paid every year.", 2400)
    note: Note = key("Words for the reader of the report.", "Vendor's list price.")


class PlaceMap(FileMap):
    """Where a step goes: one of the three ways to say so."""

    after: Text = key("It takes over the ways on of this step.", "review")
    before: Text = key("All that leads to this step leads to it instead.", "packet")
    between: list[Reference] | None = key(
        "It stands on the way from the first of two steps to the second.",
        ["review", "interview"],
        min_length=2,
        max_length=2,
    )


class AddMap(PlaceMap):
    """A new step or parallel block: its place, then its keys."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Any] = Field(init=False)

    id: Id = required("Short name, unique in the whole process.", "status")


class MoveMap(PlaceMap):
    """A step, or a block, that goes to another place."""

    step: Reference = required("Id of the step or block.", "references")


class GroupMap(FileMap):
    """Neighbours that become the branches of a parallel block."""

    id: Id = required("Id of the new block, unique in the process.", "all_checks")
    name: Text = key("Name for people.", "All checks")
    phase: Text = key("Groups steps in the map and the report.", "Checks")
    branches: list[Annotated[list[Reference], Field(min_length=1)]] = required(
        "Ids of the steps of each branch, in their order.",
        [["background"], ["drug_test", "lab_review"]],
        min_length=2,
    )


class ChangeMap(FileMap):
    """One change: what it does, what it costs, what it needs."""

    id: Id = required("Short name, unique among the changes.", "e-sign")
    name: Text = key("Name for people.", "Sign electronically")
    note: Note = key("Words for the reader of the report.", "Quote of May.")
    cost: CostMap | None = key("What it costs.", {"one_off": 4000})
    needs: list[Reference] | None = key(
        "Changes that have to be made first.", ["single-form"]
    )
    roles: dict[str, RoleKeys] | None = key(
        "New roles; or keys of roles to replace, null to take one away.",
        {"coordinator": {"side": "employer"}},
    )
    set: dict[str, Kept] | None = key(
        "By step: keys to replace whole; null takes a key away.",
        {"packet": {"signatures": {"electronic": 14}, "print": 0}},
    )
    shares: dict[str, FlowShares] | None = key(
        "By step: new shares of ways that it has.",
        {"check": {"fix": "5%", "enter": "95%"}},
    )
    scale: dict[str, Factors] | None = key(
        "By step: what numbers that it states are multiplied by.",
        {"check": {"wait": 0.5}},
    )
    scale_shares: dict[str, ShareFactors] | None = key(
        "By step: what shares of its ways are multiplied by; the way with `rest`, else "
        "the largest of the others, takes up the difference.",
        {"check": {"fix": 0.4}},
    )
    move: list[MoveMap] | None = key(
        "Steps that go to another place.",
        [{"step": "references", "after": "interview"}],
    )
    add: list[AddMap] | None = key(
        "New steps.", [{"after": "review", "id": "status", "role": "ats"}]
    )
    remove: list[Reference] | None = key(
        "Steps that go; what led to them leads on to what followed.", ["vp_approval"]
    )
    parallel: list[GroupMap] | None = key(
        "Neighbours that become parallel branches.",
        [{"id": "all_checks", "branches": [["background"], ["drug_test"]]}],
    )


class OverlayMap(FileMap):
    """An overlay: another file, and named changes to it."""

    extends: Text = required("The file to change, beside this one.", "before.yaml")
    process: Text = key("Another title.", "Nurse hiring")
    variant: Text = key("Any label; `after` unless stated.", "after")
    scope: ScopeWord = key("Another scope.", "end-to-end")
    clock: ClockMap | None = key("Another clock.", {"start": "requisition"})
    hires_per_year: Count = key("How many are hired in a year from now on.", 240)
    requisitions: RequisitionsMap | None = key(
        "Simulation: other openings and applicants.", {"per_year": 170}
    )
    arrivals: ArrivalsMap | None = key(
        "Simulation: candidates who come in another rhythm.", {"per_week": 6}
    )
    other_offers: DailyShare = key(
        "Simulation: another share that takes another offer, a day.", "1.3%"
    )
    about: AboutMap | None = key("Words for the cover.", {"client": "St. Anne's"})
    known: KnownMap | None = key("Totals measured after the change.", {"days": 60})
    note: Note = key("Words for the reader of the report.", "Planned for May.")
    changes: list[ChangeMap] = required(
        "Named changes, each of which can be made or left out.",
        [{"id": "e-sign", "set": {"packet": {"fax": 0}}}],
        min_length=1,
    )


REPLACED = (
    "process",
    "scope",
    "clock",
    "hires_per_year",
    "requisitions",
    "arrivals",
    "other_offers",
    "about",
    "note",
)
"""Keys of the top level that an overlay replaces where it states them."""
OWN = ("variant", "known")
"""Keys that do not carry over from the file it changes."""
DEEDS = (
    "roles",
    "set",
    "shares",
    "scale",
    "scale_shares",
    "move",
    "add",
    "remove",
    "parallel",
)
"""What a change can do, in the order in which the changes of a file are made."""
