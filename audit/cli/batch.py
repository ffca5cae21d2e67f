"""Audit many files, on all cores when there are enough of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import click

from audit.cli.source import STANDARD_INPUT, read_process
from audit.errors import AuditError, ProcessFileError
from audit.result import AuditResult

if TYPE_CHECKING:
    from audit.ledger import Profile

_WORTH_SHARING = 24
"""Files below which starting other processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: a result, problems with places, or a message."""

    file: str
    result: AuditResult | None = None
    problems: ProcessFileError | None = None
    message: str = ""


def audit_files(files: tuple[str, ...], profile: str | None) -> Iterator[FileOutcome]:
    """Audit each file; one that is wrong does not stop the others.

    Raises:
        ProfileError: the profile is wrong.
    """
    from audit.ledger import load_profile

    one = partial(_audit_one, profile=load_profile(profile))
    workers = min(os.cpu_count() or 1, len(files) // (_WORTH_SHARING // 2))
    if len(files) < _WORTH_SHARING or STANDARD_INPUT in files or workers < 2:
        yield from map(one, files)
        return
    with ProcessPoolExecutor(workers) as pool:
        done = pool.map(one, files, chunksize=max(1, len(files) // (8 * workers)))
        with click.progressbar(
            done,
            length=len(files),
            label="Auditing",
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as outcomes:
            yield from outcomes


def _audit_one(file: str, profile: Profile) -> FileOutcome:
    from audit.pipeline import audit_process

    try:
        return FileOutcome(file, audit_process(read_process(file).process, profile))
    except ProcessFileError as error:
        return FileOutcome(file, problems=error)
    except AuditError as error:
        return FileOutcome(file, message=str(error))
