"""The effort of one visit to a step: which factors, how often, on whose side.

Nothing here knows how often a step is visited; the pricing multiplies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from audit.ledger.factors import CANDIDATE, EMPLOYER
from audit.ledger.payers import Payer, payers
from audit.ledger.profile import Profile, Rate
from audit.model import Basis, Process, Quantity, Step

_COUNTED = (
    ("pages_read", "page_read"),
    ("documents", "document"),
    ("wet_signatures", "wet_signature"),
    ("electronic_signatures", "electronic_signature"),
    ("notarised_signatures", "notarised_signature"),
    ("uploads", "upload"),
    ("logins", "login"),
    ("calls", "call"),
    ("rekey", "rekey_field"),
    ("check", "check_page"),
    ("file", "file_page"),
)
_BY_MACHINE = (
    ("print_pages", "print_job", "print_page"),
    ("scan_pages", "scan_job", "scan_page"),
    ("fax_pages", "fax_job", "fax_page"),
)
_STRENGTH = {basis: place for place, basis in enumerate(Basis)}


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortLine:
    """One factor of one visit, on one side."""

    factor: str
    side: str
    """candidate, employer or third_party."""
    vendor: bool
    quantity: float
    rate: float
    """Minutes for each thing counted."""
    wage: float
    """Money for an hour of it."""
    cash: float
    """Money paid out for the whole quantity."""
    basis: Basis

    @property
    def minutes(self) -> float:
        """Minutes of one visit."""
        return self.quantity * self.rate

    @property
    def money(self) -> float:
        """Time at its wage plus cash, of one visit."""
        return self.minutes / 60 * self.wage + self.cash


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEffort:
    """What one visit to a step takes of everybody."""

    lines: tuple[EffortLine, ...]
    """At most one for each factor, side and vendor; in no order of importance."""
    own_minutes: float
    """Touch time of the step's own role: it passes on the clock too."""
    assumptions: tuple[str, ...]


