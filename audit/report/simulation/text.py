"""A simulation as plain text: what `simulate` prints."""

from __future__ import annotations

from audit.report.page.amounts import whole_share
from audit.report.page.names import NOTE, cleaned, shorten
from audit.report.simulation.beside.sides import sides_of
from audit.report.simulation.certainty import how_sure, how_sure_of_all
from audit.report.simulation.screening_text import screens_beside_text, screens_text
from audit.report.simulation.spans import signed
from audit.report.simulation.tables import (
    asked,
    duties,
    leaving,
    openings,
    queues,
    quick,
    table,
    waits,
    workload,
)
from audit.report.simulation.words import (
    CHANCE,
    FULL,
    figure,
    is_same,
    label_of,
    line_of,
    lines_in,
    mean_of,
    more_runs,
    title_of,
    verdict_of,
    with_interval,
)
from audit.report.text import NARROWEST, WIDTH, fill
from audit.result.simulation import (
    SimulatedChange,
    SimulatedPair,
    SimulatedVariant,
    SimulationResult,
    SimulationScenarios,
    SimulationSettings,
)
from audit.units import plural


def render_simulation_text(result: SimulationResult, width: int = WIDTH) -> str:
    """Return the simulation of one process as text of at most `width` columns."""
    result, width = cleaned(result), max(width, NARROWEST)
    process = result.process
    parts = [shorten(title_of(process), width)]
    if process.lines:
        parts += [
            _answer(process, width),
            _numbers(process),
            workload(process),
            waits(process),
            queues(process),
            leaving(process),
            openings(process),
            duties(process),
        ]
    else:
        parts.append(asked(process))
    parts += [
        quick(process),
        screens_text(process.screens, width),
        *_foot(process, how_sure(process, result.settings), result.settings, width),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def render_simulated_scenarios_text(
    result: SimulationScenarios, width: int = WIDTH
) -> str:
    """Return a before and its afters as text of at most `width` columns."""
    result, width = cleaned(result), max(width, NARROWEST)
    before = result.before
    parts = [shorten(title_of(before), width)]
    if before.lines:
        parts += [_answer(before, width), _numbers(before), workload(before)]
    else:
        parts.append(asked(before))
    parts.append(quick(before))
    for pair in result.pairs:
        parts += _pair(before, pair, width)
    parts += [
        screens_beside_text(sides_of(result), width),
        *_foot(before, how_sure_of_all(result), result.settings, width),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _answer(variant: SimulatedVariant, width: int) -> str:
    days = line_of(variant, "days_to_hire")
    sentences = []
    if days is not None and days.number is not None:
        most = line_of(variant, "days_to_hire_p90")
        words = f"A hire takes {figure(days.number.mean, 'days')} from the application"
        if most is not None and most.number is not None:
            words += f"; one in ten takes over {figure(most.number.mean, 'days')}"
        sentences.append(f"{words}.")
    else:
        sentences.append("Nobody was hired in the measured time.")
    used = [one for one in lines_in(variant, "roles") if one.key == "utilisation"]
    if used:
        fullest = max(used, key=mean_of)
        load = mean_of(fullest)
        words = f"{shorten(fullest.name)} is at work {whole_share(load)} of its hours"
        words += (
            ": work waits for people there." if load >= FULL else ", the most of all."
        )
        sentences.append(words)
    return fill(" ".join(sentences), width)


def _numbers(variant: SimulatedVariant) -> str:
    lines = lines_in(variant, "headline", "time")
    hires = line_of(variant, "hires")
    if hires is not None and hires.number is not None:
        lines.append(hires)
    wide = max(len(line.label) for line in lines)
    return "\n".join(
        f"{line.label:<{wide}}  {with_interval(line.number, line.unit)}"
        for line in lines
    )


def _pair(before: SimulatedVariant, pair: SimulatedPair, width: int) -> list[str]:
    lines = [f"After: {shorten(label_of(pair.after), width - 8)}"]
    headline = [one for one in pair.changes if one.headline]
    rows = [_change_row(one) for one in headline]
    if rows:
        lines.append(table("", ("", "before", "after", "change", ""), rows))
        chance = [
            one for one in headline if not one.distinguishable and not is_same(one)
        ]
        if chance:
            lines.append(
                fill(
                    f"{plural(len(chance), 'number')} of {len(headline)}: the "
                    f"difference is {CHANCE}. "
                    + more_runs([(f"“{one.label}”", one) for one in chance]),
                    width,
                    "  ",
                    "  ",
                )
            )
        lines.append("  Who pays")
        lines += [
            fill(shorten(words, NOTE), width, "  - ", "    ") for words in pair.paid_by
        ] or [
            fill(
                "Nobody, in what a simulation counts; what the changes themselves cost "
                "is told by `compare`.",
                width,
                "  - ",
                "    ",
            )
        ]
    load = (
        workload(pair.after, "Workload after it")
        if rows
        else asked(pair.after, "Asked for after it")
    )
    return [
        "\n".join(lines),
        load,
        quick(pair.after, "Quick look after it"),
        "\n".join(_besides(before, pair.after, width)),
    ]


def _besides(
    before: SimulatedVariant, after: SimulatedVariant, width: int
) -> list[str]:
    """Return what holds for the after and is not told of the before."""
    told = {*before.assumptions, *before.not_assessed}
    new = [s for s in (*after.assumptions, *after.not_assessed) if s not in told]
    if not new:
        return []
    return [
        "Taken for granted or not assessed after it, beside what holds for both",
        *(fill(shorten(words, NOTE), width, "  - ", "    ") for words in new),
    ]


def _change_row(one: SimulatedChange) -> tuple[str, ...]:
    return (
        one.label,
        figure(one.before.mean, one.unit),
        figure(one.after.mean, one.unit),
        signed(one.change.mean, one.unit),
        verdict_of(one),
    )


def _foot(
    variant: SimulatedVariant, sure: str, settings: SimulationSettings, width: int
) -> list[str]:
    parts = []
    if sure:
        parts.append(fill(f"How sure we are: {sure}", width))
    parts.append(
        "\n".join(
            ["Rules", *(fill(rule, width, "  - ", "    ") for rule in settings.rules)]
        )
    )
    for title, sentences in (
        ("Taken for granted", variant.assumptions),
        ("Not assessed", variant.not_assessed),
    ):
        if sentences:
            told = [
                fill(shorten(words, NOTE), width, "  - ", "    ") for words in sentences
            ]
            parts.append("\n".join([title, *told]))
    return parts
