"""Proposals as an overlay file: what is computed on, and what the user may edit.

Every gain is computed on the text written here, read back by the loader, so that the
file and the claim cannot differ.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from audit.changes.base import Costs
from audit.changes.flow_style import WIDTH, flow, flow_lines, nested_lines
from audit.changes.pages import effect_words
from audit.changes.proposal import Proposal
from audit.checks.guards import GUARD_BY_ID
from audit.loaders.problem_text import inert
from audit.result import Spread
from audit.units import format_money, format_number

VARIANT = "recommended"
_LONGEST = 400
"""Letters of one remark."""


def overlay_text(
    extends: str,
    proposals: Iterable[Proposal],
    *,
    currency: str,
    variant: str = VARIANT,
    remarks: Iterable[str] = (),
) -> str:
    """Return an overlay that makes these proposals, with a comment above each.

    Args:
        extends: name of the file that it changes.
        proposals: in the order of the file.
        currency: of the process, for the comments.
        variant: label of the result.
        remarks: for the top of the file.
    """
    lines = [line for remark in remarks for line in _comment(remark, 0)]
    lines += [f"extends: {flow(extends)}", f"variant: {flow(variant)}", "", "changes:"]
    for proposal in proposals:
        lines += _change(proposal, currency)
    return "\n".join(lines).rstrip("\n") + "\n"


def bare_overlay(extends: str, changes: Mapping[str, Mapping[str, Any]]) -> str:
    """Return an overlay of changes by id, without a word beside their deeds."""
    lines = [f"extends: {flow(extends)}", "changes:"]
    for change, deeds in changes.items():
        lines += [f"  - id: {flow(change)}", *deed_lines(deeds, 4)]
    return "\n".join(lines) + "\n"


def deed_lines(deeds: Mapping[str, Any], indent: int) -> list[str]:
    """Return deeds as lines: one for each step, or for each thing to do."""
    margin = " " * indent
    lines: list[str] = []
    for deed, content in deeds.items():
        if isinstance(content, Mapping):
            lines.append(f"{margin}{deed}:")
            for step, keys in content.items():
                lines += nested_lines(step, keys, indent + 2)
        else:
            lines += flow_lines(deed, content, indent)
    return lines


def _change(proposal: Proposal, currency: str) -> list[str]:
    intervention = proposal.intervention
    remarks = [
        f"Why: {proposal.why}",
        *(f"Effect: {effect_words(effect)}" for effect in proposal.effects),
        _cost_words(proposal.costs, currency),
        f"Time: {_weeks(intervention.lead_weeks)}. Carried by: {intervention.owner}.",
    ]
    if proposal.guards:
        titles = ", ".join(GUARD_BY_ID[guard].title for guard in proposal.guards)
        remarks.append(f"To keep in mind (a checklist, not legal advice): {titles}.")
    lines = [""]
    for remark in remarks:
        lines += _comment(remark, 2)
    lines.append(f"  - id: {flow(proposal.id)}")
    lines.append(f"    name: {flow(inert(intervention.name))}")
    lines += ["    note: >-", *_folded(proposal.why, 6)]
    if cost := _cost(proposal.costs):
        lines += nested_lines("cost", cost, 4)
    if proposal.needs:
        lines.append(f"    needs: {flow(sorted(proposal.needs))}")
    return lines + deed_lines(proposal.deeds, 4)


def _cost(costs: Costs) -> dict[str, Any]:
    parts = {"one_off": costs.one_off, "per_year": costs.per_year}
    found: dict[str, Any] = {
        key: _money(money) for key, money in parts.items() if money is not None
    }
    if found and costs.note:
        found["note"] = inert(costs.note)
    return found


def _money(money: Spread) -> dict[str, Any]:
    if money.low == money.high:
        return {"value": money.likely, "basis": "assumed"}
    return {
        "low": money.low,
        "likely": money.likely,
        "high": money.high,
        "basis": "assumed",
    }


def _cost_words(costs: Costs, currency: str) -> str:
    parts = []
    for money, when in ((costs.one_off, "once"), (costs.per_year, "a year")):
        if money is None:
            continue
        low, high = (
            format_money(money.low, currency),
            format_money(money.high, currency),
        )
        ends = high if low == high else f"{low} to {high}"
        parts.append(f"{ends} {when}")
    note = f" {costs.note}" if costs.note else ""
    return f"Cost, our estimate: {', '.join(parts) or 'not known'}.{note}"


def _weeks(weeks: Spread) -> str:
    low, high = format_number(weeks.low), format_number(weeks.high)
    return f"{low} to {high} weeks" if low != high else f"{low} weeks"


def _comment(text: str, indent: int) -> list[str]:
    return textwrap.wrap(
        _one_line(text),
        WIDTH,
        initial_indent=" " * indent + "# ",
        subsequent_indent=" " * indent + "#   ",
        break_on_hyphens=False,
    )


def _folded(text: str, indent: int) -> list[str]:
    return textwrap.wrap(
        _one_line(text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )


def _one_line(text: str) -> str:
    words = inert(" ".join(text.split()))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
