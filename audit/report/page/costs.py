"""Who bears the friction of a hire, in points; and what it costs, in money."""

from __future__ import annotations

from math import fsum

from audit.report.page.amounts import DASH, shares_of_all
from audit.report.page.names import listing
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
    texts,
)
from audit.result import AuditResult
from audit.units import (
    format_days,
    format_minutes,
    format_money,
    format_number,
    format_share,
    plural,
)

BEARERS = ("candidate", "employer")
"""The sides that bear effort; the calendar has none."""
SIDE_NAMES = {"candidate": "Candidate", "employer": "Employer", "time": "Calendar"}


def bears_effort(result: AuditResult, side: str) -> bool:
    """Say whether the file states anything that a side has to do."""
    return any(entry.side == side for entry in result.ledger)


def is_said(result: AuditResult, side: str) -> bool:
    """Say whether the file states anything of a side, the calendar being one."""
    if side == "time":
        return result.time.waits_stated > 0
    return bears_effort(result, side)


def sides_table(result: AuditResult) -> Table:
    """Return the three sides with what each spends and its points."""
    rows = []
    shares = [
        result.sides[key].points / result.score if result.score else 0.0
        for key in SIDE_NAMES
    ]
    told = zip(SIDE_NAMES.items(), shares, shares_of_all(shares), strict=True)
    for (key, name), share, percent in told:
        side = result.sides[key]
        points = Cell(text=format_number(side.points, 1))
        part = Cell(text=percent, share=share)
        if not side.points and not is_said(result, key):
            points = part = Cell(text=DASH)
        cells = (Cell(text=name), Cell(text=_effort(result, key)), points, part)
        rows.append(Row(cells=cells))
    return Table(
        id="t-sides",
        caption="Who bears the friction of one hire. The sides meet in points only.",
        columns=(
            *text_columns("Side", "What it spends"),
            *number_columns("Points", "Share"),
        ),
        rows=tuple(rows),
        total=Row(
            cells=(
                Cell(text="Score"),
                Cell(text=""),
                Cell(text=format_number(result.score, 1), strong=True),
                Cell(text=format_share(1.0 if result.score else 0.0)),
            )
        ),
    )


def _effort(result: AuditResult, key: str) -> str:
    side = result.sides[key]
    if key == "time":
        if result.time.waits_stated == 0:
            return "not assessed: no step states its wait"
        return format_days(side.days or 0.0)
    if not bears_effort(result, key):
        return "not assessed: no step states its work"
    words = format_minutes(side.minutes or 0.0)
    if side.perceived_extra_minutes:
        felt = (side.minutes or 0.0) + side.perceived_extra_minutes
        words += f", felt as {format_minutes(felt)}"
    if side.vendor_minutes:
        words += f"; {format_minutes(side.vendor_minutes)} of it by vendors"
    return words


def money_table(result: AuditResult) -> Table:
    """Return the money of one hire, and of a year when the file says how many."""
    money, currency = result.money, result.process.currency
    hires = result.process.hires_per_year
    lines = (
        ("Candidate's time", money.candidate_time, "candidate"),
        ("Candidate's own cash", money.candidate_cash, "candidate"),
        ("Staff time", money.employer_time, "employer"),
        ("Vendors' time", money.vendor_time, "employer"),
        ("Employer's fees and cash", money.employer_cash, "employer"),
    )
    said = {side for *_, side in lines if bears_effort(result, side)}

    def row(name: str, value: float, side: str) -> Row:
        counts = [1] if hires is None else [1, hires]
        words = [
            format_money(value * count, currency) if side in said else DASH
            for count in counts
        ]
        return Row(cells=texts(name, *words))

    labels = ["One hire"]
    if hires is not None:
        labels.append(f"A year of {plural(hires, 'hire')}")
    return Table(
        id="t-money",
        caption="Money, beside the points and never part of them",
        columns=(Column(label="What"), *number_columns(*labels)),
        rows=tuple(row(*line) for line in lines),
        total=row(
            "Together" if len(said) == len(BEARERS) else "Together, what is stated",
            fsum(value for _, value, _ in lines),
            min(said, default=""),
        ),
    )


def money_note(result: AuditResult) -> str:
    """Return what the money is made of, and what is left out."""
    currency = result.process.currency
    who = {"candidate": "the candidate", "employer": "staff"}
    wages = [
        f"{format_money(wage, currency)} for {who.get(side, side)}"
        for side, wage in result.profile.wages.items()
    ]
    return (
        "For a person who stays and is hired. An hour counts "
        f"{listing(wages)}, unless the file states its own. {_empty_post(result)}"
    )


def _empty_post(result: AuditResult) -> str:
    """Return what an empty post costs, by the file's own figure for an open day."""
    stated, currency = result.process.vacancy_cost, result.process.currency
    if stated is None:
        return (
            "No price is put on an empty post: the file states none (`vacancy_cost`), "
            "and only the client can know it."
        )
    low, mean, high = stated
    price = format_money(mean, currency)
    if low != high:
        price = f"{format_money(low, currency)} to {format_money(high, currency)}"
    said = f"The file puts an open day of the post at {price}."
    time, hires = result.time, result.process.hires_per_year
    if time.waits_stated == 0:
        return f"{said} No step states its wait, so there are no days to multiply."
    least = "at least " if time.waits_missing else ""
    cost = time.mean * mean
    year = (
        f", and those of a year of {plural(hires, 'hire')} to {least}"
        f"{format_money(cost * hires, currency)}"
        if hires is not None
        else ""
    )
    middle = "" if low == high else ", at the mean of the two,"
    return (
        f"{said} The {format_days(time.mean)} of a hire{middle} come to {least}"
        f"{format_money(cost, currency)}{year}. No line of the table counts them."
    )
