"""How often a requisition is posted, and how many of its openings are filled.

A posting is repeated when all of its candidates are gone and an opening is left. Where
each candidate would take an opening with the same chance q, whoever else applies, those
who would of the first k postings are S(k): a Poisson number with mean k a q, or a
binomial one of k a where a posting brings the same number a each time. As long as S(k)
is below the number K of openings nobody has met a filled one, so the posting after the
kth comes with the chance P(S(k) < K); and as there are n postings at the most, the
openings filled are min(S(n), K). Whether finalists look before they begin, wait for
each other or race to the end (position control) decides who takes an opening and when
the others hear of it, never how many are taken.
"""

from __future__ import annotations

import numpy as np

from audit.simulation.scenario import Requisitions


def applicants_of(demand: Requisitions) -> float:
    """Return the mean number of applicants of a posting."""
    return demand.applicants if demand.applicants_vary else round(demand.applicants)


def postings_expected(demand: Requisitions, chance: float) -> float:
    """Return the mean number of postings of a requisition, the first one included.

    Args:
        demand: How many openings, applicants and postings it has.
        chance: That a candidate takes an opening, if one is left.
    """
    before = np.arange(1, demand.reposts + 1)
    again = _at_most(demand.openings - 1, demand, chance, before)
    return 1.0 + float(again.sum())


def openings_filled(demand: Requisitions, chance: float) -> float:
    """Return the mean number of openings of a requisition that are filled.

    E[min(S, K)] = E[S; S < K] + K P(S >= K). The first term is that of one candidate
    less: m P(S <= K - 2) for a Poisson S with mean m, and m P(S' <= K - 2) with S' of
    n - 1 for a binomial S of n.

    Args:
        demand: How many openings, applicants and postings it has.
        chance: That a candidate takes an opening, if one is left.
    """
    postings = np.array([demand.reposts + 1])
    most = demand.openings
    mean = float(postings[0]) * applicants_of(demand) * chance
    below = _at_most(most - 2, demand, chance, postings, one_less=True)
    full = 1 - _at_most(most - 1, demand, chance, postings)
    return float((mean * below + most * full)[0])


def _at_most(
    number: int,
    demand: Requisitions,
    chance: float,
    postings: np.ndarray,
    *,
    one_less: bool = False,
) -> np.ndarray:
    """Return the chance that at most so many of some postings would take an opening.

    Args:
        number: How many; below 0 is impossible.
        demand: How many apply.
        chance: That one of them takes an opening.
        postings: Numbers of postings, from 1.
        one_less: Whether one candidate is left out; a Poisson number does not change.
    """
    from scipy.special import bdtr, pdtr

    if number < 0:
        return np.zeros(len(postings))
    if demand.applicants_vary:
        return np.asarray(pdtr(number, postings * demand.applicants * chance))
    candidates = np.maximum(0, postings * round(applicants_of(demand)) - one_less)
    # No more than all of them can, which the library does not say by itself.
    return np.asarray(bdtr(np.minimum(number, candidates), candidates, chance))
