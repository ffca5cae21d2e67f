"""Colours of before and after: one way for all charts that compare.

Grey, blue and orange keep apart for colour-blind readers; on grey paper the hatch of
what got worse and the words beside the bars do.
"""

from __future__ import annotations

BEFORE = "#8a94a1"
AFTER = "#1f4e8c"
LESS = "#6c9bd2"
"""Bars that take something off."""
MORE = "#b4530a"
"""Bars that add something; always hatched."""
