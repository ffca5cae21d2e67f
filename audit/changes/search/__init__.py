"""The best set of changes for the money: exact where time allows, else how far off."""
