"""Reading a profile file: every problem at once, each with its line and a hint."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from audit.errors import ProcessFileError, ProfileError, RequestError
from audit.ledger.evidence import GRADES, all_evidence, has_evidence
from audit.ledger.factors import PRICED
from audit.ledger.mapping import Mapping
from audit.ledger.near_misses import CallNumber, NearMissRates
from audit.ledger.profile import Profile, Rate, Reference, Wage, Weights
from audit.loaders.decoding import text_of
from audit.loaders.document import Map
from audit.loaders.problem_text import did_you_mean, shown
from audit.loaders.yaml_reader import read_document
from audit.model import Scope

DEFAULT = "default"
"""Name of the profile that ships."""

_TOP = (
    "profile",
    "extends",
    "currency",
    "note",
    "weights",
    "references",
    "wages",
    "near_miss_calls",
)
_CALLS = {
    "near": "share",
    "recognised": "share",
    "mistaken": "share",
    "call": "minutes",
}
"""The numbers of the calls to near misses, and the key of each value."""
_SCOPES = (Scope.ONBOARDING, Scope.END_TO_END)
_SUPPORT = ("evidence", "grade", "judgement", "note")
_SUM_TOLERANCE = 1e-6


def load_profile(path: Path | str | None = None) -> Profile:
    """Read a profile file; without a path, the profile that ships.

    A file that says `extends: default` takes what it leaves out from that profile.

    Raises:
        ProfileError: the file is wrong; carries every problem found.
        RequestError: there is no such file, or it cannot be opened.
    """
    if path is None:
        return _default()
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise RequestError(f"{path}: {error.strerror or error}") from None
    try:
        text = text_of(data, str(path))
    except ProcessFileError as error:
        raise ProfileError(error.problems, str(path)) from None
    return load_profile_text(text, str(path))


def load_profile_text(text: str, file: str = "profile.yaml") -> Profile:
    """Read a profile from text; `file` is the name that problems show.

    Raises:
        ProfileError: the text is wrong; carries every problem found.
    """
    try:
        document = read_document(text, file)
    except ProcessFileError as error:
        raise ProfileError(error.problems, file) from None
    if not isinstance(document.root, Map):
        document.add("P001", "the file holds no profile", ())
        raise ProfileError(document.error().problems, file)
    top = Mapping(document, (), document.root)
    base = _base(top)
    profile = Profile(
        name=top.text("profile") or "",
        currency=top.text("currency") or (base.currency if base else "USD"),
        note=top.text("note"),
        weights=_weights(top, base),
        references=_references(top, base),
        candidate_wage=_wage(top, base, "candidate"),
        employer_wage=_wage(top, base, "employer"),
        near_miss_calls=_near_miss_calls(top),
        rates=_rates(top, base),
    )
    if not profile.name:
        top.missing("profile", "a name, shown beside every score")
    top.only((*_TOP, "rates"))
    if document.failed:
        raise ProfileError(document.error().problems, file)
    return profile


@cache
def _default() -> Profile:
    source = files("audit.ledger").joinpath("profiles", f"{DEFAULT}.yaml")
    return load_profile_text(source.read_text(encoding="utf-8"), f"{DEFAULT}.yaml")


def _base(top: Mapping) -> Profile | None:
    name = top.text("extends")
    if not name:
        return None
    if name != DEFAULT:
        top.wrong(
            "P012",
            f"there is no profile '{shown(name)}' to extend",
            "extends",
            hint=f"'{DEFAULT}' is the only one; take the line away to state all",
        )
    return _default()


def _weights(top: Mapping, base: Profile | None) -> Weights:
    section = top.section("weights", needed=base is None)
    if section is None:
        return base.weights if base else Weights(candidate=0.4, employer=0.3, time=0.3)
    weights = Weights(
        candidate=section.number("candidate"),
        employer=section.number("employer"),
        time=section.number("time"),
        note=section.text("note"),
    )
    section.only(("candidate", "employer", "time", "note"))
    total = math.fsum(weights.as_dict().values())
    if abs(total - 1) > _SUM_TOLERANCE and not section.failed:
        top.wrong(
            "P005",
            f"the weights sum to {total:g}",
            "weights",
            hint="candidate, employer and time together make 1",
        )
    return weights


def _references(top: Mapping, base: Profile | None) -> tuple[Reference, ...]:
    section = top.section("references", needed=base is None)
    if section is None:
        return base.references if base else ()
    found: list[Reference] = []
    for scope in _SCOPES:
        one = section.section(scope.value, needed=base is None)
        if one is not None:
            found.append(_reference(one, scope))
        elif base is not None:
            found.append(base.reference(scope))
    section.only((*(scope.value for scope in _SCOPES), "note"))
    return tuple(found)


def _reference(section: Mapping, scope: Scope) -> Reference:
    reference = Reference(
        scope=scope,
        candidate=section.number("candidate", above_zero=True),
        employer=section.number("employer", above_zero=True),
        days=section.number("days", above_zero=True),
        good=section.number("good", above_zero=True),
    )
    section.only(("candidate", "employer", "days", "good"))
    if reference.good >= 100:
        section.wrong(
            "P006",
            f"good is {reference.good:g}",
            "good",
            hint="100 is the typical process; a good one has fewer points",
        )
    return reference


def _wage(top: Mapping, base: Profile | None, who: str) -> Wage:
    section = top.section("wages", needed=base is None)
    if section is None or (base is not None and who not in section):
        if base is None:
            return Wage(per_hour=0.0)
        return base.candidate_wage if who == "candidate" else base.employer_wage
    section.only(("candidate", "employer"))
    one = section.section(who, scalar_as="per_hour")
    if one is None:
        return Wage(per_hour=0.0)
    one.only(("per_hour", *_SUPPORT))
    evidence, grade, judgement, note = _support(one)
    return Wage(
        per_hour=one.number("per_hour"),
        evidence=evidence,
        grade=grade,
        judgement=judgement,
        note=note,
    )


def _near_miss_calls(top: Mapping) -> NearMissRates:
    """Return the calls to near misses; what is left out is as in the default.

    Profiles that state everything else were written before these numbers were, and
    they price nothing.
    """
    section = top.section("near_miss_calls", needed=False)
    if section is None:
        return _default().near_miss_calls
    section.only(_CALLS)
    stated = {
        key: number
        for key, unit in _CALLS.items()
        if key in section and (number := _call_number(section, key, unit)) is not None
    }
    if stated.keys() == _CALLS.keys():
        return NearMissRates(**stated)
    return replace(_default().near_miss_calls, **stated)


def _call_number(section: Mapping, key: str, unit: str) -> CallNumber | None:
    one = section.section(key, scalar_as=unit)
    if one is None:
        return None
    one.only((unit, "low", "high", "spread", *_SUPPORT))
    value = one.number(unit)
    low, high = _range(one, value)
    if unit == "share" and max(value, high) > 1:
        one.wrong(
            "P013",
            f"{key} is {max(value, high):g}",
            unit if value > 1 else "high",
            hint="a share lies between 0 and 1: 0.1 is one in ten",
        )
    evidence, grade, judgement, note = _support(one)
    return CallNumber(
        value=value,
        low=low,
        high=high,
        evidence=evidence,
        grade=grade,
        judgement=judgement,
        note=note,
    )


def _rates(top: Mapping, base: Profile | None) -> tuple[Rate, ...]:
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
    low, high = _range(section, amount)
    evidence, grade, judgement, note = _support(section)
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
        (unit, other, "low", "high", "spread", "felt", "felt_spread", "cost", *_SUPPORT)
    )
    return rate


def _range(section: Mapping, amount: float) -> tuple[float, float]:
    """Return the 90 % range of a rate: `low` and `high`, or `spread` up and down."""
    if "spread" in section:
        spread = section.number("spread", above_zero=True)
        for key in ("low", "high"):
            if key in section:
                section.wrong(
                    "P007",
                    f"'spread' and '{key}' both give the range",
                    key,
                    hint="keep spread, or low and high",
                    key=True,
                )
        if 0 < spread < 1:
            section.wrong(
                "P007",
                f"spread is {spread:g}",
                "spread",
                hint="a factor up and down: 2 is from half to twice the rate",
            )
        return (amount / spread, amount * spread) if spread > 0 else (amount, amount)
    low = section.number("low", amount, above_zero=amount > 0)
    high = section.number("high", amount)
    if not section.failed and not low <= amount <= high:
        section.wrong(
            "P007",
            f"the range {low:g} to {high:g} does not hold the rate {amount:g}",
            "low" if "low" in section else "high",
            hint="low is at most the rate, high at least",
        )
    return low, high


def _support(section: Mapping) -> tuple[tuple[str, ...], str, bool, str]:
    """Return evidence, grade, judgement and note of a number.

    A number without evidence is the profile's own: judgement, graded D.
    """
    evidence = section.texts("evidence")
    for place, row in enumerate(evidence):
        if not has_evidence(row):
            known = [each.id for each in all_evidence()]
            section.wrong(
                "P008",
                f"there is no evidence row '{shown(row)}'",
                "evidence",
                place=place,
                hint=did_you_mean(row, known) or "leave evidence out for own figures",
            )
    grade = section.text("grade") or "D"
    if grade not in GRADES:
        section.wrong(
            "P009",
            f"there is no grade '{shown(grade)}'",
            "grade",
            hint="A official or peer-reviewed, B large study, C weaker, D own figure",
        )
    return (
        evidence,
        grade,
        section.flag("judgement", default=not evidence),
        section.text("note"),
    )
