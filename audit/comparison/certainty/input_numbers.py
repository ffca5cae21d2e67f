"""The numbers of a step that its points rest on, and the step with others in place.

Shares of flows are not among them: they hang together and are drawn together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from audit.model import Flow, Participant, Quantity, Screen, Step

NumberKey = tuple[str, ...]
"""Key of the file, then whose number it is: ("work",), ("redo", "apply")."""
Change = Callable[[NumberKey, Quantity], Quantity]

COUNTED = (
    "work",
    "pages_read",
    "pages_fill",
    "fields",
    "repeated_fields",
    "documents",
    "wet_signatures",
    "electronic_signatures",
    "notarised_signatures",
    "print_pages",
    "scan_pages",
    "fax_pages",
    "uploads",
    "logins",
    "calls",
    "trip",
    "rekey",
    "check",
    "file",
)
"""Countable effort with a price in points; money and kinds of documents have none."""
SHARES = frozenset(
    {
        "applies_to",
        "redo",
        "qualified_share",
        "passes_qualified",
        "passes_unqualified",
    }
)
"""Keys whose numbers lie between 0 and 1."""

_PAGES = ("pages_read", "pages_fill")
_SHEETS = ("print_pages", "scan_pages", "fax_pages")


def numbers_of(step: Step) -> dict[NumberKey, Quantity]:
    """Return the numbers that the points of a step rest on."""
    found: dict[NumberKey, Quantity] = {}

    def note(key: NumberKey, number: Quantity) -> Quantity:
        found[key] = number
        return number

    with_numbers(step, note)
    return found


def with_numbers(step: Step, change: Change) -> Step:
    """Return a step with each number replaced by what `change` makes of it."""
    wait, every, applies_to = step.wait, step.every, step.applies_to
    if wait is not None:
        wait = replace(wait, takes=change(("wait",), wait.takes))
    elif every is not None:
        every = change(("every",), every)
    if applies_to is not None:
        applies_to = change(("applies_to",), applies_to)
    return replace(
        step,
        quantities=replace(step.quantities, **_counted(step, change)),
        participants=tuple(_participant(p, change) for p in step.participants),
        wait=wait,
        every=every,
        applies_to=applies_to,
        screen=None if step.screen is None else _screen(step.screen, change),
        flows=tuple(_flow(flow, change) for flow in step.flows),
    )


def _counted(step: Step, change: Change) -> dict[str, Quantity]:
    """Return the countable effort that the step states, changed.

    "Print all pages" is no number of its own: its sheets are the step's pages.
    """
    found: dict[str, Quantity] = {}
    sheets: dict[Quantity, str] = {}
    for key in COUNTED:
        number: Quantity | None = getattr(step.quantities, key)
        if number is None:
            continue
        if key in _PAGES and number.likely > 0:
            sheets.setdefault(number, key)
        same = sheets.get(number, key) if key in _SHEETS else key
        found[key] = change((same,), number)
    return found


def _participant(person: Participant, change: Change) -> Participant:
    # One person is what a file means that does not say how many; a range is stated.
    people = person.people
    if people.low < people.high:
        people = change(("people", person.role), people)
    return replace(
        person,
        people=people,
        work=person.work and change(("work", person.role), person.work),
        trip=person.trip and change(("trip", person.role), person.trip),
    )


def _screen(screen: Screen, change: Change) -> Screen:
    def changed(key: str, number: Quantity | None) -> Quantity | None:
        return None if number is None else change((key,), number)

    return replace(
        screen,
        qualified_share=changed("qualified_share", screen.qualified_share),
        passes_qualified=changed("passes_qualified", screen.passes_qualified),
        passes_unqualified=changed("passes_unqualified", screen.passes_unqualified),
    )


def _flow(flow: Flow, change: Change) -> Flow:
    if flow.redo is None:
        return flow
    return replace(flow, redo=change(("redo", flow.to), flow.redo))
