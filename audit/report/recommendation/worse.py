"""What the recommended set makes worse, as plainly as what it makes better."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.seen import is_seen, line_got_worse
from audit.report.comparison.setbacks import ONCE
from audit.report.comparison.wording import ARROW, SIDES, signed
from audit.report.page.amounts import amount
from audit.report.page.names import listing, shorten
from audit.report.page.steps import Steps
from audit.report.recommendation.words import left_open
from audit.result import DifferenceLine, Recommendation, Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Worse:
    """The part on what gets worse."""

    heading: str
    lines: tuple[str, ...]
    nothing: str
    """Stands where there are no lines."""
    left_open: str
    """Findings that are neither there nor gone; may be empty."""


def worse(recommendation: Recommendation, steps: Steps) -> Worse | None:
    """Return the part; None without a recommended set."""
    if not recommendation.chosen:
        return None
    return Worse(
        heading="What these changes make worse",
        lines=(
            *(_number(line, recommendation.currency) for line in _once(recommendation)),
            *(
                _shift(shift, steps)
                for shift in recommendation.shifts
                if is_seen(shift.minutes, "minutes")
            ),
            *(
                f"New finding: {shorten(note.name)} (severity {note.severity})"
                for note in recommendation.brings
            ),
        ),
        nothing="Nothing that we can measure gets worse.",
        left_open=" ".join(left_open(recommendation)),
    )


def _once(recommendation: Recommendation) -> tuple[DifferenceLine, ...]:
    """Return the numbers; what is counted in two ways stands here once."""
    seen = [line for line in recommendation.worse if line_got_worse(line)]
    keys = {line.key for line in seen}
    return tuple(
        line for line in seen if line.key.removesuffix(ONCE) not in keys - {line.key}
    )


def _number(line: DifferenceLine, currency: str) -> str:
    values = [amount(x, line.unit, currency) for x in (line.before, line.after)]
    if values[0] == values[1]:
        return f"{shorten(line.label)}: {signed(line.change, line.unit, currency)}"
    return f"{shorten(line.label)}: {f' {ARROW} '.join(values)}"


def _shift(shift: Shift, steps: Steps) -> str:
    where = [shorten(link.name, 40) for link in steps.links(shift.steps)[:2]]
    at = f", at {listing([f'“{name}”' for name in where])}" if where else ""
    return f"{shift_words(shift)}{at}"


def shift_words(shift: Shift) -> str:
    """Return that one side works more and the other less, by so much each or more.

    Not that work moved: one change can add some here while another saves some there.
    """
    more, less = (SIDES.get(side, side) for side in (shift.target, shift.source))
    return (
        f"Work of {more} grows by {amount(shift.minutes, 'minutes')} or more for each "
        f"hire, while that of {less} falls"
    )
