"""`make golden`: write the references, golden files and reports anew.

Look at what changed before you commit it; that is what golden files are for.
"""

from __future__ import annotations

import subprocess
import sys

from tests.shipped import REPORTS, ROOT, reports

UPDATERS = ("tests.update_references", "tests.update_invalid")


def main() -> None:
    """Run the updaters one after the other, then write the reports."""
    for module in UPDATERS:
        subprocess.run([sys.executable, "-m", module], check=True, cwd=ROOT)
    pages = dict(report.make() for report in reports())
    for page in REPORTS.glob("*.html"):
        if page.name not in pages:
            page.unlink()
    for name, text in pages.items():
        (REPORTS / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"reports/{name}")


if __name__ == "__main__":
    main()
