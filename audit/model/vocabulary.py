"""The closed sets of words a process file may use; a value is the word in the file."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """Who bears the effort of a role."""

    CANDIDATE = "candidate"
    EMPLOYER = "employer"
    VENDOR = "vendor"
    """Paid by the employer: priced on the employer's side, shown apart."""
    THIRD_PARTY = "third_party"
    """Neither employer nor vendor: shown, not priced."""
    SYSTEM = "system"
    """Software: does steps, but handing to it is no handoff."""


class StepKind(StrEnum):
    """What sort of activity a step is."""

    FORM = "form"
    APPROVAL = "approval"
    INTERVIEW = "interview"
    TEST = "test"
    CHECK = "check"
    DECISION = "decision"
    NOTIFY = "notify"
    APPOINTMENT = "appointment"
    WORK = "work"


class Channel(StrEnum):
    """The medium a step happens in."""

    PORTAL = "portal"
    EMAIL = "email"
    PAPER = "paper"
    FAX = "fax"
    POST = "post"
    PHONE = "phone"
    VIDEO = "video"
    IN_PERSON = "in_person"
    SYSTEM = "system"


class Scope(StrEnum):
    """Which reference process counts as typical."""

    END_TO_END = "end-to-end"
    ONBOARDING = "onboarding"
    PARTIAL = "partial"
    """Priced, but without a grade."""


class Per(StrEnum):
    """How often a step happens in the loaded lens."""

    VACANCY = "vacancy"
    APPLICANT = "applicant"


class WaitCause(StrEnum):
    """What a wait is for."""

    QUEUE = "queue"
    APPROVAL = "approval"
    MEETING = "meeting"
    CLOSING = "closing"
    NOTICE = "notice"
    BUDGET = "budget"
    CANDIDATE = "candidate"
    OUTSIDE = "outside"


class Priority(StrEnum):
    """Who is served first when several wait for the same people."""

    FIRST = "first"
    NORMAL = "normal"
    LAST = "last"


class OnFailure(StrEnum):
    """What a parallel block does when one of its branches fails."""

    WAIT = "wait"
    """The other branches run to their end; then the case ends."""
    CANCEL = "cancel"
    """The other branches stop, and the case ends at once."""


class FlowKind(StrEnum):
    """Whether a flow moves the case on or sends it back."""

    FLOW = "flow"
    REWORK = "rework"


class Pass(StrEnum):
    """A flow whose share follows from the step's screen."""

    PASS = "pass"
    FAIL = "fail"


class ScreenMethod(StrEnum):
    """How applications are sifted."""

    KEYWORD = "keyword"
    KNOCKOUT = "knockout"
    GLANCE = "glance"
    EXPERT = "expert"


class Justification(StrEnum):
    """Why a step's friction is kept: counted, shown apart, never advised away."""

    LAW = "law"
    SAFETY = "safety"
    ASSESSMENT = "assessment"
    POLICY = "policy"


class Removable(StrEnum):
    """What may change about a mandated item."""

    NEVER = "never"
    MEDIUM_ONLY = "medium_only"
    FREELY = "freely"


class Contact(StrEnum):
    """What the candidate hears in a step."""

    HUMAN = "human"
    AUTO = "auto"
    NONE = "none"


class Position(StrEnum):
    """What a step does about the open position."""

    NONE = "none"
    CHECK = "check"
    LOCK = "lock"


class Scheduling(StrEnum):
    """Who finds the time for an appointment."""

    MANUAL = "manual"
    SELF = "self"


class Leaver(StrEnum):
    """Whose decision an outcome is."""

    CANDIDATE = "candidate"
    """The candidate's own leaving: deleted in the design lens."""
    EMPLOYER = "employer"
    SUCCESS = "success"
    """Hired."""
