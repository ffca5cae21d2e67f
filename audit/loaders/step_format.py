"""The keys of a step and of a parallel block, as the file spells them.

Descriptions and examples become the editor's help through the JSON Schema.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Tag

from audit.loaders.value_types import (
    BasisWord,
    CauseWord,
    ChannelWord,
    ContactWord,
    Count,
    CoverWord,
    DailyShare,
    Date,
    Days,
    FileMap,
    Flag,
    FlowKindWord,
    FlowShare,
    Id,
    JustifiedWord,
    KindWord,
    MethodWord,
    Minutes,
    Money,
    Note,
    OnFailureWord,
    PagesOrAll,
    PerWord,
    PositionWord,
    PriorityWord,
    Reference,
    RemovableWord,
    SchedulingWord,
    Share,
    Silence,
    Text,
    key,
    required,
)


class PagesMap(FileMap):
    """Pages by what is done with them; a kind that is left out is zero."""

    read: Count = key("Pages to read and handle.", 6)
    fill: Count = key("Pages to fill in.", 9)
    note: Note = key("Words for the reader of the report.", "Counted on the PDF.")


class DocumentsMap(FileMap):
    """Documents by kind; a kind that is left out is zero."""

    copies: Count = key("Copies or scans to supply.", 2)
    originals: Count = key("Originals to supply.", 1)
    third_party: Count = key(
        "How many of them somebody outside has to issue (a part of the others).", 1
    )
    note: Note = key("Words for the reader of the report.", "Passport and diploma.")


class SignaturesMap(FileMap):
    """Signatures by kind; a kind that is left out is zero. Two signers are two."""

    wet: Count = key("Signatures by hand on paper.", 12)
    electronic: Count = key("Electronic signatures.", 3)
    notarised: Count = key("Signatures before a notary.", 1)
    note: Note = key("Words for the reader of the report.", "One per form.")


class WaitMap(FileMap):
    """Clock time with its cause."""

    takes: Days = required("Clock time from ready to done, work included.", "14 days")
    cause: CauseWord = key("What the wait is for.", "budget", alias="for")
    note: Note = key("Words for the reader of the report.", "Monthly board meeting.")


class AuditedMap(FileMap):
    """Some of those turned away, drawn by chance and read again by an expert."""

    read: Count = required("How many were read again.", 50)
    qualified: Count = required("How many of them were qualified.", 6)
    note: Note = key("Words for the reader of the report.", "Those of March.")


class ScreenMap(FileMap):
    """How this step sifts applications, and how well."""

    method: MethodWord = required("How applications are sifted.", "keyword")
    qualified_share: Share = key(
        "Share of those arriving who are qualified; after another screen it follows.",
        "30%",
    )
    passes_qualified: Share = key("Share of the qualified who get through.", "55%")
    passes_unqualified: Share = key("Share of the unqualified who get through.", "15%")
    audited: AuditedMap | None = key(
        "Those turned away whom somebody read again: what they were goes before what "
        "the shares say of those turned away, and needs none of them where `next` "
        "says how many are.",
        {"read": 50, "qualified": 6},
    )
    note: Note = key("Words for the reader of the report.", "From a sample of 200.")


class FlowMap(FileMap):
    """One way on from a step."""

    to: Reference = required(
        "Id of a node on the same level, an outcome, or done.", "interview"
    )
    share: FlowShare = key("Share of the cases; pass or fail beside a screen.", "90%")
    kind: FlowKindWord = key("A jump back is rework whatever this says.", "rework")
    reason: Text = key("Why a case goes this way.", "incomplete form")
    redo: Share = key("Share of the target's work done again on a return.", "20%")
    simulated: Flag = key(
        "True where a simulation makes these cases itself: people who leave because "
        "they wait, or who lose the race for the position.",
        True,
    )
    note: Note = key("Words for the reader of the report.", "Counted in March.")


class ParticipantMap(FileMap):
    """Somebody beside the step's own role who gives time in it."""

    people: Count = key("How many of them; one unless stated.", 3)
    work: Minutes = key("Touch time of each.", "1 h")
    trip: Minutes = key("Travel and waiting on the spot of each.", "90 min")
    note: Note = key("Words for the reader of the report.", "Two of them remote.")


