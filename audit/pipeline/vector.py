"""The numbers leaders know, each as drawn, as designed and as expected per hire.

Drawn: every step of the file once. Designed: each step once that lies on some way to
hired without a return. Expected: times its visits in the design lens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from audit.analysis import Analysis
from audit.ledger import Ledger
from audit.ledger.effort import EffortLine
from audit.model import Channel, Leaver, Process, Quantity, Side, Step, StepKind
from audit.pipeline.handoff_line import handoff_line
from audit.result import VectorLine

Amount = Callable[[Step], float | None]
"""What one visit to a step counts; None when the file does not say."""

_UNPRICED = {Side.SYSTEM, Side.THIRD_PARTY}
_FORMS = {None, StepKind.FORM, StepKind.WORK, StepKind.APPOINTMENT}


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    label: str
    unit: str
    amount: Amount
    work: bool = True
    """A return repeats only the part of it that `redo` says."""
    of_forms: bool = True
    """Only a form of the candidate could hold it, so only there is silence a gap."""


def _mean(*quantities: Quantity | None) -> float | None:
    """Return the sum of the means of those stated; None when none is."""
    stated = [quantity.mean for quantity in quantities if quantity is not None]
    return sum(stated) if stated else None


def _kind(kind: StepKind) -> Amount:
    def count(step: Step) -> float | None:
        return None if step.kind is None else float(step.kind is kind)

    return count


def _fax_step(step: Step) -> float | None:
    pages = step.quantities.fax_pages
    if step.channel is Channel.FAX:
        return 1.0
    if pages is not None:
        return float(pages.mean > 0)
    # A step whose channel is known and is no fax can still send one; only paper would.
    return None if step.channel in {None, Channel.PAPER} else 0.0


_LINES: tuple[_Line, ...] = (
    _Line(
        "pages",
        "Pages",
        "pages",
        lambda s: _mean(s.quantities.pages_read, s.quantities.pages_fill),
    ),
    _Line("fields", "Answers to give", "fields", lambda s: _mean(s.quantities.fields)),
    _Line(
        "documents",
        "Documents to supply",
        "documents",
        lambda s: _mean(s.quantities.documents),
    ),
    _Line(
        "wet_signatures",
        "Signatures in ink",
        "signatures",
        lambda s: _mean(s.quantities.wet_signatures),
    ),
    _Line(
        "electronic_signatures",
        "Electronic signatures",
        "signatures",
        lambda s: _mean(s.quantities.electronic_signatures),
    ),
    _Line(
        "notarised_signatures",
        "Notarised signatures",
        "signatures",
        lambda s: _mean(s.quantities.notarised_signatures),
    ),
    _Line(
        "print_pages",
        "Pages printed",
        "pages",
        lambda s: _mean(s.quantities.print_pages),
    ),
    _Line(
        "scan_pages", "Pages scanned", "pages", lambda s: _mean(s.quantities.scan_pages)
    ),
    _Line("fax_pages", "Pages faxed", "pages", lambda s: _mean(s.quantities.fax_pages)),
    _Line("fax_steps", "Fax steps", "steps", _fax_step, work=False),
    _Line("uploads", "Files to upload", "files", lambda s: _mean(s.quantities.uploads)),
    _Line("logins", "Log-ins", "log-ins", lambda s: _mean(s.quantities.logins)),
    _Line("calls", "Calls to make", "calls", lambda s: _mean(s.quantities.calls)),
    _Line(
        "approvals",
        "Approvals",
        "steps",
        _kind(StepKind.APPROVAL),
        work=False,
        of_forms=False,
    ),
    _Line(
        "interviews",
        "Interviews",
        "steps",
        _kind(StepKind.INTERVIEW),
        work=False,
        of_forms=False,
    ),
)


def vector(analysis: Analysis, ledger: Ledger) -> dict[str, VectorLine]:
    """Return the vector of a process, lines in the order of the report."""
    counted = {line.id: _counted(analysis, line) for line in _LINES}
    return {
        **_steps(analysis),
        **counted,
        "repeated_fields": _repeated(analysis),
        "handoffs": handoff_line(analysis),
        "channel_switches": _expected(
            "Changes of channel", "switches", sum(analysis.channel_switches.values())
        ),
        "candidate_minutes": _minutes(analysis, ledger, "candidate"),
        "employer_minutes": _minutes(analysis, ledger, "employer"),
        "candidate_cash": _expected(
            "Money out of the candidate's pocket",
            "money",
            ledger.sides["candidate"].cash,
        ),
        **_time(analysis, ledger),
        "rolled_complete_accurate": _expected(
            "Hires without any return", "share", analysis.rolled_complete_accurate
        ),
        "people_lost": _expected(
            "Applicants who leave of their own accord",
            "share",
            _leaving(analysis.process, analysis.outcomes),
        ),
        "applicants_per_hire": _expected(
            "Applicants per hire", "people", 1 / analysis.hired_share
        ),
        "money": _expected("Money per hire, time included", "money", ledger.money_sum),
    }


def _expected(label: str, unit: str, value: float | None) -> VectorLine:
    return VectorLine(label=label, unit=unit, drawn=None, designed=None, expected=value)


def _human(process: Process) -> list[Step]:
    return [s for s in process.steps if process.role(s.role).side is not Side.SYSTEM]


def _steps(analysis: Analysis) -> dict[str, VectorLine]:
    """Steps by people, and those of systems apart."""
    human = {step.id for step in _human(analysis.process)}
    lines: dict[str, VectorLine] = {}
    for key, label, wanted in (
        ("steps", "Steps", True),
        ("system_steps", "Steps of systems", False),
    ):
        ids = [s.id for s in analysis.process.steps if (s.id in human) is wanted]
        lines[key] = VectorLine(
            label=label,
            unit="steps",
            drawn=float(len(ids)),
            designed=float(sum(i in analysis.designed for i in ids)),
            expected=sum(analysis.visits[i] for i in ids),
        )
    return lines


def _counted(analysis: Analysis, line: _Line) -> VectorLine:
    process = analysis.process
    visits = analysis.work_visits if line.work else analysis.visits
    left_out = _UNPRICED if line.of_forms else {Side.SYSTEM}
    eligible = [s for s in process.steps if process.role(s.role).side not in left_out]
    stated = {s.id: n for s in eligible if (n := line.amount(s)) is not None}
    silent = sum(
        step.id not in stated and (not line.of_forms or _may_be_form(process, step))
        for step in eligible
    )
    if not stated:
        return VectorLine(
            label=line.label,
            unit=line.unit,
            drawn=None,
            designed=None,
            expected=None,
            not_stated=silent,
        )
    return VectorLine(
        label=line.label,
        unit=line.unit,
        drawn=sum(stated.values()),
        designed=sum(n for step, n in stated.items() if step in analysis.designed),
        expected=sum(visits[step] * n for step, n in stated.items()),
        not_stated=silent,
    )


def _may_be_form(process: Process, step: Step) -> bool:
    """Return whether the candidate may fill something in at a step."""
    return process.role(step.role).side is Side.CANDIDATE and step.kind in _FORMS


def _repeated(analysis: Analysis) -> VectorLine:
    """Answers given before: those counted in the file and those that `asks` shows."""
    steps = analysis.process.steps
    stated = {
        step.id: quantity.mean
        for step in steps
        if (quantity := step.quantities.repeated_fields) is not None
    }
    if not analysis.asked and not stated:
        return _expected("Answers asked again", "fields", None)
    return VectorLine(
        label="Answers asked again",
        unit="fields",
        drawn=_repeats_drawn(analysis, stated, {step.id for step in steps}),
        designed=_repeats_drawn(analysis, stated, analysis.designed),
        expected=sum(analysis.repeated_answers.values()),
    )


def _repeats_drawn(
    analysis: Analysis, stated: dict[str, float], among: Collection[str]
) -> float:
    """Count the asks of an item after its first, each step once."""
    asks = Counter(
        item
        for step, items in analysis.asked.items()
        if step in among
        for item in items
    )
    again = sum(count - 1 for count in asks.values())
    return again + sum(count for step, count in stated.items() if step in among)


def _by_step(
    ledger: Ledger, wanted: Callable[[EffortLine], bool]
) -> dict[str, list[EffortLine]]:
    """Return step -> the lines of one visit that are wanted."""
    return {
        step: [line for line in (*lines.effort, *lines.successions) if wanted(line)]
        for step, lines in ledger.visit_lines.items()
    }


def _minutes(analysis: Analysis, ledger: Ledger, side: str) -> VectorLine:
    each = {
        step: sum(line.minutes for line in lines)
        for step, lines in _by_step(ledger, lambda line: line.side == side).items()
    }
    return VectorLine(
        label=f"Minutes of the {side}",
        unit="minutes",
        drawn=sum(each.values()),
        designed=sum(m for step, m in each.items() if step in analysis.designed),
        expected=ledger.sides[side].minutes,
    )


def _time(analysis: Analysis, ledger: Ledger) -> dict[str, VectorLine]:
    process = analysis.process
    timed = [s for s in process.steps if s.id in analysis.in_clock]
    waits = {s.id: s.wait.takes.mean for s in timed if s.wait is not None}
    law = ledger.flow_time
    known = bool(waits)
    silence = analysis.longest_silence
    return {
        "days": VectorLine(
            label="Calendar days",
            unit="days",
            drawn=sum(waits.values()) if known else None,
            designed=(
                sum(d for step, d in waits.items() if step in analysis.designed)
                if known
                else None
            ),
            expected=law.mean if known else None,
            not_stated=len(timed) - len(waits),
        ),
        "days_p50": _expected(
            "Calendar days, half of the hires within",
            "days",
            law.p50 if known else None,
        ),
        "days_p90": _expected(
            "Calendar days, nine of ten within", "days", law.p90 if known else None
        ),
        "longest_silence": _expected(
            "Longest silence", "days", None if silence is None else silence[0]
        ),
    }


def _leaving(process: Process, outcomes: dict[str, float]) -> float:
    own = {o.id for o in process.outcomes if o.by is Leaver.CANDIDATE}
    return sum(share for outcome, share in outcomes.items() if outcome in own)
