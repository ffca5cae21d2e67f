"""Paper, forms, signatures, accounts, trips and money asked of the candidate."""
