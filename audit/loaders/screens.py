"""Screens: flows marked `pass` and `fail`, and the numbers that divide them."""

from __future__ import annotations

from collections import Counter

from audit.loaders.defaults import origin, with_defaults
from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.flows import WrittenFlow, written_flows
from audit.loaders.levels import Written, written_levels
from audit.loaders.problem_text import shown
from audit.loaders.step_format import ScreenMap, StepMap
from audit.loaders.value_types import REST
from audit.model import Pass


def check_screens(written: ProcessMap, document: Document) -> None:
    """Note marks without a screen, and screens that lack a number they need."""
    screens: list[tuple[Path, ScreenMap, Path]] = []
    for level in written_levels(written):
        for node, path in level.placed():
            flows = written_flows(node.next, (*path, "next"), document)
            marked = [flow for flow in flows if isinstance(flow.share, Pass)]
            screen = _screen_of(node, written)
            if marked and screen is None and not document.put_aside((*path, "screen")):
                _note_no_screen(marked[0], node, document)
            if screen is None or not isinstance(node, StepMap):
                continue
            if marked:
                _check_marks(flows, marked, node, (*path, "next"), document)
            where = origin(node, path, "screen", document)
            if _has_numbers(screen):
                screens.append((path, screen, where))
                if node.next is None:
                    _note_sifts_nobody(node, where, document)
            elif marked:
                _note_numbers(screen, node, where, document)
    _check_first(screens, document)


def _screen_of(node: Written, written: ProcessMap) -> ScreenMap | None:
    return with_defaults(node, written).screen if isinstance(node, StepMap) else None


def _has_numbers(screen: ScreenMap) -> bool:
    return None not in {screen.passes_qualified, screen.passes_unqualified}


def _note_no_screen(flow: WrittenFlow, node: Written, document: Document) -> None:
    document.add(
        "E053",
        f"'{shown(node.id)}' divides by {flow.share}, but has no 'screen'",
        flow.path,
        hint="write a share, or add screen: {method: ..., passes_qualified: ..., "
        "passes_unqualified: ...}",
    )


def _check_marks(
    flows: list[WrittenFlow],
    marked: list[WrittenFlow],
    node: Written,
    path: Path,
    document: Document,
) -> None:
    counts = Counter(flow.share for flow in marked)
    rests = sum(flow.share == REST for flow in flows)
    one_each = counts[Pass.PASS] == counts[Pass.FAIL] == 1 and not rests
    rest_is_other = len(marked) == 1 and rests == 1
    if not (one_each or rest_is_other):
        document.add(
            "E054",
            f"a screen divides in two: '{shown(node.id)}' needs one flow marked pass "
            "and one marked fail",
            path,
            key=True,
            hint="for example next: {interview: pass, rejected: fail}",
        )


def _note_numbers(
    screen: ScreenMap, node: Written, path: Path, document: Document
) -> None:
    absent = [
        key
        for key in ("passes_qualified", "passes_unqualified")
        if getattr(screen, key) is None and not document.put_aside((*path, key))
    ]
    if not absent:
        return
    document.add(
        "E055",
        f"the screen of '{shown(node.id)}' cannot be resolved: it lacks "
        f"{' and '.join(absent)}",
        path,
        hint="add the shares that get through, or write plain shares in 'next'",
    )


def _note_sifts_nobody(node: Written, path: Path, document: Document) -> None:
    document.add(
        "W108",
        f"the screen of '{shown(node.id)}' sifts nobody",
        path,
        key=True,
        label="all cases go on to the step below",
        hint="add next: {...: pass, rejected: fail}",
    )


def _check_first(
    screens: list[tuple[Path, ScreenMap, Path]], document: Document
) -> None:
    """Note a first screen that does not say what share is qualified.

    Args:
        screens: path of the step, its screen, and where that is written.
        document: notes the problem.
    """
    # By place in the process: in an overlay the lines tell another order.
    ordered = sorted(screens, key=lambda one: [n for n in one[0] if isinstance(n, int)])
    if not ordered:
        return
    _, first, where = ordered[0]
    if first.qualified_share is not None:
        return
    if not document.put_aside((*where, "qualified_share")):
        document.add(
            "E055",
            "the first screen of the file lacks qualified_share",
            where,
            label="what share of those arriving is qualified?",
            hint="later screens follow from the first",
        )
