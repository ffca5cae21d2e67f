"""From a catalogue to the proposals for one process.

Every part of a proposal is tried by itself: what does not make a process, or breaks a
guard, is left out, and the reason is kept. Only what passes alone goes to the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from audit.changes.base import Already, Costs, Fits, Intervention, NotHere, Part
from audit.changes.guard.guarding import Breach, breaches
from audit.changes.guard.jurisdiction import Jurisdiction
from audit.changes.proposal import Proposal
from audit.changes.situation import Situation, joined
from audit.changes.writing import bare_overlay, overlay_text
from audit.checks.guards import guards_of_mandate
from audit.errors import AnalysisError, ProcessFileError
from audit.loaders.overlay.plan import OverlayPlan
from audit.loaders.overlay.unwritten import clashes, plan_of, read_unwritten
from audit.model import Process

FILE = "recommended.yaml"
"""Name that problems of an overlay show which lies in no file yet."""

TAKEN_OUT = "Another recommended change takes out the steps that it is for."
"""Why an intervention that fits is not proposed beside that change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A part of a proposal that is left out because it would break a guard."""

    intervention: Intervention
    steps: tuple[str, ...]
    breach: Breach


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """An intervention that fits, and yet cannot be made here."""

    intervention: Intervention
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a catalogue has to say about one process."""

    proposals: tuple[Proposal, ...]
    """In the order of the catalogue."""
    withheld: tuple[Withheld, ...]
    already: tuple[tuple[Intervention, str], ...]
    """Interventions whose work is done, and what shows it."""
    not_here: tuple[tuple[Intervention, str], ...]
    dropped: tuple[Dropped, ...]


def propose(
    situation: Situation,
    catalogue: Iterable[Intervention],
    law: Jurisdiction,
    apart: Mapping[str, frozenset[str]] | None = None,
) -> Offer:
    """Return the proposals for a process, and why others are none.

    Args:
        situation: the process.
        catalogue: what to look for.
        law: to keep.
        apart: id of an intervention -> steps that it leaves to another change.
    """
    apart = apart or {}
    fitting: dict[str, tuple[Intervention, Fits]] = {}
    already: list[tuple[Intervention, str]] = []
    not_here: list[tuple[Intervention, str]] = []
    dropped: list[Dropped] = []
    for intervention in catalogue:
        match intervention.look(situation):
            case Fits() as fits:
                others = apart.get(intervention.id, frozenset())
                left = _left_of(situation, intervention, fits, others)
                if left is None:
                    dropped.append(Dropped(intervention=intervention, reason=TAKEN_OUT))
                else:
                    fitting[intervention.id] = (intervention, left)
            case Already(note=note):
                already.append((intervention, note))
            case NotHere(note=note):
                not_here.append((intervention, note))
    trial = _Trial(situation, law)
    withheld: list[Withheld] = []
    found: dict[str, Proposal] = {}
    for intervention, fits in fitting.values():
        sound, broken = trial.parts(intervention, fits)
        withheld += broken
        seen = situation.without(apart.get(intervention.id, ()))
        fits = _told_of(seen, intervention, fits, sound, broken)
        proposal = _proposal(situation, intervention, fits, sound) if sound else None
        if proposal is not None and (breach := trial.whole(proposal)):
            withheld.append(
                Withheld(intervention=intervention, steps=proposal.steps, breach=breach)
            )
            proposal = None
        if proposal is not None:
            found[intervention.id] = proposal
        elif not broken and not sound:
            dropped.append(
                Dropped(intervention=intervention, reason="It cannot be drawn here.")
            )
    return Offer(
        proposals=tuple(_related(situation, found, dropped)),
        withheld=tuple(withheld),
        already=tuple(already),
        not_here=tuple(not_here),
        dropped=tuple(dropped),
    )


class _Trial:
    """Makes changes one by one and holds them to the law."""

    def __init__(self, situation: Situation, law: Jurisdiction) -> None:
        self.situation = situation
        self.law = law

    def parts(
        self, intervention: Intervention, fits: Fits
    ) -> tuple[list[Part], list[Withheld]]:
        """Return the parts that make a process and break no guard, and the others."""
        changes = {f"part-{n}": part.deeds for n, part in enumerate(fits.parts)}
        plan = self._plan(changes)
        if plan is None:
            return [], []
        before = plan.process(frozenset())
        sound: list[Part] = []
        broken: list[Withheld] = []
        for name, part in zip(changes, fits.parts, strict=True):
            try:
                after = plan.process(frozenset({name}))
            except AnalysisError:
                continue
            found = self._breaches(before, after, intervention)
            if found:
                broken.append(
                    Withheld(
                        intervention=intervention, steps=part.steps, breach=found[0]
                    )
                )
            else:
                sound.append(part)
        return sound, broken

    def whole(self, proposal: Proposal) -> Breach | None:
        """Return what the sound parts break together, if anything."""
        plan = self._plan({proposal.id: proposal.deeds})
        if plan is None:
            return None
        try:
            after = plan.process(frozenset({proposal.id}))
        except AnalysisError:
            return None
        before = plan.process(frozenset())
        found = self._breaches(before, after, proposal.intervention)
        return found[0] if found else None

    def _breaches(
        self, before: Process, after: Process, intervention: Intervention
    ) -> tuple[Breach, ...]:
        return breaches(before, after, self.law, frozenset(intervention.guards))

    def _plan(self, changes: Mapping[str, Mapping[str, Any]]) -> OverlayPlan | None:
        loaded = self.situation.loaded
        try:
            text = bare_overlay(loaded.process.file, changes)
            return plan_of(loaded, text, FILE)
        except ProcessFileError:
            return None


