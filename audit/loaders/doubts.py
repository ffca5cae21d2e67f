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
from audit.loaders.step_format import StepMap
from audit.model import StepKind

_ASKING = ("fields", "repeated_fields", "documents", "uploads")
_LONG_UNIT = re.compile(r"\d\s*(d|days?|wk|weeks?|mo|months?|years?)\b", re.IGNORECASE)


def check_doubts(written: ProcessMap, document: Document) -> None:
    """Warn of what was read, but perhaps not as it was meant."""
    _doubt_clock(written, document)
    _doubt_known(written, document)
    for own, path in written_steps(written):
        step = with_defaults(own, written)
        _doubt_long_work(step, path, document)
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
