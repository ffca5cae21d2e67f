"""Overlays: a process file described as named changes to another one."""
