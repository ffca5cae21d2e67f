"""The page of one process as data: one file a section."""
