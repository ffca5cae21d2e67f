"""Branch and bound over sets of changes.

The value of a set is something to make small: friction points or days. A node has
decided on some changes; its *bound* is the value with everything added that is still
possible: no set below the node can be better, if adding changes never makes the value
worse. That needs no diminishing returns, which days of parallel branches do not have:
shortening one of two equal branches gains nothing, shortening both gains all of it.

Some changes can make the value worse (`Choices.tangled`), and some exclude each
other. They are decided first, and a node that has not decided on all of them has no
bound. Below it the others form one box, in which more is never worse.

A *toll* is the least that each change has to buy: it is added to the value for every
change chosen, and to a bound for those that the node has chosen already.

Nodes are taken depth first, the change with the most gain for its money first, so that
good sets come early. A limit on the values computed ends the search; what it then knows
is the least bound of the nodes that it left, and the difference is the stated gap.

Source: Land & Doig (1960) for the method; the bound is the monotone relaxation.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from audit.changes.search.choices import Choices, members
from audit.changes.search.warm_start import warm_start

Value = Callable[[int], float]
"""Set -> what it leaves of what is to be made small; infinite where it makes none."""
Accept = Callable[[int], bool]
"""Says whether a set may be recommended; asked of few, so it may be slow."""
Stop = Callable[[], bool]
"""Says whether to end the search now."""

_SAME = 1e-9
"""Share of a value below which two are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best set, and how sure that is."""

    chosen: int
    value: float
    """Tolls included."""
    bound: float
    """No allowed set leaves less than this; equal to the value when proven."""
    nodes: int
    """Nodes looked at."""

    @property
    def proven(self) -> bool:
        """Whether no allowed set is better."""
        return self.bound >= self.value - _tolerance(self.value)

    @property
    def gap(self) -> float:
        """How much better another set could be at most."""
        return 0.0 if self.proven else self.value - self.bound


def best_set(
    choices: Choices,
    value: Value,
    *,
    accept: Accept = lambda chosen: True,
    stop: Stop = lambda: False,
    start: int = 0,
    toll: float = 0.0,
) -> Found:
    """Return the allowed set with the least value; of equal ones the cheapest.

    Args:
        choices: the changes and the limits.
        value: of a set; it is asked often and should keep what it knows. It never grows
            when a change is added that is not tangled, as far as sets make sense.
        accept: is asked before a better set is taken; the empty set always is.
        stop: is asked at each node.
        start: an allowed set to begin with.
        toll: the least that each change has to buy.
    """
    search = _Search(choices, value, accept, stop, toll)
    return search.run(start)


@dataclass(slots=True)
class _Node:
    chosen: int
    place: int
    """How many changes of the order are decided."""
    bound: float
    """Of the node above."""


class _Search:
    def __init__(
        self,
        choices: Choices,
        value: Value,
        accept: Accept,
        stop: Stop,
        toll: float,
    ) -> None:
        self.choices, self.value, self.toll = choices, value, toll
        self.accept, self.stop = accept, stop
        self.best = 0
        self.best_value = value(0)
        self.refused: set[int] = set()

    def run(self, start: int) -> Found:
        for chosen in (start, *warm_start(self.choices, self.value)):
            self._consider(chosen)
        order = self._order()
        first = self._first_free(order)
        ahead = [_Node(0, 0, -math.inf)]
        nodes = 0
        while ahead:
            if self.stop():
                break
            node = ahead.pop()
            if self._cannot_win(node.bound):
                continue
            nodes += 1
            bound = node.bound
            if node.place >= first:
                most = self.value(self._everything(node, order))
                # Where all of it together makes no process, it tells nothing.
                if math.isfinite(most):
                    paid = self.toll * node.chosen.bit_count()
                    bound = max(bound, most + paid)
                if self._cannot_win(bound):
                    continue
            if node.place == len(order):
                continue
            change = order[node.place]
            ahead.append(_Node(node.chosen, node.place + 1, bound))
            taken = node.chosen | 1 << change
            if self._can_take(node.chosen, change):
                self._consider(taken)
                ahead.append(_Node(taken, node.place + 1, bound))
        left = min((node.bound for node in ahead), default=math.inf)
        return Found(
            chosen=self.best,
            value=self.best_value,
            bound=min(self.best_value, left),
            nodes=nodes,
        )

    def _order(self) -> list[int]:
        """Return the changes in the order of deciding: tangled ones, then by gain.

        A change comes after those that it needs.
        """
        empty = self.value(0)
        choices = self.choices
        needed = [choices.needs[i] for i in range(choices.count)]

        def gain(change: int) -> float:
            alone = empty - self.value(needed[change] | 1 << change)
            worth = alone if math.isfinite(alone) else 0.0
            money = choices.cost(needed[change] | 1 << change)
            return worth / (money + 1.0)

        tangled = self._tangled()
        wanted = sorted(
            range(choices.count),
            key=lambda i: (not tangled >> i & 1, -gain(i), i),
        )
        order: list[int] = []
        for change in wanted:
            for one in (*members(needed[change]), change):
                if one not in order:
                    order.append(one)
        return order

    def _tangled(self) -> int:
        """Return the changes to decide first, with all that they need."""
        choices = self.choices
        found = choices.tangled
        for i in range(choices.count):
            if choices.excludes[i]:
                found |= 1 << i
        for i in members(found):
            found |= choices.needs[i]
        return found

    def _first_free(self, order: list[int]) -> int:
        """Return how many of the order are decided before a node has a bound."""
        tangled = self._tangled()
        decided = [k + 1 for k, change in enumerate(order) if tangled >> change & 1]
        return max(decided, default=0)

    def _everything(self, node: _Node, order: list[int]) -> int:
        """Return what is chosen with all that is still possible."""
        choices = self.choices
        left = choices.budget - choices.cost(node.chosen)
        full = choices.most is not None and node.chosen.bit_count() >= choices.most
        found = node.chosen
        if full:
            return found
        for change in order[node.place :]:
            if choices.costs[change] <= left + _tolerance(choices.budget) and not (
                choices.excludes[change] & found
            ):
                found |= 1 << change
        # What needs a change that was decided against cannot come any more.
        while True:
            kept = found
            for change in members(found):
                if choices.needs[change] & found != choices.needs[change]:
                    kept &= ~(1 << change)
            if kept == found:
                return found
            found = kept

    def _can_take(self, chosen: int, change: int) -> bool:
        choices = self.choices
        return (
            choices.needs[change] & chosen == choices.needs[change]
            and not choices.excludes[change] & chosen
            and choices.affordable(chosen | 1 << change)
        )

    def _consider(self, chosen: int) -> None:
        """Take a set as the best so far if it is."""
        if chosen in self.refused or not self.choices.allows(chosen):
            return
        value = self.value(chosen) + self.toll * chosen.bit_count()
        if not self._better(value, chosen):
            return
        if chosen and not self.accept(chosen):
            self.refused.add(chosen)
            return
        self.best, self.best_value = chosen, value

    def _better(self, value: float, chosen: int) -> bool:
        tolerance = _tolerance(self.best_value)
        if value < self.best_value - tolerance:
            return True
        return value <= self.best_value + tolerance and (
            (self.choices.cost(chosen), chosen.bit_count(), chosen)
            < (self.choices.cost(self.best), self.best.bit_count(), self.best)
        )

    def _cannot_win(self, bound: float) -> bool:
        return bound >= self.best_value - _tolerance(self.best_value)


def _tolerance(value: float) -> float:
    return _SAME * max(1.0, abs(value)) if math.isfinite(value) else 0.0
