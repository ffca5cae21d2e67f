"""The sentences of a recommendation: what, how much, how sure."""

from __future__ import annotations

from collections.abc import Sequence

from audit.pipeline.who_pays import money_of
from audit.report.page.amounts import amount
from audit.result import ChosenLine, ProposalLine, Recommendation, SimulatedLoss, Spread
from audit.units import (
    format_money,
    format_money_range,
    format_number,
    format_share,
    plural,
)

_FEW = 4
_SIMULATED = {
    "days_to_fill": ("days", "from posting to filled"),
    "hired_share": ("share", "of the applicants hired"),
    "openings_filled": ("share", "of the openings filled"),
    "rescinded_per_100_hires": ("", "offers taken back for 100 hires"),
    "left_per_100_hires": ("", "people who leave for 100 hires"),
}
"""Headline number of a simulation -> its unit, and the words behind it."""


def answer(result: Recommendation) -> str:
    """Return what to do, and what it buys, in two sentences."""
    score = next(total for total in result.totals if total.metric == "score")
    if not result.chosen:
        good = f"; {plural(len(result.already_good), 'thing')} it already does well"
        return (
            f"Little to recommend: no change within the limits takes away "
            f"{format_number(result.search.least_points)} point or more of "
            f"{format_number(score.before, 0)}{good if result.already_good else ''}."
        )
    days = next(total for total in result.totals if total.metric == "days")
    saved = 1 - score.after / score.before if score.before else 0.0
    words = (
        f"{plural(len(result.chosen), 'change')} would take away "
        f"{format_number(100 * saved, 0)} % of the friction"
    )
    if days.before - days.after > 0.05:
        words += f" and {amount(days.before - days.after, 'days')} of a hire"
    return (
        f"{words}, for {money_range(result.cost, result.currency)} in the first year."
    )


def buys(line: ChosenLine, proposal: ProposalLine) -> str:
    """Return what a change buys in the set, as a sentence."""
    if line.reason == "safeguard":
        return f"The score does not see it; it {mends(proposal)}."
    points = plural(float(format_number(line.points, 1).replace(",", "")), "point")
    days = f" and {amount(line.days, 'days')}" if line.days > 0.05 else ""
    return f"It saves {points}{days}."


def mends(proposal: ProposalLine) -> str:
    """Return what a change does to the findings, as a verb and its objects."""
    ends, eases = (
        joined_names([lowered(note.name) for note in notes])
        for notes in (proposal.ends, proposal.eases)
    )
    return mending(ends, eases)


def mending(ends: str, eases: str) -> str:
    """Return the same from names; either may be empty.

    >>> mending("fax", "")
    'ends fax'
    >>> mending("", "silent wait")
    'takes away all that the file shows of silent wait'
    """
    parts = [f"ends {ends}"] if ends else []
    if eases:
        parts.append(f"takes away all that the file shows of {eases}")
    return " and ".join(parts)


def left_open(result: Recommendation) -> tuple[str, ...]:
    """Return what the file leaves open after the set: a gap, and no gain.

    First the findings that are neither there any more nor gone, then the keys that are
    no longer stated.
    """
    eased, undecided = (
        joined_names([lowered(note.name) for note in notes])
        for notes in (result.eases, result.undecided)
    )
    sentences = []
    if eased:
        sentences.append(
            "No longer found, though the file does not say enough, before or after, to "
            f"call it gone: {eased}."
        )
    if undecided:
        sentences.append(
            "Found now and not decided after, because the file would not say enough: "
            f"{undecided}."
        )
    return (*sentences, *result.silences)


def cost_words(proposal: ProposalLine, currency: str) -> str:
    """Return what a change costs, as a sentence."""
    if proposal.cost is None:
        return "Its cost is not known."
    if proposal.first_year.high == 0:
        return "It costs a decision."
    return f"Cost: {money_of(proposal.cost, currency)}."


def money_range(money: Spread, currency: str) -> str:
    """Return an amount of money with its range."""
    return format_money_range(money.low, money.high, currency)


