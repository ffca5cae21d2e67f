"""What friction costs: rates, the ledger, its sum, and how sure it is."""

from audit.ledger.assessed import grade_gaps
from audit.ledger.certificates import (
    BoxCertificate,
    box_certificate,
    dominates,
    price_box,
)
from audit.ledger.entries import Ledger, QuantityKey, VisitLines
from audit.ledger.evidence import all_evidence, evidence_row
from audit.ledger.factors import FACTORS, Factor, factor
from audit.ledger.grade import grade_bounds, grade_of, is_graded
from audit.ledger.pricing import clock_time, price
from audit.ledger.profile import Profile, Rate, Reference, Wage, Weights
from audit.ledger.profile_file import load_profile, load_profile_text
from audit.ledger.sensitivity import sensitivity
from audit.ledger.uncertainty import PairedDraws, paired_draws, score_interval

__all__ = [
    "FACTORS",
    "BoxCertificate",
    "Factor",
    "Ledger",
    "PairedDraws",
    "Profile",
    "QuantityKey",
    "Rate",
    "Reference",
    "VisitLines",
    "Wage",
    "Weights",
    "all_evidence",
    "box_certificate",
    "clock_time",
    "dominates",
    "evidence_row",
    "factor",
    "grade_bounds",
    "grade_gaps",
    "grade_of",
    "is_graded",
    "load_profile",
    "load_profile_text",
    "paired_draws",
    "price",
    "price_box",
    "score_interval",
    "sensitivity",
]
