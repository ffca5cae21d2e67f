"""The hires of a year that a file states, beside those that its demand can bring."""

from __future__ import annotations

from dataclasses import dataclass

from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.workload_format import ArrivalsMap, RequisitionsMap
from audit.units import format_number, plural

_DAYS_IN_A_YEAR = 365
_EIGHT_OF_TEN = 1.2816
"""Standard deviations on both sides of a mean, for eight years in ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Most:
    """How many people a demand can bring in a year, if every opening is filled."""

    hires: float
    """Mean number."""
    each: float
    """Hires of one requisition or applicant."""
    who: str
    path: Path
    label: str


def check_stated_hires(written: ProcessMap, document: Document) -> None:
    """Warn of more hires than the demand brings, where chance does not explain them."""
    most = _most(written)
    if written.hires_per_year is None or most is None:
        return
    stated = written.hires_per_year.mean
    if stated <= most.hires + by_chance(most.each, most.hires):
        return
    document.add(
        "W117",
        f"the file states {plural(stated, 'hire')} a year, and its {most.who} bring "
        f"{_rounded(most.hires)} at most on average",
        ("hires_per_year",),
        label="a year of money is priced with it",
        hint="look at both again; leave hires_per_year out if nobody knows it",
        related=most.path,
        related_label=most.label,
    )


def by_chance(each: float, hires: float) -> float:
    """Return how far chance moves the hires of a year, in eight years of ten.

    Requisitions that come by chance, each with at most K hires, give a variance of at
    most K times the mean; candidates who come by chance, of the mean.
    """
    spread: float = (each * hires) ** 0.5
    return _EIGHT_OF_TEN * spread


def _most(written: ProcessMap) -> _Most | None:
    if written.requisitions is not None:
        return _of_requisitions(written.requisitions)
    return None if written.arrivals is None else _of_arrivals(written.arrivals)


def _of_requisitions(opened: RequisitionsMap) -> _Most | None:
    if opened.per_year is None:
        return None
    each = 1 if opened.openings is None else opened.openings.whole
    yearly = opened.per_year.mean
    return _Most(
        hires=yearly * each,
        each=each,
        who="requisitions",
        path=("requisitions", "per_year"),
        label=f"{plural(yearly, 'requisition')} a year, {plural(each, 'hire')} each",
    )


def _of_arrivals(coming: ArrivalsMap) -> _Most | None:
    """Return those who come; candidates listed by day are of no one year."""
    if coming.per_week is not None:
        yearly, key = coming.per_week.mean * _DAYS_IN_A_YEAR / 7, "per_week"
    elif coming.every is not None and coming.every.mean > 0:
        yearly, key = _DAYS_IN_A_YEAR / coming.every.mean, "every"
    else:
        return None
    return _Most(
        hires=yearly,
        each=1,
        who="applicants",
        path=("arrivals", key),
        label=f"{_rounded(yearly)} applicants a year, 1 hire each",
    )


def _rounded(hires: float) -> str:
    return format_number(hires, 0 if hires >= 9.5 else 1)
