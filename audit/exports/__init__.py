"""Results and problems in other formats."""
