"""The case changes hands, goes back, or is typed in once more."""
