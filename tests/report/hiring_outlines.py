"""Outlines of hiring processes written by hand, for the tests of the map.

`store` has 14 steps and `nurse` 40, with parallel and nested blocks, returns, decisions
and ways out. Figures are invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from audit.result import (
    BlockOutline,
    FlowOutline,
    OutcomeOutline,
    Outline,
    RoleOutline,
    StepOutline,
)

OUTCOMES = (
    OutcomeOutline(id="hired", name="Hired", by="success"),
    OutcomeOutline(id="rejected", name="Rejected", by="employer"),
    OutcomeOutline(id="withdrew", name="Withdrew", by="candidate"),
    OutcomeOutline(id="declined", name="Declined the offer", by="candidate"),
    OutcomeOutline(id="rescinded", name="Offer rescinded", by="employer"),
)


@dataclass
class Sketch:
    """An outline in the making; steps are numbered as they are added."""

    title: str
    roles: tuple[RoleOutline, ...]
    steps: list[StepOutline] = field(default_factory=list)
    blocks: list[BlockOutline] = field(default_factory=list)
    flows: list[FlowOutline] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    phase: str | None = None

    def step(
        self,
        id: str,
        name: str,
        role: str,
        points: float = 5.0,
        wait: float | None = None,
        *,
        pages: float = 0,
        wet: float = 0,
        fax: float = 0,
        loss: float = 0.0,
        applies_to: float = 1.0,
        phase: str | None = None,
        inside: bool = False,
    ) -> str:
        """Add a step and return its id."""
        sides = {role.id: role.side for role in self.roles}
        if not inside:
            self.order.append(id)
        self.steps.append(
            StepOutline(
                id=id,
                number=len(self.steps) + 1,
                name=name,
                role=role,
                side=sides[role],
                phase=phase or self.phase,
                kind=None,
                channel=None,
                line=None,
                designed=True,
                in_clock=True,
                applies_to=applies_to,
                visits=1.0,
                points=points,
                candidate_minutes=0.0,
                employer_minutes=0.0,
                wait_days=wait,
                wait_cause=None,
                contribution_days=wait or 0.0,
                touch_minutes=0.0,
                pages=pages,
                fields=0.0,
                wet_signatures=wet,
                fax_pages=fax,
                loss_share=loss,
                complete_accurate=None,
                justified=None,
                mandate=None,
                removable=None,
                basis="estimated",
                source=None,
                note=None,
            )
        )
        return id

    def block(self, id: str, *branches: tuple[str, ...], inside: bool = False) -> str:
        """Add a parallel block of branches of ids and return its id."""
        if not inside:
            self.order.append(id)
        self.blocks.append(
            BlockOutline(id=id, name=id, phase=self.phase, line=None, branches=branches)
        )
        return id

    def flow(
        self,
        source: str,
        to: str,
        share: float = 1.0,
        *,
        back: bool = False,
        reason: str | None = None,
    ) -> None:
        """Add a flow."""
        self.flows.append(
            FlowOutline(
                source=source,
                to=to,
                share=share,
                kind="rework" if back else "flow",
                reason=reason,
                traversals=share,
            )
        )

    def chain(self, *ids: str) -> None:
        """Let each node flow to the next."""
        for source, to in pairwise(ids):
            self.flow(source, to)

    def outline(self) -> Outline:
        """Return the finished outline."""
        return Outline(
            title=self.title,
            variant=None,
            scope=None,
            currency="USD",
            hires_per_year=None,
            note=None,
            clock={"start": None, "stop": None, "days": "calendar"},
            about={},
            start=self.order[0],
            order=tuple(self.order),
            roles=self.roles,
            outcomes=OUTCOMES,
            steps=tuple(self.steps),
            blocks=tuple(self.blocks),
            flows=tuple(self.flows),
        )


ROLES = (
    RoleOutline(id="candidate", name="Candidate", side="candidate"),
    RoleOutline(id="recruiter", name="Recruiter", side="employer"),
    RoleOutline(id="manager", name="Hiring manager", side="employer"),
    RoleOutline(id="hr", name="HR", side="employer"),
    RoleOutline(id="vendor", name="Background screening firm", side="vendor"),
)


def store() -> Outline:
    """Return the hiring of a store associate: 14 steps, one block, three returns."""
    s = Sketch("Store associate hiring", ROLES)
    s.step("req", "Raise requisition", "manager", 8, pages=6, wet=1)
    s.step("appr", "Approve headcount", "hr", 12, 6, wet=2)
    s.step("post", "Post job advert", "recruiter", 3, 1, pages=2)
    s.step(
        "apply",
        "Complete the portal application",
        "candidate",
        60,
        4,
        pages=14,
        loss=0.42,
    )
    s.step("screen", "Screen applications", "recruiter", 9, 5)
    s.step("phone", "Phone interview", "recruiter", 11, 4, loss=0.12)
    s.step("onsite", "On-site interview", "manager", 26, 9, pages=4, loss=0.10)
    s.step("decide", "Selection decision", "manager", 9, 3, wet=1)
    s.step("refs", "Reference calls", "recruiter", 10, 4, inside=True)
    s.step(
        "bg", "Background check", "vendor", 33, 7, pages=5, wet=1, fax=5, inside=True
    )
    s.step("drug", "Drug test", "vendor", 15, 5, fax=1, loss=0.05, inside=True)
    s.block("checks", ("refs",), ("bg",), ("drug",))
    s.step("offer", "Prepare offer letter", "hr", 14, 3, wet=2)
    s.step(
        "sign",
        "Sign offer and new-hire forms",
        "candidate",
        71,
        3,
        pages=22,
        wet=4,
        fax=22,
        loss=0.02,
    )
    s.step("onb", "Day-1 paperwork", "hr", 32, 5, pages=12, wet=3)
    s.flow("req", "appr")
    s.flow("appr", "post", 0.8)
    s.flow("appr", "req", 0.2, back=True, reason="rejected")
    s.flow("post", "apply")
    s.flow("apply", "screen", 0.58)
    s.flow("apply", "withdrew", 0.42)
    s.flow("screen", "phone", 0.4)
    s.flow("screen", "rejected", 0.6)
    s.flow("phone", "onsite", 0.8)
    s.flow("phone", "rejected", 0.2)
    s.flow("onsite", "decide")
    s.flow("decide", "checks", 0.6)
    s.flow("decide", "rejected", 0.25)
    s.flow("decide", "post", 0.15, back=True, reason="nobody suitable")
    s.flow("refs", "done")
    s.flow("bg", "done")
    s.flow("drug", "done", 0.95)
    s.flow("drug", "rejected", 0.05)
    s.flow("checks", "offer")
    s.flow("offer", "sign", 0.82)
    s.flow("offer", "decide", 0.18, back=True, reason="terms to agree again")
    s.flow("sign", "onb", 0.92)
    s.flow("sign", "declined", 0.08)
    s.flow("onb", "hired")
    return s.outline()


def nurse() -> Outline:
    """Return the hiring of a nurse: 40 steps in five phases, blocks that nest."""
    s = Sketch("Registered nurse hiring", ROLES)
    s.phase = "Request and approve"
    s.step("need", "Identify vacancy", "manager", 1)
    s.step("jd", "Draft job description", "manager", 6, 2, pages=4)
    s.step("just", "Write business case", "manager", 18, 3, pages=8, wet=1)
    s.step("fin", "Finance approval", "hr", 12, 7, wet=2)
    s.step("grade", "Job evaluation panel", "hr", 15, 9, pages=6, wet=1)
    s.step("vac", "Vacancy control board", "hr", 30, 14, wet=3)
    s.phase = "Advertise and apply"
    s.step("adv", "Write advert", "recruiter", 4, 2, pages=2)
    s.step("advok", "Sign off advert", "manager", 9, 3, wet=1)
    s.step("boards", "Publish to job boards", "recruiter", 2, 1, inside=True)
    s.step("agency", "Brief agency", "recruiter", 4, 2, pages=3, inside=True)
    s.step("src", "Source candidates", "vendor", 8, 6, inside=True)
    s.block("reach", ("boards",), ("agency", "src"))
    s.step("find", "Find vacancy and register", "candidate", 9, pages=3, loss=0.18)
    s.step("form", "Online application", "candidate", 70, 2, pages=18, loss=0.46)
    s.step("cv", "Upload CV and certificates", "candidate", 8, pages=4, loss=0.08)
    s.phase = "Shortlist and interview"
    s.step("sift", "Eligibility sift", "recruiter", 8, 6)
    s.step("long", "Longlist", "recruiter", 4, 3)
    s.step("short", "Shortlist scoring", "manager", 24, 8, pages=10, wet=1)
    s.step("inv", "Invite to interview", "recruiter", 4, 3)
    s.step("slot", "Choose slot", "candidate", 9, 3, loss=0.06)
    s.step("test", "Skills assessment", "vendor", 12, 5, pages=6, loss=0.07)
    s.step("int", "Panel interview", "manager", 14, 7, pages=5)
    s.phase = "Decide, offer and check"
    s.step("score", "Consolidate scores", "manager", 11, 3, wet=3)
    s.step("dec", "Selection decision", "manager", 4, 2)
    s.step("rej", "Notify unsuccessful candidates", "recruiter", 5, 4)
    s.step("cond", "Conditional offer", "hr", 9, 4, wet=2)
    s.step("acc", "Accept conditional offer", "candidate", 10, 3, wet=1, loss=0.09)
    s.step("idc", "Bring ID documents", "candidate", 9, 3, loss=0.03, inside=True)
    s.step("id", "In-person ID check", "hr", 10, 4, pages=2, wet=1, inside=True)
    s.step("vis", "Right-to-work check", "hr", 5, 2, pages=2, inside=True)
    s.step(
        "oh",
        "Occupational health questionnaire",
        "candidate",
        28,
        5,
        pages=11,
        wet=1,
        fax=11,
        loss=0.04,
        inside=True,
    )
    s.step("ohr", "Occupational health review", "vendor", 18, 8, fax=2, inside=True)
    s.step("ref", "Collect references", "recruiter", 26, 9, fax=3, inside=True)
    s.step("reg", "Professional registration", "hr", 4, 2, inside=True)
    s.step(
        "dbs", "Criminal record check", "vendor", 31, 12, pages=7, wet=1, inside=True
    )
    s.block("identity", ("id",), ("vis",), inside=True)
    s.block("health", ("oh", "ohr"), ("ref",), inside=True)
    s.block("checks", ("idc", "identity"), ("health",), ("reg",), ("dbs",))
    s.step("final", "All checks clear?", "hr", 6, 3)
    s.phase = "Contract and start"
    s.step("contract", "Prepare contract", "hr", 36, 6, pages=16, wet=2)
    s.step("signc", "Sign contract", "candidate", 40, 4, pages=16, wet=4, loss=0.05)
    s.step("pay", "Payroll set-up form", "candidate", 9, 1, pages=5, wet=1)
    s.step("it", "IT account request", "manager", 16, 5, pages=2, wet=1, applies_to=0.6)
    s.step("start", "Day-1 induction", "hr", 24, 7, pages=9, wet=2)
    s.chain("need", "jd", "just", "fin")
    s.flow("fin", "grade", 0.7)
    s.flow("fin", "just", 0.3, back=True, reason="returned")
    s.flow("grade", "vac")
    s.flow("vac", "adv", 0.75)
    s.flow("vac", "just", 0.2, back=True, reason="deferred to next round")
    s.flow("vac", "rejected", 0.05)
    s.flow("adv", "advok")
    s.flow("advok", "reach", 0.65)
    s.flow("advok", "adv", 0.35, back=True, reason="edits")
    s.flow("boards", "done")
    s.chain("agency", "src")
    s.flow("src", "done")
    s.flow("reach", "find")
    s.flow("find", "form", 0.82)
    s.flow("find", "withdrew", 0.18)
    s.flow("form", "cv", 0.54)
    s.flow("form", "withdrew", 0.46)
    s.flow("cv", "sift", 0.92)
    s.flow("cv", "withdrew", 0.08)
    s.flow("sift", "long", 0.6)
    s.flow("sift", "rejected", 0.4)
    s.chain("long", "short")
    s.flow("short", "inv", 0.9)
    s.flow("short", "long", 0.1, back=True, reason="too few")
    s.flow("inv", "slot")
    s.flow("slot", "test", 0.64)
    s.flow("slot", "inv", 0.3, back=True, reason="no slot suits")
    s.flow("slot", "withdrew", 0.06)
    s.flow("test", "int", 0.93)
    s.flow("test", "withdrew", 0.07)
    s.chain("int", "score", "dec")
    s.flow("dec", "cond", 0.45)
    s.flow("dec", "rej", 0.4)
    s.flow("dec", "adv", 0.15, back=True, reason="re-advertise")
    s.flow("rej", "rejected")
    s.flow("cond", "acc")
    s.flow("acc", "checks", 0.91)
    s.flow("acc", "declined", 0.09)
    s.flow("idc", "identity")
    s.flow("id", "done", 0.78)
    s.flow("id", "id", 0.22, back=True, reason="document missing")
    s.flow("vis", "done")
    s.flow("identity", "done")
    s.flow("oh", "ohr")
    s.flow("ohr", "done", 0.8)
    s.flow("ohr", "oh", 0.2, back=True, reason="form incomplete")
    s.flow("ref", "done")
    s.flow("health", "done")
    s.flow("reg", "done")
    s.flow("dbs", "done", 0.97)
    s.flow("dbs", "rejected", 0.03)
    s.flow("checks", "final")
    s.flow("final", "contract", 0.9)
    s.flow("final", "checks", 0.06, back=True, reason="chase")
    s.flow("final", "rescinded", 0.04)
    s.flow("contract", "signc")
    s.flow("signc", "pay", 0.4)
    s.flow("signc", "it", 0.55)
    s.flow("signc", "declined", 0.05)
    s.flow("pay", "start")
    s.flow("it", "start", 0.85)
    s.flow("it", "contract", 0.15, back=True, reason="start date moved")
    s.flow("start", "hired")
    return s.outline()
