"""Who bears the effort of a role, and what an hour of it costs."""

from __future__ import annotations

from dataclasses import dataclass

from audit.ledger.factors import CANDIDATE, EMPLOYER, THIRD_PARTY
from audit.ledger.profile import Profile
from audit.model import Process, Role, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """The side of a role, with its wage."""

    side: str
    """candidate, employer or third_party; vendors and systems are the employer's."""
    vendor: bool
    system: bool
    wage: float
    """Money for an hour: the role's own, else the profile's."""
    minute: str
    """The factor of its timed work."""


def payers(process: Process, profile: Profile) -> dict[str, Payer]:
    """Return role id -> who bears its effort."""
    return {role.id: _payer(role, profile) for role in process.roles}


def _payer(role: Role, profile: Profile) -> Payer:
    stated = None if role.hourly_cost is None else role.hourly_cost.mean
    match role.side:
        case Side.CANDIDATE:
            wage = profile.candidate_wage.per_hour
            side, minute = CANDIDATE, "candidate_minute"
        case Side.THIRD_PARTY:
            # Shown, not priced: neither side pays for it.
            wage = stated = 0.0
            side, minute = THIRD_PARTY, "third_party_minute"
        case Side.EMPLOYER | Side.VENDOR | Side.SYSTEM:
            wage = profile.employer_wage.per_hour
            side, minute = EMPLOYER, "employer_minute"
    return Payer(
        side=side,
        vendor=role.side is Side.VENDOR,
        system=role.side is Side.SYSTEM,
        wage=wage if stated is None else stated,
        minute=minute,
    )
