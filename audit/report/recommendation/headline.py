"""What the recommended changes buy together, in a heading and a paragraph."""

from __future__ import annotations

from audit.report.comparison.wording import money_range
from audit.report.page.amounts import amount
from audit.report.page.names import listing, opening_number
from audit.report.recommendation.figures import likely_money, points
from audit.result import MetricTotal, Recommendation
from audit.units import format_number

_SAVED = {
    "days": "",
    "candidate_minutes": " of the candidate's time",
    "employer_minutes": " of staff time",
}
"""Metrics that the paragraph names, and what stands behind their amount."""

_BASES = {
    "stated": "the budget stated",
    "a year of hiring": "what a year of hiring costs now",
    "assumed": "an assumed budget, because the file does not say how many are hired",
}


def heading(recommendation: Recommendation) -> str:
    """Return the section's one sentence."""
    count = len(recommendation.chosen)
    if not count:
        if not recommendation.proposals:
            return "We know of no change that would help here"
        return "No change is worth its trouble for the score alone"
    return f"{potential(recommendation)}, for {_money(recommendation)}"


def potential(recommendation: Recommendation) -> str:
    """Return where the chosen changes would take the score."""
    score = total(recommendation, "score")
    changes = _counted(len(recommendation.chosen))
    before, after = recommendation.grade_before, recommendation.grade_after
    words = (
        f"{changes} would take the score from {format_number(score.before, 0)} to "
        f"{format_number(score.after, 0)}"
    )
    if before is None or after is None:
        return words
    if before == after:
        return f"{words} (still grade {after})"
    return f"{words} (grade {before} to {after})"


def _counted(count: int) -> str:
    return f"{opening_number(count)} change{'' if count == 1 else 's'}"


def _money(recommendation: Recommendation) -> str:
    cost = recommendation.cost
    if cost.high == 0:
        return "no money"
    money = amount(cost.likely, "money", recommendation.currency)
    return f"about {money} in the first year"


def lede(recommendation: Recommendation) -> str:
    """Return what the set saves and costs, and how it was found."""
    if not recommendation.chosen:
        return _why_nothing(recommendation)
    parts = [
        f"{amount(saved, line.unit, recommendation.currency)}{words}"
        for metric, words in _SAVED.items()
        if (saved := _saved(line := total(recommendation, metric))) > 0
    ]
    sentences = []
    if parts:
        sentences.append(f"Together they save {listing(parts)} for each hire.")
    sentences.append(costs(recommendation))
    sentences.append(found(recommendation))
    return " ".join(sentences)


def costs(recommendation: Recommendation) -> str:
    """Return what the set costs, once and each year."""
    currency = recommendation.currency
    if recommendation.cost.high == 0:
        return "They cost no money beyond the time to decide and to tell everybody."
    year = likely_money(recommendation.cost, currency)
    words = f"They cost {year} in the first year"
    if recommendation.per_year.high > 0:
        later = money_range(recommendation.per_year, currency)
        words += f", and {later} in each year after"
    return f"{words}."


def found(recommendation: Recommendation) -> str:
    """Return how far the set is the best one."""
    search = recommendation.search
    money = amount(search.budget, "money", recommendation.currency)
    limit = f"{_BASES[search.budget_basis]} ({money})"
    if search.max_changes is not None:
        limit += f" and at most {_counted(search.max_changes).lower()}"
    if search.proven:
        return f"No set within {limit} buys more, where each change has to buy a point."
    if search.gap is None:
        return f"The best set found within {limit}; another may buy more."
    return (
        f"The best set found within {limit}; another may buy up to "
        f"{points(search.gap)} more."
    )


def _why_nothing(recommendation: Recommendation) -> str:
    good = len(recommendation.already_good)
    least = points(recommendation.search.least_points)
    words = ""
    if recommendation.proposals:
        words = f"Of the changes that fit, none within the budget buys {least}. "
    if good:
        done = "is done" if good == 1 else "are done"
        words += f"{_counted(good)} that we would propose {done} here already. "
    return f"{words}What is left is listed below, for those who want more."


def total(recommendation: Recommendation, metric: str) -> MetricTotal:
    """Return one number before and after the set."""
    return next(line for line in recommendation.totals if line.metric == metric)


def _saved(line: MetricTotal) -> float:
    gain = line.before - line.after
    return gain if gain > 1e-9 else 0.0
