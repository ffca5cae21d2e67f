"""One process with several ways to change it: which is best, and who pays for it."""
