"""Names of persons where roles belong: an audit blames nobody, and files travel."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.loaders.document import Document, List, Map, Path
from audit.loaders.problem_text import shown

_COMMON = """
aaron adam ahmed aisha alan albert alejandro alex alexander alexandra ali alice alicia
amanda amina amit amy ana andrea andreas andrew angela anita anna anne anthony antonio
anya arjun arthur ashley astrid barbara benjamin bernd beth betty bill birgit bob
brandon brenda brian bruce carl carla carlos carmen carol caroline catherine charles
charlotte chen chris christian christina christine christopher claire claudia craig
cynthia daniel danielle david deborah dennis diana diane diego dmitri donald donna
dorothy douglas edward elena elizabeth emily emma eric erika esther eva evelyn fatima
felix fernando fiona florian frances francesca francisco frank franz gabriel gary
george gerald giulia gloria gordon greg gregory hannah hans harold heather heinz helen
helga henry hiroshi hugo ian ibrahim igor ines ingrid irene isabel ivan jack jacob
jacqueline james jan jane janet jason javier jean jeff jeffrey jennifer jeremy jessica
jim joan joe johan johanna john jonathan jorge jose josef joseph joshua joyce juan
judith judy julia julie jun justin karen karl katarina kate katharina katherine
kathleen kathryn katrin keith kelly kenneth kevin klaus krishna lars laura lauren
leila lena leslie linda lisa louis louise lucas lucia luis lukas magdalena manuel
marco margaret maria marie mario marion markus martha martin martina mary mateo
matthew matthias megan mei melissa michael michelle miguel mike ming mohamed mohammed
monica monika muhammad nadia nancy natalia natalie nathan nicholas nicole nina noah
nora olga oliver olivia omar pamela patricia patrick paul paula pedro peter petra
philip pierre priya rachel raj rajesh ralph ramon raymond rebecca renate ricardo
richard robert roger ronald roy ruth ryan samantha samuel sandra sanjay sara sarah
scott sean sergei sharon shirley simon sofia sophia sophie stefan stephanie stephen
steve steven sunita susan susanne sven sylvia takashi tanya teresa theresa thomas tim
timothy tom tomas ulrich ursula uwe valentina vanessa victor victoria vijay vincent
virginia vladimir walter wei wendy werner william wolfgang xavier yasmin yolanda yuki
yusuf zoe
"""
_GIVEN_NAMES = frozenset(_COMMON.split())
"""Common given names; rare ones pass, for a warning must seldom be wrong."""

_WORD = r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*\.?"
_NAME = re.compile(rf"(?P<given>[^\W\d_]+)(?:-[^\W\d_]+)?(?:\s+{_WORD}){{0,4}}")
_INITIALLED = re.compile(r"(?:[A-Z]\.\s*)+[A-Z][a-zà-öø-ÿ]+")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau)\b\.?\s+[A-Z][a-zà-öø-ÿ]+")
_ADDRESS = re.compile(r"[\w.+-]@[\w-]+\.\w")
"""What stands around the sign: no more, for a long name would be searched over again
from each of its letters."""
_OF_WORK = re.compile(
    r"\b(?:hr|it|team|office|officer|manager|director|head|lead|agency|company|firm|"
    r"services?|department|committee|panel|hospital|clinic|school|university|college|"
    r"group|inc|ltd|llc|gmbh|recruiter|assistant|coordinator|desk)\b",
    re.IGNORECASE,
)
"""A name with one of these words is that of a job, a department or a firm."""


def check_persons(document: Document) -> None:
    """Warn of what looks like a person's name where the file should name a role."""
    for path, words in _role_like(document.root, ()):
        if looks_personal(words):
            document.add(
                "W102",
                f"'{shown(words)}' looks like a person",
                path,
                label="roles, not persons",
                hint="write the role instead, for example HR director",
            )


def looks_personal(words: str) -> bool:
    """Say whether words look like the name or address of a person.

    >>> looks_personal("Jane Smith"), looks_personal("HR director")
    (True, False)
    >>> looks_personal("Hiring Manager"), looks_personal("Dr. Okafor")
    (False, True)
    """
    words = words.strip()
    if _ADDRESS.search(words) or _TITLED.match(words) or _INITIALLED.fullmatch(words):
        return True
    name = _NAME.fullmatch(words)
    if name is None or name["given"].lower() not in _GIVEN_NAMES:
        return False
    return name["given"][0].isupper() and not _OF_WORK.search(words)


def _role_like(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield what stands where a role is meant: `by`, `owner`, names of roles."""
    if isinstance(value, List):
        for place, item in enumerate(value):
            yield from _role_like(item, (*path, place))
    elif isinstance(value, Map):
        for key, item in value.items():
            here = (*path, key)
            if isinstance(item, str):
                names_role = key == "name" and path[:1] == ("roles",)
                if names_role or (key in {"by", "owner"} and path[:1] != ("outcomes",)):
                    yield here, item
            elif isinstance(item, Map | List):
                yield from _role_like(item, here)
