"""The page as a file: it asks for nothing, runs nothing foreign, breaks on nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

from audit.loaders import load_process, load_process_text
from audit.pipeline import audit_process
from audit.report import render_html
from audit.report.templating import prose
from tests.benchmarks.generated import process_file
from tests.report.markup import HOSTILE_NAMES, Outline, words_of

STORIES = {
    name: Path(f"processes/{name}/before.yaml")
    for name in ("packet", "hospital", "federal-80-day")
}
ROLES = "roles: {candidate: {side: candidate}, hr: {side: employer}}\n"
SMALL = {
    "one step": "process: A\nroles: {hr: {side: employer}}\n"
    "steps: [{id: a, role: hr}]\n",
    "no wait stated": f"process: A\nscope: onboarding\n{ROLES}"
    "steps: [{id: a, role: hr, work: 5 min}, {id: b, role: candidate, pages: 2}]\n",
    "a score of nought": f"process: A\nscope: onboarding\n{ROLES}"
    "steps: [{id: a, role: hr, wait: 0}]\n",
    "partial": f"process: A\nscope: partial\n{ROLES}"
    "steps: [{id: a, role: hr, wait: 2 days}]\n",
    "a block alone": f"process: A\nscope: onboarding\n{ROLES}"
    "steps:\n  - id: b\n    parallel:\n"
    "      - - {id: x, role: hr, wait: 2 days}\n"
    "      - - {id: y, role: candidate, pages: 3}\n",
}


@pytest.fixture(scope="module", params=sorted(STORIES))
def page(request: pytest.FixtureRequest) -> str:
    return render_html(audit_process(load_process(STORIES[request.param])))


@pytest.fixture(scope="module")
def hostile() -> str:
    steps = "".join(
        f"  - id: s{k}\n    name: {quoted(name)}\n    role: hr\n"
        f"    phase: {quoted(name)}\n    note: {quoted(name)}\n    wait: 2 days\n"
        f"    next: [{{to: {'hired' if k == len(HOSTILE_NAMES) - 1 else f's{k + 1}'},"
        f" share: 80%}}, {{to: s0, share: rest, reason: {quoted(name)}}}]\n"
        for k, name in enumerate(HOSTILE_NAMES)
    )
    head = "".join(
        f"{key}: {quoted(name)}\n"
        for key, name in zip(
            ("process", "variant", "note"), HOSTILE_NAMES, strict=False
        )
    )
    text = (
        f"{head}about: {{client: {quoted(HOSTILE_NAMES[2])}, "
        f"confidentiality: {quoted(HOSTILE_NAMES[1])}}}\n"
        f"roles: {{hr: {{side: employer, name: {quoted(HOSTILE_NAMES[0])}}}}}\n"
        f"scope: onboarding\nsteps:\n{steps}"
    )
    return render_html(audit_process(load_process_text(text)))


def quoted(text: str) -> str:
    """Write any text as a YAML string."""
    import json

    return json.dumps(text, ensure_ascii=False)


def test_the_page_asks_nobody_for_anything(page: str) -> None:
    """No address in any source, style or script; links lead into the page or away."""
    outline = Outline(page)
    for tag, name, value in outline.attributes:
        if name == "src" or (tag == "link" and name == "href"):
            assert value.startswith("data:")
    assert "@import" not in page
    assert not re.search(r"url\((?!['\"]?(?:data:|#))", page)


def test_the_policy_names_the_style_and_the_script(page: str) -> None:
    """What runs is what the hashes say, and nothing else may."""
    (policy,) = [v for v in Outline(page).values("content") if "default-src" in v]
    assert "default-src 'none'" in policy
    for tag in ("style", "script"):
        bodies = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        assert len(bodies) == 1
        digest = hashlib.sha256(bodies[0].encode()).digest()
        assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert "unsafe" not in policy


def test_no_style_and_no_handler_in_the_markup(page: str) -> None:
    """A strict policy would drop them, and with them what they do."""
    for tag, name, _ in Outline(page).attributes:
        assert name != "style", tag
        assert not name.startswith("on"), (tag, name)


def test_every_id_is_one_and_every_link_inside_leads_somewhere(page: str) -> None:
    """Links of findings, steps and evidence arrive."""
    outline = Outline(page)
    ids = Counter(outline.values("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    inside = {v[1:] for v in outline.values("href") if v.startswith("#") and v != "#"}
    assert inside - set(ids) == set()


def test_every_drawing_has_a_size(page: str) -> None:
    """Where style is stripped, a drawing without a size fills the window."""
    for drawing in re.findall(r"<svg\b[^>]*>", page):
        assert "width=" in drawing
        assert "height=" in drawing or "viewBox=" in drawing


def test_the_same_result_gives_the_same_bytes() -> None:
    """Reports can be compared, kept and checked."""
    result = audit_process(load_process(STORIES["hospital"]))
    assert render_html(result) == render_html(result)


@pytest.mark.parametrize("text", SMALL.values(), ids=SMALL.keys())
def test_small_processes_have_a_page_too(text: str) -> None:
    """One step, no waits, nothing scored: still a page, without nan or None."""
    page = render_html(audit_process(load_process_text(text)))
    assert not re.search(r"\b(nan|inf|None|null|undefined)\b", words_of(page))


def test_sixty_steps_stay_small() -> None:
    """A large process still goes by mail: under 250 kB."""
    page = render_html(audit_process(load_process_text(process_file(60, seed=2))))
    assert len(page.encode()) < 250_000


def test_names_from_the_file_are_text_and_nothing_else(hostile: str) -> None:
    """No tag, handler or template of a name comes to life."""
    outline = Outline(hostile)
    assert outline.tags["script"] == 1
    assert outline.tags["img"] == outline.tags["evil"] == 0
    assert not any(name.startswith("on") for _, name, _ in outline.attributes)
    assert "{{ 7 * 7 }}" in hostile.replace("&#123;", "{").replace("&#125;", "}")


def test_marks_that_turn_text_around_are_gone(hostile: str) -> None:
    """A name cannot reverse the words beside it."""
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", hostile)


def test_a_name_of_ten_thousand_letters_is_cut(hostile: str) -> None:
    """The page stays a page."""
    assert len(hostile) < 400_000
    assert "x" * 400 not in hostile


def test_units_stay_on_the_line_of_their_number(page: str) -> None:
    """No line begins with "%", "h" or "min" whose number ended the line above."""
    sentences = re.sub(r"<(style|script|svg|code)\b.*?</\1>", "", page, flags=re.S)
    assert "\u00a0%" in sentences
    assert re.findall(r"\d (?:%|h\b|min\b)", sentences) == []


def test_keys_to_copy_keep_their_plain_spaces() -> None:
    """What stands between backticks can be pasted into a file."""
    assert str(prose("at 5 % write `wait: 2 h` or `a`")) == (
        "at 5\u00a0% write <code>wait: 2 h</code> or <code>a</code>"
    )
    assert str(prose("a ` alone & 5 %")) == "a ` alone &amp; 5\u00a0%"
