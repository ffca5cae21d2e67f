"""Two processes that differ in nothing but words are the same process."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from audit.comparison import difference_lines, same
from audit.loaders import load_process
from audit.model import ParallelBlock, Process
from audit.pipeline import audit_process
from audit.result import Verdict
from tests.builders import block, step
from tests.builders import process as built
from tests.comparison.audited_files import HEAD, process, steps_file

STORIES = ("hospital", "packet", "keyword-screen", "overloaded-hr")
PARALLEL = """\
  - id: {block}
    parallel:
      - [{{id: x, role: lab, wait: 2 days}}, {{id: y, role: lab, wait: 1 day}}]
      - [{{id: w, role: candidate, {inside}}}]
    next: {{b: 90%, rejected: 10%}}
"""
WITH = "hr: {work: 1 h}, lab: {work: 5 min}"


def file(
    first: str = "work: 1 h",
    block: str = "checks",
    inside: str = "wait: 3 days",
    more: str = "",
    flows: str = "{checks: 70%, b: 20%, withdrew: rest}",
) -> str:
    head = HEAD + "outcomes: {ghosted: {by: candidate}}\n" + more
    flows = flows.replace("checks", block)
    return (
        steps_file(f"id: a, role: candidate, {first}, next: {flows}", head=head)
        + PARALLEL.format(block=block, inside=inside)
        + "  - {id: b, role: hr, work: 5 min}\n"
    )


BASE = process(file())

WORDS: dict[str, str] = {
    "nothing": file(),
    "title": file().replace("A case", "Another"),
    "variant": file(more="variant: after\n"),
    "note of the file": file(more="note: A word.\n"),
    "cover": file(more="about: {client: Somebody, date: 2026-11-02}\n"),
    "published totals": file(more="known: {days: 91}\n"),
    "name": file("work: 1 h, name: Fill it in"),
    "note": file("work: 1 h, note: By mail"),
    "phase": file("work: 1 h, phase: Apply"),
    "source": file("work: 1 h, evidence: {source: A file, by: HR, n: 20}"),
    "a note of a branch": file(inside="wait: 3 days, note: In town"),
    "rest written out": file(flows="{checks: 70%, b: 20%, withdrew: 10%}"),
    "order of shares": file(flows="{withdrew: 10%, b: 20%, checks: 70%}"),
    "another unit": file("work: 60 min"),
    "name of a role": file().replace("hr: {", "hr: {name: People, "),
    "reason": file().replace(
        "next: {b: 90%, rejected: 10%}",
        "next: [{to: b, share: 90%}, {to: rejected, share: 10%, reason: No papers}]",
    ),
}

NUMBERS: dict[str, str] = {
    "work": file("work: 2 h"),
    "a key that is left out": file("name: a"),
    "a flag": file("work: 1 h, pay_disclosed: false"),
    "role": file().replace("id: b, role: hr", "id: b, role: lab"),
    "basis": file("work: 1 h, evidence: {basis: measured}"),
    "a wait inside": file(inside="wait: 4 days"),
    "id of a block": file(block="proofs"),
    "flow": file(flows="{checks: 60%, b: 30%, withdrew: 10%}"),
    "target": file(flows="{checks: 70%, b: 20%, ghosted: 10%}"),
    "flow of a block": file().replace("b: 90%, rejected", "b: 90%, withdrew"),
    "scope": file().replace("onboarding", "end-to-end"),
    "currency": file(more="currency: EUR\n"),
    "hires": file(more="hires_per_year: 9\n"),
    "clock": file(more="clock: {start: b}\n"),
    "days": file(more="clock: {days: business}\n"),
    "people": file().replace("hr: {", "hr: {people: 2, "),
    "whose outcome": file().replace("by: candidate", "by: employer"),
    "is it told": file().replace("by: candidate", "by: candidate, told: none"),
    "branches": file().replace("}, {id: y", "}]\n      - [{id: y"),
    "one more step": file() + "  - {id: c, role: hr}\n",
    "who takes part": file("work: 1 h, with: {hr: {work: 1 h}}"),
}


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
def test_words_make_no_difference(text: str) -> None:
    """The page says "no difference" when a file was only reworded."""
    other = process(text)
    assert same(BASE, other)
    assert same(other, BASE)
    for line in difference_lines(audit_process(BASE), audit_process(other)):
        assert line.verdict is Verdict.UNCHANGED, line


@pytest.mark.parametrize("text", NUMBERS.values(), ids=NUMBERS)
def test_anything_else_does(text: str) -> None:
    """ "No difference" is never said where something may hang on it."""
    other = process(text)
    assert not same(BASE, other)
    assert not same(other, BASE)


FILE_WORDS = {"title", "variant", "about", "known", "note", "file", "sha256", "extends"}


@pytest.mark.parametrize(
    "field", [f.name for f in fields(Process) if f.name not in FILE_WORDS | {"nodes"}]
)
def test_every_setting_of_a_file_counts(field: str) -> None:
    """A setting added to the format later is compared without anybody's doing."""
    held = getattr(BASE, field)
    other: object = held[1:] if isinstance(held, tuple) else "x"
    if field == "clock":
        other = replace(held, start="an offer")
    assert not same(BASE, replace(BASE, **{field: other}))


