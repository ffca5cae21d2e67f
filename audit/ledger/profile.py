"""The prices of friction: rates, what they rest on, weights, references, wages.

A profile is a file that a user may replace. The one that ships is `profiles/
default.yaml`; each of its rates names its evidence, its range and its grade.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from audit.ledger.factors import FACTOR_BY_ID, PRICED
from audit.ledger.near_misses import NearMissRates
from audit.model import Scope
from audit.result import ProfileSummary, RateLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The price of one factor."""

    factor: str
    amount: float
    """Minutes for each thing counted; days for calendar time."""
    low: float
    high: float
    """90 % range of the amount."""
    felt: float = 1.0
    """How much longer it feels to a candidate: 1 is as long as it takes."""
    felt_spread: float = 1.5
    """90 % range of (felt - 1), as a factor up and down."""
    cost: float = 0.0
    """Money for each thing counted, out of the pocket of whoever does it."""
    evidence: tuple[str, ...] = ()
    grade: str = "D"
    judgement: bool = True
    """The figure is ours or departs from its source; `note` says how."""
    note: str = ""

    @property
    def spread(self) -> float:
        """Half the 90 % range in logarithms, as a factor up and down.

        Where the range is not symmetric around the amount in logarithms, this is the
        log-normal of the same width around it: sqrt(high / low).
        """
        return math.sqrt(self.high / self.low) if self.low > 0 else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wage:
    """Money for an hour."""

    per_hour: float
    evidence: tuple[str, ...] = ()
    grade: str = "D"
    judgement: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Importance of the three sides; they sum to 1."""

    candidate: float
    employer: float
    time: float
    note: str = ""

    def as_dict(self) -> dict[str, float]:
        """Return the weights by side."""
        return {
            "candidate": self.candidate,
            "employer": self.employer,
            "time": self.time,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What the typical process of a scope takes, and the score of the good one."""

    scope: Scope
    candidate: float
    """Minutes, those that only feel longer included."""
    employer: float
    """Minutes."""
    days: float
    good: float
    """Points."""

    def as_dict(self) -> dict[str, float]:
        """Return the numbers by name."""
        return {
            "candidate": self.candidate,
            "employer": self.employer,
            "days": self.days,
            "good": self.good,
        }

    def typical(self, side: str) -> float:
        """Return what 100 points of a side are: its minutes, or days for time."""
        return {
            "candidate": self.candidate,
            "employer": self.employer,
            "time": self.days,
        }[side]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything that turns counts into points and money."""

    name: str
    weights: Weights
    references: tuple[Reference, ...]
    candidate_wage: Wage
    employer_wage: Wage
    near_miss_calls: NearMissRates
    rates: tuple[Rate, ...]
    """One for each priced factor, in the order of the factors."""
    currency: str = "USD"
    """Of the wages and costs."""
    note: str = ""

    def rate(self, factor: str) -> Rate:
        """Return the rate of a factor.

        Raises:
            KeyError: the factor has no price.
        """
        for rate in self.rates:
            if rate.factor == factor:
                return rate
        raise KeyError(factor)

    def reference(self, scope: Scope | None) -> Reference:
        """Return the reference of a scope.

        A process that is partial, or that does not say, is priced against end-to-end.
        """
        wanted = Scope.ONBOARDING if scope is Scope.ONBOARDING else Scope.END_TO_END
        for reference in self.references:
            if reference.scope is wanted:
                return reference
        raise KeyError(wanted)

    def summary(self, scope: Scope | None) -> ProfileSummary:
        """Return the profile as the result shows it, for a process of this scope."""
        reference = self.reference(scope)
        return ProfileSummary(
            name=self.name,
            weights=self.weights.as_dict(),
            reference=reference.as_dict(),
            reference_scope=reference.scope.value,
            wages={
                "candidate": self.candidate_wage.per_hour,
                "employer": self.employer_wage.per_hour,
            },
            rates=tuple(_rate_line(self.rate(factor)) for factor in PRICED),
        )


def _rate_line(rate: Rate) -> RateLine:
    factor = FACTOR_BY_ID[rate.factor]
    return RateLine(
        factor=rate.factor,
        label=factor.label,
        rate=rate.amount,
        unit=factor.unit,
        low=rate.low,
        high=rate.high,
        felt=rate.felt,
        cost=rate.cost,
        evidence=rate.evidence,
        grade=rate.grade,
        judgement=rate.judgement,
        note=rate.note,
    )
