"""Files are written whole or not at all, and errors name the file asked for."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from audit.cli.output import LONGEST, against, page_stem, write_whole


def test_a_full_disk_names_the_file_and_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file stays, no half of the new one does; the name is the one given."""
    path = tmp_path / "page.html"
    write_whole(path, "old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(path, "new")
    assert caught.value.filename == str(path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]


LONG = (
    "Hiring of nurses for all wards of the county hospital and both of its clinics, 2"
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("\u63a1\u7528", None), ("\u770b\u8b77", None)),
        (("\u0412\u0440\u0430\u0447", "1"), ("\u041c\u0435\u0434", "1")),
        ((LONG, "before"), (LONG, "after")),
        ((LONG, "before"), (LONG, "simulated before")),
        (("Ward", "\u524d"), ("Ward", "\u5f8c")),
        (("K\u00f8r", None), ("K\u00e6r", None)),
    ],
)
def test_two_processes_never_share_the_name_of_a_page(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    """Letters that a name cannot hold, or has no room for, are told by a mark."""
    names = [page_stem(*each, "report") for each in (one, other)]
    assert names[0] != names[1]
    assert all(0 < len(name) <= LONGEST and name.isascii() for name in names)


def test_a_name_that_says_all_has_no_mark() -> None:
    """Accents fall, apostrophes too, and nothing else is added."""
    assert page_stem("\u00dcberpr\u00fcfung", "apr\u00e8s", "x") == "uberprufung-apres"
    assert page_stem("Nurses, St. Anne's", None, "x") == "nurses-st-annes"


def test_two_titles_in_other_letters_do_not_share_a_comparison() -> None:
    """Both have a before and an after; the page of one stays when the other comes."""
    first, second = (
        against(title, "before", ["after"])
        for title in ("\u63a1\u7528", "\u770b\u8b77")
    )
    assert first != second
    assert first.startswith("before-against-after-")
