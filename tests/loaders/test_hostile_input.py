"""Whatever bytes come in, a process or a list of problems comes out."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.errors import ProcessFileError
from audit.exports.problems import render_problems
from audit.loaders import read_bytes
from audit.model import Process

GOOD = tuple(
    path.read_bytes() for path in sorted(Path("processes").glob("*/before.yaml"))
)
BITS = (
    b"*a", b"&a ", b"!!int ", b"- ", b": ", b"{", b"}", b"[", b"]", b"<<: ", b"\t",
    b"\x00", b"\xff", b'"', b"'", b"|", b"next: ", b"rest", b"1e999", b".nan", b"-1",
    b"parallel: []", b"hired", b"done", b"\n", b"...", b"---", b"? ", b"%YAML 9",
)  # fmt: skip
many = settings(
    max_examples=300, deadline=None, suppress_health_check=list(HealthCheck)
)


def answer(data: bytes) -> Process | str:
    """Return the process, or the problems as text; anything else is a bug."""
    try:
        return read_bytes(data, "fuzz.yaml").process
    except ProcessFileError as error:
        assert error.problems
        return render_problems(error.problems, "full")


@many
@given(st.binary(max_size=400))
def test_any_bytes_have_an_answer(data: bytes) -> None:
    """Random bytes are refused with a place, never with a traceback."""
    answer(data)


@many
@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    """So is random text."""
    answer(text.encode("utf-8", "surrogatepass"))


@many
@given(st.data())
def test_a_good_file_with_a_slip_has_an_answer(data: st.DataObject) -> None:
    """A line deleted, doubled or moved, a bit typed in: still an answer."""
    text = data.draw(st.sampled_from(GOOD))
    for _ in range(data.draw(st.integers(1, 3))):
        lines = text.split(b"\n")
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "move", "type"])):
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(data.draw(st.integers(0, len(lines))), lines.pop(at))
            case _:
                column = data.draw(st.integers(0, len(lines[at])))
                bit = data.draw(st.sampled_from(BITS))
                lines[at] = lines[at][:column] + bit + lines[at][column:]
        text = b"\n".join(lines)
    answer(text)
