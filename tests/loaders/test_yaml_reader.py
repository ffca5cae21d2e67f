"""YAML is read within bounds, with every value's place, and without guesses."""

from __future__ import annotations

import pytest

from audit.errors import ProcessFileError
from audit.loaders.decoding import text_of
from audit.loaders.document import Document
from audit.loaders.yaml_reader import MAX_DEPTH, read_document


def read(text: str) -> Document:
    return read_document(text, "f.yaml")


def code_of(text: str) -> str:
    with pytest.raises(ProcessFileError) as caught:
        read(text)
    return caught.value.problems[0].code


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("2026-10-12", "2026-10-12"),
        ("0o17", "0o17"),
        ("null", None),
        ("~", None),
        ("", None),
        ("'null'", "null"),
        ('"~"', "~"),
        ("!!str 5", "5"),
    ],
)
def test_scalars_stay_what_was_written(written: str, value: str | None) -> None:
    """YAML 1.1 reads `no` as false and 12:30 as 750; here the format decides."""
    assert read(f"a: {written}").root == {"a": value}


def test_json_is_yaml() -> None:
    """A file of JSON reads like any other."""
    assert read('{"a": [1, {"b": null}], "c": "d"}').root == {
        "a": ["1", {"b": None}],
        "c": "d",
    }


def test_anchors_and_merge_keys() -> None:
    """A mapping's own keys win over merged ones, and of two merged the first."""
    text = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {<<: [*a, *b], x: 9}\nd: *a\n"
    root = read(text).root
    assert root["c"] == {"x": "9", "y": "2", "z": "4"}
    assert root["d"] == root["a"]


def test_a_quoted_merge_key_is_a_key() -> None:
    """Only the bare `<<` merges."""
    assert read("a: {'<<': 1}").root == {"a": {"<<": "1"}}


def test_duplicate_keys_are_noted_and_the_first_stands() -> None:
    """Both places are shown; the rest of the file is read."""
    document = read("a: 1\nb: 2\na: 3\n")
    (problem,) = document.problems
    assert (problem.code, problem.location.line) == ("E003", 3)
    assert problem.related is not None and problem.related.line == 1
    assert document.root == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("a: 1\nb: {c: [x, yy]}\n", ("b", "c", 1), (2, 12, 14)),
        ("a: 1\r\nb: 2\r\n", ("b",), (2, 4, 5)),
        ("a: 1\u2028b: 2\n", ("b",), (2, 4, 5)),
        ("a: é\nß: 'öö'\n", ("ß",), (2, 4, 8)),
        ("a: &x {k: v}\nb: *x\n", ("b", "k"), (1, 11, 12)),
        ("a: &x {k: v}\nb: {<<: *x}\n", ("b", "k"), (1, 11, 12)),
        ("a: |\n  one\n  two\nb: 1\n", ("b",), (4, 4, 5)),
    ],
)
def test_places(text: str, path: tuple[str | int, ...], place: tuple[int, ...]) -> None:
    """Line and columns point at the value, whatever the line breaks and letters."""
    document = read(text)
    at = document.at(document.span(path))
    assert (at.line, at.column, at.end_column) == place
    assert at.text == document.lines[at.line - 1]


def test_the_place_of_what_is_not_there_is_the_nearest_above() -> None:
    """A missing key is shown at the mapping that lacks it."""
    document = read("a:\n  b: {c: 1}\n")
    assert document.at(document.span(("a", "b", "zzz"))).column == 6
    assert not document.has(("a", "b", "zzz"))
    assert document.has(("a", "b", "c"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [1, 2", "E001"),
        ("a:\n\tb: 1", "E001"),
        ("a: b: c", "E001"),
        ("a: *nobody", "E001"),
        ("a: @b", "E001"),
        ("a: 'b", "E001"),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "E005"),
        ("[" * 100_000, "E005"),
        ("- " * 100_000, "E005"),
        ("{a: " * 100_000, "E005"),
        ("a: &a [*a]", "E006"),
        ("a: !!python/object:os.system rm", "E007"),
        ("a: !x 1", "E007"),
        ("a: 1\n---\nb: 2\n", "E008"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    """By its name, with a place; 100,000 brackets too, which end other readers."""
    assert code_of(text) == code


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    """Nine aliases of nine aliases, nine times over."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert code_of("\n".join(lines)) == "E006"


def test_a_merge_bomb_is_refused_too() -> None:
    """Merge keys copy as well."""
    many = ", ".join(f"k{n}: 1" for n in range(1000))
    lines = [f"a: &a {{{many}}}", *(f"b{n}: {{<<: *a}}" for n in range(200))]
    assert code_of("\n".join(lines)) == "E006"


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"a: \xff", "E004", (1, 4)),
        ("a: é".encode("latin-1"), "E004", (1, 4)),
        ("a: 1".encode("utf-16"), "E004", (1, 1)),
        ("a: 1".encode("utf-32"), "E004", (1, 1)),
        (b"a: 1\nb: \x00", "E014", (2, 4)),
        (b"a: \x1b[31m", "E014", (1, 4)),
        ("a: \ufffe".encode(), "E014", (1, 4)),
    ],
)
def test_bytes_that_are_no_text(data: bytes, code: str, place: tuple[int, int]) -> None:
    """Refused at the byte or character that is wrong."""
    with pytest.raises(ProcessFileError) as caught:
        text_of(data, "f.yaml")
    (problem,) = caught.value.problems
    assert problem.code == code
    assert (problem.location.line, problem.location.column) == place


def test_a_byte_order_mark_is_passed_over() -> None:
    """Some editors write one; columns count without it."""
    document = read(text_of(b"\xef\xbb\xbfa: 1", "f.yaml"))
    assert document.at(document.span(("a",))).column == 4


@pytest.mark.parametrize(
    ("text", "value", "broken"),
    [
        ("{a: 1,200, b: 2}", {"a": "1,200", "b": "2"}, "1,200"),
        ("{a: 1,200,000}", {"a": "1,200,000"}, "1,200,000"),
        ("{a: up to 37,5 h}", {"a": "up to 37,5 h"}, "37,5"),
        ("{a: 12,5%, b: rest}", {"a": "12,5%", "b": "rest"}, "12,5"),
        ("{a: 1,200-1,500}", {"a": "1,200-1,500"}, "1,200"),
    ],
)
def test_a_number_that_a_comma_broke_is_told_whole(
    text: str, value: object, broken: str
) -> None:
    """In braces `1,200` is 1 and a key 200: nobody who wrote it knows such a key."""
    document = read(text)
    assert document.root == value
    (problem,) = document.problems
    assert problem.code == "E028"
    assert problem.message == f"'{broken}' has a comma in a number"
    at = problem.location
    assert text[at.column - 1 : at.end_column - 1] == value["a"]  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        "{a: 1, 200}",
        "{a: '1',200}",
        "{a: 1,'200'}",
        "{a: 1,200: 3}",
        "{a: 1,b}",
        "{a: Jane,5}",
        "{a: 9-12,13-17}",
        "[1,200]",
        "{a: &n 1,200}",
        "{a: ,200}",
    ],
)
def test_a_comma_that_divides_is_left_alone(text: str) -> None:
    """Quoted, with a blank behind it, or before a key of its own it is as YAML says."""
    assert read(text).problems == ()
