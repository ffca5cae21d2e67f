"""What differs between two processes: steps, numbers, findings, work that moved."""