BLOCK_WORDS = {"id", "name", "phase", "note", "line", "place", "flows", "branches"}


def test_every_setting_of_a_block_counts() -> None:
    """Likewise whatever a block can say beside its branches."""
    for field in {f.name for f in fields(ParallelBlock)} - BLOCK_WORDS | {"flows"}:
        value = () if field == "flows" else "x"
        nodes = tuple(
            replace(node, **{field: value}) if isinstance(node, ParallelBlock) else node
            for node in BASE.nodes
        )
        assert not same(BASE, replace(BASE, nodes=nodes)), field


def test_lists_have_no_order() -> None:
    """Items asked for, and people who take part, are sets."""
    one = process(file(f"work: 1 h, asks: [name, ssn], with: {{{WITH}}}"))
    turned = ", ".join(reversed(WITH.split(", ")))
    other = process(file(f"work: 1 h, asks: [ssn, name], with: {{{turned}}}"))
    assert same(one, other)


def test_another_id_that_says_so_is_a_word() -> None:
    """Renaming a step, its flows and the clock that starts there changes nothing."""
    clock = "clock: {start: b}\n"
    before = process(file(more=clock))
    renamed = file(more=clock.replace("b}", "last}"))
    renamed = renamed.replace("id: b,", "id: last, was: b,")
    renamed = renamed.replace("b: 20%", "last: 20%").replace("b: 90%", "last: 90%")
    assert same(before, process(renamed))
    assert not same(process(renamed), before), "read backwards nobody says so"


def test_the_first_step_is_no_matter_of_order() -> None:
    """Where a case begins decides everything, inside a block too."""
    ways = {"p": {"q": 0.5, "hired": 0.5}, "q": {"p": 0.5, "hired": 0.5}}
    one = built(*(step(name, work=5, next=ways[name]) for name in "pq"))
    assert same(one, one)
    assert not same(one, replace(one, nodes=one.nodes[::-1]))

    def with_branch(*names: str) -> Process:
        turns = {name: {"p": 0.4, "q": 0.4, "done": 0.2} for name in "pq"}
        branch = [step(name, next=turns[name], rework=("p", "q")) for name in names]
        return built(block("both", branch, [step("w")]))

    assert same(with_branch("p", "q"), with_branch("p", "q"))
    assert not same(with_branch("p", "q"), with_branch("q", "p"))


@pytest.mark.parametrize("story", STORIES)
def test_a_process_is_the_same_as_itself_and_no_other(story: str) -> None:
    """Real files, with all that they hold."""
    here = load_process(f"processes/{story}/before.yaml")
    again: Process = replace(here, title="Copy", file="copy.yaml", sha256="0")
    assert same(here, again)
    assert not same(here, load_process("processes/portal/before.yaml"))
