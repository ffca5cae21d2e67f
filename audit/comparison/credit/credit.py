"""What each change bought: the whole difference, divided among the changes.

Each change is given its Shapley value (see `shapley`), metric by metric. Up to 4,096
sets of changes, which are all sets of twelve, are priced one by one; where there are
more, those along random orders are. Either way the shares sum to before less after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audit.analysis import DEFAULT_ACCURACY
from audit.comparison.credit.metrics import METRICS
from audit.comparison.credit.missing_needs import MissingNeed, members, missing_need
from audit.comparison.credit.quick_totals import QuickTotals
from audit.comparison.credit.random_orders import with_implied
from audit.comparison.credit.sampled_shapley import FEWEST_PAIRS, sampled_shares
from audit.comparison.credit.shapley import (
    Array,
    PlayerShare,
    allowed_coalitions,
    interaction_indices,
    shapley_shares,
)
from audit.errors import AnalysisError
from audit.ledger.profile import Profile
from audit.ledger.uncertainty import SEED
from audit.model import Change, ChangePlan
from audit.result import Attribution, ChangeShare, Credit, Interaction

MOST_SETS = 4096
"""Sets of changes to price: all of twelve changes."""
MOST_CHANGES = MOST_SETS // (2 * FEWEST_PAIRS)
"""With more of them, so many sets make too few orders to say anything."""
_NAME, _NAMES = 60, 4
"""Letters of a name, and names, that a note has room for."""
_ROUND_OFF = 1e-12
"""Share of a metric below which a gain is the round-off of two ways to the same sum."""


def credit(
    plan: ChangePlan,
    profile: Profile,
    *,
    seed: int = SEED,
    accuracy: float = DEFAULT_ACCURACY,
) -> Credit:
    """Return what each change of a plan bought.

    Args:
        plan: the changes, and the process that any set of them makes.
        profile: rates, weights, references and wages.
        seed: of the orders, where they are drawn.
        accuracy: width of a cell of the calendar-time law as a share of its mean.

    Raises:
        AnalysisError: the process before has no answer, or that after all changes.
    """
    sets = _Sets(plan, QuickTotals(profile, accuracy=accuracy))
    for end in (0, sets.everything):
        sets.totals(end)
    count, needs = len(plan.changes), sets.needs
    if count > MOST_CHANGES:
        return _undivided(
            sets,
            f"there are {count:,} of them, and what each bought is worked out for up "
            f"to {MOST_CHANGES}. Join some of them.",
        )
    allowed = allowed_coalitions(needs, MOST_SETS)
    try:
        if allowed is None:
            shares = sampled_shares(
                sets.totals, needs, evaluations=MOST_SETS, seed=seed
            )
            return _divided(sets, "sampled", shares)
        values = {coalition: sets.totals(coalition) for coalition in allowed}
    except AnalysisError:
        return _undivided(sets, _why(sets))
    shares = shapley_shares(values, needs)
    if any(needs):
        return _divided(sets, "ordered", shares)
    pairs = interaction_indices(values, count)
    return _divided(sets, "exact", shares, pairs)


class _Sets:
    """The sets of changes of a plan, as bit masks, and what each of them totals."""

    def __init__(self, plan: ChangePlan, price: QuickTotals) -> None:
        self.changes = plan.changes
        self.everything = (1 << len(self.changes)) - 1
        bit = {change.id: 1 << i for i, change in enumerate(self.changes)}
        self.needs = with_implied(
            [sum(bit[need] for need in change.needs) for change in self.changes]
        )
        self.broken: dict[int, str] = {}
        """Set that makes no process -> why, in the order they were met."""
        self._plan, self._price = plan, price
        self._known: dict[int, Array] = {}

    @property
    def evaluations(self) -> int:
        """Processes priced."""
        return len(self._known)

    def totals(self, coalition: int) -> Array:
        """Return (m,), the totals of the process that a set makes.

        Raises:
            AnalysisError: it makes none.
        """
        if coalition not in self._known:
            made = frozenset(self.changes[i].id for i in members(coalition))
            try:
                self._known[coalition] = self._price(self._plan.process(made))
            except AnalysisError as error:
                self.broken[coalition] = str(error)
                raise
        return self._known[coalition]

    def works(self, coalition: int) -> bool:
        """Return whether a set makes a process."""
        try:
            self.totals(coalition)
        except AnalysisError:
            return False
        return True


def _divided(
    sets: _Sets,
    method: str,
    shares: Sequence[PlayerShare],
    pairs: Mapping[tuple[int, int], Array] | None = None,
) -> Credit:
    return Credit(
        method=method,
        attributions=tuple(
            _attribution(sets, place, shares, pairs or {})
            for place in range(len(METRICS))
        ),
        evaluations=sets.evaluations,
    )


def _undivided(sets: _Sets, note: str) -> Credit:
    return Credit(
        method="none",
        attributions=tuple(
            _attribution(sets, place, (), {}) for place in range(len(METRICS))
        ),
        evaluations=sets.evaluations,
        note=note,
    )


def _attribution(
    sets: _Sets,
    place: int,
    shares: Sequence[PlayerShare],
    pairs: Mapping[tuple[int, int], Array],
) -> Attribution:
    """Return who bought how much of the metric at a place."""
    metric = METRICS[place]
    before = float(sets.totals(0)[place])
    after = float(sets.totals(sets.everything)[place])
    noise = _ROUND_OFF * max(abs(before), abs(after))

    def told(gains: Array) -> float:
        gain = float(gains[place])
        return gain if abs(gain) > noise else 0.0

    given = [
        ChangeShare(
            change=change.id,
            gain=told(share.gain),
            least=told(share.least),
            most=told(share.most),
            first=None if share.first is None else told(share.first),
            last=None if share.last is None else told(share.last),
            error=told(share.error),
        )
        for change, share in zip(sets.changes, shares, strict=bool(shares))
    ]
    between = [
        Interaction(
            first=sets.changes[i].id, second=sets.changes[j].id, gain=told(index)
        )
        for (i, j), index in pairs.items()
        if told(index) != 0
    ]
    return Attribution(
        metric=metric.id,
        label=metric.label,
        unit=metric.unit,
        before=before,
        after=after,
        # Changes that buy the same keep the order of the file, whatever the round-off.
        shares=tuple(sorted(given, key=lambda share: -round(share.gain, 9))),
        interactions=tuple(sorted(between, key=lambda pair: -round(abs(pair.gain), 9))),
    )


def _why(sets: _Sets) -> str:
    """Return in words which changes make no process, and what to write about it."""
    missing = missing_need(sets.works, sets.needs, next(iter(sets.broken)))
    made = "leave no process that holds together without the other changes"
    if missing.broken.bit_count() == 1:
        made = "leaves no process that holds together when it is made by itself"
    return (
        f"{_named(sets.changes, missing.broken)} {made}. "
        f"{_advice(sets.changes, missing)} What is wrong then: "
        f"{sets.broken[missing.broken].rstrip('.')}."
    )


def _named(changes: Sequence[Change], coalition: int) -> str:
    names = [_short(changes[i].name) for i in members(coalition)]
    if len(names) > _NAMES:
        return f"{', '.join(names[:_NAMES])} and {len(names) - _NAMES} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _short(name: str) -> str:
    return f"“{name if len(name) <= _NAME else name[: _NAME - 1] + '…'}”"


def _advice(changes: Sequence[Change], missing: MissingNeed) -> str:
    if missing.at is None:
        return "What would mend it needs it in turn: write them as one change."
    change = changes[missing.at]
    if change.origin != "overlay":
        return (
            "Write the after as changes to the before (`extends`), each with what it "
            "needs (`needs`)."
        )
    needed = ", ".join(changes[i].id for i in members(missing.needed))
    return (
        f"If {_short(change.name)} relies on another change, say so in it: "
        f"`needs: [{needed}]`."
    )
