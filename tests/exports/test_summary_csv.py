"""One line a file, for a spreadsheet."""

import csv
import io

from audit.exports.summary_csv import summary_csv
from audit.loaders import load_process_text
from audit.pipeline import audit_process

HOSTILE = """
process: '=HYPERLINK("x")'
variant: "@cmd, \\"quoted\\""
roles: {hr: {side: employer}}
steps: [{id: a, role: hr, work: 10 min, wait: 2 days}]
"""


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_formulas_come_out_as_text() -> None:
    """A title that a spreadsheet would run starts with an apostrophe."""
    result = audit_process(load_process_text(HOSTILE))
    (row,) = rows(summary_csv([result]))
    assert row["title"] == '\'=HYPERLINK("x")'
    assert row["variant"] == '\'@cmd, "quoted"'


def test_numbers_are_whole_and_missing_is_empty() -> None:
    """Cells hold the numbers of the result; what the file does not say is empty."""
    result = audit_process(load_process_text(HOSTILE))
    (row,) = rows(summary_csv([result]))
    assert float(row["score"]) == result.score
    assert float(row["days"]) == 2.0
    assert row["pages"] == ""
    assert row["grade"] == ""
