"""The page as a file: it asks for nothing, runs nothing foreign, breaks on nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from audit.loaders import load_process_text
from audit.pipeline import compare
from audit.report import render_comparison_html
from audit.result import comparison_from_json, to_json
from tests.benchmarks.generated import process_file
from tests.report.comparison.comparisons import EVERY, ONBOARDING, compared
from tests.report.markup import HOSTILE_NAMES, Outline, words_of

BLAME = re.compile(
    r"(?<!nobody's )\b(?:fault|blame|incompetent|lazy|stupid|careless|failed to)\b",
    re.I,
)


@pytest.fixture(scope="module", params=EVERY)
def page(request: pytest.FixtureRequest) -> str:
    return render_comparison_html(compared(request.param))


def hostile_file(names: tuple[str, ...], *, after: bool) -> str:
    """Return a process whose every text is a hostile name."""
    quoted = [json.dumps(name, ensure_ascii=False) for name in names]
    steps = "".join(
        f"  - id: s{k}{'b' if after and k % 3 == 0 else ''}\n    name: {name}\n"
        f"    role: hr\n    phase: {name}\n    note: {name}\n"
        f"    wait: {2 + after} days\n"
        for k, name in enumerate(quoted)
    )
    return (
        f"process: {quoted[0]}\nvariant: {quoted[1]}\nnote: {quoted[2]}\n"
        f"about: {{client: {quoted[2]}, confidentiality: {quoted[1]}}}\n"
        f"roles: {{hr: {{side: employer, name: {quoted[0]}}}}}\n"
        f"scope: onboarding\nsteps:\n{steps}"
    )


@pytest.fixture(scope="module")
def hostile() -> str:
    before, after = (
        load_process_text(hostile_file(HOSTILE_NAMES, after=after), f"{name}.yaml")
        for name, after in ((HOSTILE_NAMES[0], False), (HOSTILE_NAMES[1], True))
    )
    result = compare(before, after)
    names = HOSTILE_NAMES * 2
    changes = tuple(
        replace(change, name=name, note=name)
        for change, name in zip(result.changes, names, strict=False)
    )
    warned = replace(result, warnings=HOSTILE_NAMES, changes=changes)
    return render_comparison_html(warned)


def test_the_page_asks_nobody_for_anything(page: str) -> None:
    """No address in any source, style or script; links lead into the page or away."""
    for tag, name, value in Outline(page).attributes:
        if name == "src" or (tag == "link" and name == "href"):
            assert value.startswith("data:")
    assert "@import" not in page
    assert not re.search(r"url\((?!['\"]?(?:data:|#))", page)


def test_the_policy_names_the_style_and_the_script(page: str) -> None:
    """What runs is what the hashes say, and nothing else may."""
    (policy,) = [v for v in Outline(page).values("content") if "default-src" in v]
    assert "default-src 'none'" in policy
    for tag in ("style", "script"):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_no_style_and_no_handler_in_the_markup(page: str) -> None:
    """A strict policy would drop them, and with them what they do."""
    for tag, name, _ in Outline(page).attributes:
        assert name != "style", tag
        assert not name.startswith("on"), (tag, name)


def test_every_id_is_one_and_every_link_inside_leads_somewhere(page: str) -> None:
    """Links of changes, findings, steps and evidence arrive."""
    outline = Outline(page)
    ids = Counter(outline.values("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    inside = {v[1:] for v in outline.values("href") if v.startswith("#") and v != "#"}
    assert inside - set(ids) == set()
    for attribute in ("aria-labelledby", "aria-describedby"):
        named = {name for v in outline.values(attribute) for name in v.split()}
        assert named - set(ids) == set()


def test_every_drawing_has_a_size(page: str) -> None:
    """Where style is stripped, a drawing without a size fills the window."""
    for drawing in re.findall(r"<svg\b[^>]*>", page):
        assert "width=" in drawing
        assert "height=" in drawing or "viewBox=" in drawing


def test_no_page_says_nan_or_none(page: str) -> None:
    """Next to nothing stated is still a page in words."""
    assert not re.search(r"\b(nan|inf|None|null|undefined)\b", words_of(page))


def test_units_stay_on_the_line_of_their_number(page: str) -> None:
    """No line begins with "%", "h" or "min" whose number ended the line above."""
    sentences = re.sub(r"<(style|script|svg|code)\b.*?</\1>", "", page, flags=re.S)
    assert re.findall(r"\d (?:%|h\b|min\b)", sentences) == []


def test_nobody_is_blamed(page: str) -> None:
    """The page speaks of steps and numbers, never of whose fault they are."""
    assert not BLAME.search(words_of(page))


def test_worse_is_never_told_by_colour_alone(page: str) -> None:
    """Each verdict on the first screen has its word in it."""
    for verdict, text in re.findall(r'<span class="delta (\w+)">(.*?)</span>', page):
        assert text.endswith(verdict)


@pytest.mark.parametrize("name", ["packet", "portal"])
def test_the_same_result_gives_the_same_bytes(name: str) -> None:
    """Reports can be compared, kept and checked; also from a kept result."""
    result = compared(name)
    page = render_comparison_html(result)
    assert render_comparison_html(result) == page
    assert render_comparison_html(comparison_from_json(to_json(result))) == page


def test_forty_steps_stay_small() -> None:
    """A large process before and after still goes by mail: under 250 kB."""
    before = process_file(40, seed=2)
    after = re.sub(r"wait: (\d+)", lambda m: f"wait: {int(m[1]) + 1}", before, count=6)
    result = compare(load_process_text(before), load_process_text(after))
    assert len(render_comparison_html(result).encode()) < 250_000


def test_names_from_the_files_are_text_and_nothing_else(hostile: str) -> None:
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
    """The page stays a page; a note may be long, but not that long."""
    assert len(hostile) < 400_000
    assert "x" * 700 not in hostile


def test_a_gain_that_nobody_can_divide_still_makes_a_page() -> None:
    """Without shares there is no waterfall, and the page says why."""
    result = compared("packet")
    none = replace(
        result.credit, method="none", attributions=(), note="There are 99 changes."
    )
    page = render_comparison_html(replace(result, credit=none))
    assert "There are 99 changes." in words_of(page)
    assert 'id="c-waterfall' not in page


def test_nothing_got_worse_is_on_the_first_screen_when_it_is_true() -> None:
    """The sentence a board looks for, only where every line allows it."""
    before = f"{ONBOARDING}steps: [{{id: a, role: hr, work: 20 min, wait: 2 days}}]\n"
    after = before.replace("2 days", "1 day").replace("20 min", "10 min")
    result = compare(load_process_text(before), load_process_text(after))
    words = "Nothing that we can measure got worse."
    assert (words in words_of(render_comparison_html(result))) == (
        "worse" not in {line.verdict.value for line in result.lines}
    )
