"""Reading a profile file: every problem at once, each with its line and a hint."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from audit.errors import ProcessFileError, ProfileError, RequestError
from audit.ledger.mapping import Mapping
from audit.ledger.near_misses import NearMissRates
from audit.ledger.profile import Profile, Reference, Wage, Weights
from audit.ledger.profile_calls import CALLS, stated_calls
from audit.ledger.profile_numbers import SUPPORT, support_of
from audit.ledger.profile_rates import rates_of
from audit.loaders.decoding import text_of
from audit.loaders.document import Map
from audit.loaders.problem_text import shown
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
_SCOPES = (Scope.ONBOARDING, Scope.END_TO_END)
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
        rates=rates_of(top, base),
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
    one.only(("per_hour", *SUPPORT))
    evidence, grade, judgement, note = support_of(one)
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
    stated = stated_calls(top)
    if stated.keys() == CALLS.keys():
        return NearMissRates(**stated)
    return replace(_default().near_miss_calls, **stated)