def weeks_words(line: ChosenLine) -> str:
    """Return when a change is made and by whom, as a sentence."""
    start, end = (format_number(week, 0) for week in (line.start_week, line.end_week))
    return f"Weeks {start} to {end}, {line.owner}."


def how_sure(result: Recommendation) -> str:
    """Return how good the set is known to be, and within which limits."""
    search = result.search
    budget = format_money(search.budget, result.currency)
    limits = {
        "stated": f"a budget of {budget}",
        "a year of hiring": f"{budget}, which is what a year of hiring costs now",
        "assumed": f"{budget}, which is assumed: no budget and no number of hires is "
        "stated",
    }[search.budget_basis]
    if search.max_changes is not None:
        limits += f", and {plural(search.max_changes, 'change')} at most"
    if search.proven:
        best = "No other set buys more"
    elif search.gap is None:
        best = "The search ended before it could tell whether another set buys more"
    else:
        best = (
            f"Another set could buy up to {format_number(search.gap, 1)} points more; "
            "the search ended before it could tell"
        )
    sets = plural(search.evaluations, "set")
    likely = format_money(result.cost.likely, result.currency)
    holds = (
        f"The budget holds for the likely cost, here {likely}. "
        if result.chosen and result.cost.high > 0
        else ""
    )
    return (
        f"How sure we are: {best}, within {limits}. {holds}{sets} of changes were "
        "computed. What each change does and costs is an estimate."
    )


def judged(result: Recommendation) -> str:
    """Return what a simulation of the best sets says; empty when none was made."""
    shares = {frozenset(one.changes): one.share_best for one in result.top_sets}
    known = {changes: share for changes, share in shares.items() if share is not None}
    if not known:
        return ""
    own = frozenset(line.change for line in result.chosen)
    fastest = max(known, key=lambda changes: (known[changes], changes == own))
    said = (
        f"With people and queues simulated, the recommended set hires fastest in "
        f"{format_share(known.get(own, 0.0))} of the runs, out of "
        f"{plural(len(known), 'good set')}."
    )
    if fastest == own:
        return said
    names = {proposal.id: proposal.name for proposal in result.proposals}
    parts = [
        f"{verb} {joined_names([f'“{names[n]}”' for n in names if n in changes])}"
        for verb, changes in (("adds", fastest - own), ("leaves out", own - fastest))
        if changes
    ]
    return (
        f"{said} The set that is fastest most often ({format_share(known[fastest])}) "
        f"{' and '.join(parts)}.{_price_of_speed(result, fastest)}"
    )


def _price_of_speed(result: Recommendation, fastest: frozenset[str]) -> str:
    """Return what the fastest set loses against the recommended one, as a sentence."""
    losses = [
        words
        for one in result.top_sets
        if frozenset(one.changes) == fastest
        for loss in one.losses
        if (words := _loss(loss))
    ]
    if not losses:
        return ""
    return f" Its speed has a price: {joined_names(losses, most=len(losses))}."


def _loss(loss: SimulatedLoss) -> str:
    """Return a number that is worse, and what it could be; empty if they look alike.

    >>> _loss(SimulatedLoss(key="openings_filled", here=0.9, recommended=0.97))
    '90 % of the openings filled in place of 97 %'
    """
    unit, words = _SIMULATED[loss.key]
    here, recommended = (
        amount(mean, unit) if unit else format_number(mean, 1)
        for mean in (loss.here, loss.recommended)
    )
    return "" if here == recommended else f"{here} {words} in place of {recommended}"


def lowered(name: str) -> str:
    """Return a name for the middle of a sentence; “I-9” and the like stay.

    >>> lowered("Form I-9"), lowered("EEO form")
    ('form I-9', 'EEO form')
    """
    if name[1:2].isupper() or name[1:2] == "-":
        return name
    return name[:1].lower() + name[1:]


def joined_names(names: Sequence[str], most: int = _FEW) -> str:
    """Return names as a list in words; those beyond the first few are counted."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
