"""What all tests share."""

import os

from hypothesis import settings

# The same examples in every CI run, so that a red one can be run again; new ones at
# every run on a desk, where somebody is there to look at them.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
