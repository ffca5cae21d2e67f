"""The pages of `explain`, gathered from where each is written."""

from __future__ import annotations

import textwrap
from difflib import get_close_matches

from audit.changes.catalogue import CATALOGUE
from audit.changes.pages import page_text as change_page
from audit.checks import CHECKS, Check
from audit.checks.pages import page_of, page_text
from audit.errors import RequestError
from audit.ledger import FACTORS, Factor, all_evidence, evidence_row, load_profile
from audit.ledger.factors import FACTOR_BY_ID
from audit.ledger.profile_codes import PROFILE_CODES
from audit.loaders.problem_codes import ProblemCode, problem_codes
from audit.result import EvidenceRow
from audit.units import format_number

_WIDTH = 80


def page(name: str) -> str:
    """Return the page of an id, ending in a newline.

    Raises:
        RequestError: nothing has this id; says what is near.
    """
    wanted = name.strip().casefold()
    checks = [c for c in CHECKS if wanted in {c.id.casefold(), c.code.casefold()}]
    if checks:
        pages = (page_text(check, _WIDTH) for check in checks)
        return "\n\n".join((*_contents(checks), *pages))
    for intervention in CATALOGUE:
        if wanted == intervention.id.casefold():
            return change_page(intervention, _WIDTH)
    for code in _codes():
        if wanted == code.code.casefold():
            return _code_page(code)
    for factor in FACTORS:
        if wanted == factor.id.casefold():
            return _factor_page(factor)
    for row in all_evidence():
        if wanted == row.id.casefold():
            return _evidence_page(row)
    known = {i.casefold(): i for i in _ids()}
    near = get_close_matches(wanted, known, 1, 0.5)
    hint = f"did you mean {known[near[0]]}? " if near else ""
    raise RequestError(
        f"nothing is called {name!r}; {hint}`hiring-audit explain` lists everything"
    )


def _contents(checks: list[Check]) -> tuple[str, ...]:
    """Return what a number stands for, where it is the number of several checks.

    Numbers are those of a taxonomy of frictions, and one friction can show in several
    ways. The id is of one check alone.
    """
    if len(checks) == 1:
        return ()
    width = max(len(check.id) for check in checks) + 2
    lines = [
        f"{checks[0].code} stands for {len(checks)} findings, each with its own name:",
        "",
        *(f"  {check.id:<{width}}{page_of(check).name}" for check in checks),
    ]
    return ("\n".join(lines) + "\n",)


def list_all() -> str:
    """Return every id with its title, in groups."""
    groups = {
        "Findings": [
            (f"{check.code} {check.id}", page_of(check).name) for check in CHECKS
        ],
        "Changes that `recommend` knows": [
            (intervention.id, intervention.name) for intervention in CATALOGUE
        ],
        "Factors of the ledger": [(factor.id, factor.label) for factor in FACTORS],
        "Errors in files": [(code.code, code.title) for code in _codes()],
        "Sources": [(row.id, row.claim) for row in all_evidence()],
    }
    lines: list[str] = []
    for title, entries in groups.items():
        width = max(len(key) for key, _ in entries) + 2
        lines += [title, ""]
        lines += [
            f"  {key:<{width}}{textwrap.shorten(text, 96 - width, placeholder=' …')}"
            for key, text in entries
        ]
        lines.append("")
    return "\n".join(lines)


def _codes() -> tuple[ProblemCode, ...]:
    return (*problem_codes(), *PROFILE_CODES)


def _ids() -> list[str]:
    return [
        *(check.id for check in CHECKS),
        *(check.code for check in CHECKS),
        *(intervention.id for intervention in CATALOGUE),
        *(code.code for code in _codes()),
        *(factor.id for factor in FACTORS),
        *(row.id for row in all_evidence()),
    ]


def _code_page(code: ProblemCode) -> str:
    return "\n".join(
        [
            f"{code.code}  {code.title}",
            "",
            _fill(code.meaning),
            "",
            "For example",
            "",
            textwrap.indent(code.example.rstrip("\n"), "    "),
            "",
            _hang("What to do  ", code.remedy),
            "",
        ]
    )


def _factor_page(factor: Factor) -> str:
    lines = [f"{factor.label} ({factor.id})", "", _fill(factor.counts)]
    profile = load_profile()
    if factor.priced:
        rate = profile.rate(factor.id)
        low, high = format_number(rate.low), format_number(rate.high)
        lines += [
            "",
            f"Default rate: {format_number(rate.amount)} {factor.unit} "
            f"(90 % range {low} to {high}).",
        ]
        if rate.felt > 1:
            lines.append(
                f"It feels {format_number(rate.felt)} times as long; the extra is "
                "counted in points, never in money."
            )
        if rate.cost:
            lines.append(
                f"Money paid out: {format_number(rate.cost)} {profile.currency} each."
            )
        if rate.note:
            lines += ["", _fill(rate.note)]
        lines += ["", f"Grade of the evidence: {rate.grade}."]
        if rate.judgement:
            lines.append("Our judgement, wholly or in part.")
        lines += [
            f"  {row.id}  {textwrap.shorten(row.claim, 66, placeholder=' …')}"
            for row in map(evidence_row, rate.evidence)
        ]
    return "\n".join(lines) + "\n"


def _evidence_page(row: EvidenceRow) -> str:
    parts = [
        f"{row.id}  (grade {row.grade}, {row.verification})",
        "",
        _fill(row.claim),
        "",
        f"Value       {row.value} {row.unit}",
        _hang("Population  ", row.population),
        _hang("Source      ", row.source),
    ]
    if row.url and row.url != "n/a":
        parts.append(f"Address     {row.url}")
    if row.note:
        parts.append(_hang("Note        ", row.note))
    used = sorted(
        rate.factor for rate in load_profile().rates if row.id in rate.evidence
    )
    if used:
        labels = ", ".join(FACTOR_BY_ID[factor].label.lower() for factor in used)
        parts += ["", _fill(f"Behind the default rate of: {labels}.")]
    return "\n".join(parts) + "\n"


def _fill(text: str) -> str:
    return textwrap.fill(text, _WIDTH)


def _hang(label: str, text: str) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=label, subsequent_indent=" " * len(label)
    )
