"""Pairs of small processes, judged: how sure the after is better, what it saves."""

from __future__ import annotations

from audit.analysis import Analysis
from audit.comparison.benefits.benefits import benefits
from audit.comparison.certainty.certainty import certainty
from audit.ledger import Profile, load_profile, price
from audit.loaders import load_process_text
from audit.model import Change, Process
from audit.pipeline import audit_process
from audit.result import BenefitLine, Benefits, Certainty

PROFILE = load_profile()


def sure(
    before: Process,
    after: Process,
    profile: Profile = PROFILE,
    *,
    draws: int = 500,
    input_draws: int = 12,
    seed: int = 1,
) -> Certainty:
    """Say how sure it is that the after is better."""
    first, second = (price(Analysis(p), profile) for p in (before, after))
    return certainty(
        before,
        after,
        first,
        second,
        profile,
        draws=draws,
        input_draws=input_draws,
        seed=seed,
    )


def case(before: Process, after: Process, *changes: Change) -> Benefits:
    """Return the benefits case of a pair."""
    return benefits(audit_process(before), audit_process(after), changes, before, after)


def lines(found: Benefits) -> dict[str, BenefitLine]:
    """Return the lines of a case by key."""
    return {line.key: line for line in found.lines}


def file(steps: str, head: str = "", roles: str = "") -> Process:
    """Return the process of a file with these steps.

    `head` goes above the roles, `roles` replaces the usual ones.
    """
    roles = roles or (
        "{candidate: {side: candidate}, hr: {side: employer, hourly_cost: 60},"
        " boss: {side: employer}, firm: {side: vendor}, ats: {side: system}}"
    )
    return load_process_text(
        f"process: Pair\nscope: onboarding\n{head}\nroles: {roles}\nsteps:\n{steps}"
    )
