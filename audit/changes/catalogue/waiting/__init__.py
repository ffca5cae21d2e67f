"""Days that pass while nobody works."""
