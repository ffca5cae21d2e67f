"""Audit results written by hand, for tests of the page that need no audit.

The process is invented. Its figures hang together: points sum to the score, days to
the mean, losses to those who are not hired.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import fsum

from audit.result import (
    SCHEMA_VERSION,
    AuditResult,
    BlockOutline,
    Candidates,
    CheckNote,
    EvidenceRow,
    Finding,
    FindingStep,
    FlowOutline,
    Histogram,
    Input,
    KnownLine,
    LedgerEntry,
    LensTotal,
    Loss,
    Measure,
    MoneyTotal,
    NotAssessed,
    OutcomeOutline,
    Outline,
    ProfileSummary,
    RateInfluence,
    RateLine,
    RoleOutline,
    ScreenLoss,
    Sensitivity,
    SideTotal,
    Silence,
    StepOutline,
    TimeResult,
    Tool,
    VectorLine,
    WeightVariation,
)

WEIGHTS = {"candidate": 0.4, "employer": 0.3, "time": 0.3}
REFERENCE = {"candidate": 120.0, "employer": 200.0, "time": 42.0, "good": 50.0}
WAGES = {"candidate": 24.0, "employer": 45.0}

RATES: dict[str, tuple[str, float, str, float]] = {
    # label, rate, unit, felt
    "page_read": ("Page to read", 1.5, "min/page", 1.0),
    "field": ("Field to fill in", 0.15, "min/field", 1.0),
    "repeated_field": ("Field asked before", 0.15, "min/field", 2.0),
    "document": ("Document to find", 10.0, "min/document", 1.0),
    "wet_signature": ("Wet signature", 0.5, "min/signature", 1.5),
    "print_job": ("Print job", 8.0, "min/job", 1.5),
    "fax_page": ("Page to fax", 0.75, "min/page", 1.5),
    "login": ("Account or log-in", 3.0, "min/log-in", 1.0),
    "trip_minute": ("Travel", 1.0, "min/min", 1.0),
    "candidate_minute": ("Candidate's time", 1.0, "min/min", 1.0),
    "employer_minute": ("Staff time", 1.0, "min/min", 1.0),
    "handoff": ("Handoff", 5.0, "min/handoff", 1.0),
    "check_page": ("Page to check", 0.5, "min/page", 1.0),
    "wait_day": ("Waiting", 1.0, "day/day", 1.0),
}
EMPLOYER_FACTORS = {"employer_minute", "handoff", "check_page"}


@dataclass(kw_only=True)
class Sketch:
    """A step in few words."""

    id: str
    name: str
    role: str
    phase: str = "Apply"
    kind: str | None = None
    channel: str | None = None
    wait: float | None = None
    visits: float = 1.0
    counts: dict[str, float] = field(default_factory=dict)
    leave: float = 0.0
    reject: float = 0.0
    justified: str | None = None
    mandate: str | None = None


NURSE = (
    Sketch(
        id="requisition",
        name="Ask to fill the post",
        role="manager",
        phase="Request",
        kind="approval",
        wait=14,
        counts={"employer_minute": 60},
    ),
    Sketch(
        id="advertise",
        name="Write and post the advert",
        role="hr",
        phase="Request",
        wait=3,
        counts={"employer_minute": 45, "handoff": 1},
    ),
    Sketch(
        id="apply",
        name="Fill in the portal application",
        role="candidate",
        kind="form",
        channel="portal",
        wait=5,
        counts={"page_read": 15, "field": 65, "repeated_field": 20, "login": 1},
        leave=0.4,
    ),
    Sketch(
        id="screen",
        name="Keyword filter",
        role="ats",
        reject=0.27,
    ),
    Sketch(
        id="review",
        name="Review applications",
        role="hr",
        phase="Select",
        kind="decision",
        wait=8,
        counts={"employer_minute": 8, "handoff": 1},
        reject=0.11,
    ),
    Sketch(
        id="interview",
        name="Interview with the ward manager",
        role="manager",
        phase="Select",
        kind="interview",
        channel="in_person",
        wait=10,
        counts={
            "employer_minute": 180,
            "candidate_minute": 60,
            "trip_minute": 90,
            "handoff": 1,
        },
        leave=0.03,
        reject=0.07,
        justified="assessment",
    ),
    Sketch(
        id="background",
        name="Background check",
        role="screening",
        phase="Checks",
        kind="check",
        wait=5,
        counts={"handoff": 1},
        reject=0.005,
    ),
    Sketch(
        id="drug_test",
        name="Drug test",
        role="candidate",
        phase="Checks",
        kind="appointment",
        channel="in_person",
        wait=4,
        counts={"trip_minute": 90, "handoff": 1},
        justified="policy",
    ),
    Sketch(
        id="packet",
        name="Print, sign and fax the packet",
        role="candidate",
        phase="Checks",
        kind="form",
        channel="fax",
        wait=4,
        visits=4 / 3,
        counts={
            "page_read": 42,
            "wet_signature": 14,
            "print_job": 1,
            "fax_page": 42,
            "document": 2,
        },
        leave=0.02,
    ),
    Sketch(
        id="check_packet",
        name="Check that the packet is complete",
        role="hr",
        phase="Checks",
        kind="check",
        wait=3,
        visits=4 / 3,
        counts={"check_page": 42, "handoff": 1},
        justified="law",
        mandate="I-9",
    ),
    Sketch(
        id="orientation",
        name="Orientation",
        role="hr",
        phase="Start",
        wait=12,
        counts={"employer_minute": 30, "handoff": 1},
        reject=0.005,
    ),
)


def _side(factor: str) -> str:
    if factor == "wait_day":
        return "time"
    return "employer" if factor in EMPLOYER_FACTORS else "candidate"


def _entry(sketch: Sketch, factor: str, quantity: float) -> LedgerEntry:
    _, rate, unit, felt = RATES[factor]
    side = _side(factor)
    amount = sketch.visits * quantity * rate
    perceived = amount * (felt - 1)
    cash = 1.0 * sketch.visits * quantity if factor == "fax_page" else 0.0
    wage = WAGES.get(side, 0.0) / 60
    return LedgerEntry(
        step=sketch.id,
        factor=factor,
        side=side,
        vendor=sketch.role == "screening",
        visits=sketch.visits,
        quantity=quantity,
        rate=rate,
        unit=unit,
        amount=amount,
        perceived=perceived,
        points=100 * WEIGHTS[side] / REFERENCE[side] * (amount + perceived),
        cost=amount * wage + cash,
        cash=cash,
        justified=sketch.justified,
        basis="reported",
        evidence_id="TIM-01" if factor == "page_read" else None,
    )


def _ledger(sketches: tuple[Sketch, ...]) -> tuple[LedgerEntry, ...]:
    entries: list[LedgerEntry] = []
    for sketch in sketches:
        counts = dict(sketch.counts)
        if sketch.wait:
            counts["wait_day"] = sketch.wait
        entries += [_entry(sketch, name, count) for name, count in counts.items()]
    return tuple(entries)


def _step(
    sketch: Sketch, number: int, ledger: tuple[LedgerEntry, ...], sides: dict[str, str]
) -> StepOutline:
    mine = [entry for entry in ledger if entry.step == sketch.id]

    def minutes(side: str) -> float:
        return fsum(entry.amount for entry in mine if entry.side == side)

    return StepOutline(
        id=sketch.id,
        number=number,
        name=sketch.name,
        role=sketch.role,
        side=sides[sketch.role],
        phase=sketch.phase,
        kind=sketch.kind,
        channel=sketch.channel,
        line=10 + 6 * number,
        designed=True,
        in_clock=True,
        applies_to=1.0,
        visits=sketch.visits,
        points=fsum(entry.points for entry in mine),
        candidate_minutes=minutes("candidate"),
        employer_minutes=minutes("employer"),
        wait_days=sketch.wait,
        wait_cause="budget" if sketch.id == "requisition" else None,
        contribution_days=sketch.visits * (sketch.wait or 0),
        touch_minutes=(minutes("candidate") + minutes("employer")) / sketch.visits,
        pages=sketch.counts.get("page_read", 0),
        fields=sketch.counts.get("field", 0),
        wet_signatures=sketch.counts.get("wet_signature", 0),
        fax_pages=sketch.counts.get("fax_page", 0),
        loss_share=sketch.leave + sketch.reject,
        complete_accurate=0.75 if sketch.id == "packet" else 1.0,
        justified=sketch.justified,
        mandate=sketch.mandate,
        removable="medium_only" if sketch.mandate else None,
        basis="reported",
        source=None,
        note=None,
    )


ROLES = (
    RoleOutline(id="candidate", name="Candidate", side="candidate"),
    RoleOutline(id="hr", name="HR generalist", side="employer"),
    RoleOutline(id="manager", name="Hiring manager", side="employer"),
    RoleOutline(id="screening", name="Background firm", side="vendor"),
    RoleOutline(id="ats", name="Applicant system", side="system"),
)
OUTCOMES = (
    OutcomeOutline(id="hired", name="Hired", by="success"),
    OutcomeOutline(id="rejected", name="Rejected", by="employer"),
    OutcomeOutline(id="withdrew", name="Withdrew", by="candidate"),
)


def _outline(sketches: tuple[Sketch, ...], ledger: tuple[LedgerEntry, ...]) -> Outline:
    sides = {role.id: role.side for role in ROLES}
    ids = [sketch.id for sketch in sketches]
    block = {"background", "drug_test"} <= set(ids)
    order: list[str] = []
    for name in ids:
        if block and name == "background":
            order.append("checks")
        elif not (block and name == "drug_test"):
            order.append(name)
    flows: list[FlowOutline] = []
    for place, name in enumerate(order):
        after = order[place + 1] if place + 1 < len(order) else "hired"
        returns = name == "check_packet"
        flows.append(_flow(name, after, 0.75 if returns else 1.0))
        if returns:
            flows.append(_flow(name, "packet", 0.25, "rework", "incomplete form"))
    if block:
        flows += [_flow("background", "done", 1.0), _flow("drug_test", "done", 1.0)]
    return Outline(
        title="Nurse hiring, St. Anne's",
        variant="before",
        scope="end-to-end",
        currency="USD",
        hires_per_year=240,
        note="Waits between interview and offer are reconstructed from mail dates.",
        clock={"start": "requisition", "stop": "start_work", "days": "calendar"},
        about={
            "client": "St. Anne's",
            "prepared_by": "Example Consulting",
            "date": "2026-11-02",
            "confidentiality": "Confidential",
            "version": "1.2",
        },
        start=order[0],
        order=tuple(order),
        roles=ROLES,
        outcomes=OUTCOMES,
        steps=tuple(
            _step(sketch, number, ledger, sides)
            for number, sketch in enumerate(sketches, start=1)
        ),
        blocks=(
            (
                BlockOutline(
                    id="checks",
                    name="Checks",
                    phase="Checks",
                    line=60,
                    branches=(("background",), ("drug_test",)),
                ),
            )
            if block
            else ()
        ),
        flows=tuple(flows),
    )


def _flow(
    source: str,
    to: str,
    share: float,
    kind: str = "flow",
    reason: str | None = None,
) -> FlowOutline:
    return FlowOutline(
        source=source, to=to, share=share, kind=kind, reason=reason, traversals=share
    )


def _finding(
    number: int,
    name: str,
    title: str,
    step: StepOutline,
    severity: int,
    unit: str,
    value: float,
    justified: str | None = None,
) -> Finding:
    return Finding(
        id=name.lower().replace(" ", "-"),
        code=f"F{number:02}",
        family="paperwork",
        name=name,
        title=title,
        severity=severity,
        confidence="high",
        steps=(FindingStep(id=step.id, line=step.line, amount=value, note=""),),
        measure=Measure(value=value, unit=unit),
        points=step.points,
        side="candidate",
        why="People who cannot do it give up, and those who can lose an evening.",
        helps="Let people do it on the screen they already use.",
        decide=f"Decide who removes this from step {step.number}.",
        how="Counted from the steps of the file.",
        guard="Keep the content that the law asks for; change the medium only.",
        evidence=("TIM-01",),
        grade="A",
        justified=justified,
    )


def _findings(steps: tuple[StepOutline, ...]) -> tuple[Finding, ...]:
    by_id = {step.id: step for step in steps}
    rows = (
        ("packet", 12, "Print-scan loop", "42 pages must be printed and faxed.", 4),
        ("packet", 11, "Wet signatures", "A hire signs 14 times by hand.", 4),
        ("screen", 26, "Keyword filter", "A filter turns away 27 of 100 unread.", 3),
        ("apply", 8, "Field count", "The application asks 85 questions.", 3),
        ("requisition", 35, "Budget hold", "Posts wait 14 days for a budget.", 3),
        ("check_packet", 39, "Rework", "One packet in four comes back.", 2),
    )
    found = [
        _finding(
            code,
            name,
            title,
            by_id[step],
            severity,
            "pages",
            42.0,
            "law" if step == "check_packet" else None,
        )
        for step, code, name, title, severity in rows
        if step in by_id
    ]
    return tuple(found)


def _candidates(sketches: tuple[Sketch, ...]) -> Candidates:
    reach: dict[str, float] = {}
    losses: list[Loss] = []
    left = 1.0
    for sketch in sketches:
        reach[sketch.id] = left
        for outcome, by, share in (
            ("withdrew", "candidate", sketch.leave),
            ("rejected", "employer", sketch.reject),
        ):
            if share:
                losses.append(Loss(step=sketch.id, outcome=outcome, by=by, share=share))
                left -= share
    screens = tuple(
        ScreenLoss(
            step=sketch.id,
            method="keyword",
            qualified_share=0.3,
            passes_qualified=0.55,
            passes_unqualified=0.55,
            arriving=0.6,
            qualified_lost=0.081,
            qualified_lost_per_hire=0.081 / left,
        )
        for sketch in sketches
        if sketch.id == "screen"
    )
    return Candidates(
        reach=reach,
        losses=tuple(losses),
        screens=screens,
        hired_share=left,
        applicants_per_hire=1 / left,
    )


def _vector(
    steps: tuple[StepOutline, ...],
    ledger: tuple[LedgerEntry, ...],
    candidates: Candidates,
    days: float,
) -> dict[str, VectorLine]:
    def line(
        label: str, unit: str, once: float, expected: float | None = None
    ) -> VectorLine:
        value = once if expected is None else expected
        return VectorLine(
            label=label, unit=unit, drawn=once, designed=once, expected=value
        )

    def both(label: str, unit: str, name: str) -> VectorLine:
        values = [(getattr(step, name), step.visits) for step in steps]
        return line(
            label,
            unit,
            fsum(value for value, _ in values),
            fsum(value * visits for value, visits in values),
        )

    def minutes(side: str) -> float:
        return fsum(entry.amount for entry in ledger if entry.side == side)

    handoffs = fsum(
        entry.visits * entry.quantity for entry in ledger if entry.factor == "handoff"
    )
    fax = [step for step in steps if step.fax_pages]
    return {
        "steps": line(
            "Steps", "steps", len(steps), fsum(step.visits for step in steps)
        ),
        "pages": both("Pages", "pages", "pages"),
        "wet_signatures": both("Wet signatures", "signatures", "wet_signatures"),
        "fax_steps": line("Fax steps", "steps", len(fax)),
        "handoffs": line("Handoffs", "handoffs", handoffs),
        "approvals": line("Approvals", "approvals", 1.0),
        "candidate_minutes": line("Candidate's time", "min", minutes("candidate")),
        "employer_minutes": line("Staff time", "min", minutes("employer")),
        "days": line("Calendar time", "days", days),
        "people_lost": line(
            "People who leave", "share", _left(candidates), _left(candidates)
        ),
    }


def _left(candidates: Candidates) -> float:
    return fsum(loss.share for loss in candidates.losses if loss.by == "candidate")


def _time(steps: tuple[StepOutline, ...], days: float) -> TimeResult:
    stated = [step for step in steps if step.wait_days is not None]
    shares = [0.02, 0.08, 0.2, 0.26, 0.2, 0.12, 0.07, 0.03, 0.015, 0.005]
    touch = fsum(step.touch_minutes * step.visits for step in steps)
    return TimeResult(
        mean=days,
        deviation=days * 0.2,
        p50=days * 0.97 if days else None,
        p90=days * 1.28 if days else None,
        contributions={step.id: step.contribution_days for step in steps},
        histogram=(
            Histogram(start=days * 0.6, width=days * 0.1, shares=tuple(shares))
            if days
            else None
        ),
        outcomes={"hired": days, "withdrew": days / 3} if days else {},
        touch_minutes=touch,
        flow_efficiency=touch / (days * 1440) if days else None,
        flow_efficiency_working=touch / (days * 480) if days else None,
        waits_stated=len(stated),
        waits_missing=len(steps) - len(stated),
        waits_with_range=3 if days else 0,
        longest_silence=(
            Silence(days=14.0, steps=(steps[0].id,)) if len(steps) > 3 else None
        ),
        lattice_step=0.05 if days else None,
    )


def _rates(ledger: tuple[LedgerEntry, ...]) -> tuple[RateLine, ...]:
    used = sorted({entry.factor for entry in ledger})
    return tuple(
        RateLine(
            factor=name,
            label=RATES[name][0],
            rate=RATES[name][1],
            unit=RATES[name][2],
            low=RATES[name][1] / 2,
            high=RATES[name][1] * 2,
            felt=RATES[name][3],
            cost=1.0 if name == "fax_page" else 0.0,
            evidence=("TIM-01",) if name == "page_read" else (),
            grade="A" if name == "page_read" else "D",
            judgement=name != "page_read",
            note="Reading pace over 360 words a page.",
        )
        for name in used
    )


def build(sketches: tuple[Sketch, ...] = NURSE) -> AuditResult:
    """Return the result of an audit of these steps."""
    ledger = _ledger(sketches)
    outline = _outline(sketches, ledger)
    score = fsum(entry.points for entry in ledger)
    candidates = _candidates(sketches)
    days = fsum(step.contribution_days for step in outline.steps)

    def total(name: str, side: str) -> float:
        return fsum(getattr(entry, name) for entry in ledger if entry.side == side)

    touch = {side: total("amount", side) for side in ("candidate", "employer")}
    money = fsum(entry.cost for entry in ledger)
    per_hire = candidates.applicants_per_hire
    top = sorted(outline.steps, key=lambda step: -step.points)[:3]
    bounds = {"A": 50.0, "B": 69.43, "C": 100.0, "D": 144.04}
    grade = next((name for name, bound in bounds.items() if score <= bound), "E")
    return AuditResult(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name="hiring-audit", version="0.1.0"),
        input=Input(file="before.yaml", sha256="3f9c3b21" * 8),
        process=outline,
        profile=ProfileSummary(
            name="default",
            weights=WEIGHTS,
            reference=REFERENCE,
            reference_scope="end-to-end",
            wages=WAGES,
            rates=_rates(ledger),
        ),
        score=score,
        grade=grade,
        grade_bounds=bounds,
        score_interval=(score * 0.8, score * 1.3),
        sides={
            "candidate": SideTotal(
                points=total("points", "candidate"),
                minutes=touch["candidate"],
                perceived_extra_minutes=total("perceived", "candidate"),
                cash=total("cash", "candidate"),
            ),
            "employer": SideTotal(
                points=total("points", "employer"),
                minutes=touch["employer"],
                vendor_minutes=5.0,
            ),
            "time": SideTotal(points=total("points", "time"), days=days),
        },
        vector=_vector(outline.steps, ledger, candidates, days),
        lenses={
            "design": LensTotal(
                label="A person who stays and is hired",
                candidate_minutes=touch["candidate"],
                employer_minutes=touch["employer"],
                days=days,
                money=money,
            ),
            "experienced": LensTotal(
                label="An applicant, on average",
                candidate_minutes=touch["candidate"] / 5,
                employer_minutes=touch["employer"] / 6,
                days=days / 3,
                money=money / 5,
            ),
            "loaded": LensTotal(
                label="Everything spent, per hire",
                candidate_minutes=touch["candidate"] / 5 * per_hire,
                employer_minutes=touch["employer"] / 6 * per_hire,
                days=None,
                money=money / 5 * per_hire,
            ),
        },
        ledger=ledger,
        outcomes={
            "hired": candidates.hired_share,
            "rejected": fsum(x.share for x in candidates.losses if x.by == "employer"),
            "withdrew": fsum(x.share for x in candidates.losses if x.by == "candidate"),
        },
        time=_time(outline.steps, days),
        candidates=candidates,
        money=MoneyTotal(
            candidate_time=touch["candidate"] * 0.4,
            candidate_cash=total("cash", "candidate"),
            employer_time=touch["employer"] * 0.75,
            employer_cash=0.0,
            vendor_time=4.0,
        ),
        findings=_findings(outline.steps),
        passed=(
            CheckNote(
                check="notary",
                code="F11",
                family="paperwork",
                name="Notary",
                note="No step asks for a notary.",
            ),
        ),
        not_applicable=(
            CheckNote(
                check="unpaid-assessment",
                code="F17",
                family="paperwork",
                name="Unpaid assessment",
                note="There is no test.",
            ),
        ),
        not_assessed=(
            NotAssessed(check="no-owner", step="review", missing="owner"),
            NotAssessed(check="no-owner", step="screen", missing="owner"),
            NotAssessed(check="hidden-pay", step=None, missing="pay_disclosed"),
        ),
        coverage=0.83,
        basis_shares={"reported": 0.62, "estimated": 0.26, "assumed": 0.12},
        assumptions=("A step without `wait` passes at the pace of its own work.",),
        known=(
            KnownLine(
                what="days",
                published=91.0,
                ours=days,
                difference=days - 91.0,
                source="HR dashboard, n = 48",
            ),
        ),
        sensitivity=Sensitivity(
            rates=tuple(
                RateInfluence(
                    factor=name,
                    low_score=score - 10 + place,
                    high_score=score + 20 - place,
                    variance_share=0.5 / (place + 1),
                )
                for place, name in enumerate(sorted({e.factor for e in ledger}))
            ),
            weights=tuple(
                WeightVariation(
                    side=side,
                    change=change,
                    score=score * (1 + change / 10),
                    grade=grade,
                    top_steps=tuple(step.id for step in top),
                )
                for side in WEIGHTS
                for change in (-0.3, 0.3)
            ),
            top_steps=tuple(step.id for step in top),
            draws=4000,
            seed=1,
        ),
        evidence=(
            EvidenceRow(
                id="TIM-01",
                claim="Adults read non-fiction at 238 words a minute",
                value="238",
                unit="words/min",
                population="190 studies",
                source="Brysbaert 2019, Journal of Memory and Language",
                url="https://doi.org/10.1016/j.jml.2019.104047",
                grade="A",
                verification="seen",
                note="",
            ),
        ),
    )


def nurse() -> AuditResult:
    """Return an ordinary result: eleven steps, one loop, one block, people lost."""
    return build()


def tiny() -> AuditResult:
    """Return the result of one step by the employer, nothing stated but its work."""
    only = Sketch(id="hire", name="Hire", role="hr", counts={"employer_minute": 30})
    return build((only,))


def spotless() -> AuditResult:
    """Return a result whose score is 0: one step, nothing stated at all."""
    result = build((Sketch(id="hire", name="Hire", role="hr"),))
    return replace(result, score_interval=(0.0, 0.0), findings=())


def partial() -> AuditResult:
    """Return a result without a grade: only part of a process is described."""
    result = nurse()
    return replace(result, grade=None, process=replace(result.process, scope="partial"))


def long(count: int = 60) -> AuditResult:
    """Return the result of a long process, the nurse's steps over and over."""
    return build(
        tuple(
            replace(
                NURSE[place % len(NURSE)],
                id=f"s{place}",
                name=f"{NURSE[place % len(NURSE)].name} {place}",
                phase=f"Phase {place // 8 + 1}",
                leave=0.01 if place % 4 == 0 else 0.0,
                reject=0.01 if place % 5 == 0 else 0.0,
            )
            for place in range(count)
        )
    )


def renamed(name: str) -> AuditResult:
    """Return the nurse's result with this text wherever a file may put its own."""
    result = nurse()
    outline = result.process
    return replace(
        result,
        process=replace(
            outline,
            title=name,
            variant=name,
            note=name,
            about=dict.fromkeys(outline.about, name),
            roles=tuple(replace(role, name=name) for role in outline.roles),
            steps=tuple(
                replace(step, name=name, phase=name, note=name, source=name)
                for step in outline.steps
            ),
        ),
        findings=tuple(
            replace(finding, title=name, why=name) for finding in result.findings
        ),
    )
