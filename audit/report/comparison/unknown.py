"""What cannot be compared, because one of the two files does not say it."""

from __future__ import annotations

from audit.report.page.names import listing, shorten
from audit.result import ComparisonResult, Verdict
from audit.units import plural


def unknown(result: ComparisonResult) -> str:
    """Return what cannot be compared, because one file does not say."""
    numbers = [
        shorten(line.label[:1].lower() + line.label[1:], 60)
        for line in result.lines
        if line.verdict is Verdict.UNKNOWN
    ]
    gone, new = (
        [
            shorten(change.name[:1].lower() + change.name[1:], 60)
            for change in result.findings
            if change.verdict is Verdict.UNKNOWN
            and (change.severity_after is None) is lost
        ]
        for lost in (True, False)
    )
    sentences = []
    if numbers:
        sentences.append(
            "Not compared, because only one of the two files says it: "
            f"{listing(numbers)}."
        )
    if gone:
        sentences.append(
            "Found before and no longer decided, because the new file does not say "
            f"enough: {listing(gone)}."
        )
    if new:
        sentences.append(
            "Found after, though perhaps not new, because the old file does not say "
            f"enough: {listing(new)}."
        )
    return " ".join(sentences)


def unknown_counted(result: ComparisonResult) -> str:
    """Return how much cannot be compared, in a clause; "" when all can."""
    numbers = sum(line.verdict is Verdict.UNKNOWN for line in result.lines)
    checks = sum(change.verdict is Verdict.UNKNOWN for change in result.findings)
    parts = [
        plural(count, noun)
        for count, noun in ((numbers, "number"), (checks, "finding"))
        if count
    ]
    if not parts:
        return ""
    return f"{listing(parts)} cannot be compared, because one file does not say"
