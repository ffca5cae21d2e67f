"""Who does the work, and whether there is time for it."""
