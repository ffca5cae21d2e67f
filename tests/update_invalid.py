"""`python -m tests.update_invalid`: write the texts of the invalid files anew."""

from __future__ import annotations

from tests.invalid_files import FILES, text_of


def main() -> None:
    """Write the text that each invalid file produces beside it."""
    for path in FILES:
        path.with_suffix(".txt").write_text(text_of(path), encoding="utf-8")
    print(f"tests/invalid: {len(FILES)} texts")


if __name__ == "__main__":
    main()
