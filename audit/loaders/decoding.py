"""From the bytes of a file to text that the YAML parser accepts."""

from __future__ import annotations

import re

from audit.loaders.document import Document, Span
from audit.loaders.problem_text import inert

MAX_BYTES = 5_000_000

_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML 1.2 does not allow in a document (section 5.1, c-printable)."""


def text_of(data: bytes, file: str) -> str:
    """Return the text of a file.

    Raises:
        ProcessFileError: too large, not UTF-8, or it holds control characters.
    """
    if len(data) > MAX_BYTES:
        document = Document("", file)
        document.add(
            "E011",
            f"the file has {len(data):,} bytes; {MAX_BYTES:,} are allowed",
            (),
            hint="is this the right file?",
        )
        raise document.error()
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            document = Document("", file)
            document.add(
                "E004", f"the file is {name}, not UTF-8", (), hint="save it as UTF-8"
            )
            raise document.error()
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _not_utf8(data, error.start, file)
        raise AssertionError("unreachable") from None
    if found := _FORBIDDEN.search(text):
        document = Document(text, file)
        document.add(
            "E014",
            f"the file holds the control character {inert(found[0])}",
            _span_at(text, found.start()),
            hint="delete it; in double quotes it can be written as an escape",
        )
        raise document.error()
    return text


def _not_utf8(data: bytes, offset: int, file: str) -> None:
    before = data[:offset].decode("utf-8")
    document = Document(data.decode("utf-8", "backslashreplace"), file)
    document.add(
        "E004",
        f"byte 0x{data[offset]:02x} is not UTF-8",
        _span_at(before, len(before)),
        hint="save the file as UTF-8",
    )
    raise document.error()


def _span_at(text: str, offset: int) -> Span:
    """Return the span of one character, counting lines as the parser does."""
    lines = Document(text[:offset], "").lines
    line, column = len(lines) - 1, len(lines[-1])
    return Span(line, column, line, column + 1)
