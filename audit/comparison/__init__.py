"""Before against after: what differs, what bought it, and how sure that is."""

from audit.comparison.benefits.benefits import benefit_notes, benefits
from audit.comparison.certainty.certainty import certainty
from audit.comparison.difference.alignment import Alignment, align
from audit.comparison.difference.difference_lines import difference_lines, line_keys
from audit.comparison.difference.finding_changes import finding_changes
from audit.comparison.difference.sameness import same
from audit.comparison.difference.shifts import shifts
from audit.comparison.difference.silences import silences
from audit.comparison.difference.step_pairs import step_pairs
from audit.comparison.difference.warnings import warnings

__all__ = [
    "Alignment",
    "align",
    "benefit_notes",
    "benefits",
    "certainty",
    "difference_lines",
    "finding_changes",
    "line_keys",
    "same",
    "shifts",
    "silences",
    "step_pairs",
    "warnings",
]
