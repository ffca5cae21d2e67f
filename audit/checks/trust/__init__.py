"""Whether the candidate can rely on the employer, and hears from anybody."""
