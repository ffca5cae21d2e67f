"""Audit a hiring process for friction: score it, find where it hurts, show it."""

__version__ = "0.1.0"
