"""The plain number behind one written for people: `$1,210`, `37,5`, `5k`.

Nothing is read by this. It finds what a hint can tell people to write instead, so that
a number never loses its thousands on the way.
"""

from __future__ import annotations

import re

_GAP = "['’ \u00a0\u202f]"
_NUMERAL = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"  # 1,210.50
    r"|\d{1,3}(?:\.\d{3})+,\d+"  # 1.210,50
    rf"|\d{{1,3}}(?:{_GAP}\d{{3}})+(?:[.,]\d+)?"  # 1 210,50
    r"|\d+(?:[.,]\d+)?"
)
_TIMES = r"(?:[km](?![^\W_])|\s+k\b|\s*(?:thousand|tsd|million|mn|mio)\b)"
_WRITTEN = re.compile(
    rf"(?<!\d)(?P<number>{_NUMERAL})(?!\d)(?P<times>{_TIMES})?", re.IGNORECASE
)
WITH_COMMA = re.compile(
    rf"\d[\d.]*(?:,\d+)+(?:\.\d+)?(?:e\d+|{_TIMES})?", re.IGNORECASE
)
"""A number as the file has it, comma and all."""
_BEGUN = re.compile(r"(?:[\d.,]*\d,)?\d+(?:\.\d+)?$")
_RANGE = re.compile(r"\d[\d:.]*\s*[-–—]\s*\d")
_LONGEST = 40
"""Characters on either side of a comma that can belong to one number."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_LARGEST = 1e15
"""Beyond this no number can be written out for people."""


def plain_number(words: str) -> str:
    """Return the first number in some words as a file takes it; empty if none.

    >>> plain_number("$1,210"), plain_number("1.2k"), plain_number("1.210,50 EUR")
    ('1210', '1200', '1210.5')
    >>> plain_number("42 pages"), plain_number("many")
    ('42', '')
    """
    if not (found := _WRITTEN.search(words)):
        return ""
    number = re.sub(_GAP, "", found["number"])
    if _THOUSANDS.fullmatch(number):
        number = number.replace(",", "")
    elif "," in number:
        number = number.replace(".", "").replace(",", ".")
    times = (found["times"] or "").strip().lower()
    factor = 1 if not times else 1e6 if times[0] == "m" else 1e3
    value = float(number) * factor
    return f"{value:.15g}" if value < _LARGEST else ""


def comma_hint(number: str) -> str:
    """Return what to write for a number with a comma.

    Three digits behind it are taken for thousands, as nobody states a thousandth; what
    the other reading would be is told as well.

    >>> comma_hint("37,5"), comma_hint("0,125"), comma_hint("1,5k")
    ('write 37.5', 'write 0.125', 'write 1500')
    >>> comma_hint("1,200")
    'write 1200, or 1.2 if the comma is a decimal one'
    """
    if not _WRITTEN.fullmatch(number):
        return "write the number without a comma"
    hint = f"write {plain_number(number)}"
    if _THOUSANDS.fullmatch(number) and number.count(",") == 1 and "." not in number:
        decimal = float(number.replace(",", "."))
        return f"{hint}, or {decimal:g} if the comma is a decimal one"
    return hint


def broken_number(before: str, behind: str) -> str:
    """Return the number that a comma stands in; empty if it divides two values.

    Args:
        before: what stands before the comma.
        behind: what follows it.

    >>> broken_number("1", "200"), broken_number("up to 37", "5 h")
    ('1,200', '37,5')
    >>> broken_number("9-12", "13-17"), broken_number("Jane", "5")
    ('', '')
    """
    if _RANGE.match(before) and _RANGE.match(behind):
        return ""
    begun = _BEGUN.search(before[-_LONGEST:])
    if begun is None or not behind[:1].isdecimal():
        return ""
    found = WITH_COMMA.match(f"{begun[0]},{behind[:_LONGEST]}")
    return found[0] if found else ""
