"""The rates of a profile file: what one unit of each kind of friction takes."""

from __future__ import annotations

from audit.ledger.factors import PRICED
from audit.ledger.mapping import Mapping
from audit.ledger.profile import Profile, Rate
from audit.ledger.profile_numbers import SUPPORT, range_of, support_of
from audit.loaders.problem_text import did_you_mean, shown


def rates_of(top: Mapping, base: Profile | None) -> tuple[Rate, ...]:
    """Return the rates of a profile file; what it leaves out is as in its base."""
    section = top.section("rates", needed=base is None)
    if section is None:
        return base.rates if base else ()
    for name in section.names():
        if name not in PRICED:
            section.wrong(
                "P003",
                f"there is no factor '{shown(name)}' to price",
                name,
                hint=did_you_mean(name, PRICED, "factors"),
                key=True,
            )
    found: list[Rate] = []
    for factor in PRICED:
        if factor not in section and base is not None:
            found.append(base.rate(factor))
            continue
        one = section.section(factor)
        if one is not None:
            found.append(_rate(one, factor))
    return tuple(found)


def _rate(section: Mapping, factor: str) -> Rate:
    unit, other = ("days", "minutes") if factor == "wait_day" else ("minutes", "days")
    if other in section:
        section.wrong(
            "P011",
            f"{factor} is counted in {unit}, not in {other}",
            other,
            hint=f"write {unit}: …",
            key=True,
        )
        amount = section.number(other)
    else:
        amount = section.number(unit)
    low, high = range_of(section, amount)
    evidence, grade, judgement, note = support_of(section)
    rate = Rate(
        factor=factor,
        amount=amount,
        low=low,
        high=high,
        felt=section.number("felt", 1.0),
        felt_spread=section.number("felt_spread", 1.5),
        cost=section.number("cost", 0.0),
        evidence=evidence,
        grade=grade,
        judgement=judgement,
        note=note,
    )
    for key, value in (("felt", rate.felt), ("felt_spread", rate.felt_spread)):
        if value < 1 and key in section:
            section.wrong(
                "P010",
                f"{key} is {value:g}",
                key,
                hint="1 means as long as it takes; less than that is not counted",
            )
    section.only(
        (unit, other, "low", "high", "spread", "felt", "felt_spread", "cost", *SUPPORT)
    )
    return rate
