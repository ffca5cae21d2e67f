"""The numbers by which two audits are compared: stable names, groups and directions.

Less is better of everything that the ledger prices, of approvals, of the time, the
silence and the people lost. Neither way is better as such of steps, because splitting
one changes nothing; of interviews, which are the assessment itself; of the effort of
one applicant, which also falls when people leave early; and of how much a file says.

What can be counted on paper stands twice: for each hire, with the shares of the file
and its returns, and each step once that leads to a hire (`_designed`), as leaders count
it. The design lens is the minutes, days and money of a hire, so it stands only there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from audit.comparison.difference.resolution import (
    exact,
    mean_days,
    mean_points,
    mean_share,
    quantile_days,
)
from audit.comparison.difference.said import (
    says_candidate,
    says_effort,
    says_employer,
    says_enough,
    says_losses,
    says_time,
)
from audit.result import AuditResult

Value = Callable[[AuditResult], float | None]
Said = Callable[[AuditResult], bool]
Width = Callable[[AuditResult, AuditResult], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one audit says of a number."""

    label: str
    unit: str
    value: float | None
    """None when the file does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedNumber:
    """One number that two audits are compared by."""

    key: str
    group: str
    """See `audit.result.DifferenceLine`."""
    read: Callable[[AuditResult], Reading | None]
    """None when the result has no such line."""
    lower_is_better: bool | None
    within: Width
    """Differences up to this are no more than the width of a grid."""


def _own(
    key: str,
    group: str,
    label: str,
    unit: str,
    value: Value,
    *,
    said: Said = says_enough,
    lower: bool | None = True,
    within: Width = exact,
) -> ComparedNumber:
    def read(result: AuditResult) -> Reading:
        found = value(result) if said(result) else None
        return Reading(label=label, unit=unit, value=found)

    return ComparedNumber(
        key=key, group=group, read=read, lower_is_better=lower, within=within
    )


def _line(
    key: str,
    group: str = "vector",
    *,
    said: Said = says_enough,
    lower: bool | None = True,
    within: Width = exact,
    designed: bool = False,
    more: str = "",
) -> ComparedNumber:
    """Return a line of the vector; `more` is added to its label."""

    def read(result: AuditResult) -> Reading | None:
        line = result.vector.get(key)
        if line is None:
            return None
        value = line.designed if designed else line.expected
        found = value if said(result) else None
        return Reading(label=line.label + more, unit=line.unit, value=found)

    return ComparedNumber(
        key=f"{key}_designed" if designed else key,
        group=group,
        read=read,
        lower_is_better=lower,
        within=within,
    )


def _count(key: str, lower: bool | None = True) -> tuple[ComparedNumber, ...]:
    return (
        _line(key, lower=lower, more=" for each hire"),
        _line(key, lower=lower, more=" on the way to a hire", designed=True),
    )


def _lens(lens: str, who: str, lower: bool | None) -> Iterator[ComparedNumber]:
    """Yield the effort under a way of looking; a lens without days has none to tell."""
    for field, what, unit, said in (
        ("candidate_minutes", "Minutes of candidates", "minutes", says_candidate),
        ("employer_minutes", "Minutes of the employer", "minutes", says_employer),
        ("days", "Calendar days", "days", says_time),
        ("money", "Money", "money", says_effort),
    ):
        yield _own(
            f"{lens}_{field}",
            "lenses",
            f"{what}, {who}",
            unit,
            partial(_of_lens, lens, field, said),
            # Where nobody leaves all lenses are one, and the file has not said so.
            said=says_losses,
            lower=lower,
            within=mean_days if field == "days" else exact,
        )


def _of_lens(lens: str, field: str, said: Said, result: AuditResult) -> float | None:
    value: float | None = getattr(result.lenses[lens], field)
    return value if said(result) else None


def _lost_per_hire(result: AuditResult) -> float:
    """Return who leaves for each one hired: a share of all falls with every rejection.

    Where fewer are turned away, more are left who can leave later.
    """
    own = (loss.share for loss in result.candidates.losses if loss.by == "candidate")
    return math.fsum(own) / result.candidates.hired_share


def _taken_back_per_hire(result: AuditResult) -> float:
    """Return the offers that the employer takes back while it makes one hire."""
    return result.outcomes.get("rescinded", 0.0) / result.candidates.hired_share


def _money() -> Iterator[ComparedNumber]:
    """Yield what the money of a hire is made of; the candidate's cash has its line."""
    for field, label, said in (
        ("candidate_time", "Candidate's time", says_candidate),
        ("employer_time", "Staff time", says_employer),
        ("vendor_time", "Vendors' time", says_employer),
        ("employer_cash", "Employer's fees and cash", says_employer),
    ):
        value = attrgetter(f"money.{field}")
        yield _own(f"money_{field}", "money", label, "money", value, said=said)


