"""The last pages: how it was simulated, by which rules, what it is not, which files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audit.report.page.amounts import whole_share
from audit.report.page.names import NOTE, shorten
from audit.report.page.notes import Term
from audit.report.page.table import Row, Table, text_columns, texts
from audit.report.simulation.certainty import warm_up
from audit.result import Tool
from audit.result.simulation import (
    SimulatedVariant,
    SimulationSettings,
)
from audit.units import format_number, plural

IS_NOT = (
    "An interval tells how far chance moves a mean over the runs. It is certain of the "
    "model, not of the world: a wrong number in the file is wrong in every run.",
    "It is no forecast. Who applies, who works and what others offer stay as the file "
    "says, all year.",
    "Nobody learns, falls ill or stays longer because the queue has grown, unless the "
    "file says so.",
    "It looks at roles, never at persons: nobody is measured here.",
)
HOW = (
    "Every person in the model does one job at a time. Candidates and other work wait "
    "in the same queues, inside the hours of each role.",
    "Each run plays the same time anew with other luck. A number is the mean over the "
    "runs; its interval tells how far that mean may be off by chance. It is cut "
    "where a number cannot go on: at 0, and at 100 % of a share. That of a difference "
    "is not cut.",
)
PAIRED = (
    "Before and after meet the same luck in each pair of runs: the same applicants on "
    "the same days. A difference is the mean over the pairs. The headline numbers are "
    "judged together (Holm), so that looking at many does not find one by chance."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """What one file made the simulation assume, and what it leaves open."""

    name: str
    """Of the process; empty where there is one alone."""
    assumptions: tuple[str, ...]
    not_assessed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The section."""

    how: tuple[str, ...]
    rules: tuple[str, ...]
    is_not: tuple[str, ...]
    gaps: tuple[Gaps, ...]
    files: Table
    versions: tuple[Term, ...]


def method(
    variants: Mapping[str, SimulatedVariant],
    settings: SimulationSettings,
    tool: Tool,
    version: int,
) -> Method:
    """Return the section.

    Args:
        variants: name -> process; one that is alone needs no name.
        settings: how the runs were made.
        tool: what made the result.
        version: of the form of the result.
    """
    several = len(variants) > 1
    ran = any(variant.runs for variant in variants.values())
    return Method(
        how=(*HOW, *((PAIRED,) if several else ())) if ran else (),
        rules=settings.rules,
        is_not=IS_NOT,
        gaps=_gaps(variants),
        files=_files(variants),
        versions=_versions(variants, settings, tool, version, ran=ran),
    )


def _gaps(variants: Mapping[str, SimulatedVariant]) -> tuple[Gaps, ...]:
    """Return the gaps of each process; what an earlier one said is not repeated."""
    said: set[str] = set()
    found = []
    for name, variant in variants.items():
        assumed, open_ = (
            tuple(shorten(words, NOTE) for words in sentences if words not in said)
            for sentences in (variant.assumptions, variant.not_assessed)
        )
        said.update(variant.assumptions, variant.not_assessed)
        if assumed or open_:
            found.append(Gaps(name=name, assumptions=assumed, not_assessed=open_))
    return tuple(found)


def _files(variants: Mapping[str, SimulatedVariant]) -> Table:
    return Table(
        id="t-files",
        caption="The files that were simulated",
        columns=text_columns("Which", "File", "SHA-256"),
        rows=tuple(
            Row(
                cells=texts(
                    name or "This process",
                    shorten(variant.input.file, 80),
                    variant.input.sha256,
                )
            )
            for name, variant in variants.items()
        ),
    )


def _versions(
    variants: Mapping[str, SimulatedVariant],
    settings: SimulationSettings,
    tool: Tool,
    version: int,
    *,
    ran: bool,
) -> tuple[Term, ...]:
    lines = [
        ("Made by", f"{tool.name} {tool.version}"),
        ("Form of the result", f"version {version}"),
    ]
    if ran:
        runs = max(variant.runs for variant in variants.values())
        lines += [
            ("Runs", f"{format_number(runs)} of each process, seed {settings.seed}"),
            (
                "Time of a run",
                f"{plural(settings.measured_days, 'day')} measured, and "
                f"{plural(settings.cool_down_days, 'day')} in which those who came end",
            ),
            ("Left out at the start", warm_up(settings)),
            ("Intervals", f"{whole_share(settings.confidence)}, of the mean"),
        ]
    return tuple(Term(word=word, meaning=text) for word, text in lines)
