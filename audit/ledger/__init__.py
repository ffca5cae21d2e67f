"""What friction costs: rates, the ledger, its sum, and how sure it is."""

from audit.ledger.entries import Ledger, VisitLines
from audit.ledger.evidence import all_evidence, evidence_row
from audit.ledger.factors import FACTORS, Factor, factor
from audit.ledger.grade import grade_bounds, grade_of, is_graded
from audit.ledger.pricing import clock_time, price
from audit.ledger.profile import Profile, Rate, Reference, Wage, Weights
from audit.ledger.profile_file import load_profile, load_profile_text

__all__ = [
    "FACTORS",
    "Factor",
    "Ledger",
    "Profile",
    "Rate",
    "Reference",
    "VisitLines",
    "Wage",
    "Weights",
    "all_evidence",
    "clock_time",
    "evidence_row",
    "factor",
    "grade_bounds",
    "grade_of",
    "is_graded",
    "load_profile",
    "load_profile_text",
    "price",
]
