"""What a hiring process is: immutable values, no files, no graph.

A process is a sequence of nodes. A node is a step or a parallel block; a block holds
branches, each a sequence of nodes that ends in `done`; blocks nest. Flows name the id
of a node on the same level, an outcome, or `done`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from audit.errors import Location
from audit.model.quantity import Provenance, Quantity
from audit.model.vocabulary import (
    Channel,
    Contact,
    FlowKind,
    Justification,
    Leaver,
    OnFailure,
    Pass,
    Per,
    Position,
    Priority,
    Removable,
    Scheduling,
    Scope,
    ScreenMethod,
    Side,
    StepKind,
    WaitCause,
)
from audit.model.workload import Arrivals, Duty, Requisitions, WorkingHours

UNSTATED = Provenance()

HIRED = "hired"
DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who does steps: a function, never a person."""

    id: str
    side: Side
    name: str
    """As written, else the id made readable."""
    people: Quantity | None = None
    hourly_cost: Quantity | None = None
    """Money per hour, in the currency of the process."""
    other_duties: Quantity | None = None
    """Share of the working time that belongs to other work, 0 to 1."""
    hours_per_week: Quantity | None = None
    calendar: WorkingHours | None = None
    duties: tuple[Duty, ...] = ()
    """Other work as jobs; they go before `other_duties`, see `other_work`."""
    note: str | None = None
    line: int | None = None
    place: Location | None = field(default=None, compare=False, repr=False)
    """Where its file names it; what an overlay says points into its own file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One way a case can end."""

    id: str
    name: str
    by: Leaver
    told: Contact | None = None
    """How the candidate hears of it; None when the file does not say."""
    line: int | None = None


