"""Whether candidates hear from anybody, and can rely on what they hear."""
