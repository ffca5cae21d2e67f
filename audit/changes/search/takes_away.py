"""Whether a change only takes away: then making it never adds to the friction.

That a page less, a signature less or a day of waiting less never raises the score, also
inside loops and parallel branches, and that a step less in a row does not, are
properties of the ledger that are tested as such. Here a change is read deed by deed:
only what is sure to be of that kind passes, and everything else counts as one that may
make things worse. One assumption is the profile's: that a question asked again is
priced at no less than one asked for the first time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from audit.loaders import scalars
from audit.loaders.fault import Fault, Faults
from audit.loaders.overlay.scaling import SCALABLE
from audit.model import FlowKind, Leaver, Process, Quantity, Step

_UNPRICED = frozenset(
    {
        "accessible",
        "commits",
        "contact",
        "contingency",
        "deadline",
        "feedback",
        "mobile",
        "name",
        "note",
        "owner",
        "paid",
        "pay_disclosed",
        "phase",
        "position",
        "reading_grade",
        "requirements",
        "scheduling",
        "silent",
        "sla",
        "timeline_told",
    }
)
"""Keys of a step that no factor of the ledger counts."""
_UNPRICED_OF_ROLES = frozenset(
    {
        "duties",
        "hourly_cost",
        "hours_per_week",
        "name",
        "note",
        "other_duties",
        "people",
    }
)
_FIELDS = {
    "print": "print_pages",
    "scan": "scan_pages",
    "fax": "fax_pages",
}
_KINDS = {
    "signatures": {
        "wet": "wet_signatures",
        "electronic": "electronic_signatures",
        "notarised": "notarised_signatures",
    },
    "pages": {"read": "pages_read", "fill": "pages_fill"},
}
_COUNTS = frozenset(SCALABLE) - {"wait", "every", "applies_to", "documents"} - _UNPRICED
_HAIR = 1 + 1e-12


def takes_away(process: Process, deeds: Mapping[str, Any]) -> bool:
    """Say whether a change is sure never to add to score or days.

    Args:
        process: the one that it changes.
        deeds: plain data of a change in an overlay.
    """
    steps = {step.id: step for step in process.steps}
    for deed, content in deeds.items():
        match deed:
            case "roles":
                known = {role.id for role in process.roles}
                sure = all(
                    role in known and set(keys) <= _UNPRICED_OF_ROLES
                    for role, keys in content.items()
                )
            case "set":
                sure = all(
                    step in steps and _set_less(steps[step], keys)
                    for step, keys in content.items()
                )
            case "scale":
                sure = all(
                    step in steps and _scaled_down(steps[step], factors)
                    for step, factors in content.items()
                )
            case "scale_shares":
                sure = all(
                    step in steps and _fewer_returns(process, steps, step, factors)
                    for step, factors in content.items()
                )
            case "remove":
                sure = all(
                    step in steps and _only_leads_on(process, steps[step])
                    for step in content
                )
            case _:
                sure = False
        if not sure:
            return False
    return True


def _set_less(step: Step, keys: Mapping[str, Any]) -> bool:
    return all(_key_less(step, key, value) for key, value in keys.items())


def _key_less(step: Step, key: str, value: Any) -> bool:
    if key in _UNPRICED:
        return True
    if key == "asks":
        return isinstance(value, list) and set(value) <= set(step.asks or ())
    if key == "applies_to":
        new = _read(scalars.share, value)
        old = 1.0 if step.applies_to is None else step.applies_to.mean
        return new is not None and new <= old * _HAIR
    if key == "pages" and not isinstance(value, dict):
        value = {"read": value}
    if key in _KINDS and isinstance(value, dict) and set(value) <= set(_KINDS[key]):
        return all(
            _not_more(getattr(step.quantities, field), value.get(kind, 0))
            for kind, field in _KINDS[key].items()
        )
    if key in _COUNTS and key not in _KINDS:
        field = _FIELDS.get(key, key)
        if key in {"work", "trip"} or step.work_covers_all:
            return False
        return _not_more(getattr(step.quantities, field, None), value)
    return False


def _not_more(old: Quantity | None, value: Any) -> bool:
    new = _read(scalars.count, value)
    return new is not None and new <= (0.0 if old is None else old.mean) * _HAIR


def _scaled_down(step: Step, factors: Mapping[str, Any]) -> bool:
    # Where timed minutes cover the paperwork, less paper only shifts their parts.
    if step.work_covers_all and set(factors) - {"work", "wait", "every"}:
        return False
    return all(_at_most_one(factor) for factor in factors.values())


def _at_most_one(factor: Any) -> bool:
    try:
        read = scalars.factor(_as_written(factor))
    except (Fault, Faults):
        return False
    return read is not None and read.high <= _HAIR


def _fewer_returns(
    process: Process,
    steps: Mapping[str, Step],
    step_id: str,
    factors: Mapping[str, Any],
) -> bool:
    """Say whether shares shrink only on ways back, or on ways of those who leave.

    What takes up the difference must be neither: then fewer cases come twice.
    """
    leaving = {o.id for o in process.outcomes if o.by is Leaver.CANDIDATE}
    endings = {outcome.id for outcome in process.outcomes} - leaving - {"hired"}

    def is_return(to: str, kind: FlowKind) -> bool:
        if kind is FlowKind.REWORK:
            return True
        return to in steps and all(flow.to == step_id for flow in steps[to].flows)

    for flow in steps[step_id].flows:
        back = is_return(flow.to, flow.kind)
        if flow.to in factors:
            if not _at_most_one(factors[flow.to]):
                return False
            if not back and flow.to not in leaving:
                return False
        elif back or flow.to in endings:
            return False
    return True


def _only_leads_on(process: Process, step: Step) -> bool:
    """Say whether a step leads on to one place, but for returns and people leaving."""
    leaving = {o.id for o in process.outcomes if o.by is Leaver.CANDIDATE}
    onward = [
        flow.to
        for flow in step.flows
        if flow.kind is FlowKind.FLOW and flow.to not in leaving
    ]
    return len(set(onward)) == 1 and step.screen is None


def _read(reader: Any, value: Any) -> float | None:
    try:
        read = reader(_as_written(value))
    except (Fault, Faults):
        return None
    return None if read is None else float(read.mean)


def _as_written(value: Any) -> Any:
    """Return plain data as the loader meets it: numbers as text."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case dict():
            return {key: _as_written(one) for key, one in value.items()}
        case list():
            return [_as_written(one) for one in value]
    return value
