"""Every problem code of a profile file: what it means, an example, and what to do."""

from __future__ import annotations

from audit.loaders.problem_codes import ProblemCode

PROFILE_CODES: tuple[ProblemCode, ...] = (
    ProblemCode(
        code="P001",
        title="a value of the wrong shape",
        meaning="A profile holds keys with numbers, words and lists. Here stands "
        "something else: a list where keys are needed, say, or no keys at all.",
        example="rates: [page_read, field]",
        remedy="Write it as in the profile that ships, "
        "`audit/ledger/profiles/default.yaml`.",
    ),
    ProblemCode(
        code="P002",
        title="unknown key",
        meaning="Nothing reads this key, so what it says would be lost.",
        example="rates:\n  handoff: {minutes: 5, spred: 2}",
        remedy="Mend the spelling, or take the key away.",
    ),
    ProblemCode(
        code="P003",
        title="unknown factor",
        meaning="The ledger counts no factor of this name.",
        example="rates:\n  fax_pages: {minutes: 0.75}",
        remedy="`hiring-audit explain` lists the factors.",
    ),
    ProblemCode(
        code="P004",
        title="something is missing",
        meaning="A profile states weights, references, wages and a rate for every "
        "factor. A factor without a rate would be free, and a scope without a "
        "reference could not be scored.",
        example="references:\n"
        "  onboarding: {candidate: 70, employer: 38, days: 5, good: 40}",
        remedy="Add it, or write `extends: default` to take what is left out from the "
        "profile that ships.",
    ),
    ProblemCode(
        code="P005",
        title="weights that do not sum to 1",
        meaning="The weights share out the importance of candidate, employer and time.",
        example="weights: {candidate: 0.4, employer: 0.3, time: 0.4}",
        remedy="Change them until they sum to 1.",
    ),
    ProblemCode(
        code="P006",
        title="a good process worse than a typical one",
        meaning="`good` is the score of a good process of the scope; the typical one "
        "scores 100, and lower is better.",
        example="references:\n"
        "  onboarding: {candidate: 70, employer: 38, days: 5, good: 140}",
        remedy="Give a number between 0 and 100.",
    ),
    ProblemCode(
        code="P007",
        title="a range that does not fit its rate",
        meaning="`low` and `high` are the 90 % range and hold the rate between them; "
        "`spread` is the same as a factor up and down, 1 or more. Only one of the two "
        "ways can be used.",
        example="rates:\n  handoff: {minutes: 5, low: 6, high: 10}",
        remedy="Correct the range, or leave it out for a rate that is exact.",
    ),
    ProblemCode(
        code="P008",
        title="unknown evidence row",
        meaning="`evidence` names rows of the evidence that ships; this is none.",
        example="rates:\n  page_read: {minutes: 1.7, evidence: [PAP-71]}",
        remedy="Name a row that `hiring-audit explain` lists, or leave `evidence` out "
        "and say in `note` where the figure is from.",
    ),
    ProblemCode(
        code="P009",
        title="unknown grade",
        meaning="Evidence is graded A (official or peer-reviewed), B (large study with "
        "a stated method), C (weaker) or D (own figure).",
        example="rates:\n  page_read: {minutes: 1.7, grade: E}",
        remedy="Use one of the four letters.",
    ),
    ProblemCode(
        code="P010",
        title="felt less than it takes",
        meaning="`felt` says how much longer the minutes feel: 1 is as long as they "
        "take. Less would make a burden look smaller than the clock shows.",
        example="rates:\n  call: {minutes: 11, felt: 0.5}",
        remedy="Give 1 or more, or leave it out.",
    ),
    ProblemCode(
        code="P011",
        title="a rate in the wrong unit",
        meaning="Calendar time (`wait_day`) is priced in days, every other factor in "
        "minutes for each thing counted.",
        example="rates:\n  wait_day: {minutes: 1440}",
        remedy="Write `days` for wait_day and `minutes` for all others.",
    ),
    ProblemCode(
        code="P012",
        title="unknown profile to extend",
        meaning="A profile can be built on the one that ships and on no other.",
        example="extends: company-wide",
        remedy="Write `extends: default`, or state everything.",
    ),
    ProblemCode(
        code="P013",
        title="not a number that can stand here",
        meaning="Rates, weights, wages and references are plain numbers, none of them "
        "negative; references are more than zero.",
        example="rates:\n  handoff: {minutes: -5}",
        remedy="Give a number, without a unit.",
    ),
)
"""In the order of their codes."""
