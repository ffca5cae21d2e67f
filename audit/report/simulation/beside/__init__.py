"""Simulated processes beside each other: a before and its afters, part by part."""