class EvidenceMap(FileMap):
    """Where the numbers of a step come from."""

    basis: BasisWord = key("How the numbers came to be known.", "reported")
    source: Text = key("Document or system they come from.", "HR dashboard")
    by: Text = key("Who said so: a role, never a person.", "HR director")
    date: Date = key("When: year, month, day.", "2026-10-12")
    n: Count = key("How many cases were counted.", 20)
    note: Note = key("Words for the reader of the report.", "One quarter only.")


def _by_kind(value: object) -> str:
    amount = {"value", "low", "likely", "high"}
    return "(kinds)" if isinstance(value, dict) and not amount & set(value) else "(one)"


def _wait_shape(value: object) -> str:
    named = isinstance(value, dict) and {"takes", "for"} & set(value)
    return "(wait)" if named else "(one)"


def _next_shape(value: object) -> str:
    if isinstance(value, dict):
        return "(shares)"
    return "(flows)" if isinstance(value, list) else "(one)"


def _node_shape(value: object) -> str:
    return "(block)" if isinstance(value, dict) and "parallel" in value else "(step)"


Pages = Annotated[
    Annotated[Count, Tag("(one)")] | Annotated[PagesMap, Tag("(kinds)")],
    Discriminator(_by_kind),
]
Documents = Annotated[
    Annotated[Count, Tag("(one)")] | Annotated[DocumentsMap, Tag("(kinds)")],
    Discriminator(_by_kind),
]
Signatures = Annotated[
    Annotated[Count, Tag("(one)")] | Annotated[SignaturesMap, Tag("(kinds)")],
    Discriminator(_by_kind),
]
WaitValue = Annotated[
    Annotated[Days, Tag("(one)")] | Annotated[WaitMap, Tag("(wait)")],
    Discriminator(_wait_shape),
]
Next = Annotated[
    Annotated[Reference | None, Tag("(one)")]
    | Annotated[dict[str, FlowShare], Tag("(shares)")]
    | Annotated[list[FlowMap], Tag("(flows)")],
    Discriminator(_next_shape),
]


