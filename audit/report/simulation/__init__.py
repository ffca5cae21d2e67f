"""Simulations in words."""