class EffortCounter:
    """Counts the effort of the steps of one process at the rates of one profile."""

    def __init__(self, process: Process, profile: Profile) -> None:
        self._rates: dict[str, Rate] = {rate.factor: rate for rate in profile.rates}
        self._payers = payers(process, profile)

    def count(self, step: Step, repeats: float = 0.0) -> StepEffort:
        """Return the effort of one visit.

        Args:
            step: the step.
            repeats: answers of one visit that an earlier step asked for too, on top of
                those that the step states.
        """
        payer = self._payers[step.role]
        assumptions: list[str] = []
        own = list(self._paperwork(step, payer, repeats, assumptions))
        own = self._timed(step, payer, own, assumptions)
        if step.quantities.trip is not None:
            own.append(self._line("trip_minute", payer, step, step.quantities.trip))
        own_minutes = sum(line.minutes for line in own)
        # Systems are nobody's effort, yet their processing time passes on the clock.
        lines = [] if payer.system else own
        lines += self._participants(step)
        lines += self._money(step, payer)
        return StepEffort(
            lines=tuple(_merged(lines)),
            own_minutes=own_minutes,
            assumptions=tuple(assumptions),
        )

    def _paperwork(
        self,
        step: Step,
        payer: Payer,
        repeats: float,
        assumptions: list[str],
    ) -> Iterator[EffortLine]:
        q = step.quantities
        for key, factor in _COUNTED:
            counted: Quantity | None = getattr(q, key)
            if counted is not None:
                yield self._line(factor, payer, step, counted)
        for key, job, page in _BY_MACHINE:
            pages: Quantity | None = getattr(q, key)
            if pages is not None and pages.mean > 0:
                yield self._line(job, payer, step, pages, 1.0)
                yield self._line(page, payer, step, pages)
        repeats = repeats if payer.side == CANDIDATE else 0.0
        yield from self._answers(step, payer, repeats, assumptions)

    def _answers(
        self,
        step: Step,
        payer: Payer,
        repeats: float,
        assumptions: list[str],
    ) -> Iterator[EffortLine]:
        """Charge answers one by one where their number is known, else by the page."""
        q = step.quantities
        candidate = payer.side == CANDIDATE
        stated = q.repeated_fields if candidate else None
        fields = q.fields
        if fields is None and q.pages_fill is not None:
            yield self._line("page_fill", payer, step, q.pages_fill)
            if stated is not None and stated.mean > 0:
                assumptions.append(
                    f"{step.name}: its pages to fill in are charged by the page, the "
                    "answers given before among them; `fields` would tell them apart."
                )
            return
        if fields is None and candidate:
            fields = _fields_of_asks(step, stated, assumptions)
        if fields is None:
            return
        if stated is not None:
            repeats += stated.mean
        repeats = min(repeats, fields.mean)
        yield self._line("field", payer, step, fields, fields.mean - repeats)
        yield self._line("repeated_field", payer, step, stated or fields, repeats)

    def _timed(
        self,
        step: Step,
        payer: Payer,
        listed: list[EffortLine],
        assumptions: list[str],
    ) -> list[EffortLine]:
        """Add the timed work; or, where it covers the paperwork, fit that to it."""
        work = step.quantities.work
        if work is None:
            return listed
        minutes = sum(line.minutes for line in listed)
        if not step.work_covers_all or minutes <= 0:
            return [*listed, self._line(payer.minute, payer, step, work)]
        factor = work.mean / minutes
        assumptions.append(
            f"{step.name}: the {work.mean:g} minutes timed cover the paperwork "
            f"listed, so its rates are multiplied by {factor:.3g} to add up to them."
        )
        return [replace(line, rate=line.rate * factor) for line in listed]

    def _participants(self, step: Step) -> Iterator[EffortLine]:
        for guest in step.participants:
            payer = self._payers[guest.role]
            if payer.system:
                continue
            timed = ((payer.minute, guest.work), ("trip_minute", guest.trip))
            for factor, minutes in timed:
                if minutes is not None:
                    total = guest.people.mean * minutes.mean
                    yield self._line(factor, payer, step, minutes, total)

    def _money(self, step: Step, payer: Payer) -> Iterator[EffortLine]:
        q = step.quantities
        if q.cost is not None:
            yield replace(self._line("cost", payer, step, q.cost), cash=q.cost.mean)
        if q.fee is not None:
            employer = replace(payer, side=EMPLOYER)
            yield replace(self._line("fee", employer, step, q.fee), cash=q.fee.mean)

    def _line(
        self,
        factor: str,
        payer: Payer,
        step: Step,
        counted: Quantity,
        amount: float | None = None,
    ) -> EffortLine:
        """Return a line; `amount` where it is another than the mean of what counts."""
        rate = self._rates.get(factor)
        amount = counted.mean if amount is None else amount
        origin = counted.provenance or step.provenance
        return EffortLine(
            factor=factor,
            side=payer.side,
            vendor=payer.vendor,
            quantity=amount,
            rate=rate.amount if rate else _UNPRICED[factor],
            wage=payer.wage,
            cash=amount * rate.cost if rate else 0.0,
            basis=origin.basis,
        )


_UNPRICED: Mapping[str, float] = {"third_party_minute": 1.0, "cost": 0.0, "fee": 0.0}
"""Minutes for each thing counted, of the factors that no profile prices."""


def _fields_of_asks(
    step: Step, repeated: Quantity | None, assumptions: list[str]
) -> Quantity | None:
    """Return how many answers a step asks for that does not say so itself."""
    if step.asks is None:
        return repeated
    items = len(set(step.asks))
    if items:
        assumptions.append(
            f"{step.name}: the number of answers is not stated; each of the {items} "
            "data items asked for counts as one answer."
        )
    return Quantity.point(float(items))


def _merged(lines: list[EffortLine]) -> Iterator[EffortLine]:
    """Join lines of the same factor, side and vendor; keep the weakest basis.

    Wages of joined lines are weighted by their minutes, so the money stays the same.
    """
    joined: dict[tuple[str, str, bool], EffortLine] = {}
    for line in lines:
        if line.quantity == 0 and line.cash == 0:
            continue
        key = (line.factor, line.side, line.vendor)
        if key not in joined:
            joined[key] = line
            continue
        other = joined[key]
        quantity = line.quantity + other.quantity
        minutes = line.minutes + other.minutes
        wages = line.minutes * line.wage + other.minutes * other.wage
        joined[key] = replace(
            line,
            quantity=quantity,
            rate=minutes / quantity if quantity else line.rate,
            wage=wages / minutes if minutes else line.wage,
            cash=line.cash + other.cash,
            basis=max(line.basis, other.basis, key=_STRENGTH.__getitem__),
        )
    yield from joined.values()
