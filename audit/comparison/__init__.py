"""Before against after: what differs, what bought it, and how sure that is."""

from audit.comparison.alignment import Alignment, align
from audit.comparison.benefits import benefit_notes, benefits
from audit.comparison.certainty import certainty
from audit.comparison.difference_lines import difference_lines, line_keys
from audit.comparison.finding_changes import finding_changes
from audit.comparison.sameness import same
from audit.comparison.shifts import shifts
from audit.comparison.silences import silences
from audit.comparison.step_pairs import step_pairs
from audit.comparison.warnings import warnings

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
