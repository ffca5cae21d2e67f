"""Small process files for the loader's tests."""

from __future__ import annotations

from audit.errors import ProcessFileError
from audit.loaders import load_process_text, read_bytes
from audit.model import Process, Step

HEAD = """\
process: A
roles:
  candidate: {side: candidate}
  hr: {side: employer}
  firm: {side: vendor}
  ats: {side: system}
"""


def loaded(steps: str, head: str = "") -> Process:
    """Return a process whose steps are given as lines of YAML."""
    return load_process_text(f"{HEAD}{head}steps:\n{steps}\n")


def step(keys: str, head: str = "", role: str = "candidate") -> Step:
    """Return the one step that has these keys, written as in `{id: a, ...}`."""
    return loaded(f"  - {{id: a, role: {role}, {keys}}}", head).steps[0]


def codes(steps: str, head: str = "") -> list[str]:
    """Return the codes of all problems, warnings too, in the order of the file."""
    return codes_of(f"{HEAD}{head}steps:\n{steps}\n".encode())


def codes_of(data: bytes) -> list[str]:
    """Return the codes of all problems of a file; the unused roles here are meant."""
    try:
        problems = read_bytes(data, "process.yaml").warnings
    except ProcessFileError as error:
        problems = error.problems
    return [problem.code for problem in problems if problem.code != "W101"]
