"""Who decides, in which order, and on what."""
