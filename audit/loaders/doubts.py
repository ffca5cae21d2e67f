"""Sound files that may not mean what they say: warnings, nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.loaders.defaults import origin, with_defaults
from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.fitting import some
from audit.loaders.format_keys import keys_at
from audit.loaders.levels import written_levels, written_steps
from audit.loaders.problem_text import did_you_mean, near_miss, shown
from audit.loaders.step_format import StepMap, WaitMap
from audit.model import StepKind
from audit.units import format_days, format_minutes, minutes_from_days

_ASKING = ("fields", "repeated_fields", "documents", "uploads")
_LONG_UNIT = re.compile(r"\d\s*(d|days?|wk|weeks?|mo|months?|years?)\b", re.IGNORECASE)

_NEARLY = 0.99
"""Work this much of which fills the wait is as long as it, but for rounding."""


def check_doubts(written: ProcessMap, document: Document) -> None:
    """Warn of what was read, but perhaps not as it was meant."""
    _doubt_clock(written, document)
    _doubt_known(written, document)
    for own, path in written_steps(written):
        step = with_defaults(own, written)
        _doubt_long_work(step, path, document)
        _doubt_short_wait(step, path, document)
        _doubt_all_pages(step, path, document)
        if step.kind is StepKind.NOTIFY:
            _doubt_asking(step, path, document)


def _doubt_clock(written: ProcessMap, document: Document) -> None:
    """Warn when the clock nearly names a step: words are shown, steps are timed."""
    if written.clock is None:
        return
    ids = {n.id for level in written_levels(written) for n in level.nodes}
    for key in ("start", "stop"):
        words = getattr(written.clock, key)
        if words is None or " " in words or words in ids:
            continue
        if (meant := near_miss(words, sorted(ids))) is not None:
            document.add(
                "W110",
                f"'{shown(words)}' is no step, so the clock takes it as words",
                ("clock", key),
                hint=f"did you mean '{shown(meant)}'?",
            )


def _doubt_known(written: ProcessMap, document: Document) -> None:
    """Warn of a published total that the report does not compute."""
    if written.known is None:
        return
    for name in written.known.model_extra or {}:
        document.add(
            "W109",
            f"the report computes no '{shown(name)}' to compare with",
            ("known", name),
            key=True,
            label="shown alone",
            hint=did_you_mean(name, keys_at(type(written.known))),
        )


def _doubt_asking(step: StepMap, path: Path, document: Document) -> None:
    for key in _ASKING:
        if some(getattr(step, key)):
            document.add(
                "W106",
                f"'{shown(step.id)}' only tells (kind: notify), yet has '{key}'",
                origin(step, path, key, document),
                key=True,
                hint="is it kind: form?",
            )


def _doubt_long_work(step: StepMap, path: Path, document: Document) -> None:
    places = [origin(step, path, key, document) for key in ("work", "trip")]
    others = origin(step, path, "with", document)
    for role in step.participants or ():
        places += [(*others, role, key) for key in ("work", "trip")]
    for place in places:
        for words, where in _words_in(document.value(place), place):
            if _LONG_UNIT.search(words):
                document.add(
                    "W104",
                    f"'{shown(words)}' of {place[-1]} is read as days of 24 hours",
                    where,
                    hint="effort is hands-on time: write hours, for example 16 h",
                )


def _doubt_short_wait(step: StepMap, path: Path, document: Document) -> None:
    """Warn of work that does not fit into the wait, which includes it.

    A wait of 0 says that no time is counted here, and `at least` that there is more.
    """
    takes = step.wait.takes if isinstance(step.wait, WaitMap) else step.wait
    if takes is None or step.work is None or takes.lower_bound:
        return
    if not 0 < minutes_from_days(takes.mean) < step.work.mean * _NEARLY:
        return
    work = origin(step, path, "work", document)
    # Days of work have a warning of their own.
    if any(
        _LONG_UNIT.search(words) for words, _ in _words_in(document.value(work), ())
    ):
        return
    document.add(
        "W118",
        f"'{shown(step.id)}' takes {format_minutes(step.work.mean)} of work in "
        f"{_on_the_clock(takes.mean)} on the clock",
        work,
        label="longer than the wait",
        hint="'wait' is the time from ready to done, the work included: look at both "
        "again",
        related=origin(step, path, "wait", document),
        related_label="the work included",
    )


def _on_the_clock(days: float) -> str:
    """Write a wait in days, and in the hours that work is written in."""
    if days < 1:
        return format_minutes(minutes_from_days(days))
    return f"{format_days(days)} ({format_minutes(minutes_from_days(days))})"


def _words_in(value: object, path: Path) -> Iterator[tuple[str, Path]]:
    match value:
        case str():
            yield value, path
        case dict():
            for key in ("value", "low", "likely", "high"):
                yield from _words_in(value.get(key), (*path, key))


def _doubt_all_pages(step: StepMap, path: Path, document: Document) -> None:
    for key in ("print", "scan", "fax"):
        if getattr(step, key) is not True or step.pages is not None:
            continue
        if not document.put_aside((*path, "pages")):
            document.add(
                "W105",
                f"'{key}: true' means all pages of '{shown(step.id)}', which has no "
                "'pages'",
                origin(step, path, key, document),
                label="read as not stated",
                hint=f"add pages, or write {key}: and a number",
            )
