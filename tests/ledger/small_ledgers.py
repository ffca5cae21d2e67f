"""Small ledgers for tests, at the rates of the profile that ships."""

from __future__ import annotations

from audit.analysis import Analysis
from audit.ledger import Ledger, load_profile, price
from audit.loaders import load_process_text
from audit.model import Node
from audit.result import LedgerEntry
from tests.builders import process

PROFILE = load_profile()


def ledger_of(*nodes: Node, **keys: object) -> Ledger:
    """Price a process of these nodes."""
    return price(Analysis(process(*nodes, **keys)), PROFILE)


def ledger_of_text(text: str) -> Ledger:
    """Price a process file."""
    return price(Analysis(load_process_text(text)), PROFILE)


def entry_of(ledger: Ledger, factor: str, side: str | None = None) -> LedgerEntry:
    """Return the one entry of a factor, on a side if it has several."""
    (found,) = (
        entry
        for entry in ledger.entries
        if entry.factor == factor and side in {None, entry.side}
    )
    return found


def factors_of(ledger: Ledger) -> set[str]:
    """Return the factors that have an entry."""
    return {entry.factor for entry in ledger.entries}
