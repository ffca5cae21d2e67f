"""What a step asks, in which medium, how long and of whom: to tell what changed."""

from __future__ import annotations

from audit.model import Justification, Quantity, Step, StepKind

_ASSESSING = frozenset({StepKind.INTERVIEW, StepKind.TEST})


def content_of(step: Step) -> dict[str, float]:
    """Return how much a step asks, by kind; what the file does not say is left out.

    The minutes of an interview or a test are its content; those of any other step are
    the way it is done.
    """
    q = step.quantities
    found = {
        "pages": _total(q.pages_read, q.pages_fill),
        "fields": _total(q.fields),
        "signatures": _total(
            q.wet_signatures, q.electronic_signatures, q.notarised_signatures
        ),
        "documents": _total(q.documents),
    }
    if step.kind in _ASSESSING or step.justified is Justification.ASSESSMENT:
        found["minutes"] = _total(q.work)
    return {kind: total for kind, total in found.items() if total is not None}


def medium_of(step: Step) -> tuple[object, ...]:
    """Return the medium of a step: equal for equal media."""
    q = step.quantities
    return (
        step.channel,
        *(_total(pages) or 0.0 for pages in (q.print_pages, q.scan_pages, q.fax_pages)),
        *(
            bool(_total(signatures))
            for signatures in (
                q.wet_signatures,
                q.electronic_signatures,
                q.notarised_signatures,
            )
        ),
    )


def days_of(step: Step) -> float | None:
    """Return the calendar days of a step, its batches included; None when unstated."""
    wait = None if step.wait is None else step.wait.takes
    return _total(wait, step.every)


def waited(step: Step) -> float:
    """Return the calendar days of a step's wait, without its batches."""
    return 0.0 if step.wait is None else step.wait.takes.mean


def between_dates(step: Step) -> float:
    """Return the calendar days between two dates of a step; nought without dates."""
    return 0.0 if step.every is None else step.every.mean


def cases_of(step: Step) -> float:
    """Return the share of the cases that come to a step which it is for, 0 to 1."""
    return 1.0 if step.applies_to is None else step.applies_to.mean


def _total(*quantities: Quantity | None) -> float | None:
    stated = [quantity.mean for quantity in quantities if quantity is not None]
    return sum(stated) if stated else None
