"""Gates for continuous integration: what ends a command with exit code 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.result import AuditResult, DifferenceLine, Verdict


def scores_above(results: Iterable[AuditResult], limit: float | None) -> Iterator[str]:
    """Yield a sentence for each score above the gate."""
    if limit is None:
        return
    for result in results:
        if result.score > limit:
            yield (f"{result.input.file}: score {result.score:.1f} is above {limit:g}")


def require_metrics(metrics: tuple[str, ...]) -> None:
    """Refuse a name that no number goes by.

    Raises:
        RequestError: there is no such number; says what is near.
    """
    from difflib import get_close_matches

    from audit.comparison.difference.difference_lines import line_keys
    from audit.errors import RequestError

    known = line_keys()
    for metric in metrics:
        if metric not in known:
            near = get_close_matches(metric, known, 1, 0.5)
            hint = f"did you mean {near[0]}?" if near else f"{', '.join(known)}"
            raise RequestError(f"no number is called {metric!r}; {hint}")


def lines_worse(
    file: str, lines: Iterable[DifferenceLine], metrics: tuple[str, ...]
) -> Iterator[str]:
    """Yield a sentence for each number of the gate that is worse, or cannot be told.

    Args:
        file: name of the after.
        lines: its numbers beside those of the before.
        metrics: keys of the gate.
    """
    from audit.report.comparison.wording import signed
    from audit.report.page.amounts import amount

    by_key = {line.key: line for line in lines}
    for metric in dict.fromkeys(metrics):
        line = by_key.get(metric)
        if line is None or line.verdict is Verdict.UNKNOWN:
            yield f"{file}: {metric} cannot be told, as a file does not say it"
        elif line.verdict is Verdict.WORSE:
            before, after = (amount(n, line.unit) for n in (line.before, line.after))
            words = f"{before}, now {after}"
            if before == after:
                words += f" ({signed(line.change, line.unit)})"
            yield f"{file}: {metric} is worse than before: {words}"
