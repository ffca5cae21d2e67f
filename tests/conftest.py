"""What all tests share."""

import os

from hypothesis import settings

# The same examples in every CI run, so that a red one can be run again; new ones at
# every run on a desk, where somebody is there to look at them. No example is timed: a
# busy machine is no fault of what is tested.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
