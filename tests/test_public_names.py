"""What the package promises to those who import it."""

import subprocess
import sys

import audit


def test_every_public_name_is_there() -> None:
    """`from audit import X` works for every X that is promised."""
    assert [name for name in audit.__all__ if not hasattr(audit, name)] == []


def test_importing_the_package_is_light() -> None:
    """Heavy libraries come with the work that needs them, not with the package."""
    code = (
        "import sys, audit, audit.cli; "
        "print(sorted({'numpy', 'pandas', 'matplotlib', 'scipy', 'networkx', "
        "'pydantic', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_checking_a_file_is_light() -> None:
    """`check` reads and judges a file without numbers, tables or charts."""
    code = (
        "import sys; from audit.loaders import load_process_text; "
        "load_process_text('process: A\\nroles: {hr: {side: employer}}\\n"
        "steps: [{id: a, role: hr}]\\n'); "
        "print(sorted({'numpy', 'pandas', 'matplotlib', 'scipy', 'networkx'} "
        "& set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
