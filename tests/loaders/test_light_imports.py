"""`check` answers at once: loading brings in nothing that draws or solves."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("pandas", "scipy", "numpy", "matplotlib", "networkx", "jinja2", "click")
PROGRAM = """
import sys
import audit.loaders
after_import = set(sys.modules)
audit.loaders.load_process("processes/packet/before.yaml")
print(sorted({"pydantic", "yaml"} & after_import))
print(sorted(set(HEAVY) & set(sys.modules)))
"""


def test_loading_imports_no_heavy_library() -> None:
    """Pydantic and the parser come with the first file, the others never."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("HEAVY", repr(HEAVY))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split("\n")[:2] == ["[]", "[]"]