BUILT_IN_OUTCOMES: tuple[Outcome, ...] = (
    Outcome(id=HIRED, name="Hired", by=Leaver.SUCCESS),
    Outcome(id="rejected", name="Rejected", by=Leaver.EMPLOYER),
    Outcome(id="withdrew", name="Withdrew", by=Leaver.CANDIDATE),
    Outcome(id="declined", name="Declined the offer", by=Leaver.CANDIDATE),
    Outcome(id="rescinded", name="Offer rescinded", by=Leaver.EMPLOYER),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A sequence flow to a node of the same level, an outcome, or `done`."""

    to: str
    share: Quantity | None
    """Share of the cases that leave the node, 0 to 1; None when a screen decides it."""
    kind: FlowKind = FlowKind.FLOW
    """A jump back in the order of the file is rework, whatever the file says."""
    via: Pass | None = None
    """Set when the share follows from the step's screen."""
    reason: str | None = None
    redo: Quantity | None = None
    """Share of the target's work that a return repeats; None means all of it."""
    simulated: bool | None = None
    """A simulation makes these cases itself, from waits and the race for an opening."""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedSample:
    """Those turned away whom somebody has read again, drawn by chance."""

    read: int
    qualified: int
    """Of those read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How a step sifts applications, and how well."""

    method: ScreenMethod
    qualified_share: Quantity | None = None
    """Share of those arriving who are qualified; None: the screen before tells."""
    passes_qualified: Quantity | None = None
    passes_unqualified: Quantity | None = None
    audited: AuditedSample | None = None
    """What is known of those turned away; goes before what the shares say of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """Countable effort of one visit to a step; None is "the file does not say"."""

    work: Quantity | None = None
    """Minutes of touch time beside the paperwork listed."""
    pages_read: Quantity | None = None
    pages_fill: Quantity | None = None
    fields: Quantity | None = None
    """Answers to give, those asked before included."""
    repeated_fields: Quantity | None = None
    """Answers asked before, beyond those that `asks` shows."""
    instructions: Quantity | None = None
    """Places to look for instructions."""
    documents: Quantity | None = None
    """Things to find and supply: all kinds together."""
    originals: Quantity | None = None
    third_party_documents: Quantity | None = None
    """Documents that somebody outside has to issue; part of `documents`."""
    wet_signatures: Quantity | None = None
    electronic_signatures: Quantity | None = None
    notarised_signatures: Quantity | None = None
    print_pages: Quantity | None = None
    scan_pages: Quantity | None = None
    fax_pages: Quantity | None = None
    uploads: Quantity | None = None
    logins: Quantity | None = None
    calls: Quantity | None = None
    trip: Quantity | None = None
    """Minutes of travel and waiting on the spot."""
    cost: Quantity | None = None
    """Money out of the role's own pocket."""
    fee: Quantity | None = None
    """Money the employer pays an outsider."""
    rekey: Quantity | None = None
    """Fields keyed again."""
    check: Quantity | None = None
    """Pages checked."""
    file: Quantity | None = None
    """Pages filed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody beside the step's own role who gives time in it."""

    role: str
    people: Quantity
    work: Quantity | None = None
    """Minutes, each."""
    trip: Quantity | None = None
    """Minutes, each."""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Clock time from ready to done, the work included."""

    takes: Quantity
    """Calendar days."""
    cause: WaitCause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One activity of one role."""

    id: str
    name: str
    role: str
    kind: StepKind | None = None
    phase: str | None = None
    channel: Channel | None = None
    per: Per = Per.APPLICANT
    flows: tuple[Flow, ...]
    quantities: Quantities = Quantities()
    participants: tuple[Participant, ...] = ()
    asks: tuple[str, ...] | None = None
    """Data items asked for, in lower case; None when the file does not say."""
    work_covers_all: bool = False
    """The work minutes include the paperwork listed."""
    wait: Wait | None = None
    silent: Quantity | bool | None = None
    """True: no word during the whole wait. A quantity: days without a word."""
    every: Quantity | None = None
    """Days between batches."""
    first: Quantity | None = None
    """Days from the start of the clock, a Monday, to the first batch."""
    delay: Quantity | None = None
    """Calendar days that pass beside any queue and the work."""
    priority: Priority | None = None
    leaves: Quantity | None = None
    """Share that walks away a day while this step keeps the candidate waiting."""
    in_progress: Quantity | None = None
    """Candidates who stand before this step on the first day."""
    offer: bool | None = None
    """Who leaves this step holds an offer."""
    deadline: Quantity | None = None
    """Calendar days that the doer is given."""
    sla: Quantity | None = None
    """Calendar days promised."""
    applies_to: Quantity | None = None
    """Share of the cases that need this step; None means all."""
    screen: Screen | None = None
    justified: Justification | None = None
    mandate: str | None = None
    removable: Removable | None = None
    owner: str | None = None
    contact: Contact | None = None
    position: Position | None = None
    contingency: bool | None = None
    """Its failure can undo an offer."""
    commits: bool | None = None
    """The candidate gives notice here."""
    pay_disclosed: bool | None = None
    timeline_told: bool | None = None
    """The candidate is told what comes when."""
    feedback: bool | None = None
    """Those turned down here hear why."""
    scheduling: Scheduling | None = None
    mobile: bool | None = None
    accessible: bool | None = None
    paid: bool | None = None
    """The candidate is paid for the time this takes."""
    reading_grade: Quantity | None = None
    requirements: Quantity | None = None
    """Must-haves that the advert lists."""
    provenance: Provenance = UNSTATED
    was: str | None = None
    """Id in an earlier file."""
    note: str | None = None
    line: int | None = None
    """Line in the process file, from 1."""
    place: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelBlock:
    """Branches that all run; the block ends when the last one ends."""

    id: str
    name: str
    branches: tuple[tuple[Node, ...], ...]
    flows: tuple[Flow, ...]
    phase: str | None = None
    on_failure: OnFailure | None = None
    """What the simulation does when a branch fails; None waits for all."""
    note: str | None = None
    line: int | None = None
    place: Location | None = field(default=None, compare=False, repr=False)


Node = Step | ParallelBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """From where to where calendar time counts."""

    start: str | None = None
    """A step id, or words."""
    stop: str | None = None
    days: str = "calendar"
    """"calendar", or "business": plain days in the file were read as business days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Words for the cover."""

    client: str | None = None
    prepared_by: str | None = None
    date: str | None = None
    confidentiality: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Published totals to compare ours with."""

    values: tuple[tuple[str, Quantity], ...] = ()
    """Name of a vector line ("days", "steps", "pages", ...) and its published value."""
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that a process was read from."""

    file: str
    """Its name, without its folder."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A whole hiring process as its file describes it."""

    title: str
    nodes: tuple[Node, ...]
    roles: tuple[Role, ...]
    outcomes: tuple[Outcome, ...] = BUILT_IN_OUTCOMES
    """The built-in outcomes, then the file's own."""
    variant: str | None = None
    scope: Scope | None = None
    """None when the file does not say: priced against end-to-end, no grade."""
    clock: Clock = Clock()
    hires_per_year: Quantity | None = None
    vacancy_cost: Quantity | None = None
    """Money that one open day of the position costs: the client's own figure."""
    demand: Requisitions | Arrivals | None = None
    """Who comes, and for which openings; the exact engine does not ask."""
    other_offers: Quantity | None = None
    """Share of those in the process who take another offer, a day."""
    currency: str = "USD"
    about: About = About()
    known: Known | None = None
    note: str | None = None
    file: str = ""
    """Name of the file, without its folder."""
    sha256: str = ""
    extends: tuple[SourceFile, ...] = ()
    """The files that an overlay changes, the nearest first."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in the order of the file, those inside blocks included."""
        return tuple(walk_steps(self.nodes))

    def role(self, role_id: str) -> Role:
        """Return the role with this id.

        Raises:
            KeyError: no role has it.
        """
        for role in self.roles:
            if role.id == role_id:
                return role
        raise KeyError(role_id)

    def outcome(self, outcome_id: str) -> Outcome:
        """Return the outcome with this id.

        Raises:
            KeyError: no outcome has it.
        """
        for outcome in self.outcomes:
            if outcome.id == outcome_id:
                return outcome
        raise KeyError(outcome_id)


def walk_steps(nodes: tuple[Node, ...]) -> Iterator[Step]:
    """Yield the steps of a level and of the blocks in it, in the order of the file."""
    for node in nodes:
        if isinstance(node, Step):
            yield node
        else:
            for branch in node.branches:
                yield from walk_steps(branch)


def walk_blocks(nodes: tuple[Node, ...]) -> Iterator[ParallelBlock]:
    """Yield the parallel blocks of a level, each before those nested in it."""
    for node in nodes:
        if isinstance(node, ParallelBlock):
            yield node
            for branch in node.branches:
                yield from walk_blocks(branch)
