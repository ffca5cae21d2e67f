"""A simulated before with its afters, as a page."""
