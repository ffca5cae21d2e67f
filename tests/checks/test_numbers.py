"""The numbers of the taxonomy and the ids of the checks: which names one thing."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from audit.checks import CHECKS, Check, page_of, page_text
from audit.cli.explanations import page
from audit.loaders import load_process_text
from audit.pipeline import audit_process
from audit.report import render_html
from audit.result import to_json

SHARED = sorted(code for code, n in Counter(c.code for c in CHECKS).items() if n > 1)
PACKET = """\
process: Ink
roles: {candidate: {side: candidate}}
steps:
  - {id: sign, role: candidate, kind: form, channel: paper,
     signatures: {wet: 6, notarised: 2}}
"""


def test_an_id_is_of_one_check() -> None:
    """Whoever filters findings by id never gets two kinds of them."""
    assert len({check.id for check in CHECKS}) == len(CHECKS)


def test_a_number_is_shared_where_one_friction_shows_in_several_ways() -> None:
    """These rows of the taxonomy name several things; other numbers stand once."""
    assert SHARED == ["F11", "F14", "F16", "F20", "F21", "F28", "F42", "F43"]


@pytest.mark.parametrize("code", SHARED)
def test_a_shared_number_explains_all_that_it_stands_for(code: str) -> None:
    """First a list of the names, in the order of the report; then page after page."""
    checks = [check for check in CHECKS if check.code == code]
    text = page(code)
    contents, _, rest = text.partition("\n\n\n")
    head, *listed = contents.splitlines()
    assert head == (
        f"{code} stands for {len(checks)} findings, each with its own name:"
    )
    assert [tuple(line.split(maxsplit=1)) for line in listed if line] == [
        (check.id, page_of(check).name) for check in checks
    ]
    assert re.findall(rf"\(([a-z-]+), {code}\)", rest) == [c.id for c in checks]
    assert page(code.lower()) == text


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_name_explains_one_check(check: Check) -> None:
    """No list of contents stands before the page of one."""
    assert page(check.id) == page_text(check)


def test_two_findings_of_one_number_are_told_apart() -> None:
    """In the result by their id beside the number, on the page by their anchor."""
    result = audit_process(load_process_text(PACKET))
    written = json.loads(to_json(result))["findings"]
    ids = [finding["id"] for finding in written]
    assert {"wet-signatures", "notarised-signatures"} <= set(ids)
    assert len(set(ids)) == len(ids)
    by_id = {check.id: check.code for check in CHECKS}
    assert all(finding["code"] == by_id[finding["id"]] for finding in written)
    html = render_html(result)
    for name in ids:
        assert html.count(f'id="f-{name}"') == 1
