"""What a YAML parser's complaint means for somebody who writes process files."""

from __future__ import annotations

from typing import Any, NamedTuple

from audit.loaders.document import Document, Span


class _Meaning(NamedTuple):
    """A complaint in plain words."""

    message: str
    hint: str
    at_opening: bool = False
    """The place to look at is where the unfinished thing began."""


_MEANINGS: dict[str, _Meaning] = {
    "mapping values are not allowed in this context": _Meaning(
        "a ':' stands where YAML expects no key",
        "quote text that holds ': ', and check that this line is indented as the one "
        "above",
    ),
    "did not find expected ',' or ']'": _Meaning(
        "the list that begins here is not closed", "close it with ']'", True
    ),
    "did not find expected ',' or '}'": _Meaning(
        "the mapping that begins here is not closed", "close it with '}'", True
    ),
    "did not find expected key": _Meaning(
        "this line fits no key above it",
        "indent the keys of one mapping by the same number of spaces",
    ),
    "did not find expected '-' indicator": _Meaning(
        "this line belongs to no item of the list above it",
        "begin it with '- ', or indent it as the item it belongs to",
    ),
    "did not find expected node content": _Meaning(
        "a value is missing here", "write a value, or close the bracket"
    ),
    "found unexpected end of stream": _Meaning(
        "the quoted text that begins here is not closed",
        "close it with the quote it begins with",
        True,
    ),
    "found unexpected document indicator": _Meaning(
        "the quoted text that begins here is not closed",
        "close it with the quote it begins with",
        True,
    ),
    "found unknown escape character": _Meaning(
        "unknown escape after '\\' in double quotes",
        "use single quotes, or write \\\\ for a backslash",
    ),
    "could not find expected ':'": _Meaning(
        "this line is neither a key nor part of the text above",
        "write 'key: value'",
    ),
    "block sequence entries are not allowed in this context": _Meaning(
        "a '-' stands where YAML expects no list item",
        "put the list on the line below its key",
    ),
    "did not find expected <document start>": _Meaning(
        "the file goes on after its end", "check the quotes and the indentation here"
    ),
    "found incompatible YAML document": _Meaning(
        "this version of YAML cannot be read", "delete the line '%YAML'"
    ),
}
_TAB = _Meaning("a tab indents this line", "YAML indents with spaces: replace the tab")
_RESERVED = _Meaning("text cannot begin with '{}'", "put the text in quotes")


def explain_syntax(error: Exception, document: Document) -> None:
    """Note what the parser complained about, in plain words."""
    complaint = str(getattr(error, "problem", "") or error)
    mark: Any = getattr(error, "problem_mark", None)
    meaning = _MEANINGS.get(complaint)
    if meaning is None and complaint.startswith("found character"):
        character = _character_at(mark, document)
        meaning = _TAB
        if character != "\t":
            meaning = _RESERVED._replace(message=_RESERVED.message.format(character))
    if meaning is None:
        meaning = _Meaning(f"the file is not valid YAML: {complaint}", "")
    if meaning.at_opening:
        mark = getattr(error, "context_mark", None) or mark
    document.add("E001", meaning.message, _span(mark, document), hint=meaning.hint)


def _character_at(mark: Any, document: Document) -> str:
    span = _span(mark, document)
    line = document.lines[span.line - document.first_line]
    return line[span.column : span.column + 1]


def _span(mark: Any, document: Document) -> Span:
    """Return one character; past the end of the file, the end of its last text."""
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    line = min(line, len(document.lines) - 1)
    while line and not document.lines[line].strip():
        line -= 1
        column = len(document.lines[line])
    line += document.first_line
    return Span(line, column, line, column + 1)
