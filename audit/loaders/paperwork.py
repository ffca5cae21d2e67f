"""From the countable keys of a step to its `Quantities`."""

from __future__ import annotations

from audit.loaders.step_format import (
    DocumentsMap,
    PagesMap,
    SignaturesMap,
    StepKeys,
)
from audit.loaders.sums import ZERO, add_quantities
from audit.model import Quantities, Quantity


def quantities_of(step: StepKeys) -> Quantities:
    """Return the countable effort of a step.

    Where a key names kinds, a kind that is left out is zero: the file has spoken.
    """
    read, fill = _pages(step)
    documents, originals, third_party = _documents(step)
    wet, electronic, notarised = _signatures(step)
    pages = None if read is None or fill is None else add_quantities(read, fill)
    return Quantities(
        work=step.work,
        pages_read=read,
        pages_fill=fill,
        fields=step.fields,
        repeated_fields=step.repeated_fields,
        instructions=step.instructions,
        documents=documents,
        originals=originals,
        third_party_documents=third_party,
        wet_signatures=wet,
        electronic_signatures=electronic,
        notarised_signatures=notarised,
        print_pages=_machine_pages(step.print, pages),
        scan_pages=_machine_pages(step.scan, pages),
        fax_pages=_machine_pages(step.fax, pages),
        uploads=step.uploads,
        logins=step.logins,
        calls=step.calls,
        trip=step.trip,
        cost=step.cost,
        fee=step.fee,
        rekey=step.rekey,
        check=step.check,
        file=step.file,
    )


def _pages(step: StepKeys) -> tuple[Quantity | None, Quantity | None]:
    match step.pages:
        case PagesMap(read=read, fill=fill):
            return read or ZERO, fill or ZERO
        case Quantity() as read:
            return read, ZERO
    return None, None


def _documents(
    step: StepKeys,
) -> tuple[Quantity | None, Quantity | None, Quantity | None]:
    match step.documents:
        case DocumentsMap(copies=copies, originals=originals, third_party=outside):
            if copies is None and originals is None:
                return outside or ZERO, ZERO, outside or ZERO
            total = add_quantities(copies or ZERO, originals or ZERO)
            return total, originals or ZERO, outside or ZERO
        case Quantity() as total:
            return total, None, None
    return None, None, None


def _signatures(
    step: StepKeys,
) -> tuple[Quantity | None, Quantity | None, Quantity | None]:
    match step.signatures:
        case SignaturesMap(wet=wet, electronic=electronic, notarised=notarised):
            return wet or ZERO, electronic or ZERO, notarised or ZERO
        case Quantity() as none:
            return none, none, none
    return None, None, None


def _machine_pages(
    stated: Quantity | bool | None, pages: Quantity | None
) -> Quantity | None:
    """Return the pages to print, scan or fax; true means all pages of the step."""
    match stated:
        case True:
            return pages
        case False:
            return ZERO
    return stated
