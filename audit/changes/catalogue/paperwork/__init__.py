"""Paper, forms, accounts and letters: what is asked of the candidate, and how."""