NUMBERS: tuple[ComparedNumber, ...] = (
    _own(
        "score",
        "score",
        "Friction score",
        "points",
        attrgetter("score"),
        within=mean_points,
    ),
    _own(
        "points_candidate",
        "score",
        "Points of the candidate",
        "points",
        lambda result: result.sides["candidate"].points,
        said=says_candidate,
    ),
    _own(
        "points_employer",
        "score",
        "Points of the employer",
        "points",
        lambda result: result.sides["employer"].points,
        said=says_employer,
    ),
    _own(
        "points_time",
        "score",
        "Points of the calendar",
        "points",
        lambda result: result.sides["time"].points,
        said=says_time,
        within=mean_points,
    ),
    _own(
        "coverage",
        "score",
        "Checks that the file lets us decide",
        "share",
        attrgetter("coverage"),
        lower=None,
    ),
    *_count("steps", lower=None),
    *_count("system_steps", lower=None),
    *_count("pages"),
    *_count("fields"),
    *_count("repeated_fields"),
    *_count("documents"),
    *_count("wet_signatures"),
    *_count("electronic_signatures"),
    *_count("notarised_signatures"),
    *_count("print_pages"),
    *_count("scan_pages"),
    *_count("fax_pages"),
    *_count("fax_steps"),
    *_count("uploads"),
    *_count("logins"),
    *_count("calls"),
    *_count("approvals"),
    *_count("interviews", lower=None),
    *_count("handoffs"),
    _line("channel_switches"),
    _line("candidate_minutes", said=says_candidate),
    _line("employer_minutes", said=says_employer),
    _line("rolled_complete_accurate", lower=False),
    _line("days", "time", within=mean_days),
    _line("days_p50", "time", within=quantile_days),
    _line("days_p90", "time", within=quantile_days),
    _line("longest_silence", "time"),
    _own(
        "flow_efficiency",
        "time",
        "Share of the calendar time that is work",
        "share",
        attrgetter("time.flow_efficiency"),
        # It falls when work is saved as well as when waiting grows.
        lower=None,
        within=mean_share,
    ),
    _own(
        "hired_share",
        "people",
        "Applicants who are hired",
        "share",
        attrgetter("candidates.hired_share"),
        said=says_losses,
        lower=False,
    ),
    _line("people_lost", "people", said=says_losses),
    _own(
        "people_lost_per_hire",
        "people",
        "People who leave of their own accord, for each one hired",
        "people",
        _lost_per_hire,
        said=says_losses,
    ),
    _own(
        "offers_taken_back_per_hire",
        "people",
        "Offers taken back, for each one hired",
        "offers",
        _taken_back_per_hire,
        said=says_losses,
    ),
    _line("applicants_per_hire", "people", said=says_losses),
    *_lens("experienced", "for one applicant", lower=None),
    *_lens("loaded", "all applicants of one hire together", lower=True),
    _line("money", "money", said=says_effort),
    _line("candidate_cash", "money", said=says_candidate),
    *_money(),
)
"""In the order of the report."""
