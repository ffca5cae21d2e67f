"""`make golden`: write the references, golden files and reports anew.

Look at what changed before you commit it; that is what golden files are for.
"""

from __future__ import annotations

import subprocess
import sys

from audit.loaders import load_process
from tests.shipped import PROCESSES, ROOT, kept_at, report_of

UPDATERS = ("tests.update_references", "tests.update_invalid")


def main() -> None:
    """Run the updaters one after the other, then write the reports."""
    for module in UPDATERS:
        subprocess.run([sys.executable, "-m", module], check=True, cwd=ROOT)
    wanted = {kept_at(load_process(path)) for path in PROCESSES}
    for page in set((ROOT / "reports").glob("*.html")) - wanted:
        page.unlink()
    for path in PROCESSES:
        place, page_text = report_of(path)
        place.write_text(page_text, encoding="utf-8", newline="\n")
        print(place.relative_to(ROOT))


if __name__ == "__main__":
    main()
