"""The words under the money: what is in it, and what an empty post costs."""

from __future__ import annotations

import pytest

from audit.loaders import load_process_text
from audit.pipeline import audit_process
from audit.report import render_html
from audit.report.page.costs import money_note
from audit.result import AuditResult, from_json, to_json

HEAD = "process: A\nroles: {candidate: {side: candidate}, hr: {side: employer}}\n"
STEPS = "steps:\n  - {id: a, role: hr, work: 1 h, wait: 12 days}\n"
ONE_MORE = "  - {id: b, role: hr}\n"
SILENT = "steps:\n  - {id: a, role: hr, work: 1 h}\n"


def audit(keys: str, steps: str = STEPS) -> AuditResult:
    return audit_process(load_process_text(f"{HEAD}{keys}\n{steps}"))


@pytest.mark.parametrize(
    ("keys", "steps", "said"),
    [
        (
            "",
            STEPS,
            "No price is put on an empty post: the file states none (`vacancy_cost`), "
            "and only the client can know it.",
        ),
        (
            "vacancy_cost: 350",
            STEPS,
            "The file puts an open day of the post at $350. The 12 days of a hire come "
            "to $4,200. No line of the table counts them.",
        ),
        (
            "vacancy_cost: 300-400\nhires_per_year: 10",
            STEPS,
            "The file puts an open day of the post at $300 to $400. The 12 days of a "
            "hire, at the mean of the two, come to $4,200, and those of a year of 10 "
            "hires to $42,000. No line of the table counts them.",
        ),
        (
            "vacancy_cost: 0\ncurrency: EUR",
            STEPS,
            "The file puts an open day of the post at EUR 0. The 12 days of a hire "
            "come to EUR 0. No line of the table counts them.",
        ),
        (
            "vacancy_cost: 350\nhires_per_year: 10",
            STEPS + ONE_MORE,
            "The file puts an open day of the post at $350. The 12 days of a hire come "
            "to at least $4,200, and those of a year of 10 hires to at least $42,000. "
            "No line of the table counts them.",
        ),
        (
            "vacancy_cost: 350",
            SILENT,
            "The file puts an open day of the post at $350. No step states its wait, "
            "so there are no days to multiply.",
        ),
    ],
)
def test_an_empty_post_costs_what_the_file_says(
    keys: str, steps: str, said: str
) -> None:
    """What the client has said is never called unknown."""
    assert money_note(audit(keys, steps)).endswith(f"states its own. {said}")


def test_the_money_of_the_table_leaves_it_out() -> None:
    """The days are no part of the sum, whatever a day costs."""
    assert audit("vacancy_cost: 350").money == audit("").money


def test_a_saved_result_keeps_the_price_of_a_day() -> None:
    """There and back again; a result that was saved without the key has none."""
    result = audit("vacancy_cost: 300-400")
    assert result.process.vacancy_cost == (300, 350, 400)
    assert from_json(to_json(result)) == result
    older = to_json(audit("")).replace('"vacancy_cost": null,', "")
    assert "vacancy_cost" not in older.partition('"ledger"')[0]
    assert from_json(older).process.vacancy_cost is None


def test_the_page_says_it() -> None:
    """The note stands under the table of money."""
    assert "an open day of the post at $350" in render_html(audit("vacancy_cost: 350"))
    assert "<code>vacancy_cost</code>" in render_html(audit(""))
