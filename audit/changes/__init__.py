"""What could change in a hiring process: a catalogue, the law, and the best set."""
