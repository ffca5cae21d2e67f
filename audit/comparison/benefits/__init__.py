"""What a year of the change saves, what it costs, and when it has paid."""
