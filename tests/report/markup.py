"""What the tests ask about a page: its tags, attributes and words."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

HOSTILE_NAMES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]> --> </style></script><evil>",
    "\u202egnirih\u202c \u2066x",
    "=cmd|' /C calc'!A0",
    "{{ 7 * 7 }} {% raw %}",
    "👩\u200d⚕️ Ärztin 採用",
    "x" * 10_000,
)
"""Names that try to become something else than text."""


class Outline(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def values(self, name: str) -> list[str]:
        return [value for _, key, value in self.attributes if key == name]


def words_of(page: str) -> str:
    """Return the words that a reader sees, one space between them."""
    from html import unescape

    text = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())