class StepKeys(FileMap):
    """The keys that a step may have and that `defaults` may fill."""

    name: Text = key("Name for people; the id made readable unless stated.", "Apply")
    phase: Text = key("Groups steps in the map and the report.", "Apply")
    kind: KindWord = key("What sort of activity this is.", "form")
    channel: ChannelWord = key("The medium the step happens in.", "portal")
    per: PerWord = key("How often it happens: per applicant or per vacancy.", "vacancy")
    work: Minutes = key("Touch time beside the paperwork listed.", "20-45 min")
    work_covers: CoverWord = key("all: the work includes the paperwork listed.", "all")
    wait: WaitValue = key("Clock time from ready to done, work included.", "5 days")
    silent: Silence = key(
        "No word to the candidate: true for the whole wait, or how long.", "9 days"
    )
    every: Days = key("Done in batches: time between two of them.", "1 week")
    deadline: Days = key("Time the doer is given.", "3 business days")
    sla: Days = key("Time promised.", "5 days")
    applies_to: Share = key("Share of the cases that need this step.", "5%")
    pages: Pages = key("Pages; a bare number is pages to read.", {"read": 6, "fill": 9})
    fields: Count = key("Answers to give, those asked before included.", 85)
    asks: list[Text] | None = key(
        "Data items asked for; asking one again is computed.", ["name", "address"]
    )
    repeated_fields: Count = key("Answers asked before, beyond what asks shows.", 18)
    instructions: Count = key("Places to look for instructions.", 3)
    documents: Documents = key("Things to find and supply.", 2)
    signatures: Signatures = key("Signatures by kind.", {"wet": 12})
    print: PagesOrAll = key("Pages to print; true: all pages of this step.", 42)
    scan: PagesOrAll = key("Pages to scan; true: all pages of this step.", 42)
    fax: PagesOrAll = key("Pages to fax; true: all pages of this step.", 42)
    uploads: Count = key("Files to upload.", 2)
    logins: Count = key("Accounts to create or log in to.", 1)
    calls: Count = key("Telephone calls.", 2)
    trip: Minutes = key("Travel and waiting on the spot.", "90 min")
    cost: Money = key("Money out of the role's own pocket.", 90)
    fee: Money = key("Money the employer pays an outsider.", 250)
    rekey: Count = key("Fields keyed again from another place.", 60)
    check: Count = key("Pages checked.", 42)
    file: Count = key("Pages filed.", 42)
    participants: dict[str, ParticipantMap] | None = key(
        "Who else gives time in this step.",
        {"panel": {"people": 3, "work": "1 h"}},
        alias="with",
    )
    screen: ScreenMap | None = key(
        "How the step sifts applications.", {"method": "keyword"}
    )
    justified: JustifiedWord = key("Why its friction is kept.", "law")
    mandate: Text = key("The law or rule that demands it.", "I-9")
    removable: RemovableWord = key("What may change about a mandate.", "medium_only")
    owner: Text = key("Who answers for the step: a role.", "HR director")
    contact: ContactWord = key("What the candidate hears in this step.", "human")
    position: PositionWord = key("What the step does about the open position.", "lock")
    contingency: Flag = key("Its failure can undo an offer.", True)
    commits: Flag = key("The candidate gives notice here.", True)
    pay_disclosed: Flag = key("The pay is told by this step.", True)
    timeline_told: Flag = key("The candidate is told what comes when.", True)
    feedback: Flag = key("Those turned down here hear why.", False)
    scheduling: SchedulingWord = key("Who finds the time.", "self")
    mobile: Flag = key("Works on a telephone.", False)
    accessible: Flag = key("Works with assistive technology.", False)
    paid: Flag = key("The candidate is paid for the time.", False)
    reading_grade: Count = key("School grade needed to read the text.", 12)
    requirements: Count = key("Must-haves that the advert lists.", 14)
    first: Days = key(
        "Simulation: time from the first Monday at midnight to the first batch.",
        "2 days",
    )
    delay: Days = key(
        "Simulation: time that passes beside queue and work. Unless stated it follows "
        "from wait: a wait for the queue is made by the simulation, of any other wait "
        "it is what the work leaves.",
        "2 days",
    )
    priority: PriorityWord = key(
        "Simulation: whether it goes before or behind other work of the role.", "first"
    )
    leaves: DailyShare = key(
        "Simulation: share that walks away a day while this step keeps them waiting.",
        "2%",
    )
    in_progress: Count = key(
        "Simulation: candidates who stand before this step on the first day.", 4
    )
    offer: Flag = key("Simulation: who leaves this step holds an offer.", True)
    evidence: EvidenceMap | None = key(
        "Where the step's numbers come from.", {"basis": "reported", "by": "HR lead"}
    )
    note: Note = key("Words for the reader of the report.", "From mail dates.")


class StepMap(StepKeys):
    """One activity of one role."""

    id: Id = required("Short name, unique in the file.", "apply")
    role: Reference = required("Who does it: an id under roles.", "candidate")
    next: Next = key(
        "Where cases go; the step below unless stated.",
        {"interview": "60%", "rejected": "rest"},
    )
    was: Text = key("Its id in an earlier file.", "portal_form")


class BlockMap(FileMap):
    """Branches that all run; the block ends when the last one ends."""

    id: Id = required("Short name, unique in the file.", "checks")
    name: Text = key("Name for people.", "Checks")
    phase: Text = key("Groups steps in the map and the report.", "Checks")
    parallel: list[list[NodeMap]] = required(
        "Branches: each a list of steps or blocks.",
        [[{"id": "background", "role": "vendor"}], [{"id": "xray", "role": "nurse"}]],
        min_length=1,
    )
    next: Next = key("Where cases go when all branches are done.", "offer")
    on_failure: OnFailureWord = key(
        "Simulation: whether a branch that fails waits for the others or stops them.",
        "cancel",
    )
    note: Note = key("Words for the reader of the report.", "Since last year.")


NodeMap = Annotated[
    Annotated[StepMap, Tag("(step)")] | Annotated[BlockMap, Tag("(block)")],
    Discriminator(_node_shape),
]
