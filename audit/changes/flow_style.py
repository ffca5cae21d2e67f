"""Plain data as YAML in one piece: mappings in braces, lists in brackets."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any

WIDTH = 88
_PLAIN = re.compile(r"[A-Za-z](?:[\w %./-]*[\w%.])?", re.ASCII)
_SPECIAL = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def flow(value: Any) -> str:
    """Return plain data in flow style; what may be misread is quoted.

    >>> flow({"wait": {"low": 0.5, "high": 1.0}, "remove": ["a", "no"]})
    '{wait: {low: 0.5, high: 1}, remove: [a, "no"]}'
    """
    match value:
        case dict():
            items = (f"{flow(key)}: {flow(one)}" for key, one in value.items())
            return f"{{{', '.join(items)}}}"
        case list() | tuple():
            return f"[{', '.join(flow(one) for one in value)}]"
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case float() | int():
            return number(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _SPECIAL:
        return text
    return json.dumps(text, ensure_ascii=False)


def number(value: float) -> str:
    """Return a number as it is read back, whole ones without a point."""
    whole = float(value).is_integer() and abs(value) < 1e15
    return str(int(value)) if whole else repr(float(value))


def nested_lines(key: str, value: Any, indent: int) -> list[str]:
    """Return `key: value` in one line where it fits, else with a line for each part."""
    line = f"{' ' * indent}{flow(key)}: {flow(value)}"
    if len(line) <= WIDTH or not isinstance(value, dict):
        return flow_lines(key, value, indent)
    parts = (nested_lines(name, part, indent + 2) for name, part in value.items())
    return [f"{' ' * indent}{flow(key)}:", *(one for part in parts for one in part)]


def flow_lines(key: str, value: Any, indent: int) -> list[str]:
    """Return `key: value` in lines of at most 88 columns, further ones indented more.

    A quoted text that is broken is joined again by a blank when it is read.
    """
    margin = " " * indent
    return textwrap.wrap(
        f"{flow(key)}: {flow(value)}",
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin + "    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
