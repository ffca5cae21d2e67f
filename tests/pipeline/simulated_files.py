"""A small house that hires, and what could be changed in it."""

from __future__ import annotations

from audit.loaders import load_process_text
from audit.model import Process

BEFORE = """\
process: Small house
variant: before
hires_per_year: 12
requisitions: {per_year: 24, applicants: 8, over: 1 week, notice: 1 day}
other_offers: 1%
roles:
  candidate: {side: candidate}
  hr:
    side: employer
    people: 1
    hours_per_week: 40
    duties: {reviews: {work: 1-3 h, share: 60%, priority: first}}
steps:
  - {id: apply, role: candidate, work: 20 min, wait: 0}
  - id: screen
    role: hr
    work: {low: 10 min, likely: 20 min, high: 60 min}
    wait: {takes: 3 days, for: queue}
    next: {interview: 40%, rejected: 60%}
  - id: interview
    role: hr
    work: 1 h
    wait: {takes: 5 days, for: meeting}
    leaves: 2%
    next: {offer: 60%, rejected: 40%}
  - {id: offer, role: hr, work: 30 min, offer: true, delay: 2 days}
  - {id: start, role: hr, work: 2 h, every: 2 weeks, fee: 100}
"""


def small_house(*changes: tuple[str, str]) -> Process:
    """Return the house, with some of its words replaced."""
    text = BEFORE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return load_process_text(text, "small.yaml")


ADVERTISED = (
    "steps:\n",
    "steps:\n  - {id: advertise, role: hr, per: vacancy, work: 2 h, wait: 1 day}\n",
)
LOCKED = ("offer: true", "offer: true, position: lock")
FIRM = (
    "hr:\n",
    "firm: {side: vendor, people: 1, hours_per_week: 40,\n"
    "    duties: {others: {work: 1 h, share: 20%}}}\n  hr:\n",
)
BY_FIRM = ("id: screen\n    role: hr", "id: screen\n    role: firm")
DEARER = ("fee: 100", "fee: 600")
