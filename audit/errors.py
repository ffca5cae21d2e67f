"""What can go wrong, where it is, and what to do about it.

AuditError                 everything this package raises on purpose
├── ProcessFileError       a process file is wrong; carries every problem found
├── ProfileError           a rate profile is wrong; carries every problem found
├── AnalysisError          a sound file that the mathematics cannot answer
├── SimulationError        a hiring scenario that no run can answer
│   └── SimulationStopped  an interrupt before there was anything to say
└── RequestError           the command asks for something that is not there
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SIMULATION = "E096"
"""Code of what only a simulation finds in a file."""


class Severity(StrEnum):
    """How much a problem stops."""

    ERROR = "error"
    """The file cannot be used."""
    WARNING = "warning"
    """The file can be used; a reader should look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A span of characters on one line of a file; line and columns count from 1."""

    file: str
    line: int
    column: int
    end_column: int
    """Column after the last character of the span."""
    text: str
    """The source line without its line break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in a file."""

    code: str
    """Stable id, for `hiring-audit explain`."""
    message: str
    """What is wrong, in the user's words, with the value met."""
    location: Location
    label: str = ""
    """Short words beside the caret."""
    hint: str = ""
    """What to do next."""
    related: Location | None = None
    """A second place that explains the first."""
    related_label: str = ""
    severity: Severity = Severity.ERROR


class AuditError(Exception):
    """Something the user can act on; its text says what."""


class _FileError(AuditError):
    def __init__(self, problems: tuple[Problem, ...], source: str = "") -> None:
        self.problems = problems
        self.source = source
        """Name of the file as the user gave it."""
        count = len(problems)
        super().__init__(f"{count} problem{'' if count == 1 else 's'} in {source}")


class ProcessFileError(_FileError):
    """A process file is wrong; `problems` holds all of them, by line."""


class ProfileError(_FileError):
    """A rate profile is wrong; `problems` holds all of them, by line."""


class AnalysisError(AuditError):
    """The process is well formed, yet has no answer (nobody can be hired, say)."""


class SimulationError(AuditError):
    """A scenario that cannot be run to an end; the text names the role or step."""

    def __init__(
        self, message: str, *, place: Location | None = None, hint: str = ""
    ) -> None:
        self.problem: Problem | None = None
        """The same with its place; None where it is about no one line of a file."""
        words = f"{message}; {hint}" if hint else message
        if place is not None:
            self.problem = Problem(
                code=SIMULATION, message=message, location=place, hint=hint
            )
            words = f"{place.file}:{place.line}:{place.column}: {words}"
        super().__init__(words)


class SimulationStopped(SimulationError):
    """Somebody stopped the runs before there were two, so nothing can be said."""

    def __init__(self) -> None:
        super().__init__(
            "stopped before two runs were done: nothing to say of people and queues"
        )


class RequestError(AuditError):
    """A file, id or option that does not exist."""
