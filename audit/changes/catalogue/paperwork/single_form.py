"""Single form: make one short form of the packet.

What it is
The papers of a hire become one form: what nobody uses goes, what has only to be read
stands apart from what has to be returned.

When it fits
The papers that the candidate handles come to more than 12 pages.

What it changes
Pages are multiplied by 0.4 to 0.8 wherever they are counted: read, printed, scanned,
faxed, checked and filed. Answers stay as they are.

What it takes
40 to 160 hours of human resources to write the form and to ask each owner of a page
whether it is needed. Four to twelve weeks. No service to buy.

What to watch
Each page has somebody who once wanted it; the decision to drop it is theirs.

What the law asks
Federal forms keep their content inside the single form.

Source
PAP-17 and PAP-18 (reading), PAP-08 (checking a file). The range is our judgement: a
state of the US took its form for public assistance from 42 pages to 18 in 2018.
"""

from __future__ import annotations

from audit.changes.base import (
    Already,
    Answer,
    Costs,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.situation import Situation, amount, part
from audit.model import Step
from audit.units import format_number, plural

MOST_PAGES = 12
PAGES = Effect(
    what="pages of the papers",
    low=0.4,
    likely=0.57,
    high=0.8,
    evidence=("PAP-18",),
    why="42 pages became 18 in one public case; 24 is the likelier aim.",
)


def look(situation: Situation) -> Answer:
    """Find papers that are long."""
    forms = [step for step in situation.candidate_steps if _pages(step) > 0]
    total = sum(_pages(step) for step in forms)
    if not forms:
        return NotHere(note="No step says how many pages the candidate handles.")
    if total <= MOST_PAGES:
        return Already(note=f"The papers are {plural(total, 'page')} in all.")
    long = [step for step in forms if _pages(step) > MOST_PAGES / 4]
    parts = [
        part(
            situation.scaled(step, pages=PAGES),
            _printed(situation, step),
            steps=[step],
        )
        for step in long
        if situation.can_scale(step, "pages")
    ]
    if not parts:
        return NotHere(note="The pages are not stated at the steps themselves.")
    # The same paper is scanned and faxed by the candidate, checked and filed by staff.
    most = max(_pages(step) for step in long)
    for step in situation.steps:
        keys = {
            key: PAGES
            for key in ("scan", "fax", "check", "file")
            if step not in long and _handled(step, key) >= most / 2
        }
        if deeds := situation.scaled(step, **keys):
            parts.append(part(deeds, steps=[step]))
    return Fits(
        parts=tuple(parts),
        why=_found(situation, forms, long),
    )


def _found(situation: Situation, forms: list[Step], long: list[Step]) -> str:
    """Say how many pages the long papers have, and how many are on short ones."""
    there = sum(_pages(step) for step in long)
    elsewhere = sum(_pages(step) for step in forms if step not in long)
    papers = f"The papers come to {plural(there, 'page')} at {situation.named(long)}"
    more = f", and {format_number(elsewhere)} more on short forms" if elsewhere else ""
    return f"{papers}{more}."


def _pages(step: Step) -> float:
    return amount(step.quantities.pages_read) + amount(step.quantities.pages_fill)


def _handled(step: Step, key: str) -> float:
    name = key if key in {"check", "file"} else f"{key}_pages"
    return amount(getattr(step.quantities, name))


def _printed(situation: Situation, step: Step) -> dict[str, object]:
    """Return the factors of pages printed, scanned and faxed in a step itself."""
    keys = {key: PAGES for key in ("print", "scan", "fax") if _handled(step, key) > 0}
    return situation.scaled(step, **keys)


INTERVENTION = Intervention(
    id="single-form",
    name="Make the packet one short form",
    family=Family.PAPERWORK,
    look=look,
    effects=(PAGES,),
    costs=Costs(
        one_off=spread(2000, 4000, 8000),
        note="40 to 160 hours of staff to write the form.",
    ),
    lead_weeks=spread(4, 8, 12),
    owner="Human resources",
    checks=("page-load",),
    doc=__doc__,
)
