"""Samples of those turned away that somebody has read again."""

from __future__ import annotations

from audit.loaders.defaults import origin, with_defaults
from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.flows import written_flows
from audit.loaders.levels import written_levels
from audit.loaders.problem_text import shown
from audit.loaders.step_format import AuditedMap, StepMap
from audit.model import BUILT_IN_OUTCOMES, Leaver, Pass, Quantity
from audit.units import format_number


def check_audited_samples(written: ProcessMap, document: Document) -> None:
    """Note samples that cannot be, and those of steps that turn nobody away."""
    rejections = _rejections(written)
    for level in written_levels(written):
        for node, path in level.placed():
            if not isinstance(node, StepMap):
                continue
            screen = with_defaults(node, written).screen
            if screen is None or screen.audited is None:
                continue
            where = (*origin(node, path, "screen", document), "audited")
            _check_counts(screen.audited, node.id, where, document)
            flows = written_flows(node.next, (*path, "next"), document)
            if not any(
                one.share is Pass.FAIL or one.flow.to in rejections for one in flows
            ):
                document.add(
                    "W113",
                    f"nobody is turned away at '{shown(node.id)}', so its sample says "
                    "nothing",
                    where,
                    key=True,
                    hint="let a flow of the step lead to rejected, or take it out",
                )


def _rejections(written: ProcessMap) -> frozenset[str]:
    """Return the outcomes that the employer decides; so are those that do not say."""
    by = {outcome.id: outcome.by for outcome in BUILT_IN_OUTCOMES}
    for outcome_id, outcome in (written.outcomes or {}).items():
        by[outcome_id] = outcome.by or by.get(outcome_id, Leaver.EMPLOYER)
    return frozenset(one for one, leaver in by.items() if leaver is Leaver.EMPLOYER)


def _check_counts(
    sample: AuditedMap, step: str, path: Path, document: Document
) -> None:
    counts = {"read": sample.read, "qualified": sample.qualified}
    broken = [key for key, count in counts.items() if not _is_whole(count)]
    for key in broken:
        document.add(
            "E057",
            f"'{key}' of the sample of '{shown(step)}' is no whole number",
            (*path, key),
            hint="count the applications, for example {read: 50, qualified: 6}",
        )
    if broken or sample.read is None or sample.qualified is None:
        return
    read, qualified = sample.read.mean, sample.qualified.mean
    if read < 1:
        document.add(
            "E057",
            f"the sample of '{shown(step)}' has read nobody",
            (*path, "read"),
            hint="leave 'audited' out until some of those turned away are read again",
        )
    elif qualified > read:
        document.add(
            "E057",
            f"the sample of '{shown(step)}' has {format_number(qualified)} qualified "
            f"among {format_number(read)} read",
            (*path, "qualified"),
            hint="the qualified are a part of those read again",
        )


def _is_whole(count: Quantity | None) -> bool:
    """Return whether a count is one whole number; a missing one is noted before."""
    if not isinstance(count, Quantity):
        return True
    return count.low == count.high and count.mean == round(count.mean)
