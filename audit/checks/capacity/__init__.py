"""Whether those who do the work have the hours, the time and somebody to stand in."""
