"""What candidates are told, and what the employer knows about its own process."""