def _left_of(
    situation: Situation,
    intervention: Intervention,
    fits: Fits,
    others: frozenset[str],
) -> Fits | None:
    """Return an answer without the parts for steps of others; None when none is left.

    Where the intervention would not fit without those steps, what it found in the whole
    process is what the other parts rest on, and its words stay.
    """
    if not others:
        return fits
    again = intervention.look(situation.without(others))
    left = again if isinstance(again, Fits) else fits
    parts = tuple(p for p in left.parts if not p.steps or set(p.steps) - others)
    return replace(left, parts=parts) if parts else None


def _told_of(
    situation: Situation,
    intervention: Intervention,
    fits: Fits,
    sound: list[Part],
    broken: list[Withheld],
) -> Fits:
    """Return an answer in words that leave out the steps whose parts are left out.

    Where the intervention would not propose just the sound parts by themselves, what it
    found in the whole process is what they rest on, and its words stay.
    """
    touched = {step for part in sound for step in part.steps}
    left_out = {step for one in broken for step in one.steps} - touched
    if not sound or not left_out:
        return fits
    again = intervention.look(situation.without(left_out))
    if isinstance(again, Fits) and list(again.parts) == sound:
        return again
    return fits


def _proposal(
    situation: Situation, intervention: Intervention, fits: Fits, parts: list[Part]
) -> Proposal:
    steps = tuple(dict.fromkeys(step for part in parts for step in part.steps))
    held = (
        guard.id
        for step in steps
        if (mandate := _mandate(situation, step))
        for guard in guards_of_mandate(mandate)
    )
    return Proposal(
        intervention=intervention,
        deeds=joined(*(dict(part.deeds) for part in parts)),
        steps=steps,
        why=fits.why,
        costs=_costs(intervention, fits),
        guards=tuple(dict.fromkeys((*intervention.guards, *held))),
        needs=frozenset((*intervention.needs, *fits.needs)),
        excludes=frozenset(intervention.excludes),
    )


def _costs(intervention: Intervention, fits: Fits) -> Costs:
    if fits.costs is None or intervention.costs_fixed:
        return intervention.costs
    return fits.costs


def _mandate(situation: Situation, step: str) -> str:
    known = situation.facts.by_id.get(step)
    return (known.mandate or "") if known is not None else ""


def _related(
    situation: Situation, found: dict[str, Proposal], dropped: list[Dropped]
) -> list[Proposal]:
    """Return proposals that can be made, with what each needs and rules out."""
    while True:
        lacking = {
            name: missing
            for name, proposal in found.items()
            if (missing := sorted(proposal.needs - found.keys()))
        }
        if not lacking:
            break
        for name, missing in lacking.items():
            gone = found.pop(name)
            dropped.append(
                Dropped(
                    intervention=gone.intervention,
                    reason=f"It takes {', '.join(missing)}, not possible here.",
                )
            )
    found = {
        name: replace(proposal, needs=_closure(name, found))
        for name, proposal in found.items()
    }
    for name in [*found]:
        if name in found and (reason := _unsound(situation, found, name)):
            gone = found.pop(name)
            dropped.append(Dropped(intervention=gone.intervention, reason=reason))
            for other in [o for o, p in found.items() if name in p.needs]:
                dropped.append(
                    Dropped(
                        intervention=found.pop(other).intervention,
                        reason=f"It takes {name}, not possible here.",
                    )
                )
    return _with_excluded(situation, found)


def _closure(name: str, found: Mapping[str, Proposal]) -> frozenset[str]:
    needed: set[str] = set()
    ahead = [*found[name].needs]
    while ahead:
        need = ahead.pop()
        if need not in needed:
            needed.add(need)
            ahead.extend(found[need].needs)
    return frozenset(needed - {name})


def _unsound(situation: Situation, found: Mapping[str, Proposal], name: str) -> str:
    """Return why a proposal with what it needs is no file that loads; else nothing."""
    chosen = [p for p in found.values() if p.id == name or p.id in found[name].needs]
    process = situation.process
    text = overlay_text(process.file, chosen, currency=process.currency)
    try:
        read_unwritten(situation.loaded, text, FILE)
    except ProcessFileError as error:
        return f"{error.problems[0].message}."
    except AnalysisError as error:
        return f"{error}."
    return ""


def _with_excluded(
    situation: Situation, found: Mapping[str, Proposal]
) -> list[Proposal]:
    """Return the proposals, each with those that lay hold of the same thing as it."""
    if not found:
        return []
    text = bare_overlay(
        situation.process.file, {name: p.deeds for name, p in found.items()}
    )
    same = clashes(text, FILE)
    return [
        replace(
            proposal,
            excludes=frozenset(
                other.id
                for other in found.values()
                if other.id != name
                and (
                    (name, other.id) in same
                    or other.id in proposal.excludes
                    or name in other.excludes
                )
            ),
        )
        for name, proposal in found.items()
    ]
