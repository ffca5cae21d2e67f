"""Days that pass while nobody works, and dates that do not fit the work."""
