"""The event loop and what it keeps in mind: agenda, tokens, branches, positions."""
