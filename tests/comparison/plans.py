"""Plans of changes written in Python, for tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from audit.ledger import Profile, load_profile
from audit.loaders import load_process
from audit.model import Change, Process, Quantity, Step, Wait

PACKET = Path(__file__).parents[1] / "examples" / "packet"

Edit = Callable[[Process], Process]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPlan:
    """A plan whose changes are functions from a process to a process."""

    before: Process
    edits: Mapping[str, Edit]
    """Id of a change -> what it does; those made are made in this order."""
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(
            Change(id=id, name=f"Do {id}", needs=self.needs.get(id, frozenset()))
            for id in self.edits
        )

    def process(self, made: frozenset[str]) -> Process:
        process = self.before
        for id, edit in self.edits.items():
            if id in made:
                process = edit(process)
        return process


def changed(
    process: Process,
    step_id: str,
    *,
    wait: float | None = None,
    shares: Mapping[str, float] | None = None,
    **quantities: float | None,
) -> Process:
    """Return a process with another wait, shares or counts at a step of the top level.

    A count of None takes the key away.
    """

    def edited(step: Step) -> Step:
        counts = {
            key: None if value is None else Quantity.point(value)
            for key, value in quantities.items()
        }
        step = replace(step, quantities=replace(step.quantities, **counts))
        if wait is not None:
            step = replace(step, wait=Wait(takes=Quantity.point(wait)))
        if shares is not None:
            flows = tuple(
                replace(flow, share=Quantity.point(shares[flow.to]))
                for flow in step.flows
            )
            step = replace(step, flows=flows)
        return step

    return replace(
        process,
        nodes=tuple(
            edited(node) if isinstance(node, Step) and node.id == step_id else node
            for node in process.nodes
        ),
    )


def count(process: Process, step_id: str, key: str) -> float:
    """Return the mean of a count of a step; nought where it is not stated."""
    (step,) = (step for step in process.steps if step.id == step_id)
    stated = getattr(step.quantities, key)
    return 0.0 if stated is None else float(stated.mean)


def single_form(process: Process) -> Process:
    """42 pages become 24, and nothing is asked twice."""
    asked_once = count(process, "complete", "fields") - 18
    process = changed(
        process, "complete", pages_read=24, fields=asked_once, repeated_fields=None
    )
    process = changed(process, "check", check=24)
    for step, key in (
        ("complete", "print_pages"),
        ("scan", "scan_pages"),
        ("fax", "fax_pages"),
        ("enter", "file"),
    ):
        process = changed(process, step, **{key: 24.0})
    return process


def e_sign(process: Process) -> Process:
    """No ink, no printer, no scanner, no fax, nothing to file."""
    process = changed(
        process,
        "complete",
        wait=1.5,
        wet_signatures=None,
        electronic_signatures=12,
        print_pages=None,
        logins=1,
    )
    process = changed(process, "scan", wait=0.0, scan_pages=None, uploads=None)
    process = changed(process, "fax", wait=0.0, fax_pages=None)
    process = changed(process, "enter", file=None)
    return changed(
        process,
        "fix",
        wait=1.0,
        wet_signatures=None,
        electronic_signatures=2,
        print_pages=None,
        scan_pages=None,
        uploads=None,
    )


def prefill(process: Process) -> Process:
    """22 answers are filled in already, and 50 fields need no keying."""
    left = count(process, "complete", "fields") - 22
    return changed(changed(process, "complete", fields=left), "enter", rekey=10)


def validation(process: Process) -> Process:
    """8 % of the packets come back instead of 25 %."""
    return changed(process, "check", shares={"fix": 0.08, "enter": 0.92})


def sla(process: Process) -> Process:
    """Staff answer within a day."""
    for step, days in (("check", 1.0), ("enter", 0.5), ("send", 0.5)):
        process = changed(process, step, wait=days)
    return process


def packet_plan(needs: Mapping[str, frozenset[str]] | None = None) -> EditPlan:
    """Return the five changes of the worked example."""
    return EditPlan(
        before=load_process(PACKET / "before.yaml"),
        edits={
            "single-form": single_form,
            "e-sign": e_sign,
            "prefill": prefill,
            "validation": validation,
            "sla": sla,
        },
        needs=needs or {},
    )


def packet_profile() -> Profile:
    """Return the rates of the worked example."""
    return load_profile(PACKET / "profile.yaml")
