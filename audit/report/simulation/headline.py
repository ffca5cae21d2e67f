"""The sentence that answers, and what follows it."""

from __future__ import annotations

from audit.report.comparison.wording import per_cent
from audit.report.page.amounts import of_a_hundred, whole_share
from audit.report.page.names import shorten
from audit.report.simulation.spans import whole
from audit.report.simulation.words import figure, line_of, mean_of
from audit.report.simulation.workload import fullest, loads
from audit.result.simulation import SimulatedVariant

NAME = 50


def answer(variant: SimulatedVariant) -> str:
    """Return how long a hire takes, and how full the fullest role is."""
    days, used = line_of(variant, "days_to_hire"), at_work(variant)
    if not variant.lines:
        full = fullest(loads(variant))
        if full is None:
            return "Nobody queues in this process, by what the file says"
        return (
            f"{shorten(full.name, NAME)} is asked for {per_cent(full.share)} of its "
            "hours if nobody leaves"
        )
    if days is None or days.number is None:
        return "Nobody was hired in the measured time"
    words = f"A hire takes {figure(mean_of(days), 'days')} from the application"
    if used is None:
        return words
    name, load = used
    name = shorten(name, NAME)
    return f"{words}, and {name} is at work {whole_share(load)} of its hours"


def at_work(variant: SimulatedVariant) -> tuple[str, float] | None:
    """Return the role that is at work most of its hours, and that share."""
    used = [line for line in variant.lines if line.key == "utilisation" and line.number]
    if not used:
        return None
    most = max(used, key=mean_of)
    return most.name, mean_of(most)


def lede(variant: SimulatedVariant) -> str:
    """Return what becomes of the rest: the slow tenth, openings, people, offers."""
    if not variant.lines:
        return (
            "Nothing was simulated: these are screening numbers, some per cent off. "
            "They show where to look."
        )
    sentences = []
    slow = line_of(variant, "days_to_hire_p90")
    if slow is not None and slow.number is not None:
        sentences.append(f"One hire in ten takes over {figure(mean_of(slow), 'days')}.")
    filled = line_of(variant, "openings_filled")
    if filled is not None and filled.number is not None:
        sentences.append(f"{of_a_hundred(mean_of(filled))} of 100 openings are filled.")
    sentences += _lost(variant)
    return " ".join(sentences)


def _lost(variant: SimulatedVariant) -> list[str]:
    left = line_of(variant, "left_per_100_hires")
    back = line_of(variant, "rescinded_per_100_hires")
    parts = []
    if left is not None and left.number is not None:
        parts.append(f"{whole(mean_of(left))} people leave")
    if back is not None and back.number is not None:
        parts.append(f"{whole(mean_of(back))} offers are taken back")
    return [f"For 100 hires, {' and '.join(parts)}."] if parts else []
